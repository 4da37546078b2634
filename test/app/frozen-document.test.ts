import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { freezeDocument, thawFacts, thawWords, type Frozen } from '../../app/frozen-document.ts';
import { Refusal } from '../../app/refusal.ts';
import { yearCosts } from '../../planning/documents/compare/year-costs.ts';
import { composeDocument } from '../../planning/documents/compose.ts';
import type { DocumentFacts } from '../../planning/documents/facts.ts';
import { DOCUMENT_KINDS } from '../../planning/documents/kinds.ts';
import { forecast } from '../../planning/forecast.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { factsFor, hillcrest, largeSchool } from '../support/document-schools.ts';

let school: PlanSnapshot;
let recommended: number;
beforeAll(async () => {
  school = await hillcrest();
  recommended = school.scenarios.find((scenario) => scenario.recommended)?.id ?? 1;
});

const VERSION = { number: 2, state: 'sent', plan: 14 } as const;
const sentFacts = (kind: (typeof DOCUMENT_KINDS)[number], plan = school): DocumentFacts => factsFor(plan, kind, {
  scenarioId: recommended, version: VERSION, settings: { heldFor: 'the Finance committee', heldOn: '2026-12-11', sections: [{ section: 'costs', included: true, words: 'Our own words.' }] },
});
const kept = (facts: DocumentFacts): Frozen => ({
  title: 'ICT strategy', engineVersion: '0.7.0',
  frozen: freezeDocument({ model: composeDocument(facts), asked: { scenarioId: facts.scenario?.id ?? null, decisionId: facts.decisionId, sinceId: null, sinceScenarioId: null }, years: yearCosts(facts.forecast) }, facts),
});

type Json = Readonly<Record<string, unknown>>;
/** What was kept, as another Kitplan would have written it. */
function rewritten({ frozen, ...rest }: Frozen, change: (words: Json, facts: Json) => readonly [Json, Json]): Frozen {
  const [words, facts] = frozen.split('.').map((part) => JSON.parse(inflateRawSync(Buffer.from(part, 'base64')).toString('utf8')) as Json);
  return { ...rest, frozen: change(words ?? {}, facts ?? {}).map((part) => deflateRawSync(JSON.stringify(part)).toString('base64')).join('.') };
}
const without = (value: unknown, fields: readonly string[]): Json => Object.fromEntries(Object.entries(value as object).filter(([field]) => !fields.includes(field)));

describe('a document kept for good', () => {
  it('gives the same words and figures again, of every kind, and so do the facts that were kept with it', () => {
    for (const kind of DOCUMENT_KINDS) {
      const facts = sentFacts(kind);
      const there = kept(facts);
      const { model, years } = thawWords(there);
      expect(model, kind).toEqual(composeDocument(facts));
      expect(years, kind).toEqual(yearCosts(facts.forecast));
      expect(composeDocument(thawFacts(there)), kind).toEqual(model);
    }
  });

  it('holds what a paper on what has changed started from', () => {
    const earlier = { name: 'version 1 of ICT strategy was sent to the governors on 4 November 2026', snapshot: school, forecast: forecast(school, { asOf: '2026-11-04' }) };
    const facts: DocumentFacts = { ...sentFacts('changes'), earlier, history: [{ on: '2026-11-05', label: 'Change the policy for pupil laptops', role: 'Network manager', reason: null }] };
    expect(composeDocument(thawFacts(kept(facts)))).toEqual(composeDocument(facts));
  });

  it('opens where an older Kitplan kept fewer fields, with the words it was sent with', () => {
    const facts = sentFacts('strategy');
    const older = rewritten(kept(facts), (words, { plan, snapshot, ...rest }) => {
      const fewer = (part: unknown): Json => ({ ...without(part, ['holidays', 'settled']), school: without((part as PlanSnapshot).school, ['priceAgeMonths']) });
      return [words, { ...without(rest, ['history', 'records', 'earlier', 'decisionId']), plan: fewer(plan), snapshot: fewer(snapshot) }];
    });
    expect(thawWords(older).model).toEqual(composeDocument(facts));
    const again = thawFacts(older);
    expect(again).toMatchObject({ history: [], records: [], earlier: null, decisionId: null, snapshot: { holidays: [], school: { priceAgeMonths: 24 } } });
    expect(again.forecast.totals).toEqual(facts.forecast.totals);
  });

  it('opens where a later Kitplan knows more of each block of its words', () => {
    const older = rewritten(kept(sentFacts('strategy')), ({ model, ...words }, facts) => {
      const { sections, ...rest } = model as { readonly sections: readonly Json[] };
      return [{ ...words, model: { ...rest, sections: sections.map((section) => ({
        ...without(section, ['notes']), blocks: (section['blocks'] as readonly Json[]).map((block) => (block['kind'] === 'table' ? without(block, ['note']) : block['kind'] === 'figure' && block['ledger'] !== null ? { ...block, ledger: without(block['ledger'], ['note']) } : block)),
      })) } }, facts];
    });
    const { model } = thawWords(older);
    expect(model.sections.every(({ notes }) => notes.length === 0)).toBe(true);
    expect(model.sections.map(({ title }) => title)).toEqual(composeDocument(sentFacts('strategy')).sections.map(({ title }) => title));
  });

  it('is refused in a sentence where the file is damaged, and its words can still be read where only its facts are', () => {
    const there = kept(sentFacts('summary'));
    const damaged = { ...there, frozen: `${there.frozen.split('.')[0] ?? ''}.bm90IGRlZmxhdGVk` };
    expect(thawWords(damaged).model.title).toBe(composeDocument(sentFacts('summary')).title);
    const sentence = 'ICT strategy as it was sent cannot be read by this Kitplan. It was kept by Kitplan 0.7.0; a backup of that time may still have it.';
    expect(() => thawFacts(damaged)).toThrow(Refusal);
    expect(() => thawFacts(damaged)).toThrow(sentence);
    expect(() => thawWords({ ...there, frozen: '' })).toThrow(sentence);
  });

  it('of 20,000 assets takes less than 2 MB in the plan file', () => {
    const facts = factsFor(largeSchool(), 'summary', { version: VERSION });
    const there = kept(facts);
    expect(there.frozen.length).toBeLessThan(2 * 1024 * 1024);
    expect(thawFacts(there).forecast.totals).toEqual(facts.forecast.totals);
  });
});
