import { ROOMS, TEACHING_ROOMS } from './places.ts';
import type { Purchase } from './purchases.ts';

const HOLLIN = 'Hollin Audio Visual';
const SCHOOL_DIRECT = 'Northmoor School Supplies';

/** 58 panels and displays. */
const PANELS: readonly Purchase[] = [
  { kind: 'panel65', count: 2, firstTag: 11, rooms: ['IT1', 'IT2'], bought: '2019-01-21', paid: 104_000, warrantyMonths: 60, order: '3214', supplier: HOLLIN },
  { kind: 'panel65', count: 4, firstTag: 13, rooms: ['M1', 'M2', 'E1', 'E2'], bought: '2019-08-20', paid: 104_000, warrantyMonths: 60, order: '3391', supplier: HOLLIN },
  { kind: 'panel65', count: 2, firstTag: 17, rooms: ['M3', 'E3'], bought: '2020-08-24', paid: 108_500, warrantyMonths: 60, order: '3660', supplier: HOLLIN },
  { kind: 'panel65', count: 1, firstTag: 19, rooms: ['L1'], bought: '2021-08-23', paid: 111_000, warrantyMonths: 60, order: '3958', supplier: HOLLIN },
  { kind: 'panel65', count: 1, firstTag: 20, rooms: ['L2'], bought: '2022-08-22', paid: 116_000, warrantyMonths: 60, order: '4193', supplier: HOLLIN },
  { kind: 'panel75', count: 16, firstTag: 21, rooms: [...ROOMS.science, ...ROOMS.humanities, 'Art 1'], bought: '2023-08-21', paid: 121_000, warrantyMonths: 60, order: '4407', supplier: HOLLIN },
  { kind: 'panel75', count: 14, firstTag: 37, rooms: ['M4', 'M5', 'M6', 'E4', 'E5', 'E6', 'E7', 'L3', 'L4', 'Art 2', ...ROOMS.technology], bought: '2024-08-19', paid: 123_500, warrantyMonths: 60, order: '4589', supplier: HOLLIN },
  { kind: 'panel75', count: 12, firstTag: 51, rooms: ['IT3', 'Library', ...ROOMS.music, ...ROOMS.performing, ...ROOMS.support, 'Reception', 'Main office'], bought: '2025-08-18', paid: 125_000, warrantyMonths: 60, order: '4803', supplier: HOLLIN },
  { kind: 'panel75', count: 1, firstTag: 63, rooms: ['Head’s office'], bought: '2026-08-17', paid: 126_000, warrantyMonths: 60, order: '5129', supplier: HOLLIN },
  { kind: 'display55', count: 5, firstTag: 1, rooms: ['Reception', 'Hall', 'Staff room', 'Sixth form study', 'Site office'], bought: null, paid: 61_200, warrantyMonths: null, order: null, supplier: null },
];

/** 34 projectors, used until they fail; ten have gone as panels came. */
const PROJECTORS: readonly Purchase[] = [
  { kind: 'ceilingProjector', count: 1, firstTag: 7, rooms: ['Drama studio'], bought: '2012-07-16', paid: 54_000, warrantyMonths: 36, order: '1406', supplier: HOLLIN },
  { kind: 'ceilingProjector', count: 6, firstTag: 8, rooms: ROOMS.store, bought: '2014-08-11', paid: 56_000, warrantyMonths: 36, order: '2017', supplier: HOLLIN, status: 'retired' },
  { kind: 'ceilingProjector', count: 4, firstTag: 14, rooms: ROOMS.store, bought: '2014-08-11', paid: 56_000, warrantyMonths: 36, order: '2017', supplier: HOLLIN, status: 'disposed', notes: 'Collected for recycling' },
  { kind: 'shortThrow', count: 12, firstTag: 18, rooms: ['E4', 'E5', 'E6', 'E7', 'M4', 'M5', 'M6', 'L3', 'L4', 'T1', 'T2', 'T3'], bought: '2016-08-15', paid: 64_500, warrantyMonths: 36, order: '2588', supplier: HOLLIN },
  { kind: 'ultraShortThrow', count: 9, firstTag: 30, rooms: ['Sci 1', 'Sci 2', 'Sci 3', 'H10', 'H11', 'H12', 'Art 1', 'Art 2', 'T4'], bought: '2018-08-13', paid: 82_000, warrantyMonths: 36, order: '3066', supplier: HOLLIN },
  { kind: 'hallProjector', count: 2, firstTag: 39, rooms: ['Hall', 'Sports hall'], bought: '2019-02-18', paid: 189_000, warrantyMonths: 36, order: '3240', supplier: HOLLIN },
];

