import type { ReturnsReport } from '../app/contract/returns.ts';
import { block, WIDTH } from './budget-table.ts';
import { counted, shortDate, wrapped } from './words.ts';

/** The returns as they are printed, the school's own first: lines by parts of years, or by years. */
export function returnsTable(report: ReturnsReport): string {
  const { own, scenario, asOf, vat } = report;
  const tables = own === 'bfr' ? [report.bfr, report.cfr] : [report.cfr, report.bfr];
  return `${[
    ...tables.flatMap((table) => [...wrapped(`${table.name}. ${table.sentence}`, WIDTH), '', ...blocksOf(table), ...wrapped(table.note, WIDTH), '']),
    ...wrapped(`${scenario === null ? '' : `Scenario: ${scenario}. `}As at ${shortDate(asOf)}, ${vat === 'net' ? 'net of VAT' : 'with VAT'}.`, WIDTH),
  ].join('\n')}\n`;
}

/** As many columns side by side as a line has room for. */
const MOST_COLUMNS = 6;

function blocksOf({ columns, rows, totalPence, memo }: ReturnsReport['bfr']): string[] {
  const starts = Array.from({ length: Math.ceil(columns.length / MOST_COLUMNS) }, (_, at) => at * MOST_COLUMNS);
  return starts.flatMap((from) => {
    const shown = <Item>(items: readonly Item[]): readonly Item[] => items.slice(from, from + MOST_COLUMNS);
    return [...block('£', shown(columns).map(({ label }) => label), [
      ...rows.map(({ number, name, pence }) => ({ label: number === null ? name : `${number} ${name}`, cells: shown(pence) })),
      { label: `All, ${counted(rows.length, 'line', 'lines')}`, cells: shown(totalPence), ruled: true },
      ...memo.map(({ name, pence }) => ({ label: name, cells: shown(pence) })),
    ]), ''];
  });
}
