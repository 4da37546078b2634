import { describe, expect, it } from 'vitest';
import { budgetMatrix } from '../../../planning/budget/matrix.ts';
import { composeDocument } from '../../../planning/documents/compose.ts';
import { plainWords, type DocumentModel, type DocumentTable } from '../../../planning/documents/model.ts';
import { kit, schoolOf } from '../fixtures.ts';
import { awkwardSchool, emptySchool, factsFor, hillcrest, largeSchool } from '../../support/document-schools.ts';

const tableOf = (model: DocumentModel, section: string): DocumentTable => {
  const found = model.sections.find(({ key }) => key === section)?.blocks.find((block) => block.kind === 'table');
  if (found === undefined) throw new Error(`${model.title} has no table in ${section}.`);
  return found;
};
const penceOf = (table: DocumentTable, heading: string): (number | undefined)[] => table.rows.find(({ cells }) => cells[0]?.text === heading)?.cells.slice(1).map(({ pence }) => pence) ?? [];

describe.each(Object.entries({ 'Hillcrest': hillcrest, '20,000 assets': async () => Promise.resolve(largeSchool()), 'impossible names': awkwardSchool, 'nothing yet': async () => Promise.resolve(emptySchool()) }))('the papers of the business manager, of %s', (_, school) => {
  it('show the very figures of the budget page, by code and by fund', async () => {
    const facts = factsFor(await school(), 'workbook');
    const model = composeDocument(facts);
    for (const [section, by] of [['codes', 'code'], ['funds', 'fund']] as const) {
      const matrix = budgetMatrix(facts.snapshot, facts.forecast, { nature: 'all', vat: 'net', by });
      const table = tableOf(model, section);
      expect(penceOf(table, 'Forecast').slice(0, -1)).toEqual(matrix.total.map(({ forecast }) => forecast));
      expect(penceOf(table, 'Left of it; minus is over').slice(0, -1)).toEqual(matrix.total.map(({ left }) => left ?? undefined));
      const bodies = table.rows.slice(0, table.rows.findIndex(({ kind }) => kind === 'total'));
      matrix.total.forEach(({ forecast }, year) => expect(bodies.reduce((sum, { cells }) => sum + (cells[1 + year]?.pence ?? 0), 0)).toBe(forecast));
    }
  });

  it('say what the flat lines add up to, which is the whole plan', async () => {
    const facts = factsFor(await school(), 'lines');
    const table = tableOf(composeDocument(facts), 'sums');
    expect(penceOf(table, 'Net').slice(0, -1)).toEqual(facts.forecast.totals.plannedPence);
    const [net, vat, gross] = ['Net', 'VAT', 'Gross'].map((heading) => penceOf(table, heading));
    expect(gross).toEqual(net?.map((pence, at) => (pence ?? 0) + (vat?.[at] ?? 0)));
  });
});

describe('a budget that nobody has entered', () => {
  it('is no figure in the workbook’s preview', () => {
    const table = tableOf(composeDocument(factsFor(schoolOf({ assets: [kit({ overridePence: 40_000 })], budgets: [] }), 'workbook')), 'codes');
    expect(table.rows.find(({ cells }) => cells[0]?.text === 'Budget')?.cells.map(({ text }) => text)).toEqual(['Budget', ...Array.from({ length: table.columns.length - 2 }, () => 'not entered'), '–']);
  });
});

describe('the disposal register', () => {
  const gone = { status: 'disposed', disposedOn: '2026-07-01', disposalRoute: 'weee_recycle', disposalCertificate: 'W-77' } as const;
  const register = schoolOf({ assets: [
    kit({ id: 1, tag: 'A', quantity: 30, ...gone }),
    kit({ id: 2, tag: 'B', ...gone, disposedOn: '2025-03-01', dataWipedOn: '2025-02-20', disposalCertificate: null, disposalPence: 2_500 }),
    kit({ id: 3, tag: 'C', categoryKey: 'monitor', ...gone }),
    kit({ id: 4, tag: 'D' }),
  ] });

  it('counts what left, what may still hold data, and what has no certificate', () => {
    expect(plainWords(composeDocument(factsFor(register, 'disposals')).opening))
      .toBe('32 items have left the school or are no longer used. 30 items may still hold data: no wipe is recorded. 1 item left without a certificate.');
  });

  it('lists each with the latest first, by year, and not what is in use', () => {
    const table = tableOf(composeDocument(factsFor(register, 'disposals')), 'left');
    expect(table.rows.map(({ kind, cells }) => (kind === 'group' ? cells[0]?.text : [cells[0]?.text, cells[2]?.text, cells[5]?.text]))).toEqual([
      '2026', ['1 Jul 2026', '30', 'No wipe is recorded'], ['1 Jul 2026', '1', 'Holds none'], '2025', ['1 Mar 2025', '1', 'Wiped on 20 Feb 2025'],
    ]);
  });

  it('names no make or tag where it is not written for the support team', () => {
    const model = composeDocument(factsFor(register, 'disposals', { settings: { reader: 'governors' } }));
    expect(tableOf(model, 'left').rows.map(({ cells }) => cells[1]?.text)).toEqual([undefined, 'Laptop', 'Monitor', undefined, 'Laptop']);
  });

  it('is bounded on paper, and says where the rest stands', () => {
    const many = schoolOf({ assets: Array.from({ length: 400 }, (_, at) => kit({ id: at + 1, ...gone })) });
    const table = tableOf(composeDocument(factsFor(many, 'disposals')), 'left');
    expect(table.rows.length).toBe(151);
    expect(table.note).toBe('And 250 items more, in the register as Excel or CSV.');
  });

  it('says so where nothing has left', () => {
    expect(plainWords(composeDocument(factsFor(emptySchool(), 'disposals')).opening)).toBe('Nothing has left the school yet.');
  });
});
