import type { BudgetReport } from '../app/contract/budget-documents.ts';
import { shortDate, wholePounds, wrapped } from './words.ts';

/** The widest line that is printed, in characters. */
export const WIDTH = 100;
const LABEL_WIDTH = 36;

type Figures = BudgetReport['total'];
type Line = { readonly label: string; readonly cells: readonly (number | null)[]; readonly ruled?: boolean };

/** The budget as it is printed: how it stands, what is planned and what is left by year, and the open year in its parts. */
export function budgetTable(report: BudgetReport): string {
  const { rows, total, years, benchmark, revenueFinancedPence } = report;
  const labels = years.map(({ label }) => label);
  const blocks = (['allocatedPence', 'forecastPence', 'leftPence'] as const).map((part) => block(TITLES[part], labels, [
    ...rows.map((row): Line => ({ label: labelOf(row), cells: row[part] })), { label: 'All', cells: total[part], ruled: true },
    ...(part !== 'forecastPence' ? [] : [
      ...(benchmark === null ? [] : [{ label: 'Of it Educational ICT (benchmark)', cells: benchmark.forecastPence }]),
      ...(revenueFinancedPence === null ? [] : [{ label: 'Of it capital that revenue pays for', cells: revenueFinancedPence }]),
    ]),
  ]));
  const parts = years.flatMap(({ label, part }) => (part === null ? [] : [`${label} (${part})`]));
  const open = report.calendar !== 'entered' ? [] : block(`Open year, ${labels[0] ?? ''}, £`, ['Budget', 'Spent', 'Ordered', 'To come', 'Forecast', 'Left'], [
    ...rows.map((row): Line => ({ label: labelOf(row), cells: openYear(row) })), { label: 'All', cells: openYear(total), ruled: true },
  ]);
  return `${[
    ...wrapped(report.sentence, WIDTH), '', ...blocks.flatMap((lines) => [...lines, '']), ...(open.length === 0 ? [] : [...open, '']),
    ...wrapped(`${report.note === null ? '' : `${report.note} `}${parts.length === 0 ? '' : `Not whole years: ${parts.join(', ')}. `}${report.scenario === null ? '' : `Scenario: ${report.scenario}. `}As at ${shortDate(report.asOf)}, ${report.vat === 'net' ? 'net of VAT' : 'what things cost with VAT, budgets as they were entered'}. Left is budget less forecast; minus is over.`, WIDTH),
  ].join('\n')}\n`;
}

const TITLES = { allocatedPence: 'Budget, £', forecastPence: 'Forecast, £', leftPence: 'Left, or − over, £' } as const;

const openYear = (figures: Figures): (number | null)[] =>
  (['allocatedPence', 'spentPence', 'committedPence', 'toComePence', 'forecastPence', 'leftPence'] as const).map((part) => figures[part][0] ?? null);

/** `E20E Laptops, desktops and tablets`; a code of an academy already holds its name. */
const labelOf = ({ codes, name }: BudgetReport['rows'][number]): string => [...codes.filter((code) => !code.endsWith(name)), name].join(' ');

export function block(title: string, headings: readonly string[], lines: readonly Line[]): string[] {
  const texts = lines.map(({ cells }) => cells.map((cell) => (cell === null ? '' : wholePounds(cell))));
  const widths = headings.map((heading, column) => 2 + Math.max(heading.length, ...texts.map((cells) => cells[column]?.length ?? 0)));
  const print = (label: string, cells: readonly string[]): string =>
    (label.length > LABEL_WIDTH ? `${label.slice(0, LABEL_WIDTH - 1)}…` : label).padEnd(LABEL_WIDTH) + cells.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('');
  const rule = '-'.repeat(LABEL_WIDTH + widths.reduce((sum, width) => sum + width, 0));
  return [print(title, headings), rule, ...lines.flatMap(({ label, ruled }, at) => [...(ruled === true ? [rule] : []), print(label, texts[at] ?? []).trimEnd()])];
}
