import type { Contract } from '../../planning/agreements/agreement.ts';
import type { KindKey } from './models.ts';

/*
 * Hillcrest's contracts: its broadband, its support and its printers, which the forecast charges, and what else it
 * has signed. The firms and the figures are invented.
 */

/** A contract with its supplier's name, and the kinds of kit that it is about. */
export type SampleContract = Omit<Contract, 'id' | 'kind' | 'supplierId' | 'assetIds'> & {
  readonly supplier: string;
  readonly about: readonly KindKey[];
};

type Terms = Pick<SampleContract, 'name' | 'costCategory' | 'contractKind' | 'supplier'> & Partial<SampleContract>;

const contract = (terms: Terms): SampleContract => ({
  categoryKey: 'support_contract', amountPence: null, period: 'yearly', periodYears: null, driver: 'site', units: null, deviceCategoryKey: null,
  priceDate: '2026-04-01', start: '2024-04-01', end: null, noticeDays: null, autoRenews: false, riseBp: null, fundKey: null, reference: null,
  notes: null, coversHardware: false, about: [], ...terms,
});

export const CONTRACTS: readonly SampleContract[] = [
  contract({
    name: 'Broadband, filtering, backup line', categoryKey: 'cloud_service', costCategory: 'connectivity', contractKind: 'connectivity',
    supplier: 'Westmark Broadband for Schools', amountPence: 980_000, end: '2027-03-31', noticeDays: 60, autoRenews: true, reference: 'WB-20418',
  }),
  contract({
    name: 'Server support and backup', costCategory: 'onsite_servers', contractKind: 'support', supplier: 'Marlow Systems',
    amountPence: 260_000, end: '2027-03-31', noticeDays: 60, autoRenews: true, reference: 'MS 7731', about: ['host', 'storage'],
  }),
  contract({
    name: 'Printing lease and toner', costCategory: 'other_hardware', contractKind: 'lease', supplier: 'Northmoor School Supplies',
    amountPence: 560_000, start: '2023-08-01', end: '2028-07-31', noticeDays: 90, autoRenews: true, reference: 'NP/2023/118', about: ['officePrinter'],
    notes: 'Toner is in the price of each page; paper is not.',
  }),
  contract({
    name: 'IT support contracts', costCategory: 'it_support', contractKind: 'support', supplier: 'Calder Computing',
    amountPence: 410_000, end: '2027-03-31', noticeDays: 60, autoRenews: true, reference: 'CC-556',
  }),
  contract({
    name: 'Wi-Fi management, five years', costCategory: 'connectivity', contractKind: 'service', supplier: 'Marlow Systems', period: 'once',
    amountPence: 312_000, priceDate: '2023-08-14', start: '2023-08-14', end: '2028-08-13', noticeDays: null, reference: 'MS 7402', about: ['wifi6', 'wifi7'],
    notes: 'Paid with the Wi-Fi points.',
  }),
  contract({
    name: 'Projector service', costCategory: 'other_hardware', contractKind: 'service', supplier: 'Hollin Audio Visual',
    amountPence: 48_000, priceDate: '2022-09-01', start: '2022-09-01', end: '2025-08-31', reference: 'HAV-90', about: ['shortThrow', 'ceilingProjector'],
    notes: 'Not taken again: lamps are bought as they are needed.',
  }),
];

/** What Hillcrest has decided to use without cover, and why. */
export const USED_WITHOUT_COVER: readonly { readonly about: readonly KindKey[]; readonly reason: string }[] = [
  { about: ['desktop300'], reason: 'Spares of this model are kept' },
  { about: ['visualiser', 'usbVisualiser', 'webcam', 'oldWebcam', 'headset', 'studioHeadset', 'microphone', 'speakers', 'deskPrinter'], reason: 'Cheaper to replace than to cover' },
];
