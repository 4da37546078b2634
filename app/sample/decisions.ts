import type { Decision, Telling, WeighedOption } from '../../planning/analysis/facts.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';

/* What Hillcrest has decided, the oldest first, and what waits. Its three moves of money of 2026/27 each belong to one. */

/** A decision with its need and chosen option by name, and its move of money by its reason. */
export type SampleDecision = Omit<Decision, 'id' | 'number' | 'needId' | 'optionId' | 'mergedIntoNeedId' | 'virementId' | 'replacesId' | 'weighed' | 'tellings'> & {
  readonly need: string | null;
  readonly option: string | null;
  readonly virementReason: string | null;
  readonly weighed: readonly Omit<WeighedOption, 'id' | 'position'>[];
  readonly tellings: readonly Omit<Telling, 'id' | 'position'>[];
};

const decision = (parts: Pick<SampleDecision, 'title' | 'decider'> & Partial<SampleDecision>): SampleDecision => ({
  need: null, choice: null, option: null, decideBy: null, decidedOn: null, because: null, ifNot: null, conditions: null, workaround: null, whoNote: null,
  reviewOn: null, reviewQuestion: null, reviewedOn: null, outcome: null, pilotUntil: null, pilotMeasure: null, virementReason: null, weighed: [], tellings: [], ...parts,
});

const weighed = (name: string, pounds: number | null, follows: string, chosen = false): SampleDecision['weighed'][number] =>
  ({ name, pence: pounds === null ? null : (pounds * 100) satisfies Pence, follows, chosen });
const told = (role: string, on: IsoDate, how: string, what: string | null = null): SampleDecision['tellings'][number] => ({ role, what, dueOn: on, toldOn: on, how });
const toTell = (role: string, dueOn: IsoDate, what: string | null = null): SampleDecision['tellings'][number] => ({ role, what, dueOn, toldOn: null, how: null });
const everyone = (on: IsoDate, how: string, ...roles: readonly string[]): SampleDecision['tellings'] => roles.map((role) => told(role, on, how));

const LEADERS = 'Leadership team';

