import { describe, expect, it } from 'vitest';
import { amountOf } from '../../../../planning/analysis/decisions/amount.ts';
import { decidersOf, filteredLog, NO_FILTER, toDecide, yearsDecided, type LogFilter } from '../../../../planning/analysis/decisions/log.ts';
import { reviewOf } from '../../../../planning/analysis/decisions/review.ts';
import { decisionsSentence, waitingAside } from '../../../../planning/analysis/decisions/sentence.ts';
import { waitingCounts } from '../../../../planning/analysis/decisions/waiting-counts.ts';
import type { Decision } from '../../../../planning/analysis/facts.ts';
import { AS_OF } from '../../fixtures.ts';
import { decisionOn, needFor } from '../analysis-fixtures.ts';

const telling = (id: number, toldOn: string | null) => ({ id, position: id, role: 'Teachers', what: null, dueOn: null, toldOn, how: null });
const made = (parts: Partial<Decision> & Pick<Decision, 'id'>): Decision => decisionOn({ choice: 'approve', decidedOn: '2026-05-08', ...parts });

describe('the sentence that opens the decisions', () => {
  it.each<[string, readonly Decision[], string]>([
    ['nothing was written down', [], 'No decision has been written down yet.'],
    ['one waits', [decisionOn({ id: 1, decideBy: '2026-11-27' })], 'One decision is waiting, due on 27 November.'],
    ['several wait, the first next year', [decisionOn({ id: 1 }), decisionOn({ id: 2, decideBy: '2027-01-15' })], 'Two decisions are waiting, the first on 15 January 2027.'],
    ['one of several is late', [decisionOn({ id: 1, decideBy: '2026-11-14' }), decisionOn({ id: 2, decideBy: '2026-12-14' })], 'Two decisions are waiting, one late, the first since 14 November.'],
    ['one is late and alone', [decisionOn({ id: 1, decideBy: '2026-11-14' })], 'One decision is waiting, late since 14 November.'],
    ['no day is set', [decisionOn({ id: 1 }), decisionOn({ id: 2 })], 'Two decisions are waiting, none with a day set.'],
    ['all is settled', [made({ id: 1, tellings: [telling(1, '2026-05-09')] })], 'No decision is waiting. No review is late, and everyone who is to be told has been.'],
    ['nobody is to be told', [made({ id: 1 })], 'No decision is waiting. No review is late, and nobody is still to be told.'],
    ['a review is late and two have not reached everyone', [
      decisionOn({ id: 1, decideBy: '2026-11-27' }), made({ id: 2, reviewOn: '2026-11-14' }), made({ id: 3, tellings: [telling(1, null)] }), made({ id: 4, tellings: [telling(2, null), telling(3, AS_OF)] }),
    ], 'One decision is waiting, due on 27 November. One review is late, and two decisions have not reached everyone.'],
    ['one that has not reached everyone was replaced', [made({ id: 1, tellings: [telling(1, null)] }), made({ id: 2, replacesId: 1 })], 'No decision is waiting. No review is late, and everyone who is to be told has been.'],
    ['two reviews are late', [made({ id: 2, reviewOn: '2026-11-14' }), made({ id: 3, reviewOn: '2026-11-20' })], 'No decision is waiting. Two reviews are late.'],
  ])('says it where %s', (_what, decisions, text) => expect(decisionsSentence({ decisions }, AS_OF).text).toBe(text));

  it.each([['2026-11-27', 'One. It is in six days.'], ['2026-11-21', 'One. It is due today.'], ['2026-11-20', 'One. It was due one day ago.'], [null, 'One.']] as const)('counts the days to %s', (decideBy, text) => {
    expect(waitingAside([decisionOn({ id: 1, decideBy })], AS_OF)).toBe(text);
  });
});

