import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { documentModel } from '../../../../app/contract/document-model.ts';
import { coverage } from '../../../../planning/analysis/coverage/coverage.ts';
import { composeDocument } from '../../../../planning/documents/compose.ts';
import { textsOf } from '../../../../planning/documents/glossary.ts';
import type { DocumentKind, DocumentReader } from '../../../../planning/documents/kinds.ts';
import type { DocumentModel, DocumentTable } from '../../../../planning/documents/model.ts';
import { annexIn } from '../../../../planning/documents/strategy/context.ts';
import type { PlanSnapshot } from '../../../../planning/snapshot.ts';
import { plan as anyPlan, SEED } from '../../arbitraries.ts';
import { DOCUMENT_SCHOOLS, factsFor, hillcrest } from '../../../support/document-schools.ts';

const EVERYTHING = [{ section: 'standards', included: true, words: null }];
const made = (plan: PlanSnapshot, kind: DocumentKind, reader: DocumentReader = 'governors'): DocumentModel => composeDocument(factsFor(plan, kind, { settings: { reader, sections: EVERYTHING } }));
const tablesOf = ({ sections }: DocumentModel): DocumentTable[] => sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : [])));
const tableOf = (model: DocumentModel, key: string): DocumentTable | undefined => model.sections.find((section) => section.key === key)?.blocks.find((block) => block.kind === 'table');

/** More rows than a reader goes through in one table. */
const MOST_ROWS = 250;

describe.each(Object.entries(DOCUMENT_SCHOOLS))('the strategy and the annex of %s', (_, school) => {
  it('have every heading that governors expect, in its order', async () => {
    const { sections } = made(await school(), 'strategy');
    expect(sections.filter(({ annex }) => !annex).map(({ key }) => key)).toEqual(['context', 'where_we_are', 'needs', 'years', 'costs', 'training', 'risks', 'decisions', 'knowing', 'roles']);
    expect(sections.map(({ number }) => number).slice(-2)).toEqual(['E', 'F']);
  });

  it('say something under every heading, in tables whose rows fit their columns and that people can read', async () => {
    const plan = await school();
    for (const model of (['governors', 'technical'] as const).flatMap((reader) => [made(plan, 'strategy', reader), made(plan, 'annex', reader)])) {
      for (const { key, blocks } of model.sections) expect(blocks.length, key).toBeGreaterThan(0);
      for (const { caption, rows, columns } of tablesOf(model)) {
        expect(rows.length, caption).toBeGreaterThan(0);
        expect(rows.length, caption).toBeLessThan(MOST_ROWS);
        for (const { kind, cells } of rows) expect(cells.length, caption).toBe(kind === 'group' ? 1 : columns.length);
      }
    }
  });

  it('never let a reader see what a program means by nothing', async () => {
    const plan = await school();
    const texts = [made(plan, 'strategy'), made(plan, 'annex')].flatMap(({ sections }) => sections.flatMap(({ blocks }) => blocks.flatMap(textsOf)));
    expect(texts.filter((text) => /\bundefined\b|\bNaN\b|\bnull\b|\[object|\bsnapshot\b|(?<!\.)\.\.(?!\.)|[;,:]\s*$| {2}/u.test(text))).toEqual([]);
  });
});

describe('the strategy of any school', () => {
  it('can be made for every reader on any day, and its kit adds up to what is there', () => {
    fc.assert(fc.property(anyPlan(), fc.constantFrom('2026-11-21', '2027-08-31', '2028-02-29'), fc.constantFrom<DocumentReader>('governors', 'leadership', 'technical'), (plan, asOf, reader) => {
      const facts = factsFor(plan, 'strategy', { asOf, settings: { reader, sections: EVERYTHING } });
      const model = composeDocument(facts);
      expect(documentModel.parse(JSON.parse(JSON.stringify(model)))).toEqual(model);
      const kit = tablesOf(model).find(({ caption }) => caption.startsWith('The kit of the school'));
      const counts = (kit?.rows ?? []).map(({ cells }) => Number(cells[1]?.text.replaceAll(',', '')));
      expect(counts.slice(0, -1).reduce((sum, count) => sum + count, 0)).toBe(counts.at(-1) ?? 0);
      for (const { rows, columns } of tablesOf(model)) for (const { kind, cells } of rows) expect(cells.length).toBe(kind === 'group' ? 1 : columns.length);
    }), { seed: SEED, numRuns: 40 });
  });

  it('lies across the page where it has more years than stand beside each other', async () => {
    const plan = await hillcrest();
    const over = (years: number): boolean | undefined => made({ ...plan, school: { ...plan.school, horizonYears: years } }, 'strategy').sections.find(({ key }) => key === 'objectives')?.landscape;
    expect([over(3), over(6), over(7), over(10)]).toEqual([false, false, true, true]);
  });

  it('has short sentences: none of its own is longer than a reader can hold', async () => {
    const OWN = new Set(['context', 'where_we_are', 'needs', 'training', 'knowing', 'roles']);
    const sentences = made(await hillcrest(), 'strategy').sections.filter(({ key }) => OWN.has(key))
      .flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'paragraph').flatMap(textsOf)).flatMap((text) => text.split(/(?<=[.!?])\s+/u));
    expect(sentences.length).toBeGreaterThan(20);
    expect(sentences.filter((text) => text.split(/\s+/u).length > 30)).toEqual([]);
  });
});

