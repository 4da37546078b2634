import { policiesTold, policyTitle, SUM_RULES } from '../../planning/assumption-words.ts';
import { codeWithTitle } from '../../planning/budget/code-titles.ts';
import { codeOfPlace, placeWords } from '../../planning/budget/words.ts';
import { yearlyAmount } from '../../planning/agreements/agreement.ts';
import { countsOf } from '../../planning/agreements/driver.ts';
import { paymentWords } from '../../planning/agreements/payment.ts';
import { formatLongDate, formatMonth } from '../../planning/calendar.ts';
import { categoryNamed } from '../../planning/categories.ts';
import type { ForecastOptions } from '../../planning/context.ts';
import { formatCount, formatRate } from '../../planning/money.ts';
import type { Forecast } from '../../planning/result.ts';
import { lineageOf } from '../../planning/scenarios/apply.ts';
import { differenceWords } from '../../planning/scenarios/difference-words.ts';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import type { PlanSnapshot, RefreshPolicy, RiseStep } from '../../planning/snapshot.ts';
import {
  LIMITING_FACTOR_WORDS, SCENARIO_STATE_WORDS, SCHOOL_TYPE_WORDS, type BasisPoints, type NotForecastReason,
} from '../../planning/vocabulary.ts';
import { listOf, spanOf, startLower, startUpper } from '../../planning/words.ts';
import { dateCell, moneyCell, numberCell, textCell } from './cells.ts';
import { accountingRows, fundRuleRows } from './money-rules-rows.ts';
import type { WorkbookCell, WorkbookRow, WorkbookSheet } from './workbook-writer.ts';

export const ASSUMPTIONS_SHEET = 'Assumptions';

const OUT_WORDS: Readonly<Record<NotForecastReason, string>> = {
  no_purchase_date: 'No purchase date, so no age', no_cover_date: 'No known end of cover or support',
  run_to_fail: 'Used until it fails', status_retired: 'Retired', status_disposed: 'Disposed of', status_lost: 'Lost',
  status_stolen: 'Stolen', unusable_value: 'A figure that cannot be counted with',
  kept: 'Kept in use by decision',
};

const CONVENTION = 'Convention that comes with Kitplan';
const OWN = 'The school’s own';

const WIDTH = 9;

const section = (title: string): WorkbookRow[] =>
  [{ cells: [] }, { cells: Array.from({ length: WIDTH }, (_, column) => textCell(column === 0 ? title : '', 'section')) }];

const fact = (label: string, value: WorkbookCell): WorkbookRow => ({ cells: [textCell(label), value] });
const head = (...texts: readonly string[]): WorkbookRow => ({ cells: texts.map((text) => textCell(text, 'head')) });

/** What the figures rest on: dates, policies with their prices, rises, running costs, budgets, and what is left out. */
export function assumptionsSheet(
  snapshot: PlanSnapshot, options: ForecastOptions, forecast: Forecast, scenario: Scenario | null, money = 'Pounds, net of VAT',
): WorkbookSheet {
  const rows: WorkbookRow[] = [
    { cells: [textCell('Assumptions', 'title')], height: 28 },
    ...planRows(snapshot, options, forecast, scenario, money),
    ...(scenario === null ? [] : differenceRows(scenario, snapshot, options)),
    ...leftOutRows(snapshot, forecast),
    ...policyRows(snapshot),
    ...riseRows(snapshot),
    ...recurringRows(snapshot, forecast),
    ...budgetRows(snapshot),
    ...fundRows(snapshot, forecast),
    ...section('How the sums are done'),
  ];
  const firstRule = rows.length + 1;
  return {
    name: ASSUMPTIONS_SHEET, columnWidths: [42, 18, 54, 14, 14, 24, 13, 34, 3],
    rows: [...rows, ...SUM_RULES.map((rule) => ({ cells: [textCell(rule, 'wrapped')], height: 32 }))],
    frozen: { rows: 1, columns: 0 }, repeatedRows: { first: 1, last: 1 }, printedColumns: null, fit: 'one_page_wide',
    joined: SUM_RULES.map((_, index) => ({ from: { row: firstRule + index, column: 1 }, to: { row: firstRule + index, column: WIDTH } })),
  };
}

