import type { IsoDate, Pence, UserGroup } from '../../planning/vocabulary.ts';

/*
 * The kinds of kit that Hillcrest owns. Hillcrest, the makes Kestrel, Tamar and Marlow, and every price are
 * invented; none of them is a benchmark.
 */

export type SampleModel = {
  readonly categoryKey: string;
  readonly make: string;
  /** Without its make: "400 small desktop". */
  readonly name: string;
  /** The model's own price of one, net, before the price of its category's policy. */
  readonly unitPence: Pence | null;
  readonly priceDate: IsoDate | null;
  readonly vendorSupportEnd: IsoDate | null;
  readonly memoryGb: number | null;
  readonly processor: string | null;
  readonly cores: number | null;
  readonly storageGb: number | null;
};

/** A model and how the school's register writes it. */
export type Kind = {
  readonly model: SampleModel;
  /** As the register's "Type" column says it. */
  readonly type: string;
  readonly userGroup: UserGroup | null;
  readonly tagPrefix: string;
  readonly tagDigits: number;
  readonly serialPrefix: string;
};

type Extra = {
  readonly price?: Pence; readonly priceDate?: IsoDate; readonly supportEnd?: IsoDate; readonly userGroup?: UserGroup;
  /** Of a computer: memory and storage in gigabytes, and the cores of its processor. */
  readonly inside?: readonly [memoryGb: number, storageGb: number, cores: 4 | 6];
};

const CORES = { 4: 'Four cores', 6: 'Six cores' } as const;

const kind = (
  type: string, categoryKey: string, make: string, name: string, tag: readonly [prefix: string, digits: number],
  serialPrefix: string, extra: Extra = {},
): Kind => ({
  model: {
    categoryKey, make, name, unitPence: extra.price ?? null, priceDate: extra.priceDate ?? null,
    vendorSupportEnd: extra.supportEnd ?? null,
    memoryGb: extra.inside?.[0] ?? null, storageGb: extra.inside?.[1] ?? null, processor: extra.inside === undefined ? null : CORES[extra.inside[2]], cores: extra.inside?.[2] ?? null,
  },
  type, userGroup: extra.userGroup ?? null, tagPrefix: tag[0], tagDigits: tag[1], serialPrefix,
});

const DESKTOP = ['HC-DT', 4] as const;
const PANEL = ['HC-TV', 4] as const;
const PROJECTOR = ['HC-PJ', 2] as const;
const VISUALISER = ['HC-VZ', 3] as const;
const PRINTER = ['HC-PR', 3] as const;
const SERVER = ['HC-SV', 2] as const;
const STORAGE = ['HC-ST', 2] as const;
const UPS = ['HC-UP', 2] as const;
const SWITCH = ['HC-SW', 2] as const;
const WIFI = ['HC-WP', 3] as const;
const CAMERA = ['HC-CM', 4] as const;
const SOUND = ['HC-SD', 4] as const;

/** Price lists: over two years old at the sample's as-at date. */
const LIST_2023: Extra['priceDate'] = '2023-06-12';
const LIST_2024: Extra['priceDate'] = '2024-03-14';
const QUOTE_2026: Extra['priceDate'] = '2026-09-09';

