import { describe, expect, it } from 'vitest';
import { explainHeard, roundSentence } from '../../../../planning/analysis/conversations/sentence.ts';
import { isWith, proposedRound, roundOf, roundYears, sameInRound } from '../../../../planning/analysis/conversations/round.ts';
import { heldProblem } from '../../../../planning/analysis/conversations/talk-check.ts';
import { NO_ANALYSIS, type AnalysisFacts, type Conversation, type RoundPerson } from '../../../../planning/analysis/facts.ts';
import { peopleWords, personInText, personName } from '../../../../planning/analysis/people-words.ts';
import { schoolYearLabel, schoolYearOf } from '../../../../planning/analysis/school-year.ts';
import { CONVERSATION_ROLE_WORDS, type ConversationRole } from '../../../../planning/analysis/vocabulary.ts';
import { AS_OF, department, schoolOf } from '../../fixtures.ts';

const MUSIC = 1;
const ART = 2;
const departments = [department(MUSIC, 'Music'), department(ART, 'Art')];
let next = 1;
const person = (kind: ConversationRole, role: string, departmentId: number | null = null, year = 2026): RoundPerson => ({ id: next++, year, kind, role, departmentId });
const talk = (heldOn: string, role: string, departmentId: number | null = null, notes: Conversation['notes'] = []): Conversation =>
  ({ id: next++, heldOn, kind: 'other', role, departmentId, notes });
const note = (id: number, needId: number | null): Conversation['notes'][number] => ({ id, position: id, direction: 'need', text: 'A note', needId });
const facts = (round: readonly RoundPerson[], conversations: readonly Conversation[] = []) =>
  ({ departments, analysis: { ...NO_ANALYSIS, round, conversations } satisfies AnalysisFacts });
const sentence = (...[round, conversations]: Parameters<typeof facts>): string => roundSentence(facts(round, conversations), 2026, AS_OF).text;

describe('a school year', () => {
  it.each([['2026-08-31', 2025], ['2026-09-01', 2026], ['2027-01-01', 2026], ['2027-08-31', 2026], ['2027-09-01', 2027]])('%s lies in the one that starts in %i', (day, year) => {
    expect(schoolYearOf(day)).toBe(year);
  });
  it('is named by both its years', () => expect(schoolYearLabel(2026)).toBe('2026/27'));
});

describe('somebody on the round', () => {
  it.each([
    ['the same role in other letters', 'senco', null, true],
    ['another role', 'Deputy SENDCo', null, false],
    ['the same role of a department, by one who speaks for the school', 'SENDCo', MUSIC, true],
  ])('is heard by a conversation with %s: %s', (_words, role, departmentId, heard) => {
    const whom = role === 'senco' ? '  SENCO ' : 'SENDCo';
    expect(isWith({ role, departmentId }, { role: whom, departmentId: null })).toBe(heard);
  });

  it('is not heard by a lead of another department, nor by one of no department', () => {
    const lead = { role: 'Subject lead', departmentId: MUSIC };
    expect([ART, null, MUSIC].map((departmentId) => isWith({ role: 'Subject lead', departmentId }, lead))).toEqual([false, false, true]);
  });

  it('is not heard by last year’s conversation, nor by one later than the day looked from', () => {
    const round = [person('senco', 'SENDCo')];
    const held = (...days: string[]): readonly string[] => roundOf({ round, conversations: days.map((day) => talk(day, 'SENDCo')) }, 2026, AS_OF).flatMap(({ conversations }) => conversations.map(({ heldOn }) => heldOn));
    expect(held('2026-08-31', '2026-09-01', '2026-11-21', '2026-11-22')).toEqual(['2026-11-21', '2026-09-01']);
  });

  it('stands before those who have been heard, in the order of the guide', () => {
    const round = [person('support_team', 'ICT team'), person('subject_lead', 'Subject lead', MUSIC), person('senco', 'SENDCo')];
    expect(roundOf({ round, conversations: [talk('2026-10-01', 'Subject lead', MUSIC)] }, 2026, AS_OF).map(({ role }) => role)).toEqual(['SENDCo', 'ICT team', 'Subject lead']);
  });

  it('is told why they count as heard', () => {
    const { analysis, departments: all } = facts([person('subject_lead', 'Subject lead', MUSIC)], [talk('2026-09-07', 'Subject lead', MUSIC), talk('2026-10-12', 'subject lead', MUSIC)]);
    const [heard] = roundOf(analysis, 2026, AS_OF);
    if (heard === undefined) throw new Error('One is on the round.');
    expect(explainHeard({ analysis, departments: all }, heard, AS_OF).map(({ text }) => text)).toEqual([
      'Music subject lead is on the round of 2026/27.',
      'Somebody is heard by a conversation of that school year, September to August and up to 21 Nov 2026, with the role Subject lead of the same department.',
      'There are 2, the last of 12 Oct 2026.',
    ]);
  });
});

