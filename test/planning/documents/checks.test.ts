import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckKind, DocumentCheck } from '../../../planning/documents/checks/check.ts';
import { documentChecks } from '../../../planning/documents/checks/checks.ts';
import { composeDocument } from '../../../planning/documents/compose.ts';
import type { DocumentFacts } from '../../../planning/documents/facts.ts';
import { DOCUMENT_KINDS } from '../../../planning/documents/kinds.ts';
import type { DocumentModel } from '../../../planning/documents/model.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { emptySchool, factsFor, hillcrest } from '../../support/document-schools.ts';
import { budgetOf, kit, schoolOf } from '../fixtures.ts';

let school: PlanSnapshot;
beforeAll(async () => {
  school = await hillcrest();
});

const found = (facts: DocumentFacts, kind: CheckKind, model: DocumentModel = composeDocument(facts)): DocumentCheck | undefined => documentChecks(facts, model).find((check) => check.kind === kind);

/** A laptop bought so that it is due, with a price, beside one that nobody knows the age of. */
const small = (over: Partial<PlanSnapshot> = {}): PlanSnapshot => schoolOf({
  assets: [kit({ id: 1, purchaseDate: '2024-09-02', overridePence: 40_000, overridePriceDate: '2026-09-01' })], budgets: budgetOf(100_000, 100_000, 100_000, 100_000, 100_000), ...over,
});

