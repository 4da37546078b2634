import { budgetMatrix } from '../../budget/matrix.ts';
import { formatExact } from '../../money.ts';
import type { Pence } from '../../vocabulary.ts';
import { inWords } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';
import { costChart, costLedger } from '../figures/cost-figure.ts';
import type { DocumentModel, DocumentTable } from '../model.ts';
import type { DocumentCheck } from './check.ts';

/** What a document says that a year costs, and where it says so. */
type Stated = { readonly section: string; readonly byYear: ReadonlyMap<string, Pence> };

/**
 * Whether what a document says of each year is what Budgets, and with it the workbook, comes to: the columns of its chart
 * and the row of costs under it, against the budget's own sum of all places, code by code. Null where it says nothing of years.
 */
export function totalsCheck({ snapshot, forecast }: DocumentFacts, model: DocumentModel): DocumentCheck | null {
  const { key, title } = costChart(forecast);
  const { caption } = costLedger(forecast);
  const said = model.sections.flatMap((section) => section.blocks.flatMap((block): Stated[] => {
    const chart = block.kind === 'figure' && block.chart.key === key ? [columnsOf(section.key, block.chart)] : [];
    const table = block.kind === 'figure' ? block.ledger : block.kind === 'table' ? block : null;
    return [...chart, ...(table?.caption === caption ? [costsOf(section.key, table)] : [])];
  }));
  if (said.length === 0 && model.kind !== 'workbook' && model.kind !== 'lines') return null;
  const { years, total } = budgetMatrix(snapshot, forecast, { nature: 'all', vat: 'net', by: 'code' });
  const budgets = years.map(({ label }, at) => ({ label, pence: total[at]?.forecast ?? 0, planned: forecast.totals.plannedPence[at] ?? 0 }));
  const wrong = [
    ...budgets.flatMap(({ label, pence, planned }) => (planned === pence ? [] : [{ label, says: planned, pence, section: said[0]?.section ?? null }])),
    ...said.flatMap(({ section, byYear }) => budgets.flatMap(({ label, pence }) => {
      const says = byYear.get(label);
      return says === undefined || says === pence ? [] : [{ label, says, pence, section }];
    })),
  ];
  const [first] = wrong;
  if (first === undefined) return { kind: 'totals', ok: true, text: 'Totals match Budgets and the workbook', links: [] };
  return {
    kind: 'totals', ok: false, text: `In ${first.label} it says ${formatExact(first.says)}, and Budgets ${formatExact(first.pence)}${wrong.length === 1 ? '' : `; ${inWords(wrong.length - 1)} more like it`}`,
    links: [{ text: 'Budgets', page: 'budgets' }, ...(first.section === null ? [] : [{ text: `“${title}”`, section: first.section }])],
  };
}

const columnsOf = (section: string, { categories, series }: { readonly categories: readonly string[]; readonly series: readonly { readonly values: readonly number[] }[] }): Stated =>
  ({ section, byYear: new Map(categories.map((label, at) => [label, series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0)])) });

/** The row of costs, by the years that head its columns. */
function costsOf(section: string, { columns, rows }: DocumentTable): Stated {
  const cells = rows.find(({ cells: [heading] }) => heading?.text.startsWith('Cost') === true)?.cells ?? [];
  return { section, byYear: new Map(cells.flatMap(({ pence }, at) => (pence === undefined ? [] : [[columns[at]?.heading ?? '', pence] as const]))) };
}
