import { allocatedTo } from '../budget/allocation.ts';
import { capitalRuleOf } from '../budget/capital.ts';
import { accountsReturnCode, DIVIDED_FROM, hasCapitalCode, schemeOn } from '../budget/codes.ts';
import type { CapitalRule } from '../budget/finance.ts';
import { objectionWords } from '../budget/fund-check.ts';
import { fundInSentence, fundNamed } from '../budget/fund.ts';
import { isRevenueFinanced } from '../budget/memo.ts';
import { ownCost } from '../budget/own-cost.ts';
import { financialYearLabel, formatLongDate } from '../calendar.ts';
import { CFR_CODES } from '../categories.ts';
import { itemsIn, priceYearOf, type PlanContext } from '../context.ts';
import { formatExact, sumOf } from '../money.ts';
import { standingOf } from '../refresh/due.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import type { Asset } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { kitCount, listOf, startLower, startUpper } from '../words.ts';

/** What a line is for, in the middle of a sentence, and whether that is several. */
export type Named = { readonly what: string; readonly several: boolean };

/** Which fund pays a line and why, then its code with the rule that gave it. */
export const placeSteps = (context: PlanContext, line: ForecastLine, asset: Asset | null, named: Named, whole: () => Forecast): string[] =>
  [fundStep(context, line, asset, whole), codeStep(context, line, asset, named)];

function fundStep(context: PlanContext, line: ForecastLine, asset: Asset | null, whole: () => Forecast): string {
  const { funds } = context.snapshot;
  const paid = `Paid from ${fundInSentence(funds, line.paidFrom)}`;
  if (line.fundKey === null) return `${paid}, the usual fund: none is named for it.`;
  const fund = fundNamed(funds, line.fundKey);
  const name = fundInSentence(funds, fund.key);
  const by = namedBy(context, line, asset);
  switch (line.fundReason) {
    case 'named': case 'usual': return `${paid}, the fund that ${by} names.`;
    case 'ended': return `${paid}: ${by} names ${name}, which ended on ${formatLongDate(fund.endsOn ?? line.date)}.`;
    case 'may_not': return `${paid}: ${by} names ${name}. ${objectionWords(context, fund, line)}`;
    case 'used_up': return `${paid}: ${by} names ${name}. ${usedUpWords(context, line, whole())}`;
  }
}

/** Who named the fund of a line. */
function namedBy({ orderOf }: PlanContext, line: ForecastLine, asset: Asset | null): string {
  if (line.needId !== null) return 'the need';
  if (line.recurringId !== null) return 'the agreement';
  if (asset !== null && standingOf(asset.status) === 'on_the_way' && line.kind === 'replace' && line.occurrence === 0) {
    const order = orderOf(asset.orderLineId)?.order;
    if (order !== undefined && order.fundKey !== null) return `order ${order.number}`;
    if (asset.fundKey !== null) return 'the register';
  }
  return 'the policy';
}

/** How many kinds a sentence names. */
const MOST_KINDS = 3;

/** What a fund that stops at its allocation had in the year, and what it pays instead. */
function usedUpWords(context: PlanContext, line: ForecastLine, { lines, spent }: Forecast): string {
  const year = priceYearOf(context, line.month);
  const label = financialYearLabel(year, context.schoolStartMonth);
  const allocated = allocatedTo(context.snapshot, year, line.fundKey ?? '') ?? 0;
  if (allocated <= 0) return `That has nothing in ${label}.`;
  const isIts = (each: { readonly paidFrom: string; readonly month: number }): boolean => each.paidFrom === line.fundKey && priceYearOf(context, each.month) === year;
  const costOf = (each: { readonly netPence: Pence | null; readonly vatPence: Pence | null }): Pence => ownCost(context.snapshot, each) ?? 0;
  const gone = sumOf(spent.filter(isIts).map(({ pence: netPence, vatPence }) => costOf({ netPence, vatPence })));
  const paid = lines.filter((each) => isIts(each) && each.netPence !== null);
  const kinds = [...Map.groupBy(paid.filter(({ kind }) => kind === 'replace'), ({ categoryKey }) => categoryKey)]
    .map(([categoryKey, of]) => ({ categoryKey, quantity: itemsIn(of), pence: sumOf(of.map(costOf)) })).sort((a, b) => b.pence - a.pence);
  const shown = kinds.slice(0, MOST_KINDS).map(({ categoryKey, quantity, pence }) => `${kitCount(context.category(categoryKey), null, quantity)} (${formatExact(pence)})`);
  const toCome = sumOf(paid.map(costOf));
  const rest = toCome - sumOf(kinds.slice(0, MOST_KINDS).map(({ pence }) => pence));
  const uses = [
    ...(gone === 0 ? [] : [`${formatExact(gone)} is spent`]), ...(shown.length === 0 ? [] : [`${listOf(shown)} come first`]),
    ...(rest === 0 ? [] : [`${formatExact(rest)} goes to other costs`]),
  ];
  const left = Math.max(0, allocated - gone - toCome);
  const of = `Of the ${formatExact(allocated)} that it has in ${label}, ${uses.length === 0 ? 'nothing is spent' : listOf(uses)}`;
  return left === 0 ? `${of}, and nothing is left.` : `${of}, and the ${formatExact(left)} left does not pay for ${line.quantity === 1 ? 'it' : 'one more'}.`;
}

