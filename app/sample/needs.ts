import type { Need, NeedOption, OptionCost } from '../../planning/analysis/need-facts.ts';
import type { LinkStrength } from '../../planning/analysis/vocabulary.ts';
import type { KindKey } from './models.ts';

/*
 * What people at Hillcrest need, in the order of their numbers. What is agreed is in the plan already: kit that is
 * replaced anyway, software that is paid for. Music Technology waits for a decision.
 */

/** A cost with the model, the place and the running cost it is about by their names. */
export type SampleCost = Omit<OptionCost, 'id' | 'position' | 'modelId' | 'locationId' | 'recurringId'> & {
  readonly model: KindKey | null; readonly place: string | null; readonly running: string | null;
};
export type SampleOption = Omit<NeedOption, 'id' | 'position' | 'costs'> & { readonly recommended?: true; readonly costs: readonly SampleCost[] };
export type SampleNeed = Omit<Need, 'id' | 'number' | 'departmentId' | 'standardId' | 'recommendedOptionId' | 'software' | 'links' | 'evidence' | 'options'> & {
  readonly department: string | null;
  readonly serves: readonly (readonly [objective: string, strength: LinkStrength])[];
  readonly evidence: readonly { readonly kind: Need['evidence'][number]['kind']; readonly text: string | null; readonly categoryKey: string | null; readonly place: string | null }[];
  readonly options: readonly SampleOption[];
};

type CostParts = Pick<SampleCost, 'part' | 'name' | 'categoryKey' | 'costCategory'> & Partial<SampleCost>;
const cost = (parts: CostParts): SampleCost => ({
  standing: 'adds', fundKey: null, on: '2027-04-01', until: null, quantity: 1, unitPence: 0, yearlyPence: 0, priceDate: '2026-11-02', riseBp: null,
  model: null, place: null, running: null, userGroup: null, memoryGb: null, storageGb: null, ...parts,
});
/** A running cost that the plan has already. */
const paidAlready = (running: string, parts: Pick<SampleCost, 'part' | 'categoryKey' | 'costCategory'>): SampleCost =>
  cost({ ...parts, name: running, standing: 'in_plan', on: '2026-04-01', running });
const kitAlready = (name: string, parts: Pick<SampleCost, 'categoryKey' | 'costCategory'> & Partial<SampleCost>): SampleCost =>
  cost({ part: 'kit', name, standing: 'in_plan', on: '2026-04-01', ...parts });

const option = (name: string, parts: Partial<SampleOption> = {}): SampleOption => ({
  kind: 'other', name, meets: 'yes', meetsWords: null, supportHoursOnce: null, supportHoursYearly: null, laterYears: null, costs: [], ...parts,
});
const nothing = (meetsWords: string): SampleOption => option('Do nothing', { kind: 'do_nothing', meets: 'no', meetsWords });

type NeedParts = Pick<SampleNeed, 'name' | 'statement' | 'askedByRole' | 'askedOn' | 'reason' | 'impact' | 'moscow' | 'serves' | 'options'> & Partial<SampleNeed>;
const need = (parts: NeedParts): SampleNeed => ({
  department: null, pupils: null, neededBy: null, recommendedBecause: null, recommendedIfNot: null, needsSystem: null, needsMemoryGb: null,
  leastMemoryGb: null, needsCores: null, leastCores: null, needsStorageGb: null, evidence: [], ...parts,
});

const LESSONS = { part: 'software', categoryKey: 'software', costCategory: 'it_learning_resources' } as const;
const OFFICES = { part: 'software', categoryKey: 'software', costCategory: 'admin_software' } as const;
const DESKTOPS = { part: 'kit', categoryKey: 'desktop', costCategory: 'laptops_desktops_tablets' } as const;
/** Studio software for the course: 15 places, paid each year from September 2027. */
const STUDIO = cost({ ...LESSONS, name: 'Studio software, 15 places', on: '2027-09-01', yearlyPence: 116_000 });
/** Staff training is no ICT code: staff development pays. */
const TRAINING = cost({ part: 'training_staff', name: 'Two teachers, two days', categoryKey: 'other', costCategory: 'it_support', standing: 'elsewhere', on: '2027-07-05', quantity: 2, unitPence: 24_000 });

