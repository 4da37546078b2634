import type { ForecastReport } from '../../app/contract/forecast.ts';
import { counted, shortDate, wholePounds, wholeQuantity, wrapped } from '../words.ts';
import type { PlanWords, Source } from './source.ts';

/** The widest line of the printed forecast, in characters. */
export const TABLE_WIDTH = 100;
const LABEL_WIDTH = 28;

type Row = { readonly label: string; readonly cells: readonly string[]; readonly ruleBefore: boolean };

/** The forecast as it is printed: the finding, the money by year, and what is not in it. */
export function forecastTable(report: ForecastReport, { rows, report: imported }: Source, plan: PlanWords): string {
  const kept = imported === null ? `${counted(rows.kept, 'row', 'rows')} in the plan.`
    : `${counted(rows.read, 'row', 'rows')} read, ${wholeQuantity(rows.kept)} in the plan, ${wholeQuantity(rows.refused)} refused.`;
  const lines = [
    ...wrapped(report.sentence, TABLE_WIDTH), '',
    ...money(report, plan), '',
    ...wrapped(`${report.scenario === null ? '' : `Scenario: ${report.scenario}. `}As at ${shortDate(report.asOf)}, net of VAT. ${kept}`, TABLE_WIDTH),
    ...leftOut(report, plan),
  ];
  return `${lines.join('\n')}\n`;
}

function money(report: ForecastReport, plan: PlanWords): string[] {
  const rows = moneyRows(report, plan);
  const headings = [...report.years.map(({ label }) => label), 'Total'];
  const widths = headings.map((heading, column) =>
    2 + Math.max(heading.length, ...rows.map(({ cells }) => cells[column]?.length ?? 0)));
  return blocks(widths).flatMap((columns, index) => [
    ...(index === 0 ? [] : ['']),
    ...block(headings, rows, columns, widths),
  ]);
}

function moneyRows(report: ForecastReport, { categories: words, hasBudget }: PlanWords): Row[] {
  const row = (label: string, pence: readonly number[], ruleBefore = false): Row =>
    ({ label, ruleBefore, cells: [...pence, sum(pence)].map(wholePounds) });
  const unpriced = report.lines.filter(({ netPence }) => netPence === null);
  /** Where nothing in a cell has a price it says so: never £0. */
  const kindRow = (key: string, pence: readonly number[]): Row => {
    const own = unpriced.filter(({ category }) => category === key);
    const { cells, ...rest } = row(capitalised(words.get(key)?.plural ?? key), pence);
    const lacks = (column: number): boolean => own.some(({ year }) => column === pence.length || year === report.years[column]?.label);
    return { ...rest, cells: cells.map((cell, column) => (cell === '0' && lacks(column) ? 'no price' : cell)) };
  };
  // A year without a budget is not a year with £0: its cells stay empty, and so does the sum over them.
  const entered = report.years.map(({ start }) => hasBudget(Number(start.slice(0, 4))));
  const budgetRow = (label: string, pence: readonly number[] | null): Row[] => {
    if (pence === null) return [];
    const { cells, ...rest } = row(label, pence);
    return [{ ...rest, cells: cells.map((cell, column) => ((entered[column] ?? entered.every(Boolean)) ? cell : '')) }];
  };
  const categories = Object.entries(report.byCategory)
    .toSorted(([, a], [, b]) => sum(b) - sum(a))
    .map(([key, pence]) => kindRow(key, pence));
  const { totalPence, alreadyPence, budgetPence, differencePence } = report;
  const planned = totalPence.map((pence, year) => pence + (alreadyPence[year] ?? 0));
  return [
    ...categories,
    row('Still to come', totalPence, true),
    row('Already spent', alreadyPence),
    row('Planned', planned, true),
    ...budgetRow('Budget', budgetPence),
    ...budgetRow('Left, or − over', differencePence),
    row('Just to stand still', report.standStillPence, true),
  ];
}

const capitalised = (words: string): string => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** As many columns side by side as fit; the others go underneath. */
function blocks(widths: readonly number[]): number[][] {
  const found: number[][] = [];
  let room = 0;
  widths.forEach((width, column) => {
    const current = found.at(-1);
    if (current === undefined || width > room) {
      found.push([column]);
      room = TABLE_WIDTH - LABEL_WIDTH - width;
    } else {
      current.push(column);
      room -= width;
    }
  });
  return found;
}

function block(headings: readonly string[], rows: readonly Row[], columns: readonly number[], widths: readonly number[]): string[] {
  const line = (label: string, cells: readonly string[]): string =>
    label.slice(0, LABEL_WIDTH).padEnd(LABEL_WIDTH) + columns.map((column) => (cells[column] ?? '').padStart(widths[column] ?? 0)).join('');
  const rule = '-'.repeat(LABEL_WIDTH + sum(columns.map((column) => widths[column] ?? 0)));
  return [line('£', headings), rule, ...rows.flatMap(({ label, cells, ruleBefore }) =>
    (ruleBefore ? [rule, line(label, cells)] : [line(label, cells)]))];
}

const REASON_WORDS: Readonly<Record<ForecastReport['notInForecast'][number]['reason'], string>> = {
  no_purchase_date: 'without a purchase date',
  no_cover_date: 'without the end of their cover',
  run_to_fail: 'with no date to replace them by (used until they fail, or paid for as running costs)',
  status_retired: 'retired',
  status_disposed: 'disposed of',
  status_lost: 'lost',
  status_stolen: 'stolen',
  unusable_value: 'with a figure that cannot be counted with',
  kept: 'kept in use by decision',
};

/** What is missing from the totals is always said, however small. */
function leftOut({ notInForecast, noPrice }: ForecastReport, { categories }: PlanWords): string[] {
  const list = (items: readonly string[]): string => items.join(', ');
  const out = notInForecast.map(({ reason, quantity }) => `${wholeQuantity(quantity)} ${REASON_WORDS[reason]}`);
  const unpriced = noPrice.map(({ category, quantity }) => counted(quantity, categories.get(category)?.singular ?? category, categories.get(category)?.plural ?? category));
  return [
    ...(out.length === 0 ? [] : wrapped(`Not in the forecast: ${list(out)}.`, TABLE_WIDTH)),
    ...(unpriced.length === 0 ? [] : wrapped(`No price is known for ${list(unpriced)}: not in the totals.`, TABLE_WIDTH)),
  ];
}