/** 71 visualisers: V1 are replaced by policy, V2 are used until they fail. */
const VISUALISERS: readonly Purchase[] = [
  { kind: 'visualiser', count: 9, firstTag: 1, rooms: ['M1', 'M2', 'M3', 'M4', 'E1', 'E2', 'E3', 'E4', 'L1'], bought: '2021-10-11', paid: 8_600, warrantyMonths: 24, order: '4003', supplier: SCHOOL_DIRECT },
  { kind: 'visualiser', count: 6, firstTag: 10, rooms: ROOMS.science, bought: '2023-09-04', paid: 8_900, warrantyMonths: 24, order: '4413', supplier: SCHOOL_DIRECT },
  { kind: 'visualiser', count: 5, firstTag: 16, rooms: ['T1', 'T2', 'T3', 'T4', 'Art 1'], bought: '2024-09-02', paid: 9_400, warrantyMonths: 24, order: '4604', supplier: SCHOOL_DIRECT },
  { kind: 'visualiser', count: 4, firstTag: 21, rooms: ROOMS.languages, bought: '2025-09-01', paid: 9_800, warrantyMonths: 24, order: '4817', supplier: SCHOOL_DIRECT },
  { kind: 'visualiser', count: 9, firstTag: 25, rooms: TEACHING_ROOMS, bought: null, paid: 8_600, warrantyMonths: null, order: null, supplier: null },
  { kind: 'usbVisualiser', count: 12, firstTag: 34, rooms: ROOMS.humanities, bought: '2025-02-11', paid: 6_200, warrantyMonths: 24, order: '4701', supplier: SCHOOL_DIRECT, keptIn: 'Humanities' },
  { kind: 'usbVisualiser', count: 26, firstTag: 46, rooms: TEACHING_ROOMS, bought: '2023-03-13', paid: 5_900, warrantyMonths: 24, order: '4311', supplier: SCHOOL_DIRECT },
];

/** 43 printers. */
const PRINTERS: readonly Purchase[] = [
  { kind: 'deskPrinter', count: 4, firstTag: 5, rooms: ['Main office', 'Finance office', 'Head’s office', 'Medical room'], bought: '2020-06-15', paid: 13_900, warrantyMonths: 12, order: '3619', supplier: SCHOOL_DIRECT },
  { kind: 'officePrinter', count: 6, firstTag: 9, rooms: ROOMS.science, bought: '2021-07-12', paid: 15_200, warrantyMonths: 36, order: '3931', supplier: SCHOOL_DIRECT },
  { kind: 'officePrinter', count: 7, firstTag: 15, rooms: ROOMS.english, bought: '2022-07-11', paid: 15_800, warrantyMonths: 36, order: '4169', supplier: SCHOOL_DIRECT },
  { kind: 'officePrinter', count: 7, firstTag: 22, rooms: ROOMS.humanities, bought: '2023-07-10', paid: 16_400, warrantyMonths: 36, order: '4391', supplier: SCHOOL_DIRECT },
  { kind: 'officePrinter', count: 5, firstTag: 29, rooms: ROOMS.technology, bought: '2024-07-15', paid: 16_900, warrantyMonths: 36, order: '4566', supplier: SCHOOL_DIRECT },
  { kind: 'officePrinter', count: 14, firstTag: 34, rooms: [...ROOMS.maths, ...ROOMS.languages, ...ROOMS.art, ...ROOMS.music], bought: '2025-07-14', paid: 17_300, warrantyMonths: 36, order: '4793', supplier: SCHOOL_DIRECT },
];