describe('the totals of a document', () => {
  it('match Budgets in every document of Hillcrest that has any', () => {
    const checked = DOCUMENT_KINDS.flatMap((kind) => found(factsFor(school, kind), 'totals') ?? []);
    expect(checked.length).toBeGreaterThan(3);
    expect(checked.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('do not match where a column of the chart or a figure of the ledger is a penny out', () => {
    const facts = factsFor(school, 'strategy');
    const model = composeDocument(facts);
    const changed = (change: (block: DocumentModel['sections'][number]['blocks'][number]) => DocumentModel['sections'][number]['blocks'][number]): DocumentModel =>
      ({ ...model, sections: model.sections.map((section) => ({ ...section, blocks: section.blocks.map(change) })) });
    const chart = changed((block) => (block.kind !== 'figure' || block.chart.key !== 'cost_by_year' ? block
      : { ...block, chart: { ...block.chart, series: block.chart.series.map((each, at) => (at === 0 ? { ...each, values: each.values.map((pence, year) => pence + (year === 1 ? 1 : 0)) } : each)) } }));
    expect(found(facts, 'totals', chart)).toMatchObject({ ok: false, text: expect.stringMatching(/^In 2027\/28 it says £[\d,.]+, and Budgets £[\d,.]+$/u) as string });
    const ledger = changed((block) => (block.kind !== 'figure' || block.ledger === null ? block : {
      ...block, ledger: { ...block.ledger, rows: block.ledger.rows.map((row) => (row.cells[0]?.text === 'Cost, £' ? { ...row, cells: row.cells.map((cell, at) => (at === 3 && cell.pence !== undefined ? { ...cell, pence: cell.pence - 100 } : cell)) } : row)) },
    }));
    expect(found(facts, 'totals', ledger)).toMatchObject({ ok: false, links: [{ text: 'Budgets', page: 'budgets' }, { section: 'costs' }] });
  });
});

describe('what was left out of the figures', () => {
  const undated = small({ assets: [kit({ id: 1, purchaseDate: '2024-09-02', overridePence: 40_000, overridePriceDate: '2026-09-01' }), kit({ id: 2, purchaseDate: null, coverEnd: null, quantity: 3 })] });

  it('is well where the document says so, and leads to where it does', () => {
    expect(found(factsFor(undated, 'strategy'), 'left_out')).toMatchObject({ ok: true, text: '3 items are left out of the figures, and it says so', links: [{ section: 'where_we_are' }] });
  });

  it('wants an eye where the section that says so is left out', () => {
    const facts = factsFor(undated, 'strategy', { settings: { sections: [{ section: 'where_we_are', included: false, words: null }] } });
    expect(found(facts, 'left_out')).toMatchObject({ ok: false, text: '3 items are left out of the figures, and it does not say so', links: [{ page: 'data-quality' }] });
  });

  it('is nothing where every item has its date', () => {
    expect(found(factsFor(small(), 'strategy'), 'left_out')).toMatchObject({ ok: true, text: 'No kit is left out of the figures' });
  });
});

describe('what else wants an eye', () => {
  it('is kit without a price, old prices, and years without a budget', () => {
    const bare = factsFor(small({ assets: [kit({ id: 1, purchaseDate: '2024-09-02', quantity: 2 })], policies: small().policies.map((policy) => ({ ...policy, unitPence: null })), budgets: budgetOf(100_000, 100_000) }), 'summary');
    expect(found(bare, 'unpriced')).toMatchObject({ ok: false, text: '2 items have no price, so the costs are too low by them' });
    expect(found(bare, 'budget')).toMatchObject({ ok: false, text: 'No budget has been entered for 2028/29, 2029/30 and 2030/31' });
    const old = factsFor(small({ assets: [kit({ id: 1, purchaseDate: '2024-09-02', overridePence: 40_000, overridePriceDate: '2021-09-01' })] }), 'summary');
    expect(found(old, 'old_prices')).toMatchObject({ ok: false, text: 'One price is more than two years old' });
    expect(['unpriced', 'old_prices', 'budget'].map((kind) => found(factsFor(small(), 'summary'), kind as CheckKind))).toEqual([undefined, undefined, undefined]);
    expect(found(factsFor(emptySchool(), 'strategy'), 'budget')?.text).toBe('No budget has been entered for any year');
  });

  it('is a cost that somebody moved without saying why', () => {
    const moved = (movedReason: string | null): PlanSnapshot => small({ assets: [kit({ id: 1, purchaseDate: '2024-09-02', overridePence: 40_000, movedTo: '2029-09-01', movedReason })] });
    expect(found(factsFor(moved(' '), 'strategy'), 'reasons')).toMatchObject({ ok: false, text: 'One cost was changed and has no reason', links: [{ page: 'refresh-plan' }] });
    expect(found(factsFor(moved('Agreed with Art'), 'strategy'), 'reasons')).toMatchObject({ ok: true });
  });

  it('is a meeting that nobody named or that is over, unless it was sent', () => {
    expect(found(factsFor(school, 'summary'), 'meeting')?.text).toBe('It does not say for whom it is');
    expect(found(factsFor(school, 'summary', { settings: { heldFor: 'the governors', heldOn: '2026-11-04' } }), 'meeting')?.text).toBe('The meeting of 4 November 2026 is over');
    expect(found(factsFor(school, 'summary', { settings: { heldFor: 'the governors', heldOn: '2026-12-11' } }), 'meeting')).toBeUndefined();
    expect(found(factsFor(school, 'summary', { version: { number: 1, state: 'sent', plan: 1 } }), 'meeting')).toBeUndefined();
  });

  it('is a paper that asks its readers for nothing', () => {
    expect(found(factsFor(school, 'strategy'), 'decisions')).toMatchObject({ ok: true, links: [{ section: 'decisions' }] });
    expect(found(factsFor(emptySchool(), 'strategy'), 'decisions')).toMatchObject({ ok: false, text: 'It asks for no decision' });
  });
});

describe('words that readers may not know', () => {
  const said = (words: string, reader: DocumentFacts['settings']['reader'], explained = false): DocumentCheck | undefined =>
    found(factsFor(small({ departments: [{ id: 1, name: 'EAL and SEMH', pupils: null, accessTarget: null }] }), 'strategy', {
      settings: { reader, sections: [{ section: 'costs', included: true, words }, { section: 'risks', included: false, words: null }, { section: 'words_used', included: explained, words: null }] },
    }), 'words');
  const NAMED = 'New SSDs. The MIS moves to a VLAN, by virement.';

  it('are technical ones for the leadership team, and words of money too for governors, each where it first stands', () => {
    expect(said(NAMED, 'leadership')).toMatchObject({ ok: false, text: 'Three words the leadership team may not know', links: [{ text: 'SSDs', section: 'costs' }, { text: 'MIS', section: 'costs' }, { text: 'VLAN', section: 'costs' }] });
    expect(said(NAMED, 'governors')?.links).toContainEqual({ text: 'ICT reserve', section: 'costs' });
  });

  it('are only capitals that nobody explains where the last part explains the others', () => {
    expect(said(NAMED, 'governors', true)).toMatchObject({ ok: false, text: 'One word governors may not know', links: [{ text: 'VLAN', section: 'costs' }] });
  });

  it('are not numbers of kit, everyday letters, or letters in the school’s own names', () => {
    expect(said('HC-ST-01 goes to SEMH by D-27; PE and RE keep one TV each, said VAT and GCSE.', 'governors', true)).toMatchObject({ ok: true, text: 'Every word is known to governors, or explained' });
  });

  it('are none for the network manager, whose words they are', () => {
    expect(said(NAMED, 'technical', true)).toMatchObject({ ok: true });
  });
});

describe('a document that was sent', () => {
  it('is made again to the letter of the same facts, and says where it is not', () => {
    const facts = factsFor(school, 'strategy', { version: { number: 2, state: 'sent', plan: 9 } });
    const model = composeDocument(facts);
    expect(found(facts, 'as_sent', model)).toMatchObject({ ok: true });
    // A plan file gives the fields of each part in an order of its own: nothing about the document is otherwise.
    const { footer, ...rest } = model;
    expect(found(facts, 'as_sent', { footer, ...rest })).toMatchObject({ ok: true });
    expect(found(facts, 'as_sent', { ...model, footer: 'Other words.' })).toMatchObject({ ok: false });
    expect(found(factsFor(school, 'strategy'), 'as_sent')).toBeUndefined();
  });
});