describe('the figures of the strategy', () => {
  it('are those of the needs, the annex and the register, to the penny', async () => {
    const plan = await hillcrest();
    const facts = factsFor(plan, 'strategy');
    const model = composeDocument(facts);
    const { agreed, asked, objectives } = annexIn(facts);
    const context = tableOf(model, 'context');
    expect(context?.rows.at(-1)?.cells.slice(3).map(({ pence }) => pence)).toEqual([agreed.totalPence, asked.totalPence]);
    expect(context?.rows.slice(0, -1).map(({ cells }) => cells[3]?.pence)).toEqual(objectives.map((each) => each.agreed.totalPence));
    const needs = tableOf(model, 'needs');
    const { totalPence, rows } = coverage(facts.snapshot, facts.forecast, facts.forecast.asOf);
    expect(needs?.rows.at(-1)?.cells.at(-1)?.pence).toBe(totalPence);
    expect(needs?.rows.slice(0, -1).map(({ cells }) => cells.at(-1)?.pence)).toEqual(rows.map(({ pence }) => pence ?? undefined));
    const [, allAsked] = tableOf(model, 'objectives')?.rows.slice(-2) ?? [];
    expect(allAsked?.cells.slice(1).map(({ pence }) => pence)).toEqual([...asked.byYear, asked.totalPence]);
  });

  it('are the same for every reader, and the annex to the development plan has those of the strategy', async () => {
    const plan = await hillcrest();
    const money = (model: DocumentModel, key: string) => tableOf(model, key)?.rows.map(({ cells }) => cells.map(({ pence }) => pence));
    const governors = made(plan, 'strategy');
    for (const reader of ['leadership', 'technical'] as const) for (const key of ['context', 'needs', 'training', 'objectives']) expect(money(made(plan, 'strategy', reader), key), key).toEqual(money(governors, key));
    const annex = made(plan, 'annex');
    expect(money(annex, 'overview')).toEqual(money(governors, 'context'));
    expect(money(annex, 'costs')).toEqual(money(governors, 'objectives'));
  });

  it('names no make and no model to governors, and those that lose support to the network manager', async () => {
    const plan = await hillcrest();
    const names = [...new Set(plan.models.flatMap(({ make, name }) => [make, name]).filter((name) => name !== null && name.length > 3))];
    const said = (reader: DocumentReader): string[] => {
      const texts = made(plan, 'strategy', reader).sections.find(({ key }) => key === 'where_we_are')?.blocks.flatMap(textsOf).join('\n') ?? '';
      return names.flatMap((name) => (name !== null && texts.includes(name) ? [name] : []));
    };
    expect(said('governors')).toEqual([]);
    expect(said('technical')).not.toEqual([]);
  });

  it('says the same of where the school is now, whichever way forward the document follows', async () => {
    const plan = await hillcrest();
    const kit = (scenarioId?: number) => {
      const model = composeDocument(factsFor(plan, 'strategy', scenarioId === undefined ? {} : { scenarioId }));
      return model.sections.find(({ key }) => key === 'where_we_are')?.blocks.slice(0, 3);
    };
    expect(plan.scenarios.length).toBeGreaterThan(1);
    for (const { id, name } of plan.scenarios) expect(kit(id), name).toEqual(kit());
  });

  it('leaves the standards in full out until somebody asks for them', async () => {
    const plan = await hillcrest();
    const keys = ({ sections }: DocumentModel): string[] => sections.map(({ key }) => key);
    expect(keys(composeDocument(factsFor(plan, 'strategy')))).not.toContain('standards');
    const full = made(plan, 'strategy');
    expect(keys(full)).toContain('standards');
    expect(full.sections.find(({ key }) => key === 'standards')).toMatchObject({ landscape: true, annex: true });
    expect(tableOf(full, 'standards')?.rows.filter(({ kind }) => kind === 'body').length).toBe(plan.analysis.standards.length);
  });
});
