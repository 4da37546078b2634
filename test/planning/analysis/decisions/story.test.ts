import { describe, expect, it } from 'vitest';
import { reallocations, storySentences, storyTotal, yearsOfMoves } from '../../../../planning/analysis/decisions/story.ts';
import { decidedWords, repliesTo, replyTo } from '../../../../planning/analysis/decisions/reply.ts';
import type { MadeDecision } from '../../../../planning/analysis/decisions/log.ts';
import type { Decision } from '../../../../planning/analysis/facts.ts';
import { NO_FINANCE, type FinanceFacts, type Virement } from '../../../../planning/budget/finance.ts';
import type { CostCategory } from '../../../../planning/vocabulary.ts';
import { AS_OF } from '../../fixtures.ts';
import { decisionOn, needFor, needOption, schoolWith } from '../analysis-fixtures.ts';

const at = (costCategory: CostCategory) => ({ fundKey: 'delegated', costCategory, nature: 'revenue' } as const);
const [E20A, E20B, E20C, E20F] = [at('connectivity'), at('onsite_servers'), at('it_learning_resources'), at('other_hardware')];
const move = (id: number, from: Virement['from'], to: Virement['to'], pence: number, agreedOn: string | null, reason = 'Needed more there'): Virement =>
  ({ id, year: 2026, from, to, pence, reason, askedBy: 'Network manager', askedOn: '2026-07-01', agreedBy: agreedOn === null ? null : 'Business manager', agreedOn });
const MOVES = [move(1, E20B, at('laptops_desktops_tablets'), 85_000, '2026-07-02'), move(2, E20F, E20C, 100_000, '2026-09-18', '60 more pupils than expected.'), move(3, E20A, E20F, 60_000, '2026-11-04', 'A projector failed')];
const school = (virements: readonly Virement[], decisions: readonly Decision[] = [], approved = true) => schoolWith({ decisions }, {
  finance: { ...NO_FINANCE, virements, approvals: approved ? [{ year: 2026, approvedOn: '2026-05-03', approvedBy: 'Governing body', note: null }] : [] } satisfies FinanceFacts,
});
const maths = decisionOn({ id: 27, title: 'Maths platform', choice: 'approve', decidedOn: '2026-09-18', virementId: 2, reviewOn: '2027-01-29', outcome: '71% of pupils weekly so far' });

describe('what was taken from what', () => {
  it('tells each agreed move, newest first, with the decision behind it and how it went', () => {
    const told = reallocations(school([...MOVES, move(4, E20A, E20C, 1, null)], [maths]), 2026, AS_OF);
    expect(told.map(({ virement, takenFrom, givenTo, how }) => [virement.pence, takenFrom, givenTo, how.kind, how.text])).toEqual([
      [60_000, 'E20A Connectivity', 'E20F Other hardware', 'unknown', 'No decision stands behind it'],
      [100_000, 'E20F Other hardware', 'Maths platform', 'watched', '71% of pupils weekly so far, review on 29 Jan 2027'],
      [85_000, 'E20B Onsite servers', 'E20E Laptops, desktops and tablets', 'unknown', 'No decision stands behind it'],
    ]);
  });

  it.each([
    ['settled', { reviewOn: '2026-10-01', reviewedOn: '2026-10-01', outcome: 'Trolley C full again' }, 'Trolley C full again'],
    ['late', { reviewOn: '2026-10-01', outcome: null }, 'Review late, 1 Oct 2026'], ['watched', { outcome: null }, 'Review on 29 Jan 2027'],
    ['unknown', { reviewOn: null, outcome: null }, 'Not looked at, no review planned'],
  ] as const)('says how it went: %s', (kind, parts, text) => {
    expect(reallocations(school(MOVES, [{ ...maths, ...parts }]), 2026, AS_OF)[1]?.how).toEqual({ kind, text });
  });

  it('follows the move to the decision that took the place of the first', () => {
    const after = decisionOn({ id: 28, title: 'Maths platform for Year 11 alone', choice: 'approve', decidedOn: '2026-10-01', virementId: 2, replacesId: 27 });
    expect(reallocations(school(MOVES, [maths, after]), 2026, AS_OF)[1]?.decision?.id).toBe(28);
  });

  it.each<[string, readonly Virement[], boolean, string]>([
    // 850 + 1,000 + 600 = 2,450; E20F gave £1,000 in September and had £600 in November.
    ['a giver that needed some back', MOVES, true, 'Nothing was added to the budget since it was approved on 3 May 2026. E20F gave £1,000, then needed £600 back.'],
    ['no giver that needed any back', MOVES.slice(0, 2), true, 'Nothing was added to the budget since it was approved on 3 May 2026.'],
    ['a place that had money before it gave some', [move(1, E20A, E20F, 60_000, '2026-07-02'), move(2, E20F, E20C, 100_000, '2026-09-18')], true, 'Nothing was added to the budget since it was approved on 3 May 2026.'],
    ['a budget that nobody has approved', MOVES.slice(0, 1), false, 'They added nothing to the budget, which is not approved yet.'],
    ['no moves', [], true, ''],
  ])('closes truly with %s', (_what, virements, approved, sentence) => expect(storyTotal(school(virements, [], approved), 2026).sentence).toBe(sentence));

  it('adds the moves up, and reads as sentences', () => {
    expect(storyTotal(school(MOVES), 2026)).toMatchObject({ moves: 3, pence: 245_000 });
    expect(yearsOfMoves(school(MOVES))).toEqual([2026]);
    expect(storySentences(school(MOVES, [maths]), 2026, AS_OF)[1]).toBe('On 18 September 2026 £1,000 went from E20F Other hardware to E20C IT learning resources for “Maths platform”: 60 more pupils than expected. 71% of pupils weekly so far, review on 29 Jan 2027.');
  });
});

