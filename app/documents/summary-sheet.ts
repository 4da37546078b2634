import { formatLongDate } from '../../planning/calendar.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { costChart } from '../../planning/documents/figures/cost-figure.ts';
import type { Forecast } from '../../planning/result.ts';
import { overviewSentence } from '../../planning/sentences.ts';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { CHART_GROUPS, CHART_GROUP_WORDS, type ChartGroup } from '../../planning/vocabulary.ts';
import { startUpper } from '../../planning/words.ts';
import { criterion, textCell } from './cells.ts';
import { LINE_KIND_WORDS } from './lines-sheet.ts';
import { TONE_COLOURS } from './tone-colours.ts';
import type { CellRange, WorkbookChart, WorkbookSheet } from './workbook-writer.ts';
import { leftOrOver, YearTable } from './year-table.ts';

export const SUMMARY_SHEET = 'Summary';

/** Charts stand to the right of the figures, over this many columns and rows. */
const CHART_COLUMNS = 9;
const CHART_ROWS = 25;

const sums = (named: string, text: string) => (year: string): string => `SUMIFS(line_net,${named},${criterion(text)},line_year,${year})`;

/** The first sheet: what it costs by category and year, beside the budget, with charts that stand on its figures. */
export function summarySheet(snapshot: PlanSnapshot, forecast: Forecast, scenario: Scenario | null): WorkbookSheet {
  const { totals, years } = forecast;
  const table = new YearTable(years);
  table.row([textCell(`${snapshot.school.name}: ICT refresh forecast ${years[0]?.label ?? ''} to ${years.at(-1)?.label ?? ''}`, 'title')], 28);
  const sentence = table.row([textCell(overviewSentence(snapshot, forecast).text, 'sentence')], 34);
  const note = table.row([textCell(
    `${scenario === null ? '' : `Scenario: ${scenario.name}. `}Net of VAT, figures as at ${formatLongDate(forecast.asOf)}. The amounts are formulas over the sheet Lines; what they rest on is on the sheet Assumptions. `
      + 'Stand-still cost is what it takes just to stay where you are, spread evenly over the years kit is kept.', 'note')], 30);
  table.space();
  table.head('Planned cost');
  const byCategory = Object.entries(totals.byCategory).map(([key, pence]) =>
    table.sum(startUpper(categoryNamed(snapshot.categories, key).plural), sums('line_category', key), pence));
  const toCome = table.total('Still to come', byCategory, totals.totalPence);
  const already = table.later('Already spent');
  const planned = table.add('Planned cost', [toCome, already], totals.plannedPence);
  const budget = addBudget(table, forecast, planned);
  table.figures('Stand-still cost', totals.standStillPence);
  table.space();
  addQuantities(table, snapshot, forecast);
  table.space();
  const groups = addGroups(table, forecast, already);
  return {
    name: SUMMARY_SHEET, columnWidths: [...table.widths(34), 3, ...Array.from({ length: CHART_COLUMNS }, () => 12)], rows: table.rows(),
    frozen: { rows: 0, columns: 1 }, repeatedRows: null, printedColumns: null, fit: 'one_page',
    joined: [sentence, note].map((row) => ({ from: { row, column: 1 }, to: { row, column: table.lastColumn + 1 + CHART_COLUMNS } })),
    redBelowZero: budget === null ? [] : [table.yearCells(budget.difference)],
    charts: chartsOf(table, forecast, groups, planned, budget?.budget ?? null),
  };
}

/** Budget and difference, with the difference in words; one line that says so where none has been entered. */
function addBudget(table: YearTable, forecast: Forecast, planned: number): { readonly budget: number; readonly difference: number } | null {
  const { budgetPence, differencePence, budgetEntered } = forecast.totals;
  if (budgetPence === null || differencePence === null) {
    table.row([textCell('No budget has been entered.', 'note')]);
    return null;
  }
  const entered = (index: number): boolean => budgetEntered[index] === true;
  const budget = table.figures('Budget', budgetPence.map((pence, index) => (entered(index) ? pence : null)), 'none entered');
  const difference = table.difference('Difference', budget, planned, differencePence.map((pence, index) => (entered(index) ? pence : null)));
  table.inWords('In words', difference, differencePence.map((pence, index) => (entered(index) ? leftOrOver(pence) : null)));
  return { budget, difference };
}

function addQuantities(table: YearTable, snapshot: PlanSnapshot, forecast: Forecast): void {
  table.head('Items replaced');
  const rows = Object.entries(forecast.totals.quantityByCategory).map(([key, counts]) => table.count(
    startUpper(categoryNamed(snapshot.categories, key).plural),
    (year) => `SUMIFS(line_quantity,line_category,${criterion(key)},line_kind,${criterion(LINE_KIND_WORDS.replace)},line_year,${year})`,
    counts));
  table.totalCount('All', rows);
}

/** The row of each group, by the key of its series. */
type GroupRows = ReadonlyMap<string, number>;

/** Planned cost by group: what is still to come, from the lines, and what has been spent already. */
function addGroups(table: YearTable, forecast: Forecast, alreadyRow: number): GroupRows {
  const { plannedByChartGroup, byChartGroup, alreadyPence, plannedPence } = forecast.totals;
  const spentOn = (group: ChartGroup): number[] =>
    plannedByChartGroup[group].map((pence, index) => pence - (byChartGroup[group]?.[index] ?? 0));
  table.head('Already spent, by group');
  const spent = new Map(CHART_GROUPS.map((group) => [group, table.figures(CHART_GROUP_WORDS[group], spentOn(group))]));
  const all = table.total('Already spent', [...spent.values()], alreadyPence);
  table.copyLater(alreadyRow, all, alreadyPence);
  table.space();
  table.head('Planned cost, by group');
  const planned = new Map(CHART_GROUPS.map((group) => [group, table.sumAndRow(
    CHART_GROUP_WORDS[group], sums('line_group', CHART_GROUP_WORDS[group]), spent.get(group) ?? 0, plannedByChartGroup[group])]));
  table.total('Planned cost', [...planned.values()], plannedPence);
  return planned;
}

function chartsOf(
  table: YearTable, forecast: Forecast, groups: GroupRows, planned: number, budget: number | null,
): readonly WorkbookChart[] {
  const left = table.lastColumn + 2;
  const over = (firstRow: number): CellRange => ({ from: { row: firstRow, column: left }, to: { row: firstRow + CHART_ROWS, column: left + CHART_COLUMNS } });
  const figure = costChart(forecast);
  const stack: WorkbookChart = {
    kind: 'stacked_columns', title: 'Planned cost by group', altText: figure.altText, categories: table.labelCells(), over: over(5),
    series: figure.series.map(({ key, name, tone }) => ({ name, values: table.yearCells(groups.get(key) ?? 0), colour: TONE_COLOURS[tone] })),
  };
  const stacks = figure.series.length === 0 ? [] : [stack];
  if (budget === null || figure.line === null) return stacks;
  return [...stacks, {
    kind: 'lines', title: figure.title, altText: figure.altText, categories: table.labelCells(), over: over(6 + CHART_ROWS),
    series: [
      { name: 'Planned cost', values: table.yearCells(planned), colour: TONE_COLOURS.devices },
      { name: figure.line.name, values: table.yearCells(budget), colour: TONE_COLOURS.ink },
    ],
  }];
}