describe('the review of a decision', () => {
  it.each([
    // Due from 30 days before: 21 December is the 30th day after 21 November.
    ['late', { reviewOn: '2026-11-20' }, 'late'], ['due on the day', { reviewOn: AS_OF }, 'due'], ['due in 30 days', { reviewOn: '2026-12-21' }, 'due'], ['planned in 31', { reviewOn: '2026-12-22' }, 'planned'],
    ['reviewed on its day', { reviewOn: '2026-11-14', reviewedOn: '2026-11-14' }, 'reviewed'], ['reviewed, with another to come', { reviewOn: '2027-05-01', reviewedOn: '2026-11-14' }, 'planned'],
    ['none', {}, 'none'], ['settled without a day set', { reviewedOn: '2026-11-14' }, 'reviewed'],
  ] as const)('is %s', (_what, parts, kind) => {
    const decision = made({ id: 1, ...parts });
    expect(reviewOf(decision, [decision], AS_OF).kind).toBe(kind);
  });

  it('is asked no more of a decision that another has replaced', () => {
    const [before, after] = [made({ id: 1, reviewOn: '2026-11-14' }), made({ id: 2, replacesId: 1 })];
    expect(reviewOf(before, [before, after], AS_OF).kind).toBe('none');
  });
});

describe('the log', () => {
  const decisions = [
    made({ id: 1, title: 'Stop buying desktop printers', because: 'A page costs four times as much', decider: 'Business manager', decidedOn: '2026-05-08', tellings: [telling(1, null)] }),
    made({ id: 2, title: 'Reception display', choice: 'decline', decider: 'Leadership team', decidedOn: '2026-07-03', reviewOn: '2026-11-01' }),
    made({ id: 3, title: 'One sign-on', decider: 'leadership  team', decidedOn: '2026-03-31' }),
    decisionOn({ id: 4, title: 'Waits', decideBy: null }), decisionOn({ id: 5, title: 'Waits for a day', decideBy: '2026-12-01' }),
  ];
  const found = (filter: Partial<LogFilter>): number[] => filteredLog({ decisions }, { ...NO_FILTER, ...filter }, { asOf: AS_OF, startMonth: 4 }).map(({ id }) => id);

  it.each<[string, Partial<LogFilter>, readonly number[]]>([
    ['everything, newest first', {}, [2, 1, 3]], ['words in any field', { text: 'page FOUR' }, [1]], ['its number', { text: 'd-02' }, [2]], ['a choice', { choice: 'decline' }, [2]],
    ['who, however written', { decider: 'Leadership Team' }, [2, 3]], ['a financial year', { year: 2025 }, [3]], ['a late review', { review: 'late' }, [2]],
    ['what has not reached everyone', { told: 'not_all' }, [1]], ['what has', { told: 'all' }, [2, 3]], ['two filters at once', { choice: 'approve', year: 2026 }, [1]],
  ])('finds %s', (_what, filter, ids) => expect(found(filter)).toEqual(ids));

  it('names each who has decided once, and each year', () => {
    expect(decidersOf({ decisions })).toHaveLength(2);
    expect(yearsDecided({ decisions }, 4)).toEqual([2026, 2025]);
    expect(toDecide({ decisions }).map(({ id }) => id)).toEqual([5, 4]);
  });

  it('counts needs nobody has decided on, and decisions that wait', () => {
    const needs = [needFor({ id: 1 }), needFor({ id: 2, moscow: 'wont' }), needFor({ id: 3 }), needFor({ id: 4 })];
    // Need 1 is new, 2 is not for this time, 3 was approved, 4 waits: two needs.
    expect(waitingCounts({ needs, decisions: [made({ id: 1, needId: 3 }), decisionOn({ id: 2, needId: 4 }), decisionOn({ id: 3 })] }, AS_OF)).toEqual({ needs: 2, decisions: 2 });
  });
});

describe('the amount that a decision is about', () => {
  const option = (pence: number | null, chosen = false) => ({ name: 'One', pence, follows: null, chosen });
  it.each([
    ['the one that is recommended', [option(984_000, true), option(1_670_800)], { pence: 984_000, isMost: false }], ['else the dearest', [option(0), option(540_000)], { pence: 540_000, isMost: true }],
    ['the only one', [option(577_000)], { pence: 577_000, isMost: false }], ['not known where one has no price', [option(null), option(540_000)], null],
    ['not known where the recommended has none', [option(null, true), option(1)], null], ['nothing without options', [], null],
  ] as const)('is %s', (_what, weighed, amount) => expect(amountOf(weighed)).toEqual(amount));
});
