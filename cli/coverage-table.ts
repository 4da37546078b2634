import type { CoverageReport } from '../app/contract/coverage.ts';
import { shortDate, wholePounds, wrapped } from './words.ts';

/** The widest line that is printed, in characters, and how much of it is a need's name. */
const WIDTH = 100;
const NAME_WIDTH = 38;
/** Objectives side by side; a plan with more is printed in several blocks. */
const MOST_COLUMNS = 8;

type Report = Pick<CoverageReport, 'objectives' | 'needs' | 'totalPence'>;
type Cell = Report['needs'][number]['cells'][number];
const markOf = (cell: Cell | undefined): string => (cell === 'essential' ? 'E' : cell === 'helps' ? 'h' : '.');
const ANSWERS = { agreed: 'yes', waiting: 'waits', gap: 'gap', no_ict: 'none' } as const;

const cut = (text: string, width: number): string => (text.length > width - 1 ? `${text.slice(0, width - 2)}…` : text).padEnd(width);

/** The number of an objective, else its place in the list: what heads a column of few letters. */
const headOf = (title: string, at: number): string => /^[\d.]+(?= )/u.exec(title)?.[0] ?? `${at + 1})`;

/** The matrix as it is printed: what it says, needs by objectives, what is not covered and why, and what serves no objective. */
export function coverageTable(report: CoverageReport): string {
  const { objectives, needs, years, spend } = report;
  const starts = objectives.length === 0 ? [0] : Array.from({ length: Math.ceil(objectives.length / MOST_COLUMNS) }, (_, at) => at * MOST_COLUMNS);
  const open = objectives.filter(({ covered }) => covered !== 'agreed');
  const unpaid = needs.filter(({ state }) => state === 'unfunded');
  return `${[
    ...wrapped(report.sentence, WIDTH), '',
    ...starts.flatMap((from) => [...block(report, from, years.length), '']),
    ...(objectives.length === 0 ? [] : ['E cannot be met without it, h helps. Covered? yes: agreed, waits: not decided, gap, none: no ICT needed.', '']),
    ...open.flatMap(({ title, why }) => wrapped(`${title}: ${why.join(' ')}`, WIDTH)),
    ...unpaid.flatMap(({ ref, name, why }) => wrapped(`${ref} ${name}, agreed and not funded: ${why.join(' ')}`, WIDTH)),
    ...(open.length + unpaid.length === 0 ? [] : ['']),
    ...spendLines(spend),
    `${report.plan === null ? '' : `${report.plan}. `}${report.scenario === null ? '' : `Scenario: ${report.scenario}. `}As at ${shortDate(report.asOf)}, net of VAT.`,
  ].join('\n')}\n`;
}

function block({ objectives, needs, totalPence }: Report, from: number, years: number): string[] {
  const shown = objectives.slice(from, from + MOST_COLUMNS);
  const row = (name: string, cells: readonly string[], cost: string, state: string): string =>
    `${cut(name, NAME_WIDTH)}${cells.map((cell) => cell.padStart(6)).join('')}${cost.padStart(12)}  ${state}`.trimEnd();
  const rule = '-'.repeat(NAME_WIDTH + shown.length * 6 + 12);
  return [
    row('Need', shown.map(({ title }, at) => headOf(title, from + at)), `${years} years, £`, 'State'), rule,
    ...needs.map(({ ref, name, cells, pence, words }) =>
      row(`${ref} ${name}`, shown.map((_, at) => markOf(cells[from + at])), pence === null ? '–' : wholePounds(pence), words)),
    rule, row('Covered?', shown.map(({ covered }) => ANSWERS[covered]), wholePounds(totalPence), ''),
  ];
}

function spendLines({ totalPence, nonePence, none }: CoverageReport['spend']): string[] {
  if (none.length === 0) return [];
  return [
    `Serves no objective, £: ${wholePounds(nonePence)} of ${wholePounds(totalPence)} still to come`,
    ...none.map(({ name, pence }) => `  ${cut(name, NAME_WIDTH - 2)}${wholePounds(pence).padStart(12)}`), '',
  ];
}
