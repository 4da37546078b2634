import { readXlsx } from 'hucre/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { composeDocument } from '../../planning/documents/compose.ts';
import { DOCUMENT_KINDS, type DocumentKind } from '../../planning/documents/kinds.ts';
import { plainWords, type DocumentBlock, type DocumentModel, type DocumentTable, type TableRow } from '../../planning/documents/model.ts';
import { formatPounds, sumOf } from '../../planning/money.ts';
import type { Forecast } from '../../planning/result.ts';
import { day, plan as anyPlan, SEED } from '../planning/arbitraries.ts';
import { awkwardSchool, factsFor, largeSchool } from '../support/document-schools.ts';
import { planInMemory, TODAY } from '../support/plan-in-memory.ts';

/** Every figure of every document, held against the forecast, the budget page and the workbook, to the penny. */

type Figure = Extract<DocumentBlock, { kind: 'figure' }>;

const blocksOf = ({ sections }: DocumentModel): readonly DocumentBlock[] => sections.flatMap(({ blocks }) => blocks);
const tablesOf = (model: DocumentModel): readonly DocumentTable[] => blocksOf(model).filter((block) => block.kind === 'table');
const costFigures = (model: DocumentModel): readonly Figure[] => blocksOf(model).filter((block): block is Figure => block.kind === 'figure' && block.chart.key === 'cost_by_year');

const penceOf = ({ cells }: TableRow): (number | null)[] => cells.slice(1).map(({ pence }) => pence ?? null);
const labelOf = ({ cells }: TableRow): string => cells[0]?.text ?? '';

/** A table whose columns are the years of the plan and all of them together. */
const isByYear = ({ columns }: DocumentTable, labels: readonly string[]): boolean =>
  columns.length === labels.length + 2 && labels.every((label, at) => columns[at + 1]?.heading === label);

/** What the rows over a total come to, column by column; a cell that is no money counts as nothing. */
const addedUp = (rows: readonly TableRow[], columns: number): number[] =>
  Array.from({ length: columns }, (_, at) => sumOf(rows.map((row) => penceOf(row)[at] ?? 0)));

/** Last rows that are not what stands over them added up: what a budget leaves, and net with its VAT. */
const ANOTHER_SUM = /^(?:Left of it|Gross)/u;
/** Totals that are the whole cost of the plan, before such a row. */
const WHOLE_COST = /^(?:Forecast|Net)$/u;

/** Each total with the rows that it stands under, back to the heading of its group; a grand one under all since the last grand one. */
function totalsIn({ rows }: DocumentTable): { readonly total: TableRow; readonly over: readonly TableRow[] }[] {
  let group: TableRow[] = [];
  let all: TableRow[] = [];
  return rows.flatMap((row) => {
    if (row.kind === 'group') group = [];
    if (row.kind === 'body') {
      group.push(row);
      all.push(row);
    }
    if (row.kind === 'total') return [{ total: row, over: [...group] }];
    if (row.kind !== 'grand' || ANOTHER_SUM.test(labelOf(row))) return [];
    // A table may have several such parts: what comes after is of the next.
    const over = all;
    all = [];
    return [{ total: row, over }];
  });
}

/** A need that serves two objectives stands under both, and is counted once in what all of them cost. */
const countsOnce = ({ rows }: DocumentTable): boolean => rows.some((row) => /^All objectives$|each need once$/u.test(labelOf(row)));

/** Holds the tables of a document to what they say: every total is the sum of what stands over it. */
function expectSumsHold(model: DocumentModel): void {
  for (const table of tablesOf(model).filter((each) => !countsOnce(each))) {
    for (const { total, over } of totalsIn(table)) {
      const given = penceOf(total);
      const sums = addedUp(over, given.length);
      given.forEach((pence, at) => { if (pence !== null) expect(sums[at], `${model.kind}: ${table.caption}, ${labelOf(total)}, column ${at + 1}`).toBe(pence); });
    }
  }
}

/** Holds the charts, their ledgers and the tables of a document about costs to the forecast. */
function expectForecast(model: DocumentModel, { years, totals }: Forecast): void {
  const labels = years.map(({ label }) => label);
  const planned = [...totals.plannedPence, sumOf(totals.plannedPence)];
  const entered = (figures: readonly number[] | null): (number | null)[] => years.map((_, at) => (totals.budgetEntered[at] === true ? figures?.[at] ?? null : null));
  for (const { chart, ledger } of costFigures(model)) {
    expect(years.map((_, at) => sumOf(chart.series.map(({ values }) => values[at] ?? 0))), `${model.kind}: columns`).toEqual(totals.plannedPence);
    if (chart.line !== null) expect(chart.line.values).toEqual(entered(totals.budgetPence));
    // A slide that is read across a room has the chart alone.
    if (ledger === null && model.kind === 'slides') continue;
    const row = (name: string): (number | null)[] => penceOf(ledger?.rows.find((each) => labelOf(each).startsWith(name)) ?? { kind: 'body', cells: [] });
    expect(row('Cost'), `${model.kind}: ledger`).toEqual(planned);
    if (totals.budgetPence !== null) {
      expect(row('Budget').slice(0, -1)).toEqual(entered(totals.budgetPence));
      expect(row('Difference').slice(0, -1)).toEqual(entered(totals.differencePence));
    }
  }
  for (const table of tablesOf(model).filter((each) => isByYear(each, labels) && !countsOnce(each))) {
    for (const { total } of totalsIn(table).filter((each) => each.total.kind === 'grand' || WHOLE_COST.test(labelOf(each.total)))) expect(penceOf(total), `${model.kind}: ${table.caption}`).toEqual(planned);
  }
  // The schedule is of kit alone: its years are not the whole plan's.
  for (const { total } of model.kind === 'schedule' ? [] : tablesOf(model).flatMap(totalsIn)) {
    const year = labels.indexOf(labelOf(total).replace(/^All of /u, ''));
    if (year >= 0) expect(penceOf(total).at(-1), `${model.kind}: ${labelOf(total)}`).toBe(totals.plannedPence[year]);
  }
}

