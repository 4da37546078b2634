import { addDays, addMonths } from '../../planning/calendar.ts';
import type { SoftwareTitle } from '../../planning/agreements/agreement.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';

/*
 * Hillcrest's 48 titles of software. All are invented. Those paid for every year come to £13,400 for learning and
 * £14,600 for administration in 2026/27; the rest are in the price of another title, or were bought once.
 */

/** A title with the names of its supplier and of the departments that use it. */
export type SampleTitle = Omit<SoftwareTitle, 'id' | 'kind' | 'supplierId' | 'supportReleaseId' | 'departmentIds'> & {
  readonly supplier: string | null;
  readonly departments: readonly string[];
};

type More = Partial<Omit<SampleTitle, 'name' | 'costCategory'>>;

const title = (name: string, publisher: string, costCategory: SampleTitle['costCategory'], more: More): SampleTitle => ({
  name, publisher, costCategory, categoryKey: 'software', amountPence: null, period: 'yearly', periodYears: null, driver: 'site', units: null, deviceCategoryKey: null,
  priceDate: null, start: '2024-04-01', end: null, noticeDays: null, autoRenews: false, riseBp: null, fundKey: null, supplier: null, reference: null, notes: null,
  version: null, supportEnd: null, needsSystem: null, needsMemoryGb: null, leastMemoryGb: null, needsProcessor: null, needsCores: null, leastCores: null, needsStorageGb: null, networkInstallable: null,
  departments: [], ...more,
});

type Priced = More & { readonly amountPence: Pence };

/** Paid for every year, and going on until somebody gives notice. */
const yearly = (name: string, publisher: string, costCategory: SampleTitle['costCategory'], more: Priced): SampleTitle =>
  title(name, publisher, costCategory, {
    priceDate: '2026-04-01', autoRenews: more.end !== undefined, supplier: 'Calder Computing',
    // Paid for again on the day after it ends; taken first three years before.
    ...(typeof more.end === 'string' && { start: addDays(addMonths(more.end, -36), 1) }), ...more,
  });
const learning = (name: string, publisher: string, more: Priced): SampleTitle => yearly(name, publisher, 'it_learning_resources', more);
const admin = (name: string, publisher: string, more: Priced): SampleTitle => yearly(name, publisher, 'admin_software', more);

const ONLINE = 'cloud_service';
const WINDOWS = 'Windows 11';

const YEARLY: readonly SampleTitle[] = [
  learning('Times and Tables', 'Kestrel', { amountPence: 130, driver: 'per_pupil', departments: ['Mathematics'], end: '2027-08-31', noticeDays: 30 }),
  learning('Read Along', 'Kestrel', { amountPence: 140, driver: 'per_pupil', departments: ['English', 'Library'], end: '2027-08-31', noticeDays: 30 }),
  learning('Parla languages', 'Tamar', { amountPence: 126_600, departments: ['Languages'], end: '2027-01-14', noticeDays: 30 }),
  learning('Lesson board', 'Tamar', { amountPence: 786, driver: 'per_staff', end: '2027-08-31' }),
  learning('Maps and places', 'Marlow', { amountPence: 67_200, departments: ['Humanities'], end: '2026-12-31', noticeDays: 14 }),
  learning('Score writer', 'Kestrel', { amountPence: 1_950, driver: 'per_seat', units: 30, version: '9', departments: ['Music'], needsSystem: WINDOWS, needsMemoryGb: 8, needsStorageGb: 10, networkInstallable: true }),
  learning('Sound stage', 'Kestrel', { amountPence: 3_280, driver: 'per_seat', units: 15, version: '12', departments: ['Music'], needsSystem: WINDOWS, needsMemoryGb: 16, needsProcessor: 'Four cores', needsStorageGb: 60, networkInstallable: false }),
  learning('Pixel studio', 'Marlow', { amountPence: 3_855, driver: 'per_seat', units: 32, version: '2026', departments: ['Art', 'Computing'], needsSystem: WINDOWS, needsMemoryGb: 8, needsStorageGb: 20, networkInstallable: true, end: '2027-02-01' }),
  learning('Draw and make', 'Marlow', { amountPence: 2_280, driver: 'per_seat', units: 38, version: '7', departments: ['Design and technology'], needsSystem: WINDOWS, needsMemoryGb: 16, needsProcessor: 'Four cores, own graphics', needsStorageGb: 40, networkInstallable: true }),
  learning('Circuit bench', 'Tamar', { amountPence: 30_600, version: '4.2', departments: ['Design and technology', 'Science'], needsSystem: WINDOWS, needsMemoryGb: 4, networkInstallable: true }),
  learning('Experiments on screen', 'Marlow', { amountPence: 79_800, departments: ['Science'], end: '2026-12-31', noticeDays: 14 }),
  learning('Revision room', 'Tamar', { amountPence: 105_600, end: '2027-08-31' }),
  learning('Library catalogue', 'Kestrel', { amountPence: 82_200, departments: ['Library'], end: '2027-03-31', noticeDays: 60 }),
  learning('Paths after school', 'Tamar', { amountPence: 129_752, end: '2027-08-31' }),
  admin('Pupil records', 'Marlow', { amountPence: 510, driver: 'per_pupil', departments: ['Administration'], needsSystem: 'Server 2022', networkInstallable: true, end: '2027-03-31', noticeDays: 90, reference: 'MP-3310' }),
  admin('School ledger', 'Marlow', { amountPence: 230_400, departments: ['Administration'], end: '2027-03-31', noticeDays: 90 }),
  admin('Payments from parents', 'Tamar', { amountPence: 120, driver: 'per_pupil', departments: ['Administration'] }),
  admin('Safeguarding log', 'Kestrel', { amountPence: 122_400, departments: ['Administration', 'Learning support'], end: '2027-08-31' }),
  admin('Rooms and timetable', 'Kestrel', { amountPence: 88_200, version: '2026', needsSystem: WINDOWS, needsMemoryGb: 8, networkInstallable: false, departments: ['Administration'] }),
  admin('Office agreement for schools', 'Tamar', { amountPence: 1_374, driver: 'per_staff', version: 'by the year', end: '2027-01-31', noticeDays: 30, reference: 'TO-118' }),
  admin('Staff absence and cover', 'Kestrel', { amountPence: 45_000, departments: ['Administration'] }),
  admin('Visitors’ book', 'Tamar', { amountPence: 27_600, departments: ['Administration'] }),
  admin('Message to parents', 'Tamar', { amountPence: 66_068, departments: ['Administration'], end: '2027-08-31' }),
];