/** `Code E20E: desktops count as laptops, desktops and tablets. Revenue, because …` */
function codeStep(context: PlanContext, line: ForecastLine, asset: Asset | null, { what, several }: Named): string {
  const year = priceYearOf(context, line.month);
  const academy = schemeOn(context.snapshot, line.date) === 'academy';
  const own = `Code ${line.code}: ${what} ${several ? 'count' : 'counts'} as ${startLower(CFR_CODES[line.costCategory].title)}.`;
  const undivided = !academy && year < DIVIDED_FROM ? ` All ICT stood under one code until ${financialYearLabel(DIVIDED_FROM, context.schoolStartMonth)}.` : '';
  const account = academy ? accountsReturnCode(line.costCategory, line.nature) : null;
  const financed = isRevenueFinanced(context.snapshot.funds, line)
    ? ` Revenue pays for it, so the sum stands beside the totals once more, ${academy ? 'under BAE290' : 'under E30 and its mirror CI04'}.` : '';
  return `${own}${undivided} ${natureWords(context, line, asset, year)}${account === null ? '' : ` In the accounts return that is ${account}.`}${financed}`;
}

function natureWords(context: PlanContext, line: ForecastLine, asset: Asset | null, year: number): string {
  const { funds, finance } = context.snapshot;
  const nature = startUpper(line.nature);
  const label = financialYearLabel(year, context.schoolStartMonth);
  switch (line.natureReason) {
    case 'never_capital': return `Revenue, because ${neverWords(line)}.`;
    case 'capital_fund': return `Capital, because ${fundInSentence(funds, line.paidFrom)} pays for capital alone.`;
    case 'revenue_fund': return `Revenue, because ${fundInSentence(funds, line.paidFrom)} pays for revenue alone.`;
    case 'booked': return `${nature}, as the finance system has it.`;
    case 'no_rule': return `Revenue, because no capital threshold is set for ${label}.`;
    case 'order_code': {
      const ordered = context.orderOf(asset?.orderLineId ?? null);
      return `${nature}, because order ${ordered?.order.number ?? ''} was placed under ${ordered?.line.code ?? ''} and keeps it.`;
    }
    case 'chosen': {
      const choice = finance.capitalChoices.find((each) => each.year === year && each.costCategory === line.costCategory && each.fundKey === line.paidFrom);
      return `${nature}, because the school chose so for ${label}: ${choice?.reason ?? 'no reason given'}.`;
    }
    case 'below': case 'reaches': {
      const rule = capitalRuleOf(finance.capitalRules, year);
      return rule === null ? `${nature}.` : `${nature}, because ${comparedWords(line, rule, label)} ${thresholdWords(rule, line.natureReason, context.schoolStartMonth)}.`;
    }
  }
}

function neverWords({ kind, costCategory }: ForecastLine): string {
  if (!hasCapitalCode(costCategory)) return `${CFR_CODES[costCategory].title} has no capital code`;
  if (kind === 'extend') return 'cover and support buy no kit';
  if (kind === 'disposal') return 'nothing is bought';
  return kind === 'consumable' ? 'it is used up' : 'it is paid again and again';
}

const comparedWords = ({ unitPence, comparedPence, committed }: ForecastLine, { basis }: CapitalRule, label: string): string => {
  if (basis === 'item') return unitPence === null ? 'an item without a price is' : `one at ${formatExact(comparedPence ?? 0)} is`;
  return `the ${formatExact(comparedPence ?? 0)} ${committed ? 'of its order' : `bought together in ${label}`} is`;
};

function thresholdWords({ thresholdPence, basis, fromYear, source }: CapitalRule, reason: 'below' | 'reaches', startMonth: number): string {
  const per = basis === 'item' ? 'an item' : 'what is bought together';
  return `${reason === 'below' ? 'below' : 'at or over'} the threshold of ${formatExact(thresholdPence)} for ${per}, which holds from ${financialYearLabel(fromYear, startMonth)}`
    + (source === null ? '' : ` (${source})`);
}
