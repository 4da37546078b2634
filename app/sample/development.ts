import type { CriterionStatus, Term } from '../../planning/analysis/vocabulary.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';

/*
 * Hillcrest's school development plan for three years: four areas, seven objectives. The school calls them areas,
 * priorities and objectives; people are roles.
 */

export type SampleObjective = {
  readonly area: string;
  readonly priority: string;
  readonly number: string;
  /** As it heads a column. */
  readonly name: string;
  readonly statement: string;
  readonly leadRole: string;
  readonly criteria: readonly (readonly [text: string, status: CriterionStatus])[];
  readonly actions: readonly {
    readonly text: string; readonly leadRole: string; readonly startsOn: IsoDate | null; readonly dueOn: IsoDate; readonly doneOn: IsoDate | null;
    readonly costPence: Pence | null;
  }[];
  readonly progress: readonly { readonly year: number; readonly term: Term; readonly writtenOn: IsoDate; readonly role: string; readonly text: string }[];
};

export const DEVELOPMENT_PLAN = {
  name: 'School development plan 2026 to 2029', startsOn: '2026-09-01', endsOn: '2029-08-31', ownerRole: 'Headteacher',
  areaHeading: 'Area', priorityHeading: 'Priority', objectiveHeading: 'Objective',
} as const;

type Action = SampleObjective['actions'][number];
const action = (text: string, leadRole: string, dueOn: IsoDate, more: Partial<Action> = {}): Action =>
  ({ text, leadRole, startsOn: null, dueOn, doneOn: null, costPence: null, ...more });
const autumn = (writtenOn: IsoDate, role: string, text: string): SampleObjective['progress'][number] => ({ year: 2026, term: 'autumn', writtenOn, role, text });

export const OBJECTIVES: readonly SampleObjective[] = [
  {
    area: 'Achievement', priority: 'Every pupil reads and reckons well', number: '1.1', name: 'Reading Y7, Y8',
    statement: 'Nine in ten pupils in Years 7 and 8 read at or above their age by July 2028.', leadRole: 'Head of English',
    criteria: [['Reading ages are tested three times a year', 'met'], ['Nine in ten pupils at or above their age', 'in_progress']],
    actions: [
      action('Test every pupil in Years 7 and 8 on Trolley B and C', 'Head of English', '2026-10-16', { doneOn: '2026-10-14' }),
      action('Reading time of 20 minutes a day in tutor groups', 'Assistant head, teaching', '2026-12-04', { startsOn: '2026-09-07' }),
    ],
    progress: [autumn('2026-11-06', 'Head of English', 'First test done in both years; 71% at or above their age. Trolley B was short by two laptops for a week.')],
  },
  {
    area: 'Achievement', priority: 'Every pupil reads and reckons well', number: '1.2', name: 'KS4 maths',
    statement: 'Grade 5 or better in mathematics for half of Year 11 by 2028.', leadRole: 'Head of Mathematics',
    criteria: [['Every pupil in Years 10 and 11 uses the maths platform weekly', 'partially_met'], ['Half of Year 11 at grade 5 or better', 'in_progress']],
    actions: [action('Logins for the 60 pupils who joined in September', 'Data manager', '2026-09-25', { doneOn: '2026-09-23', costPence: 100_000 })],
    progress: [autumn('2026-11-09', 'Head of Mathematics', '71% of the 60 new pupils use the platform weekly so far.')],
  },
  {
    area: 'Curriculum and teaching', priority: 'A curriculum that leads somewhere', number: '2.1', name: 'Music Tech',
    statement: 'A level Music Technology taught from September 2027 with at least 14 students.', leadRole: 'Head of Music',
    criteria: [['Course approved by the governors', 'met'], ['14 students have signed up', 'not_started'], ['A workstation for each student', 'not_started']],
    actions: [
      action('Options evening', 'Assistant head, sixth form', '2027-02-04'),
      action('Say which workstations the course will have', 'Network manager', '2026-11-27', { startsOn: '2026-10-12' }),
    ],
    progress: [],
  },
  {
    area: 'Curriculum and teaching', priority: 'A curriculum that leads somewhere', number: '2.2', name: 'SEND',
    statement: 'Every pupil with exam access arrangements works with their own tools all year, not only in the hall.', leadRole: 'SENDCo',
    criteria: [['Tools in place in every subject by Easter', 'in_progress'], ['No pupil meets their tool for the first time in an exam', 'not_met']],
    actions: [action('Screen reader and typing aid on the laptops of Trolley A', 'Network manager', '2026-12-01', { startsOn: '2026-11-02' })],
    progress: [autumn('2026-11-12', 'SENDCo', 'Works in English and humanities; science rooms still to do.')],
  },
  {
    area: 'People and attendance', priority: 'Time goes to pupils', number: '3.1', name: 'Workload',
    statement: 'Teachers spend an hour a week less on data and reports by July 2027.', leadRole: 'Deputy head',
    criteria: [['A report takes less than six minutes', 'partially_met'], ['Staff survey: workload manageable for three in four', 'in_progress']],
    actions: [action('Ask all staff again', 'Deputy head', '2027-03-12')],
    progress: [],
  },
  {
    area: 'People and attendance', priority: 'Time goes to pupils', number: '3.2', name: 'Attendance',
    statement: 'Attendance above 94% in every year group.', leadRole: 'Attendance lead',
    criteria: [['Above 94% in every year group', 'in_progress']],
    actions: [action('Meet the families of pupils below 90%', 'Attendance lead', '2026-12-11', { startsOn: '2026-09-14' })],
    progress: [autumn('2026-11-13', 'Attendance lead', 'Years 7 and 8 above 94%; Year 10 at 91%.')],
  },
  {
    area: 'Safeguarding', priority: 'Safe wherever they work', number: '4.1', name: 'Online safety',
    statement: 'Pupils are as safe on a school laptop at home as in school.', leadRole: 'Safeguarding lead',
    criteria: [['Filtering works on every laptop that goes home', 'in_progress'], ['All staff trained each September', 'met']],
    actions: [action('Test the filter on ten laptops at home', 'Network manager', '2026-11-13', { startsOn: '2026-10-05' })],
    progress: [autumn('2026-11-10', 'Safeguarding lead', 'Training done on 1 September: 148 of 152 members of staff.')],
  },
];