describe('the opening sentence of conversations', () => {
  const three = [person('senco', 'SENDCo'), person('exams_officer', 'Exams officer'), person('subject_lead', 'Subject lead', ART)];
  it.each<[string, string, readonly RoundPerson[], readonly Conversation[]]>([
    ['nobody is on it', 'Nobody is on the list of those to be heard this year yet.', [], []],
    ['one waits', 'The one person on the list has not been heard this year yet.', [person('senco', 'SENDCo')], []],
    ['the one was heard', 'The one person on the list has been heard this year.', [person('senco', 'SENDCo')], [talk('2026-10-01', 'SENDCo')]],
    ['none of several', 'None of the 3 people has been heard this year yet.', three, []],
    ['one of several', '1 of 3 people has been heard this year; the SENDCo and the exams officer have not.', three, [talk('2026-10-01', 'Subject lead', ART)]],
    ['all but one', '2 of 3 people have been heard this year; the Art subject lead has not.', three, [talk('2026-10-01', 'SENDCo'), talk('2026-10-01', 'Exams officer')]],
    ['all', 'All 3 people have been heard this year.', three, [talk('2026-10-01', 'SENDCo'), talk('2026-10-01', 'Exams officer'), talk('2026-10-02', 'Subject lead', ART)]],
  ])('where %s: %s', (_case, words, round, conversations) => expect(sentence(round, conversations)).toBe(words));

  it('counts notes that no need has taken up', () => {
    const said = (...needIds: (number | null)[]): string => sentence([person('senco', 'SENDCo')], [talk('2026-10-01', 'SENDCo', null, needIds.map((needId, at) => note(at + 1, needId)))]);
    expect(said(null)).toContain('heard this year. The one note is not part of a need yet.');
    expect(said(4)).toContain('The one note is part of a need.');
    expect(said(null, null)).toContain('None of the 2 notes is part of a need yet.');
    expect(said(null, 4, 5)).toContain('One of 3 notes is not part of a need yet.');
    expect(said(4, 5)).toContain('All 2 notes are part of a need.');
  });

  it('names another year by its years', () => expect(roundSentence(facts([person('senco', 'SENDCo', null, 2025)]), 2025, AS_OF).text).toBe('The one person on the list has not been heard in 2025/26 yet.'));
});

