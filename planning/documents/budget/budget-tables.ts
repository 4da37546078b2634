import type { BudgetMatrix } from '../../budget/matrix.ts';
import { sumOf } from '../../money.ts';
import type { Pence } from '../../vocabulary.ts';
import type { DocumentTable, TableCell, TableRow } from '../model.ts';
import { moneyCell, yearColumns, yearsRow } from '../tables.ts';

/** How the figures of a budget say what things cost. */
export const vatNote = ({ view: { vat } }: BudgetMatrix): string => (vat === 'net' ? 'Net of VAT.' : 'What things cost with VAT, as the school cannot claim it back; budgets as they were entered.');

/** A year nobody has entered a budget for shows none: no figure is made up for it. */
function knownRow(kind: TableRow['kind'], name: string, figures: readonly (Pence | null)[]): TableRow {
  const cells = figures.map((pence): TableCell => (pence === null ? { text: 'not entered' } : moneyCell(pence)));
  const known = figures.filter((pence) => pence !== null);
  return { kind, cells: [{ text: name }, ...cells, moneyCell(known.length === 0 ? null : sumOf(known))] };
}

/** What each code or fund costs by year, with the budget and what is left of it below: the same figures as the workbook. */
export function matrixTable(matrix: BudgetMatrix): DocumentTable {
  const { years, rows, total, view: { by } } = matrix;
  const named = rows.filter(({ cells }) => cells.some(({ forecast, allocated }) => forecast !== 0 || (allocated ?? 0) !== 0));
  const forecasts = total.map(({ forecast }) => forecast);
  return {
    kind: 'table', caption: by === 'code' ? 'Forecast by code, £' : 'Forecast by fund, £', note: vatNote(matrix), columns: yearColumns(by === 'code' ? 'Code' : 'Fund', years.map(({ label }) => label)),
    rows: [
      ...named.map(({ codes, name, kind, cells }) => yearsRow('body', kind === 'code' && codes.length > 0 ? `${codes.join(', ')} ${name}` : name, cells.map(({ forecast }) => forecast))),
      yearsRow('total', 'Forecast', forecasts), knownRow('body', 'Budget', total.map(({ allocated }) => allocated)), knownRow('grand', 'Left of it; minus is over', total.map(({ left }) => left)),
    ],
  };
}