/** 174 cameras and pieces of sound kit. Where neither a model nor a policy has a price, what was paid counts. */
const CAMERAS_AND_SOUND: readonly Purchase[] = [
  { kind: 'amplifier', count: 2, firstTag: 1, rooms: ['Hall', 'Drama studio'], bought: '2019-02-11', paid: 16_500, warrantyMonths: 24, order: '3236', supplier: HOLLIN },
  { kind: 'microphone', count: 4, firstTag: 3, rooms: ['Hall'], bought: '2019-02-11', paid: 5_900, warrantyMonths: 24, order: '3236', supplier: HOLLIN },
  { kind: 'microphone', count: 5, firstTag: 7, rooms: ['Hall', 'Drama studio'], bought: '2019-09-16', paid: 5_800, warrantyMonths: 24, order: '3402', supplier: HOLLIN },
  { kind: 'microphone', count: 4, firstTag: 12, rooms: ['MU2'], bought: '2020-01-20', paid: 5_850, warrantyMonths: 24, order: '3519', supplier: HOLLIN },
  { kind: 'microphone', count: 3, firstTag: 16, rooms: ['MU1'], bought: '2020-09-14', paid: 4_600, warrantyMonths: 24, order: '3668', supplier: HOLLIN },
  { kind: 'microphone', count: 2, firstTag: 19, rooms: ['MU2'], bought: '2021-01-18', paid: 4_650, warrantyMonths: 24, order: '3771', supplier: HOLLIN },
  { kind: 'fieldCamera', count: 2, firstTag: 1, rooms: ROOMS.art, bought: '2024-09-09', paid: 14_300, warrantyMonths: 24, order: '4611', supplier: HOLLIN },
  { kind: 'microphone', count: 8, firstTag: 41, rooms: ['Hall', 'Sports hall'], bought: '2021-09-13', paid: 7_100, warrantyMonths: 24, order: '3980', supplier: HOLLIN },
  { kind: 'microphone', count: 4, firstTag: 49, rooms: ['Drama studio'], bought: '2022-09-12', paid: 6_600, warrantyMonths: 24, order: '4211', supplier: HOLLIN },
  { kind: 'microphone', count: 3, firstTag: 53, rooms: ['MU1'], bought: '2023-01-16', paid: 6_650, warrantyMonths: 24, order: '4284', supplier: HOLLIN },
  { kind: 'fieldCamera', count: 12, firstTag: 7, rooms: ['Art 2', 'Art 1', 'Drama studio'], bought: null, paid: 21_400, warrantyMonths: null, order: null, supplier: null },
  { kind: 'microphone', count: 14, firstTag: 21, rooms: ['Hall', 'Store'], bought: null, paid: 6_200, warrantyMonths: null, order: null, supplier: null },
  { kind: 'amplifier', count: 1, firstTag: 40, rooms: ['Sports hall'], bought: null, paid: null, warrantyMonths: null, order: null, supplier: null },
  { kind: 'speakers', count: 4, firstTag: 56, rooms: ROOMS.languages, bought: '2023-04-17', paid: 10_400, warrantyMonths: 24, order: '4334', supplier: HOLLIN },
  { kind: 'speakers', count: 3, firstTag: 60, rooms: ROOMS.technology, bought: '2023-06-05', paid: 10_450, warrantyMonths: 24, order: '4371', supplier: HOLLIN },
  { kind: 'speakers', count: 7, firstTag: 63, rooms: ROOMS.science, bought: '2023-09-11', paid: 10_500, warrantyMonths: 24, order: '4416', supplier: HOLLIN },
  { kind: 'speakers', count: 6, firstTag: 70, rooms: ROOMS.maths, bought: '2024-01-22', paid: 10_600, warrantyMonths: 24, order: '4488', supplier: HOLLIN },
  { kind: 'speakers', count: 6, firstTag: 76, rooms: ROOMS.humanities, bought: '2024-04-15', paid: 10_800, warrantyMonths: 24, order: '4520', supplier: HOLLIN },
  { kind: 'headset', count: 30, firstTag: 82, rooms: ['L1'], bought: '2023-06-19', paid: 1_750, warrantyMonths: 12, order: '4380', supplier: SCHOOL_DIRECT, asGroup: true },
  { kind: 'studioHeadset', count: 30, firstTag: 83, rooms: ['MU1'], bought: '2023-06-19', paid: 4_600, warrantyMonths: 12, order: '4380', supplier: SCHOOL_DIRECT, asGroup: true },
  { kind: 'webcam', count: 12, firstTag: 19, rooms: ['Sixth form study'], bought: '2024-03-18', paid: 3_600, warrantyMonths: null, order: '4512', supplier: SCHOOL_DIRECT, asGroup: true },
  { kind: 'oldWebcam', count: 12, firstTag: 20, rooms: ['Store'], bought: '2020-06-08', paid: 2_900, warrantyMonths: null, order: '3610', supplier: SCHOOL_DIRECT, asGroup: true },
];

/** Displays, printers, cameras and sound: 380 items. */
export const DISPLAY_PURCHASES: readonly Purchase[] = [
  ...PANELS, ...PROJECTORS, ...VISUALISERS, ...PRINTERS, ...CAMERAS_AND_SOUND,
];
