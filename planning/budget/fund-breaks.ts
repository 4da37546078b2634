import { financialYear, formatLongDate } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import { money } from '../sentences/say.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { FundKey } from '../vocabulary.ts';
import { listOf } from '../words.ts';
import { allocations } from './allocation.ts';
import { fundInSentence, fundNamed, usualFund } from './fund.ts';

/** What of the plan goes against a fund's rules today, as a whole sentence. */
export type FundBreak = { readonly fundKey: FundKey; readonly sentence: string };

const AGAINST = ['ended', 'may_not', 'used_up'] as const;

/** How many kinds a sentence names before it says only how many. */
const NAMED_KINDS = 3;

/** What was named for a fund that does not pay for it, and money it is given after its end; in the order of the funds. */
export function fundBreaks(snapshot: PlanSnapshot, { lines, years }: Pick<Forecast, 'lines' | 'years'>): readonly FundBreak[] {
  const keys = [...new Set([...snapshot.funds.map(({ key }) => key), ...lines.flatMap(({ fundKey }) => fundKey ?? [])])];
  return keys.flatMap((fundKey) => [
    ...AGAINST.flatMap((reason) => {
      const of = lines.filter((line) => line.fundKey === fundKey && line.fundReason === reason);
      return of.length === 0 ? [] : [{ fundKey, sentence: linesSentence(snapshot, fundKey, reason, of, years) }];
    }),
    ...givenAfterEnd(snapshot, fundKey),
  ]);
}

function linesSentence(snapshot: PlanSnapshot, fundKey: FundKey, reason: (typeof AGAINST)[number], lines: readonly ForecastLine[], years: Forecast['years']): string {
  const fund = fundNamed(snapshot.funds, fundKey);
  const kinds = [...new Set(lines.map(({ categoryKey }) => categoryNamed(snapshot.categories, categoryKey).plural))];
  const when = [...new Set(lines.map(({ yearIndex }) => yearIndex))].toSorted((a, b) => a - b).flatMap((index) => years[index]?.label ?? []);
  const pence = lines.reduce((sum, { netPence }) => sum + (netPence ?? 0), 0);
  const what = `${money(pence)} of ${kinds.length > NAMED_KINDS ? `${kinds.length} kinds of kit` : listOf(kinds)} in ${listOf(when)}`;
  const pays = `${fundInSentence(snapshot.funds, usualFund(snapshot.funds).key)} pays instead`;
  const name = fundInSentence(snapshot.funds, fundKey);
  switch (reason) {
    case 'ended': return `${what} is named for ${name}, which ends on ${fund.endsOn === null ? 'a day before' : formatLongDate(fund.endsOn)}: ${pays}.`;
    case 'may_not': return `${what} is named for ${name}, which may not pay for it: ${pays}.`;
    case 'used_up': return `${what} is named for ${name} and is more than it has: ${pays}.`;
  }
}

function givenAfterEnd(snapshot: PlanSnapshot, fundKey: FundKey): readonly FundBreak[] {
  const { endsOn } = fundNamed(snapshot.funds, fundKey);
  if (endsOn === null) return [];
  const late = allocations(snapshot).filter((each) => each.fundKey === fundKey && each.pence > 0
    && financialYear(each.year, snapshot.school.yearStartMonth).start > endsOn);
  if (late.length === 0) return [];
  const when = [...new Set(late.map(({ year }) => year))].toSorted((a, b) => a - b).map((year) => financialYear(year, snapshot.school.yearStartMonth).label);
  const pence = late.reduce((sum, each) => sum + each.pence, 0);
  return [{ fundKey, sentence: `${money(pence)} is budgeted from ${fundInSentence(snapshot.funds, fundKey)} in ${listOf(when)}, after it ends on ${formatLongDate(endsOn)}.` }];
}