export const DECISIONS: readonly SampleDecision[] = [
  decision({
    title: 'Assistive software for exams', need: 'Assistive software for exams', choice: 'approve', option: 'Both titles on 12 laptops', decider: LEADERS, decidedOn: '2023-12-08',
    because: 'The school has a duty, and 46 pupils have arrangements.', ifNot: 'Pupils lose marks they could have had.', reviewOn: '2026-12-11', reviewQuestion: 'Is it used outside the hall?',
    tellings: everyone('2023-12-11', 'at briefing', 'SENDCo', 'Exams officer'),
  }),
  decision({
    title: 'Faster staff laptops', need: 'Faster staff laptops', choice: 'approve', option: 'A fifth replaced each year', decider: 'Finance committee', decidedOn: '2025-05-07',
    because: 'Waiting was named by 61 of 118 members of staff.', ifNot: 'Five minutes of every lesson go to waiting.', reviewOn: '2027-05-05', reviewQuestion: 'What does the next survey say?',
    tellings: everyone('2025-05-09', 'at briefing', 'All staff', 'Business manager'),
  }),
  decision({
    title: 'Reading tests on laptops', need: 'Reading tests on laptops', choice: 'approve', option: 'The reading platform on the trolleys', decider: LEADERS, decidedOn: '2025-10-17',
    because: 'Reading is the first objective, and the trolleys are there.', reviewOn: '2027-07-09', reviewQuestion: 'Are all three tests done each year?', tellings: everyone('2025-10-20', 'by message', 'Head of English', 'Data manager'),
  }),
  decision({
    title: 'One sign-on for reports', need: 'One sign-on for reports', choice: 'approve', option: 'Sign-on through the office agreement', decider: LEADERS, decidedOn: '2025-11-14',
    because: 'Teachers lost nine minutes a report.', reviewOn: '2026-11-14', reviewQuestion: 'How long does a report take now?',
    tellings: everyone('2025-11-17', 'at briefing', 'All staff', 'Data manager', 'Business manager', 'Head of Year 11', 'Network manager', 'Governors'),
  }),
  decision({
    title: 'Pupil laptops kept four years', choice: 'approve', decider: 'Finance committee', decidedOn: '2025-12-12', because: 'Batteries fail in year five.',
    ifNot: 'A trolley is short by a third in its last year.', reviewOn: '2026-12-12', reviewQuestion: 'Are the batteries of the 2023 laptops still good?',
    weighed: [weighed('Keep four years', null, 'Every laptop lasts a lesson', true), weighed('Keep five years', null, 'Batteries fail in the last year')],
    tellings: everyone('2025-12-15', 'by message', 'Network manager', 'Business manager', 'Heads of department', 'Site manager', 'Headteacher'),
  }),
  decision({
    title: 'Filtering on take-home laptops', need: 'Filtering on take-home laptops', choice: 'approve', option: 'The filter of the broadband, on the laptop', decider: 'Headteacher', decidedOn: '2026-03-02',
    because: 'It is in the price of the broadband.', reviewOn: '2027-03-01', reviewQuestion: 'Were the alerts seen in time?', tellings: everyone('2026-03-03', 'in person', 'Safeguarding lead', 'Network manager'),
  }),
  decision({
    title: 'Servers stay under warranty, always', choice: 'approve', decider: 'Governors', decidedOn: '2026-04-30', because: 'Two days without registers in 2023.', ifNot: 'A failure stops the school for days.',
    reviewOn: '2028-04-28', tellings: everyone('2026-05-04', 'in Kitplan', 'Network manager', 'Business manager', 'Headteacher', 'Data manager'),
  }),
  decision({
    title: 'Stop buying desktop printers', choice: 'approve', decider: 'Business manager', decidedOn: '2026-05-08', because: 'A page costs four times as much.', reviewOn: '2027-05-07',
    tellings: [...everyone('2026-05-11', 'by message', 'Heads of department', 'Office manager', 'Network manager'), toTell('Head of Art', '2026-06-01', 'Where to print photographs'), toTell('Medical room', '2026-06-01', 'Which printer is private')],
  }),
  decision({
    title: 'Online safety training for staff', need: 'Online safety training for staff', choice: 'approve', option: 'An hour each September', decider: 'Headteacher', decidedOn: '2026-06-05',
    because: 'The law asks for it, and staff development pays.', reviewOn: '2027-09-06', tellings: everyone('2026-06-08', 'by message', 'Safeguarding lead', 'All staff'),
  }),
  decision({
    title: 'Three pupil laptops for Trolley C', choice: 'approve', decider: 'Business manager', decidedOn: '2026-07-02', because: 'Three were broken in one term, and a class has 30 pupils.', virementReason: 'Server repair came under warranty',
    reviewOn: '2026-09-11', reviewedOn: '2026-09-11', outcome: 'Trolley C full again on 9 September', tellings: everyone('2026-07-03', 'by message', 'Head of Year 8', 'Network manager'),
  }),
  decision({
    title: 'Decline the scoreboard for the sports hall', need: 'Scoreboard for the sports hall', choice: 'decline', decider: LEADERS, decidedOn: '2026-07-03', because: 'It serves no objective, and the year’s money is spoken for.',
    workaround: 'The hall’s projector shows the score on match days; the network manager has set it up.', reviewOn: '2027-07-02',
    tellings: [told('Head of PE', '2026-07-06', 'in person', 'Why, and how to use the projector'), toTell('Parents’ association', '2026-09-30', 'That they may give it')],
  }),
  decision({
    title: 'Move £1,000 to the maths platform', need: 'Maths platform', choice: 'approve', option: 'Places for all pupils', decider: 'Headteacher', decidedOn: '2026-09-18',
    because: '60 more pupils joined Years 10 and 11 than the roll forecast, and other hardware had £1,500 not yet promised.', ifNot: 'Two classes would share logins until April, and maths could not see who needs help.',
    whoNote: 'Asked by the business manager, agreed by the headteacher. The network manager preferred B.', virementReason: 'Maths platform, 60 more pupils than expected',
    reviewOn: '2027-01-29', reviewQuestion: 'Is it used weekly by 80% of the 60?', outcome: '71% of the 60 use it weekly so far',
    weighed: [
      weighed('Leave it: 60 pupils share logins', 0, 'Marks cannot be told apart'), weighed('Buy 60 places from learning resources', 1_000, 'That code would finish £800 over'),
      weighed('Buy 60 places, money from other hardware', 1_000, 'One projector waits a term', true), weighed('Free version for the 60', 0, 'No record of progress'),
    ],
    tellings: [told('Head of Mathematics', '2026-09-18', 'by message'), told('Head of Science', '2026-09-18', 'in person', 'A projector waits a term'), told('Business manager', '2026-09-18', 'in Kitplan', 'Posts the virement')],
  }),
  decision({
    title: 'Replace the projector in Science', choice: 'approve', decider: 'Business manager', decidedOn: '2026-11-04', because: 'A second projector failed, and there is no spare left.', virementReason: 'Second projector failed in Science, no spare left',
    reviewOn: '2027-01-15', reviewQuestion: 'Is other hardware still enough for the year?', outcome: 'Fitted on 11 November', tellings: everyone('2026-11-05', 'in person', 'Head of Science', 'Network manager'),
  }),
  decision({ title: 'Music Technology suite: choose an option', need: 'Music Technology suite', decider: LEADERS, decideBy: '2026-11-27' }),
  decision({
    title: 'How to close the shortfall of 2028/29', decider: 'Finance committee', decideBy: '2026-12-11',
    weighed: [weighed('Spread the cost over three years', 0, 'Pupil laptops last a year longer'), weighed('Find more money', 23_493, 'Nothing waits'), weighed('Essentials only', 0, 'Displays and Wi-Fi wait')],
  }),
  decision({ title: 'Media storage for Photography: now, or with the new storage', need: 'Media storage for Photography', decider: 'Business manager', decideBy: '2027-01-15' }),
  decision({
    title: 'Printing lease: give notice or let it renew', decider: 'Business manager', decideBy: '2027-01-31',
    weighed: [weighed('Let it renew', 29_731, 'As it is now'), weighed('Give notice and ask for three quotes', null, 'Ten weeks of work before July 2028')],
  }),
];
