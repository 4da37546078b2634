import type { AssetStatus, FundKey, IsoDate, Pence } from '../../planning/vocabulary.ts';
import type { KindKey } from './models.ts';
import { ROOMS, TEACHING_ROOMS } from './places.ts';

/** One order, or one part of an order: equal items of one kind, spread over rooms. */
export type Purchase = {
  readonly kind: KindKey;
  readonly count: number;
  /** Number of the first tag; the rest follow on. */
  readonly firstTag: number;
  /** The rooms they serve: one for all, a list to be dealt out in turn, or so many to each. */
  readonly rooms: readonly string[] | readonly (readonly [room: string, count: number])[];
  readonly bought: IsoDate | null;
  /** Paid for one, net. */
  readonly paid: Pence | null;
  readonly warrantyMonths: number | null;
  readonly order: string | null;
  readonly supplier: string | null;
  readonly fund?: FundKey;
  readonly status?: AssetStatus;
  /** Where they are to be found, where that is not the room they serve. */
  readonly keptIn?: string;
  /** Kept as one row for the group instead of a row for each. */
  readonly asGroup?: true;
  readonly notes?: string;
};

const CALDER = 'Calder Computing';
const SCHOOL_DIRECT = 'Northmoor School Supplies';

const TROLLEYS_CDE = [['Trolley C', 30], ['Trolley D', 30], ['Trolley E', 30]] as const;
const STAFF_ROOMS = [...TEACHING_ROOMS, ...ROOMS.support, ...ROOMS.offices];

/** Staff and pupil laptops: 96 and 150. */
const LAPTOPS: readonly Purchase[] = [
  { kind: 'staffLaptop', count: 26, firstTag: 101, rooms: STAFF_ROOMS, bought: '2023-01-09', paid: 51_200, warrantyMonths: 36, order: '4279', supplier: CALDER, fund: 'delegated', keptIn: 'With staff' },
  { kind: 'staffLaptop', count: 22, firstTag: 127, rooms: STAFF_ROOMS.slice(26), bought: '2024-01-14', paid: 52_900, warrantyMonths: 36, order: '4483', supplier: CALDER, fund: 'delegated', keptIn: 'With staff' },
  { kind: 'staffLaptop', count: 24, firstTag: 149, rooms: STAFF_ROOMS, bought: '2024-07-10', paid: 53_800, warrantyMonths: 36, order: '4561', supplier: CALDER, fund: 'delegated', keptIn: 'With staff' },
  { kind: 'staffLaptop', count: 24, firstTag: 173, rooms: STAFF_ROOMS.slice(20), bought: '2025-07-09', paid: 55_100, warrantyMonths: 36, order: '4790', supplier: CALDER, fund: 'delegated', keptIn: 'With staff' },
  { kind: 'pupilLaptop', count: 30, firstTag: 61, rooms: ['Trolley A'], bought: '2022-12-12', paid: 34_100, warrantyMonths: 36, order: '4268', supplier: CALDER, fund: 'delegated' },
  { kind: 'pupilLaptop', count: 90, firstTag: 91, rooms: TROLLEYS_CDE, bought: '2024-08-14', paid: 35_200, warrantyMonths: 36, order: '4585', supplier: CALDER, fund: 'delegated' },
  { kind: 'pupilLaptop', count: 30, firstTag: 181, rooms: ['Trolley B'], bought: '2025-08-20', paid: 35_900, warrantyMonths: 36, order: '4806', supplier: CALDER, fund: 'delegated' },
];

/** 224 desktops and 48 tablets. */
const DESKTOPS_AND_TABLETS: readonly Purchase[] = [
  { kind: 'desktop300', count: 22, firstTag: 89, rooms: ROOMS.library, bought: '2021-09-03', paid: 37_200, warrantyMonths: 36, order: '3972', supplier: CALDER, fund: 'delegated' },
  { kind: 'desktop300', count: 40, firstTag: 111, rooms: [['Library', 8], ['IT1', 32]], bought: '2022-01-17', paid: 37_600, warrantyMonths: 36, order: '4066', supplier: CALDER, fund: 'delegated' },
  { kind: 'desktop300', count: 60, firstTag: 151, rooms: [['IT2', 30], ['M1', 5], ['M2', 5], ['M3', 5], ['MU1', 15]], bought: '2022-08-22', paid: 37_900, warrantyMonths: 36, order: '4191', supplier: CALDER, fund: 'delegated' },
  { kind: 'desktop400', count: 8, firstTag: 211, rooms: ['IT3'], bought: '2023-12-12', paid: 39_800, warrantyMonths: 36, order: '4471', supplier: CALDER, fund: 'delegated', notes: '8 GB memory, Windows 11' },
  { kind: 'desktop400', count: 1, firstTag: 219, rooms: ['IT3'], bought: '2023-12-12', paid: 39_800, warrantyMonths: 36, order: '4471', supplier: CALDER, fund: 'delegated', status: 'spare', notes: '8 GB memory, Windows 11' },
  { kind: 'desktop400', count: 23, firstTag: 220, rooms: ['IT3'], bought: '2023-12-12', paid: 39_800, warrantyMonths: 36, order: '4471', supplier: CALDER, fund: 'delegated', notes: '8 GB memory, Windows 11' },
  { kind: 'desktop400', count: 32, firstTag: 243, rooms: [['Main office', 8], ['Finance office', 4], ['Head’s office', 2], ['Reception', 2], ['Medical room', 1], ['Site office', 1], ['Sci 1', 5], ['Sci 3', 5], ['Sci 5', 4]], bought: '2024-08-21', paid: 40_200, warrantyMonths: 36, order: '4592', supplier: CALDER, fund: 'delegated' },
  { kind: 'desktop400', count: 38, firstTag: 275, rooms: [['T1', 10], ['T2', 10], ['T3', 10], ['T4', 8]], bought: '2025-08-26', paid: 40_900, warrantyMonths: 36, order: '4811', supplier: CALDER, fund: 'delegated' },
  { kind: 'tablet', count: 16, firstTag: 29, rooms: ['Trolley F'], bought: '2023-02-06', paid: 30_100, warrantyMonths: 24, order: '4297', supplier: SCHOOL_DIRECT, fund: 'donation_pta' },
  { kind: 'tablet', count: 16, firstTag: 45, rooms: ['Trolley G'], bought: '2023-09-18', paid: 30_600, warrantyMonths: 24, order: '4421', supplier: SCHOOL_DIRECT, fund: 'delegated' },
  { kind: 'tablet', count: 16, firstTag: 61, rooms: ['Trolley H'], bought: '2025-09-15', paid: 31_400, warrantyMonths: 24, order: '4826', supplier: SCHOOL_DIRECT, fund: 'delegated' },
];

