import type { ConversationRole, IdeaFate, TalkDirection } from '../../planning/analysis/vocabulary.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';

/* Whom Hillcrest's network manager has heard this year, and what they said; and the group that speaks for the pupils and staff who use the kit. */

export type SamplePerson = { readonly kind: ConversationRole; readonly role: string; readonly department: string | null };
type Said = readonly [direction: TalkDirection, text: string, need: string | null];
export type SampleTalk = SamplePerson & { readonly heldOn: IsoDate; readonly notes: readonly Said[] };

const person = (kind: ConversationRole, role: string, department: string | null = null): SamplePerson => ({ kind, role, department });
const MUSIC = person('subject_lead', 'Head of Music', 'Music');
const ENGLISH = person('subject_lead', 'Head of English', 'English');
const MATHS = person('subject_lead', 'Head of Mathematics', 'Mathematics');
const ART = person('subject_lead', 'Head of Art', 'Art');
const SENCO = person('senco', 'SENDCo', 'Learning support');
const SAFEGUARDING = person('safeguarding_lead', 'Safeguarding lead');
const DATA = person('data_manager', 'Data manager', 'Administration');
const LEADERS = person('leadership', 'Deputy head');
const SUPPORT = person('support_team', 'Network manager', 'IT support');

/** Who is to be heard in 2026/27. */
export const ROUND: { readonly year: number; readonly people: readonly SamplePerson[] } = {
  year: 2026,
  people: [
    MUSIC, ENGLISH, MATHS, ART, person('subject_lead', 'Head of Science', 'Science'), SENCO, SAFEGUARDING, DATA, LEADERS, SUPPORT,
    person('exams_officer', 'Exams officer', 'Administration'), person('pastoral', 'Attendance lead'), person('site', 'Site manager'), person('pupils', 'School council'),
  ],
};

export const TALKS: readonly SampleTalk[] = [
  { ...ENGLISH, heldOn: '2026-09-29', notes: [['need', 'Trolley B is short of laptops in test weeks.', 'Reading tests on laptops'], ['offer', 'The test can be spread over two days; that would do.', 'Reading tests on laptops']] },
  { ...SAFEGUARDING, heldOn: '2026-10-01', notes: [['need', 'Alerts at the weekend are seen on Monday.', 'Filtering on take-home laptops'], ['offer', 'Alerts can go to two people at once.', 'Filtering on take-home laptops']] },
  { ...MATHS, heldOn: '2026-10-05', notes: [['need', 'The new pupils have no logins yet.', 'Maths platform']] },
  { ...ART, heldOn: '2026-10-08', notes: [['need', 'Students keep their photographs on sticks and lose them.', 'Media storage for Photography'], ['offer', 'The storage is replaced in 2028/29; room could be planned in.', 'Media storage for Photography']] },
  { ...MUSIC, heldOn: '2026-10-12', notes: [['need', '15 places with 16 GB each. Home laptops are not an option for assessed work.', 'Music Technology suite']] },
  { ...SUPPORT, heldOn: '2026-10-19', notes: [['offer', 'The MU1 desktops are due in 2027/28 anyway. A better model then beats new studio computers now.', 'Music Technology suite']] },
  { ...SENCO, heldOn: '2026-10-21', notes: [['need', 'Science rooms still lack the screen reader.', 'Assistive software for exams'], ['need', 'Could pupils dictate in the library without disturbing others?', null]] },
  { ...DATA, heldOn: '2026-11-02', notes: [['need', 'Report week still means three sign-ons for part-time staff.', 'One sign-on for reports']] },
  { ...LEADERS, heldOn: '2026-11-04', notes: [['need', 'Go ahead only with 14 sign-ups. Options evening is 4 February.', 'Music Technology suite'], ['need', 'Is there anything ICT can do for attendance? Ask the attendance lead.', null]] },
];

export const GROUP: {
  readonly name: string; readonly aims: string; readonly backerRole: string; readonly backedOn: IsoDate; readonly meets: string; readonly objectives: readonly string[];
  readonly members: readonly SamplePerson[];
  readonly ideas: readonly { readonly raisedOn: IsoDate; readonly text: string; readonly fate: IdeaFate; readonly because: string | null; readonly need: string | null }[];
} = {
  name: 'ICT users’ group', aims: 'Say early what gets in the way, and try things before the school buys them.', backerRole: 'Deputy head', backedOn: '2025-09-08',
  meets: 'Once every half term, 30 minutes after school', objectives: ['3.1', '2.2'],
  members: [LEADERS, ENGLISH, MATHS, SENCO, person('subject_lead', 'Science teacher', 'Science'), person('pupils', 'School council'), SUPPORT],
  ideas: [
    { raisedOn: '2025-10-14', text: 'Sign in once for reports', fate: 'taken_up', because: null, need: 'One sign-on for reports' },
    { raisedOn: '2025-11-25', text: 'Laptops that wake faster', fate: 'taken_up', because: null, need: 'Faster staff laptops' },
    { raisedOn: '2026-01-27', text: 'A tablet for every teacher', fate: 'declined', because: 'The laptop does what it would be used for, and two devices each cost twice to keep.', need: null },
    { raisedOn: '2026-06-16', text: 'Borrow a camera kit from the library', fate: 'piloted', because: null, need: null },
    { raisedOn: '2026-11-10', text: 'Dictation for pupils who write slowly', fate: 'raised', because: null, need: null },
  ],
};