/** Nothing of its own to pay: it comes with another title. */
const included = (name: string, publisher: string, costCategory: SampleTitle['costCategory'], inWhat: string, more: More = {}): SampleTitle =>
  title(name, publisher, costCategory, { amountPence: 0, notes: `Included in ${inWhat}.`, ...more });

const OFFICE = 'the Office agreement for schools';

const INCLUDED: readonly SampleTitle[] = [
  ...['Tamar Write', 'Tamar Sums', 'Tamar Slides', 'Tamar Post'].map((name) =>
    included(name, 'Tamar', 'it_learning_resources', OFFICE, { version: 'by the year', needsSystem: WINDOWS, needsMemoryGb: 4, needsStorageGb: 10, networkInstallable: true })),
  included('Tamar Class teams', 'Tamar', 'it_learning_resources', OFFICE, { categoryKey: ONLINE }),
  included('Tamar Notebook', 'Tamar', 'it_learning_resources', OFFICE, { categoryKey: ONLINE }),
  included('Behaviour log', 'Marlow', 'admin_software', 'Pupil records'),
  included('Attendance', 'Marlow', 'admin_software', 'Pupil records'),
  included('Reports home', 'Marlow', 'admin_software', 'Pupil records'),
  included('Backup agent', 'Marlow', 'admin_software', 'Server support and backup', { departments: ['IT support'] }),
  included('Web filter', 'Westmark', 'admin_software', 'Broadband, filtering, backup line', { categoryKey: ONLINE }),
  included('Panel whiteboard', 'Marlow', 'it_learning_resources', 'the price of the panels', { version: '5', needsSystem: WINDOWS, needsMemoryGb: 4, networkInstallable: true }),
  included('Visualiser viewer', 'Marlow', 'it_learning_resources', 'the price of the visualisers', { version: '2', needsSystem: WINDOWS, networkInstallable: true }),
];

const once = (name: string, publisher: string, costCategory: SampleTitle['costCategory'], bought: IsoDate, amountPence: Pence | null, more: More = {}): SampleTitle =>
  title(name, publisher, costCategory, { period: 'once', start: bought, priceDate: bought, amountPence, ...more });

const ONCE: readonly SampleTitle[] = [
  once('Film cutter', 'Marlow', 'it_learning_resources', '2019-09-02', 4_900, { version: '6', driver: 'per_seat', units: 20, departments: ['Art', 'Performing arts and PE'], needsSystem: 'Windows 10', needsMemoryGb: 16, needsStorageGb: 100, networkInstallable: false, supportEnd: '2025-10-14' }),
  once('Keyboard trainer', 'Kestrel', 'it_learning_resources', '2018-09-03', 24_900, { version: '3', departments: ['Computing'], needsSystem: 'Windows 7 or later', needsMemoryGb: 2, networkInstallable: true, supportEnd: '2023-01-10' }),
  once('Mind maps', 'Tamar', 'it_learning_resources', '2021-09-06', 39_000, { version: '8', needsSystem: WINDOWS, needsMemoryGb: 4, networkInstallable: true }),
  once('French dictionary', 'Tamar', 'it_learning_resources', '2020-01-13', 18_500, { departments: ['Languages'], networkInstallable: true }),
  once('Spanish dictionary', 'Tamar', 'it_learning_resources', '2020-01-13', 18_500, { departments: ['Languages'], networkInstallable: true }),
  once('Laser cutter control', 'Marlow', 'it_learning_resources', '2022-08-22', 61_000, { version: '4', departments: ['Design and technology'], needsSystem: WINDOWS, needsMemoryGb: 8, networkInstallable: false }),
  once('Plotter control', 'Marlow', 'it_learning_resources', '2022-08-22', null, { departments: ['Design and technology'], notes: 'Came with the plotter.' }),
  once('Microscope viewer', 'Kestrel', 'it_learning_resources', '2021-11-15', 12_000, { departments: ['Science'], needsMemoryGb: 4, networkInstallable: true }),
  once('Screen reader', 'Kestrel', 'it_learning_resources', '2024-01-15', 9_900, { driver: 'per_seat', units: 6, departments: ['Learning support'], needsSystem: WINDOWS, needsMemoryGb: 4, networkInstallable: false }),
  once('Typing that guesses', 'Kestrel', 'it_learning_resources', '2024-01-15', 6_500, { driver: 'per_seat', units: 12, departments: ['Learning support'], networkInstallable: true }),
  once('Server system 2022', 'Tamar', 'admin_software', '2024-08-14', 41_000, { version: '2022', driver: 'per_seat', units: 2, departments: ['IT support'], supportEnd: '2031-10-14' }),
  once('Remote desktop licences', 'Tamar', 'admin_software', '2024-08-14', 3_400, { driver: 'per_seat', units: 25, departments: ['IT support'] }),
];

export const SOFTWARE: readonly SampleTitle[] = [...YEARLY, ...INCLUDED, ...ONCE];