const MARLOW = 'Marlow Systems';

/** Servers, storage, battery backups, switches and Wi-Fi: 4, 2, 9, 46 and 104. */
const ROOM_FULL_OF_CABLES: readonly Purchase[] = [
  { kind: 'host', count: 2, firstTag: 1, rooms: ['Comms 1'], bought: '2024-08-14', paid: 506_000, warrantyMonths: 48, order: '4583', supplier: MARLOW, fund: 'delegated' },
  { kind: 'storage', count: 1, firstTag: 1, rooms: ['Comms 1'], bought: '2024-08-14', paid: 548_000, warrantyMonths: 48, order: '4583', supplier: MARLOW, fund: 'delegated' },
  { kind: 'oldHost', count: 2, firstTag: 3, rooms: ['Comms 2'], bought: '2019-08-12', paid: 488_000, warrantyMonths: 60, order: '3388', supplier: MARLOW, fund: 'delegated', status: 'retired', notes: 'Kept for parts' },
  { kind: 'oldStorage', count: 1, firstTag: 2, rooms: ['Comms 2'], bought: '2019-08-12', paid: 312_000, warrantyMonths: 60, order: '3388', supplier: MARLOW, fund: 'delegated', status: 'retired', notes: 'Kept for parts' },
  { kind: 'rackBackup', count: 1, firstTag: 1, rooms: ['Comms 1'], bought: '2022-06-20', paid: 219_000, warrantyMonths: 36, order: '4158', supplier: MARLOW, fund: 'delegated' },
  { kind: 'serverBackup', count: 1, firstTag: 2, rooms: ['Comms 1'], bought: '2025-08-11', paid: 268_000, warrantyMonths: 36, order: '4801', supplier: MARLOW, fund: 'delegated' },
  { kind: 'smallBackup', count: 2, firstTag: 3, rooms: ['Comms 2'], bought: '2025-01-30', paid: 27_900, warrantyMonths: 24, order: '4688', supplier: MARLOW, fund: 'delegated' },
  { kind: 'smallBackup', count: 5, firstTag: 5, rooms: ['Main office', 'Library', 'T4', 'Sci 7', 'Hall'], bought: '2023-10-05', paid: 27_200, warrantyMonths: 24, order: '4433', supplier: MARLOW, fund: 'delegated' },
  { kind: 'edgeSwitch24', count: 3, firstTag: 1, rooms: ['Library', 'Sports hall', 'T4'], bought: '2020-08-24', paid: 81_000, warrantyMonths: 60, order: '3657', supplier: MARLOW, fund: 'delegated' },
  { kind: 'coreSwitch', count: 2, firstTag: 4, rooms: ['Comms 1'], bought: '2020-08-24', paid: 241_000, warrantyMonths: 60, order: '3657', supplier: MARLOW, fund: 'delegated' },
  { kind: 'edgeSwitch48', count: 25, firstTag: 6, rooms: [['Comms 1', 13], ['Comms 2', 12]], bought: '2023-08-14', paid: 88_400, warrantyMonths: 60, order: '4402', supplier: MARLOW, fund: 'grant' },
  { kind: 'edgeSwitch48', count: 16, firstTag: 31, rooms: [['Comms 2', 6], ['Main office', 2], ['Sci 7', 4], ['H17', 4]], bought: '2024-02-12', paid: 88_400, warrantyMonths: 60, order: '4499', supplier: MARLOW, fund: 'grant' },
  { kind: 'wifi6', count: 6, firstTag: 1, rooms: ['Hall', 'Drama studio', 'Sports hall', 'Staff room', 'Reception', 'Library'], bought: '2022-10-17', paid: 84_600, warrantyMonths: 60, order: '4229', supplier: MARLOW, fund: 'delegated' },
  { kind: 'wifi7', count: 98, firstTag: 7, rooms: STAFF_ROOMS, bought: '2024-08-05', paid: 92_300, warrantyMonths: 60, order: '4577', supplier: MARLOW, fund: 'grant' },
];

/** Everything but displays, printers, cameras and sound. */
export const CORE_PURCHASES: readonly Purchase[] = [...LAPTOPS, ...DESKTOPS_AND_TABLETS, ...ROOM_FULL_OF_CABLES];