function planRows(snapshot: PlanSnapshot, options: ForecastOptions, forecast: Forecast, scenario: Scenario | null, money: string): WorkbookRow[] {
  const { school } = snapshot;
  const firstMonth = forecast.years[0]?.firstMonth ?? 0;
  const pupils = school.pupils === null ? [] : [fact('Pupils', numberCell(school.pupils, 'count'))];
  return [
    ...section('This forecast'),
    fact('School', textCell(school.name)),
    ...(scenario === null ? [] : [fact('Scenario', textCell(`${scenario.name}, ${startLower(SCENARIO_STATE_WORDS[scenario.state])}`))]),
    fact('Kind of school', textCell(SCHOOL_TYPE_WORDS[school.type])),
    ...pupils,
    fact('Figures as at', dateCell(options.asOf)),
    fact('Years', textCell(`${forecast.years[0]?.label ?? ''} to ${forecast.years.at(-1)?.label ?? ''}, each from 1 ${formatMonth(firstMonth).replace(/ \d+$/, '')}`)),
    fact('Money', textCell(money)),
    ...accountingRows(snapshot, options.asOf),
  ];
}

/** What the scenario does differently from the plan itself, from the one it starts from on, with its reasons. */
function differenceRows(scenario: Scenario, snapshot: PlanSnapshot, options: ForecastOptions): WorkbookRow[] {
  const differences = lineageOf(snapshot.scenarios, scenario.id).flatMap((each) => each.differences);
  if (differences.length === 0) return [];
  return [
    ...section('What this scenario does differently'),
    head('What', 'To', 'Because'),
    ...differences.map(({ change, reason }): WorkbookRow => {
      const { what, to } = differenceWords(snapshot, options, change);
      return { cells: [textCell(startUpper(what)), textCell(startUpper(to)), textCell(reason ?? 'No reason given')] };
    }),
  ];
}

function leftOutRows(snapshot: PlanSnapshot, forecast: Forecast): WorkbookRow[] {
  const bought = forecast.boughtWithoutPrice;
  return [
    ...section('What is in the forecast, and what is not'),
    fact('Items in the register', numberCell(forecast.quantityRegister, 'count')),
    fact('Items in the forecast', numberCell(forecast.quantityForecast, 'count')),
    fact('Of those, overdue', numberCell(forecast.overdueQuantity, 'count')),
    ...forecast.notInForecast.map(({ reason, quantity }) => fact(`Left out: ${startLower(OUT_WORDS[reason])}`, numberCell(quantity, 'count'))),
    ...forecast.noPrice.map(({ categoryKey, quantity }) =>
      fact(`No price: ${categoryNamed(snapshot.categories, categoryKey).plural}`, numberCell(quantity, 'count'))),
    ...(bought === 0 ? [] : [fact('Bought in the open year at a price not known', numberCell(bought, 'count'))]),
  ];
}

function policyRows(snapshot: PlanSnapshot): WorkbookRow[] {
  return [
    ...section('Refresh policies'),
    head('Kind of kit', 'Kept', 'Replaced by', 'Price of one', 'Priced on', 'Mid-life upgrade', 'Losses a year', 'Whose'),
    ...policiesTold(snapshot).map((policy) => ({ cells: policyCells(snapshot, policy) })),
  ];
}