describe('people in a sentence', () => {
  it('are a role with its department, and the department keeps its capital', () => {
    const lead = { kind: 'subject_lead', role: 'Subject lead', departmentId: ART } as const;
    expect([personName(lead, departments), personInText(lead, departments)]).toEqual(['Art subject lead', 'the Art subject lead']);
    const named = { kind: 'subject_lead', role: 'Music subject lead', departmentId: MUSIC } as const;
    expect([personName(named, departments), personInText(named, departments)]).toEqual(['Music subject lead', 'the Music subject lead']);
    expect(personInText({ role: 'SENDCo', departmentId: null }, departments)).toBe('the SENDCo');
    expect(personInText({ role: 'Exams officer', departmentId: 99 }, departments)).toBe('the exams officer');
  });

  it('are named up to three, then counted, and agree with their verb', () => {
    const who = (...people: readonly RoundPerson[]) => peopleWords(people, departments);
    const [senco, exams, nurse, site, pupils] = [person('senco', 'SENDCo'), person('exams_officer', 'Exams officer'), person('nurse', 'School nurse'), person('site', 'Site team'), person('pupils', 'Pupils')];
    expect(who(senco)).toEqual({ who: 'the SENDCo', has: 'has' });
    expect(who(pupils)).toEqual({ who: 'the pupils', has: 'have' });
    expect(who(senco, exams, nurse).who).toBe('the SENDCo, the exams officer and the school nurse');
    expect(who(senco, exams, nurse, site).who).toBe('the SENDCo, the exams officer and 2 others');
  });
});

describe('a round made in one press', () => {
  const roles = (...[snapshot, year, from]: Parameters<typeof proposedRound>): string[] => proposedRound(snapshot, year, from).map((each) => personName(each, snapshot.departments));

  it('has a lead for each department that teaches, and every usual role once', () => {
    const taught = schoolOf({ departments: [department(3, 'Office'), department(MUSIC, 'Music', { pupils: 400 }), department(ART, 'Art', { pupils: 300 })] });
    const usual = Object.entries(CONVERSATION_ROLE_WORDS).filter(([kind]) => kind !== 'subject_lead' && kind !== 'other').map(([, words]) => words);
    expect(roles(taught, 2026, 'departments')).toEqual(['Art subject lead', 'Music subject lead', ...usual]);
    // Where nobody has written down pupils, nobody can tell an office from a subject.
    expect(roles(schoolOf({ departments: [department(3, 'Office'), department(ART, 'Art')] }), 2026, 'departments').slice(0, 2)).toEqual(['Art subject lead', 'Office subject lead']);
  });

  it('takes over last year’s people and nobody who is there already', () => {
    const analysis = { ...NO_ANALYSIS, round: [person('senco', 'SENDCo', null, 2025), person('nurse', 'School nurse', null, 2025), person('senco', ' sendco', null, 2026), person('site', 'Site team', null, 2024)] };
    expect(roles(schoolOf({ analysis }), 2026, 'last_year')).toEqual(['School nurse']);
    expect(proposedRound(schoolOf({ analysis, departments }), 2026, 'departments').filter(({ role }) => role === 'SENDCo')).toEqual([]);
    expect(proposedRound(schoolOf({ analysis }), 2030, 'last_year')).toEqual([]);
  });

  it('finds the same person by role and department, but for the one that is being changed', () => {
    const there = person('senco', 'SENDCo');
    const asked = { year: 2026, kind: 'other', role: 'SendCo ', departmentId: null } as const;
    expect(sameInRound({ round: [there] }, asked, null)).toBe(there);
    expect(sameInRound({ round: [there] }, asked, there.id)).toBeNull();
    expect(sameInRound({ round: [there] }, { ...asked, year: 2025 }, null)).toBeNull();
    expect(sameInRound({ round: [there] }, { ...asked, departmentId: ART }, null)).toBeNull();
  });

  it('knows the years that have a round or a conversation, and the present one', () =>
    expect(roundYears({ round: [person('senco', 'SENDCo', null, 2024)], conversations: [talk('2026-08-31', 'SENDCo')] }, AS_OF)).toEqual([2026, 2025, 2024]));
});

it('a conversation is not held tomorrow', () => {
  expect(heldProblem('2026-11-22', AS_OF)).toEqual({ field: 'heldOn', text: '22 November 2026 is still to come. Give the day on which it was held, 21 November 2026 or earlier.' });
  expect(heldProblem(AS_OF, AS_OF)).toBeNull();
});
