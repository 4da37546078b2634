import { KINDS, modelTitle, type KindKey } from './models.ts';

/** What Hillcrest's kit draws in use, in watts, as an invented maker's sheet would say it. */
const WATTS: Readonly<Partial<Record<KindKey, number>>> = {
  staffLaptop: 28, pupilLaptop: 18, desktop300: 48, desktop400: 42, tablet: 9, panel65: 165, display55: 110, panel75: 210,
  shortThrow: 260, ultraShortThrow: 285, ceilingProjector: 310, hallProjector: 460, visualiser: 7, usbVisualiser: 3,
  deskPrinter: 330, officePrinter: 620, host: 380, oldHost: 420, storage: 210, oldStorage: 190, smallBackup: 25, rackBackup: 60, serverBackup: 85,
  edgeSwitch24: 45, edgeSwitch48: 78, coreSwitch: 140, wifi6: 14, wifi7: 19, amplifier: 180, speakers: 36,
};

const BY_TITLE: ReadonlyMap<string, number> = new Map(
  (Object.entries(WATTS) as [KindKey, number][]).map(([key, watts]) => [modelTitle(KINDS[key].model), watts]),
);

/** Null for what runs from another device's socket. */
export const wattsOf = (title: string): number | null => BY_TITLE.get(title) ?? null;