const policyCells = (snapshot: PlanSnapshot, policy: RefreshPolicy): (WorkbookCell | null)[] => [
  textCell(policyTitle(snapshot, policy)),
  textCell(policy.binding.length === 0 ? 'until it fails' : spanOf(policy.lifeMonths)),
  textCell(startUpper(listOf(policy.binding.map((factor) => startLower(LIMITING_FACTOR_WORDS[factor]))))),
  policy.unitPence === null ? null : moneyCell(policy.unitPence, 'pence'),
  policy.priceDate === null ? null : dateCell(policy.priceDate),
  policy.upgrade === null ? null : textCell(`${startUpper(policy.upgrade.what)} after ${spanOf(policy.upgrade.atMonths)}`),
  policy.lossBp === 0 ? null : numberCell(policy.lossBp / 10_000, 'percent'),
  textCell(policy.shipped ? CONVENTION : OWN),
];

const stepWords = (steps: readonly RiseStep[]): string => steps.map((step) => `${step.year}: ${step.bp < 0 ? '−' : ''}${formatRate(step.bp)}`).join(', ');

function riseRows({ inflation, categories }: PlanSnapshot): WorkbookRow[] {
  const percent = (bp: BasisPoints): WorkbookCell => numberCell(bp / 10_000, 'percent');
  return [
    ...section('Price rises a year'),
    { cells: [textCell('Everything without a rise of its own'), percent(inflation.defaultBp), textCell(inflation.shipped ? CONVENTION : [OWN, stepWords(inflation.steps ?? [])].filter(Boolean).join('; '))] },
    ...inflation.series.map(({ categoryKey, bp, steps }) => ({
      cells: [
        textCell(startUpper(categoryNamed(categories, categoryKey).plural)), percent(bp ?? inflation.defaultBp),
        textCell(stepWords(steps)),
      ],
    })),
  ];
}

function recurringRows(snapshot: PlanSnapshot, forecast: Forecast): WorkbookRow[] {
  if (snapshot.recurring.length === 0) return [];
  const counts = countsOf(snapshot);
  return [
    ...section('Running costs'),
    head('What', 'A year today', 'Code', 'Priced on', 'From', 'To', 'Own rise', 'Paid'),
    ...snapshot.recurring.map((cost) => {
      const code = codeOfPlace(snapshot, { fundKey: '', costCategory: cost.costCategory, nature: 'revenue' }, forecast.years[0]?.year ?? 0) ?? '';
      const yearly = yearlyAmount(cost, counts);
      return { cells: [
        textCell(cost.name), yearly === null ? textCell('no price') : moneyCell(yearly, 'pence'), textCell(codeWithTitle(code, snapshot.finance.returnLines)),
        cost.priceDate === null ? null : dateCell(cost.priceDate), cost.start === null ? null : dateCell(cost.start),
        cost.autoRenews ? textCell('renews') : cost.end === null ? null : dateCell(cost.end),
        cost.riseBp === null ? null : numberCell(cost.riseBp / 10_000, 'percent'), textCell(paymentWords(cost, counts)),
      ] };
    }),
  ];
}

function budgetRows(snapshot: PlanSnapshot): WorkbookRow[] {
  if (snapshot.budgets.length === 0) return [];
  return [
    ...section('Budgets'),
    head('Financial year starting in', 'Amount', 'Fund'),
    ...snapshot.budgets.map(({ year, pence, ...place }) =>
      ({ cells: [textCell(String(year)), moneyCell(pence, 'pence'), textCell(startUpper(placeWords(snapshot, place, year)))] })),
  ];
}

function fundRows(snapshot: PlanSnapshot, { lines, spent }: Forecast): WorkbookRow[] {
  const rows = fundRuleRows(snapshot, new Set([...lines, ...spent].map(({ paidFrom }) => paidFrom)));
  return rows.length === 0 ? [] : [...section('Funds and their rules'), head('Fund', '', 'May pay for', '', '', 'Pays until', '', 'At the end'), ...rows];
}

/** One line about the document, for its properties and for people who list files. */
export const aboutForecast = (forecast: Forecast): string =>
  `Figures as at ${formatLongDate(forecast.asOf)}: ${formatCount(forecast.quantityForecast)} of ${formatCount(forecast.quantityRegister)} items are in the forecast.`;