export const KINDS = {
  staffLaptop: kind('Staff laptop', 'laptop', 'Tamar', '14 laptop', ['HC-SL', 3], 'TM14', { userGroup: 'staff', inside: [16, 256, 6] }),
  pupilLaptop: kind('Pupil laptop', 'laptop', 'Tamar', '11 laptop', ['HC-PL', 3], 'TM11', { userGroup: 'pupil', inside: [8, 128, 4] }),
  desktop300: kind('Desktop', 'desktop', 'Kestrel', '300 small desktop', DESKTOP, 'K3', { supportEnd: '2028-06-30', inside: [4, 128, 4] }),
  desktop400: kind('Desktop', 'desktop', 'Kestrel', '400 small desktop', DESKTOP, 'K4', { supportEnd: '2031-12-31', inside: [8, 256, 6] }),
  tablet: kind('Tablet', 'tablet', 'Tamar', 'Slate 10', ['HC-TB', 4], 'TS', {}),
  panel65: kind('Interactive panel', 'interactive_panel', 'Marlow', '65 inch panel', PANEL, 'MP65'),
  display55: kind('Interactive panel', 'interactive_panel', 'Marlow', '55 inch display', PANEL, 'TX', { price: 61_200, priceDate: LIST_2023 }),
  panel75: kind('Interactive panel', 'interactive_panel', 'Marlow', '75 inch panel', PANEL, 'MP75'),
  shortThrow: kind('Projector', 'projector', 'Marlow', 'short-throw projector', PROJECTOR, 'MJS', { price: 74_000, priceDate: LIST_2024 }),
  ultraShortThrow: kind('Projector', 'projector', 'Marlow', 'ultra-short-throw projector', PROJECTOR, 'MJU', { price: 89_500, priceDate: LIST_2024 }),
  ceilingProjector: kind('Projector', 'projector', 'Marlow', 'ceiling projector', PROJECTOR, 'MJC', { price: 61_000, priceDate: LIST_2024 }),
  hallProjector: kind('Projector', 'projector', 'Marlow', 'hall projector', PROJECTOR, 'MJH', { price: 214_000, priceDate: LIST_2024 }),
  visualiser: kind('Visualiser', 'visualiser', 'Marlow', 'V1 visualiser', VISUALISER, 'MV1'),
  usbVisualiser: kind('Visualiser', 'visualiser', 'Marlow', 'V2 desk visualiser', VISUALISER, 'MV2', { price: 6_400, priceDate: LIST_2024 }),
  deskPrinter: kind('Printer', 'printer', 'Marlow', 'P2 desktop printer', PRINTER, 'MD2', { price: 16_800, priceDate: LIST_2024 }),
  officePrinter: kind('Printer', 'printer', 'Marlow', 'P4 office printer', PRINTER, 'MD4'),
  host: kind('Server', 'server', 'Marlow', 'R2 host', SERVER, 'MR2'),
  oldHost: kind('Server', 'server', 'Marlow', 'R1 host', SERVER, 'MR1', { price: 488_000, priceDate: LIST_2023 }),
  storage: kind('Storage', 'storage', 'Marlow', 'S4 storage, 24 TB', STORAGE, 'MS4'),
  oldStorage: kind('Storage', 'storage', 'Marlow', 'S2 storage, 8 TB', STORAGE, 'MS2', { price: 312_000, priceDate: LIST_2023 }),
  smallBackup: kind('UPS', 'ups', 'Marlow', 'U1 battery backup', UPS, 'MU1', { price: 28_500, priceDate: LIST_2024 }),
  rackBackup: kind('UPS', 'ups', 'Marlow', 'U3 battery backup', UPS, 'MU3'),
  serverBackup: kind('UPS', 'ups', 'Marlow', 'U6 battery backup', UPS, 'MU6', { price: 275_400, priceDate: QUOTE_2026 }),
  edgeSwitch24: kind('Network switch', 'network_switch', 'Marlow', 'N24 switch', SWITCH, 'MN24', { supportEnd: '2027-01-31' }),
  edgeSwitch48: kind('Network switch', 'network_switch', 'Marlow', 'N48 switch', SWITCH, 'MN48', { supportEnd: '2033-12-31' }),
  coreSwitch: kind('Network switch', 'network_switch', 'Marlow', 'C48 core switch', SWITCH, 'MC48', { price: 286_400, priceDate: QUOTE_2026, supportEnd: '2027-09-30' }),
  wifi6: kind('Wireless access point', 'wireless_ap', 'Marlow', 'W6 Wi-Fi point', WIFI, 'MW6', { price: 87_900, priceDate: LIST_2024, supportEnd: '2030-06-30' }),
  wifi7: kind('Wireless access point', 'wireless_ap', 'Marlow', 'W7 Wi-Fi point', WIFI, 'MW7', { supportEnd: '2033-06-30' }),
  fieldCamera: kind('Camera', 'camera', 'Kestrel', 'F1 field camera', CAMERA, 'FC'),
  webcam: kind('Camera', 'camera', 'Tamar', 'C1 webcam', CAMERA, 'TC1', { price: 3_900, priceDate: LIST_2024 }),
  oldWebcam: kind('Camera', 'camera', 'Tamar', 'C0 webcam', CAMERA, 'TC0', { price: 3_200, priceDate: LIST_2023 }),
  microphone: kind('Audio', 'av_audio', 'Kestrel', 'M2 stage microphone', SOUND, 'KM2'),
  amplifier: kind('Audio', 'av_audio', 'Kestrel', 'A8 PA amplifier', SOUND, 'KA8'),
  speakers: kind('Audio', 'av_audio', 'Kestrel', 'B4 classroom speakers', SOUND, 'KB4'),
  headset: kind('Audio', 'av_audio', 'Kestrel', 'H2 headset', SOUND, 'KH2', { price: 1_850, priceDate: LIST_2023 }),
  studioHeadset: kind('Audio', 'av_audio', 'Kestrel', 'H5 studio headset', SOUND, 'KH5', { price: 4_900, priceDate: LIST_2023 }),
} as const satisfies Record<string, Kind>;

export type KindKey = keyof typeof KINDS;

/** What a model is called as a whole: "Kestrel 400 small desktop". */
export const modelTitle = ({ make, name }: Pick<SampleModel, 'make' | 'name'>): string => `${make} ${name}`;