/** Documents that have the whole cost of the plan in them, in a chart or in a sentence. */
const ABOUT_COSTS: readonly DocumentKind[] = ['strategy', 'summary'];

describe('the documents of Hillcrest', () => {
  it('agree with the forecast, the budget page and the budget workbook to the penny, under every scenario', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.scenarios.length).toBeGreaterThan(2);
    for (const { id } of snapshot.scenarios) {
      const asked = { asOf: TODAY, scenarioId: id };
      const { forecast } = factsFor(snapshot, 'strategy', { scenarioId: id });
      const page = await plan.call('budget.report', { ...asked, by: 'fund', vat: 'net' });
      expect(page.total.forecastPence).toEqual(forecast.totals.plannedPence);
      for (const kind of DOCUMENT_KINDS) {
        const { model } = await plan.call('document.show', { ...asked, kind });
        expectSumsHold(model);
        expectForecast(model, forecast);
        if (!ABOUT_COSTS.includes(kind)) continue;
        expect(costFigures(model).length, kind).toBe(1);
        expect(plainWords(model.opening)).toContain(formatPounds(sumOf(forecast.totals.plannedPence)));
      }
      const { model } = await plan.call('document.show', { ...asked, kind: 'strategy' });
      // By year, by kind, by room, by fund, as revenue and capital, and each year in two tables: fewer would mean that nothing was held.
      expect(tablesOf(model).flatMap(totalsIn).length).toBeGreaterThan(14);
      const funds = tablesOf(model).find(({ caption }) => caption.startsWith('Which money pays'));
      const told = page.rows.filter(({ forecastPence }) => forecastPence.some((pence) => pence !== 0));
      expect(funds?.rows.filter(({ kind }) => kind === 'body').map((row) => [labelOf(row), penceOf(row).slice(0, -1)])).toEqual(told.map(({ name, forecastPence }) => [name, forecastPence]));
      expect(await workbookTotals(plan, id)).toEqual(forecast.totals.plannedPence);
    }
  }, 120_000);
});

/** What all ICT comes to in each year by the summary of the budget workbook, in pence. */
async function workbookTotals(plan: ReturnType<typeof planInMemory>, scenarioId: number): Promise<number[]> {
  const { base64 } = await plan.call('document.file', { kind: 'workbook', format: 'xlsx', asOf: TODAY, scenarioId });
  const { sheets } = await readXlsx(new Uint8Array(Buffer.from(base64, 'base64')));
  const row = sheets.find(({ name }) => name === 'Summary')?.rows.find(([first]) => String(first).startsWith('All ICT'));
  return (row ?? []).slice(1, 6).map((pounds) => Math.round(Number(pounds) * 100));
}

describe('the documents of other schools', () => {
  it.each([['20,000 assets', async () => Promise.resolve(largeSchool())], ['impossible names', awkwardSchool]] as const)('agree with the forecast in a school of %s', async (_, school) => {
    const snapshot = await school();
    for (const kind of ABOUT_COSTS) {
      const facts = factsFor(snapshot, kind);
      const model = composeDocument(facts);
      expectSumsHold(model);
      expectForecast(model, facts.forecast);
    }
  }, 60_000);

  it('agree with the forecast whatever the school has', () => {
    fc.assert(fc.property(anyPlan(), day('2025-01-01', '2028-12-31'), (snapshot, asOf) => {
      for (const kind of ABOUT_COSTS) {
        const facts = factsFor(snapshot, kind, { asOf });
        const model = composeDocument(facts);
        expectSumsHold(model);
        expectForecast(model, facts.forecast);
      }
    }), { seed: SEED, numRuns: 150 });
  }, 60_000);
});

describe('the log of decisions', () => {
  it('is the same file from the documents as from the decisions, and its paper asks for the same amounts', async () => {
    using plan = planInMemory();
    await plan.call('plan.sample', {});
    const asked = { asOf: TODAY, format: 'csv' as const };
    const { base64 } = await plan.call('document.file', { ...asked, kind: 'decisions', scenarioId: 2 });
    expect(base64).toBe((await plan.call('documents.decisions', asked)).base64);
    const { model } = await plan.call('document.show', { kind: 'decisions', asOf: TODAY, scenarioId: 2 });
    const { waiting } = await plan.call('decision.report', { asOf: TODAY });
    const choices = tablesOf(model).find(({ caption }) => caption.startsWith('Decisions that wait'))?.rows ?? [];
    for (const { ref, pence, isMost } of waiting) {
      const from = choices.findIndex((row) => row.kind === 'group' && labelOf(row).startsWith(ref));
      const upTo = choices.findIndex((row, at) => at > from && row.kind === 'group');
      const own = choices.slice(from + 1, upTo < 0 ? undefined : upTo);
      const amounts = own.filter((row) => isMost || labelOf(row).endsWith('(recommended)')).flatMap((row) => penceOf(row).at(-1) ?? []);
      expect(from, ref).toBeGreaterThanOrEqual(0);
      if (pence !== null) expect(Math.max(...amounts), ref).toBe(pence);
    }
  });
});
