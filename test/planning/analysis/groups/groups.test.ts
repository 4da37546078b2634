import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GroupMember, PeopleGroup } from '../../../../planning/analysis/facts.ts';
import { backingWords } from '../../../../planning/analysis/groups/backing.ts';
import { backingProblem, ideaProblem } from '../../../../planning/analysis/groups/checks.ts';
import { explainSpan, spanOfGroups, spanSentence } from '../../../../planning/analysis/groups/span.ts';
import { explainUptake, groupsSentence, uptakeOf, uptakeWords } from '../../../../planning/analysis/groups/uptake.ts';
import { CONVERSATION_ROLES, IDEA_FATES, type ConversationRole, type IdeaFate } from '../../../../planning/analysis/vocabulary.ts';
import { AS_OF, department, schoolOf } from '../../fixtures.ts';

const [MUSIC, ART, MATHS, OFFICE] = [1, 2, 3, 4];
const departments = [department(OFFICE, 'Office'), department(MUSIC, 'Music', { pupils: 400 }), department(ART, 'Art', { pupils: 300 }), department(MATHS, 'Maths', { pupils: 1140 })];
let next = 1;
const member = (kind: ConversationRole, departmentId: number | null = null): GroupMember => ({ id: next++, kind, role: 'Somebody', departmentId });
const spanOf = (...members: readonly GroupMember[]) => spanOfGroups([{ members }], departments);
const names = (list: readonly { readonly name: string; readonly members: readonly unknown[] }[], there: boolean): string[] => list.filter(({ members }) => members.length > 0 === there).map(({ name }) => name);

describe('how well a group spans the school', () => {
  it('counts departments that teach, and an office only where somebody of it is a member', () => {
    expect(spanOf(member('subject_lead', ART)).departments.map(({ name }) => name)).toEqual(['Art', 'Maths', 'Music']);
    expect(spanOf(member('finance', OFFICE)).departments.map(({ name }) => name)).toEqual(['Art', 'Maths', 'Music', 'Office']);
    const untaught = [department(1, 'Music'), department(2, 'Office')];
    expect(spanOfGroups([], untaught).departments).toHaveLength(2);
  });

  it('tells who is in it and who is not, and every member stands in exactly one kind', () => {
    const span = spanOf(member('subject_lead', ART), member('subject_lead', ART), member('pupils'));
    expect([names(span.departments, true), names(span.departments, false)]).toEqual([['Art'], ['Maths', 'Music']]);
    expect(names(span.kinds, true)).toEqual(['Subject lead', 'Pupils']);
    expect(names(span.kinds, false)).toHaveLength(CONVERSATION_ROLES.length - 3);
    fc.assert(fc.property(fc.array(fc.record({ kind: fc.constantFrom(...CONVERSATION_ROLES), departmentId: fc.constantFrom(null, MUSIC, ART, OFFICE) })), (people) => {
      const members = people.map((each, id): GroupMember => ({ id, role: 'Somebody', ...each }));
      const { kinds, departments: spanned } = spanOfGroups([{ members }], departments);
      expect(kinds.reduce((sum, kind) => sum + kind.members.length, 0)).toBe(members.length);
      expect(spanned.reduce((sum, each) => sum + each.members.length, 0)).toBe(members.filter(({ departmentId }) => departmentId !== null).length);
    }));
  });

  it.each<[string, readonly GroupMember[]]>([
    ['It has no members yet, so nobody can say how well it spans the school.', []],
    ['Its one member comes from none of the three departments. One of 13 kinds of people is in it. Nobody in it speaks for parents.', [member('pupils')]],
    ['Its two members come from two of three departments; Music has nobody in it. One of 13 kinds of people is in it. Nobody in it speaks for pupils and parents.', [member('subject_lead', ART), member('subject_lead', MATHS)]],
    ['Its five members come from all of the three departments. Three of 13 kinds of people are in it.', [member('subject_lead', ART), member('subject_lead', MATHS), member('subject_lead', MUSIC), member('pupils'), member('parents')]],
  ])('%s', (words, members) => expect(spanSentence(spanOf(...members)).text).toBe(words));

  it('counts departments that are missing once three are too many to name', () => {
    const many = ['Art', 'Biology', 'Chemistry', 'Drama', 'English'].map((name, at) => department(at + 1, name, { pupils: 100 }));
    expect(spanSentence(spanOfGroups([{ members: [member('subject_lead', 1)] }], many)).text).toMatch(/^Its one member comes from one of five departments; Biology, Chemistry and two more have nobody in it\. /u);
  });

  it('says what it counts', () => expect(explainSpan(schoolOf({ departments }), spanOf(member('pupils'))).map(({ text }) => text)).toEqual([
    '1 member: each counts for its department and for its kind of person.',
    'The 3 departments with pupils are counted. Others are counted where somebody of them is a member.',
    'A member without a department, such as pupils or parents, counts for a kind of person alone.',
  ]));
});

const ideas = (counts: Partial<Record<IdeaFate, number>>): { readonly fate: IdeaFate }[] => IDEA_FATES.flatMap((fate) => Array.from({ length: counts[fate] ?? 0 }, () => ({ fate })));