export const NEEDS: readonly SampleNeed[] = [
  need({
    name: 'Music Technology suite', statement: 'From September 2027, 15 students record, edit and mix on a workstation each, two lessons a day.',
    askedByRole: 'Head of Music', askedOn: '2026-10-12', department: 'Music', pupils: 15, reason: 'curriculum', neededBy: '2027-09-01',
    impact: 'The course cannot start, and 15 students take another subject or another school.', moscow: 'must', serves: [['2.1', 'essential']],
    needsSystem: 'Windows 11', needsMemoryGb: 16, leastMemoryGb: 16, needsCores: 6, leastCores: 4, needsStorageGb: 128,
    evidence: [
      { kind: 'cover', text: null, categoryKey: 'desktop', place: 'MU1' },
      { kind: 'words', text: 'The awarding body asks for recording and editing on one workstation for each student.', categoryKey: null, place: null },
    ],
    recommendedBecause: 'The room is due anyway, it costs far less than new studio computers, and the same software then runs in the room all day.',
    recommendedIfNot: 'The course cannot start.',
    options: [
      nothing('Course cannot run'),
      option('More memory now', {
        kind: 'use_what_we_have', meets: 'partly', meetsWords: 'Slow, one year', laterYears: 'funded', supportHoursOnce: 8,
        costs: [cost({ ...DESKTOPS, name: 'Memory to 16 GB', on: '2026-12-14', quantity: 15, unitPence: 7_650, place: 'MU1', memoryGb: 16 }), STUDIO, TRAINING],
      }),
      option('Better model in 2027/28', {
        recommended: true, laterYears: 'funded', supportHoursOnce: 6,
        costs: [
          cost({ ...DESKTOPS, name: 'A better model than planned', on: '2027-08-16', quantity: 15, unitPence: 32_500, model: 'desktop400', place: 'MU1', memoryGb: 16, storageGb: 512 }), STUDIO, TRAINING,
        ],
      }),
      option('15 studio computers in 2027/28', {
        laterYears: 'not_funded', supportHoursOnce: 30, supportHoursYearly: 20,
        costs: [
          cost({ ...DESKTOPS, name: 'Studio computers, in place of those planned', on: '2027-08-16', quantity: 15, unitPence: 73_800, model: 'desktop400', place: 'MU1', memoryGb: 16, storageGb: 512 }),
          cost({ ...LESSONS, name: 'Studio software, 15 places', on: '2027-09-01', yearlyPence: 71_500 }),
          cost({ ...TRAINING, name: 'Two teachers and the support team, four days', quantity: 4, unitPence: 58_500 }),
        ],
      }),
    ],
  }),
  need({
    name: 'Reading tests on laptops', statement: 'Whole classes of Years 7 and 8 take a reading test in one lesson, three times a year.',
    askedByRole: 'Head of English', askedOn: '2025-10-06', department: 'English', pupils: 380, reason: 'curriculum',
    impact: 'Reading ages are guessed, and help comes a term late.', moscow: 'must', serves: [['1.1', 'essential'], ['2.2', 'helps']],
    options: [nothing('Ages are guessed'), option('The reading platform on the trolleys', { recommended: true, laterYears: 'funded', costs: [paidAlready('Read Along', LESSONS)] })],
  }),
  need({
    name: 'Maths platform', statement: 'Every pupil in Years 10 and 11 practises on the maths platform each week, in school and at home.',
    askedByRole: 'Head of Mathematics', askedOn: '2025-11-10', department: 'Mathematics', pupils: 440, reason: 'curriculum',
    impact: 'Gaps are found in the mock exam and not before.', moscow: 'must', serves: [['1.2', 'essential']],
    options: [nothing('Gaps stay hidden'), option('Places for all pupils', { recommended: true, laterYears: 'funded', costs: [paidAlready('Times and Tables', LESSONS)] })],
  }),
  need({
    name: 'Assistive software for exams', statement: 'Pupils with exam access arrangements use a screen reader and a typing aid in lessons and in the hall.',
    askedByRole: 'SENDCo', askedOn: '2023-11-20', department: 'Learning support', pupils: 46, reason: 'statutory',
    impact: 'The school does not meet its duty, and pupils lose marks they could have had.', moscow: 'must', serves: [['2.2', 'essential'], ['1.1', 'helps']],
    options: [
      nothing('A duty is not met'),
      option('Both titles on 12 laptops', {
        recommended: true, laterYears: 'funded',
        costs: [cost({ ...LESSONS, name: 'Both titles, from the budget for special needs', standing: 'elsewhere', on: '2024-01-15', yearlyPence: 98_000 })],
      }),
    ],
  }),
  need({
    name: 'Faster staff laptops', statement: 'Teachers can open registers, reports and a lesson within a minute of sitting down.',
    askedByRole: 'Deputy head', askedOn: '2025-03-17', reason: 'feedback', impact: 'Five minutes of every lesson go to waiting.', moscow: 'should',
    serves: [['3.1', 'essential'], ['1.2', 'helps']],
    evidence: [{ kind: 'age', text: null, categoryKey: 'laptop', place: null }, { kind: 'words', text: 'Staff survey of March 2025: waiting is named by 61 of 118.', categoryKey: null, place: null }],
    options: [
      nothing('Waiting goes on'),
      option('A fifth replaced each year', {
        recommended: true, laterYears: 'funded',
        costs: [kitAlready('Staff laptops', { categoryKey: 'laptop', costCategory: 'laptops_desktops_tablets', userGroup: 'staff' })],
      }),
    ],
  }),
  need({
    name: 'One sign-on for reports', statement: 'A teacher writes a report without signing in to three programs.', askedByRole: 'Deputy head', askedOn: '2025-09-22',
    reason: 'admin', impact: 'Each report takes nine minutes longer than it needs.', moscow: 'should', serves: [['3.1', 'helps']],
    options: [nothing('Nine minutes a report'), option('Sign-on through the office agreement', { recommended: true, laterYears: 'funded', costs: [paidAlready('Office agreement for schools', OFFICES)] })],
  }),
  need({
    name: 'Filtering on take-home laptops', statement: 'A school laptop is filtered at home as it is in school, and the safeguarding lead sees the alerts.',
    askedByRole: 'Safeguarding lead', askedOn: '2026-02-09', reason: 'safeguarding', impact: 'The school cannot let laptops go home.', moscow: 'must',
    serves: [['4.1', 'essential'], ['2.2', 'helps']],
    options: [
      nothing('Laptops stay in school'),
      option('The filter of the broadband, on the laptop', {
        // It is in the price of the broadband: time, and no more money.
        recommended: true, laterYears: 'funded', supportHoursYearly: 12,
      }),
    ],
  }),
  need({
    name: 'Online safety training for staff', statement: 'Every member of staff knows what to do when a pupil shows them something online.',
    askedByRole: 'Safeguarding lead', askedOn: '2026-05-11', reason: 'statutory', impact: 'Concerns are passed on late or not at all.', moscow: 'must', serves: [['4.1', 'helps']],
    options: [
      nothing('Concerns come late'),
      option('An hour each September', {
        recommended: true, laterYears: 'funded',
        costs: [cost({ ...TRAINING, name: 'An hour for all staff', on: '2026-09-01', quantity: 1, unitPence: 0, yearlyPence: 24_000 })],
      }),
    ],
  }),
  need({
    name: 'Media storage for Photography', statement: 'Students keep two years of photographs where they can reach them from every Art room.',
    askedByRole: 'Head of Art', askedOn: '2026-09-28', department: 'Art', pupils: 38, reason: 'curriculum', neededBy: '2027-09-01',
    impact: 'Work is kept on students’ own sticks, and some of it is lost each year.', moscow: 'could', serves: [],
    options: [
      nothing('Work is lost each year'),
      option('Room on the new storage', {
        recommended: true, laterYears: 'funded',
        costs: [cost({ part: 'kit', name: 'Two more disks', categoryKey: 'storage', costCategory: 'onsite_servers', on: '2027-08-02', quantity: 2, unitPence: 205_000 })],
      }),
    ],
  }),
  need({
    name: 'Reception display screen', statement: 'Visitors see where to go and what is on today.', askedByRole: 'Office manager', askedOn: '2026-10-05', department: 'Administration',
    reason: 'admin', impact: 'Visitors ask at the window, as they do now.', moscow: 'could', serves: [],
    options: [
      nothing('As it is now'),
      option('A 55 inch screen with its player', {
        recommended: true, laterYears: 'not_funded',
        costs: [cost({ part: 'kit', name: 'Screen, bracket and player', categoryKey: 'interactive_panel', costCategory: 'other_hardware', on: '2027-06-01', quantity: 1, unitPence: 220_000, yearlyPence: 15_000 })],
      }),
    ],
  }),
  need({
    name: 'Scoreboard for the sports hall', statement: 'Teams and visitors can see the score from every side of the hall.', askedByRole: 'Head of PE', askedOn: '2026-06-08',
    department: 'Performing arts and PE', reason: 'innovation', impact: 'The score is called out, as it is now.', moscow: 'wont', serves: [],
    options: [
      nothing('As it is now'),
      option('A screen on each side', { costs: [cost({ part: 'kit', name: 'Two screens', categoryKey: 'interactive_panel', costCategory: 'other_hardware', on: '2027-06-01', quantity: 2, unitPence: 118_000 })] }),
    ],
  }),
];