describe('the reply to those whom a decision concerns', () => {
  const need = needFor({ id: 1, name: 'Music suite', askedByRole: 'Music subject lead', options: [needOption({ id: 12, name: 'Better model' })] });
  const decision = (parts: Partial<Decision> = {}): MadeDecision => ({
    ...decisionOn({ id: 1, title: 'Music suite: choose an option', needId: 1, optionId: 12, because: 'The room is due anyway', decider: 'Leadership team',
      tellings: [{ id: 1, position: 0, role: 'Site team', what: 'New sockets by August', dueOn: null, toldOn: null, how: null }, { id: 2, position: 1, role: 'music subject lead', what: null, dueOn: null, toldOn: null, how: null }] }),
    choice: 'approve', decidedOn: '2026-11-20', ...parts,
  } as MadeDecision);
  const told = (parts: Partial<Decision>, to: string) => replyTo(schoolWith({ needs: [need], decisions: [] }), decision(parts), to).parts.map(({ heading, text }) => `${heading}: ${text}`);

  it('goes to whoever asked first, and to each who is told once', () => {
    expect(repliesTo(schoolWith({ needs: [need] }), decision())).toEqual(['Music subject lead', 'Site team']);
  });

  it('tells whoever asked what they asked for, what was decided and why', () => {
    expect(told({ reviewOn: '2027-07-15', reviewQuestion: 'Have 14 signed up?' }, 'Music subject lead')).toEqual([
      'What you asked for: Students record, edit and mix on a workstation each.', 'What was decided: It goes ahead. Music suite: better model.', 'Because: The room is due anyway.',
      'When it is looked at again: On 15 July 2027: have 14 signed up?', 'Who decided: Leadership team, on 20 November 2026.',
    ]);
  });

  it('tells anybody else only what is meant for them', () => {
    expect(told({ conditions: 'With 14 sign-ups' }, 'Site team')).toEqual([
      'What was decided: It goes ahead. Music suite: better model.', 'What it means for you: New sockets by August.', 'Who decided: Leadership team, on 20 November 2026.',
    ]);
  });

  it('tells everybody why where nobody had asked for it', () => {
    expect(told({ needId: null, optionId: null }, 'Site team')).toContain('Because: The room is due anyway.');
  });

  it('offers a way round what was refused, or says that there is none', () => {
    expect(told({ choice: 'decline', optionId: null, workaround: 'Use IT3 on Tuesdays' }, 'Music subject lead')).toContain('What you can do meanwhile: Use IT3 on Tuesdays.');
    expect(told({ choice: 'defer', optionId: null }, 'Music subject lead')).toContain('What you can do meanwhile: Nobody has found a way round it yet. If you know of one, say so.');
  });

  it.each<[Partial<Decision>, string]>([
    [{ choice: 'approve_pilot', pilotUntil: '2027-07-20', pilotMeasure: 'Used weekly' }, 'It is tried out until 20 July 2027. Music suite: better model. It has worked if: used weekly.'],
    [{ choice: 'decline', optionId: null }, 'It is not agreed. Music suite.'], [{ choice: 'withdraw', optionId: null }, 'It was taken back. Music suite.'],
    [{ choice: 'merge', optionId: null, mergedIntoNeedId: 9 }, 'It becomes part of another need, which has been removed since.'],
  ])('says %o in a sentence', (parts, text) => expect(decidedWords(schoolWith({ needs: [need] }), decision(parts))).toBe(text));
});