describe('the share of ideas taken up', () => {
  it.each<[Partial<Record<IdeaFate, number>>, number | null, string]>([
    [{}, null, 'none settled yet'],
    [{ raised: 3, considered: 2 }, null, 'none settled yet'],
    // 1 ÷ 2: too few for a share.
    [{ taken_up: 1, declined: 1, raised: 9 }, 50, '1 of 2 settled'],
    // (3 + 2) ÷ 8 = 62.5, half up.
    [{ taken_up: 3, piloted: 2, declined: 3, raised: 40 }, 63, '5 of 8 settled, 63%'],
    // 1 ÷ 3 = 33.3 and 2 ÷ 3 = 66.7.
    [{ taken_up: 2, declined: 4 }, 33, '2 of 6 settled, 33%'],
    [{ piloted: 4, declined: 2 }, 67, '4 of 6 settled, 67%'],
    [{ declined: 7 }, 0, '0 of 7 settled, 0%'],
    [{ taken_up: 5 }, 100, '5 of 5 settled, 100%'],
  ])('of %j is %s: %s', (counts, percent, words) => {
    const uptake = uptakeOf(ideas(counts));
    expect([uptake.percent, uptakeWords(uptake)]).toEqual([percent, words]);
  });

  it('does not move with ideas that nobody has answered, and never leaves 0 to 100', () => {
    const count = fc.nat(40);
    fc.assert(fc.property(fc.record({ taken_up: count, piloted: count, declined: count }), count, count, (settled, raised, considered) => {
      const { percent } = uptakeOf(ideas(settled));
      expect(uptakeOf(ideas({ ...settled, raised, considered })).percent).toBe(percent);
      if (percent !== null) expect(percent >= 0 && percent <= 100).toBe(true);
      // One more that is taken up never lowers it.
      expect(uptakeOf(ideas({ ...settled, taken_up: settled.taken_up + 1 })).percent).toBeGreaterThanOrEqual(percent ?? 0);
    }));
  });

  it('answers why', () => expect(explainUptake(uptakeOf(ideas({ taken_up: 3, piloted: 2, declined: 3, raised: 1 }))).map(({ text }) => text)).toEqual([
    '9 ideas: 3 taken up, 2 on trial, 3 declined.',
    'One is raised or being considered. Nobody has answered it, so it counts neither for nor against.',
    'Taken up and on trial, of those settled: 5 ÷ 8 = 63%.',
  ]));
});

describe('the opening sentence of user groups', () => {
  const group = (name: string, counts: Partial<Record<IdeaFate, number>> = {}, backerRole: string | null = 'Deputy head'): PeopleGroup => ({
    id: next++, name, aims: null, backerRole, backedOn: null, meets: null, objectiveIds: [], members: [],
    ideas: ideas(counts).map(({ fate }, id) => ({ id, raisedOn: AS_OF, text: 'An idea', fate, because: null, needId: null })),
  });
  it.each<[string, readonly PeopleGroup[]]>([
    ['No user group is written down yet.', []],
    ['One user group has raised no idea yet.', [group('Leads')]],
    ['One user group has raised one idea; it has no answer yet. Nobody of the leadership team backs it.', [group('Leads', { raised: 1 }, null)]],
    ['Two user groups have raised three ideas; none has an answer yet. Nobody of the leadership team backs Pupils.', [group('Leads', { raised: 2, considered: 1 }), group('Pupils', {}, null)]],
    ['One user group has raised one idea; the one settled was declined.', [group('Leads', { declined: 1 })]],
    ['One user group has raised four ideas; all three settled were declined.', [group('Leads', { declined: 3, raised: 1 })]],
    ['Two user groups have raised five ideas; 3 of the 4 settled were taken up or are on trial. Nobody of the leadership team backs two of them.', [group('Leads', { taken_up: 2, declined: 1 }, null), group('Pupils', { piloted: 1, raised: 1 }, null)]],
  ])('%s', (words, groups) => expect(groupsSentence(groups).text).toBe(words));
});

describe('what cannot be written down of a group', () => {
  it('is a declined idea without a reason, and one raised tomorrow', () => {
    const idea = { raisedOn: AS_OF, fate: 'declined', because: null } as const;
    expect(ideaProblem(idea, AS_OF)).toMatchObject({ field: 'because', text: expect.stringContaining('owed a reason') as string });
    expect(ideaProblem({ ...idea, because: 'Fire doors' }, AS_OF)).toBeNull();
    expect(ideaProblem({ ...idea, fate: 'raised' }, AS_OF)).toBeNull();
    expect(ideaProblem({ ...idea, fate: 'raised', raisedOn: '2026-11-22' }, AS_OF)).toMatchObject({ field: 'raisedOn' });
  });

  it('is a day since when nobody backs it, and a day to come', () => {
    expect(backingProblem({ backerRole: null, backedOn: '2025-09-01' }, AS_OF)).toMatchObject({ field: 'backerRole' });
    expect(backingProblem({ backerRole: 'Deputy head', backedOn: '2026-11-22' }, AS_OF)).toMatchObject({ field: 'backedOn' });
    expect(backingProblem({ backerRole: 'Deputy head', backedOn: null }, AS_OF)).toBeNull();
    expect(backingWords({ backerRole: 'Deputy head', backedOn: '2025-09-01' })).toBe('Deputy head, since 1 September 2025');
    expect(backingWords({ backerRole: null, backedOn: null })).toBeNull();
  });
});
