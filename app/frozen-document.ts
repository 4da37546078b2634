import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { DOCUMENT_KINDS, DOCUMENT_READERS } from '../planning/documents/kinds.ts';
import type { YearCost } from '../planning/documents/compare/year-costs.ts';
import type { DocumentFacts } from '../planning/documents/facts.ts';
import type { DocumentModel } from '../planning/documents/model.ts';
import { forecast } from '../planning/forecast.ts';
import { contract } from './contract/contract.ts';
import { documentModel } from './contract/document-model.ts';
import { withFieldsSince } from './frozen-facts.ts';
import { Refusal } from './refusal.ts';

/*
 * A document as it was sent, for good: its words and figures on one side of a full stop, the facts they came from on the
 * other, each as JSON, deflated and written in base64. The words are read alone: a list of what was sent, a preview and a
 * file need no facts, and those of a large school are many.
 */

const MEGABYTE = 1024 * 1024;
/** The words and the facts of the largest plan there is come to a tenth of these; a file that says more was not written by Kitplan. */
const MOST_BYTES = [8 * MEGABYTE, 512 * MEGABYTE] as const;

const text = z.string();
const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly();
const snapshot = contract['scenario.version'].output.shape.snapshot;

/** Which document was asked for, so that it can be made again of what the plan says today. */
const asked = z.object({ scenarioId: z.int().nullable(), decisionId: z.int().nullable(), sinceId: z.int().nullable(), sinceScenarioId: z.int().nullable() });

const wordsShape = z.object({
  model: documentModel, asked,
  years: list(z.object({ label: text, costPence: z.int(), budgetPence: z.int().nullable() })),
});

/** The forecasts are left out: they follow from the snapshots and the day. `snapshot` is null where it is the plan itself. */
const factsShape = z.object({
  plan: snapshot, snapshot: snapshot.nullable(), asOf: text, scenarioId: z.int().nullable(), madeUp: z.boolean(),
  settings: z.object({
    kind: z.enum(DOCUMENT_KINDS), reader: z.enum(DOCUMENT_READERS), heldFor: text.nullable(), heldOn: text.nullable(),
    sections: list(z.object({ section: text, included: z.boolean(), words: text.nullable() })),
  }),
  version: documentModel.shape.version, decisionId: z.int().nullable(),
  earlier: z.object({ name: text, snapshot, asOf: text }).nullable(),
  history: list(z.object({ on: text, label: text, role: text, reason: text.nullable() })),
  records: list(z.object({ list: z.enum(['kit', 'agreements']), changedOn: text, label: text })),
});

export type FrozenWords = { readonly model: DocumentModel; readonly asked: z.infer<typeof asked>; readonly years: readonly YearCost[] };

const packed = (value: unknown): string => deflateRawSync(JSON.stringify(value)).toString('base64');

/** @throws ZodError where the words would not open again: a fault of ours, and nothing is kept */
export function freezeDocument(words: FrozenWords, facts: DocumentFacts): string {
  const { plan, snapshot: seen, forecast: { asOf }, scenario, madeUp, settings, version, decisionId, earlier, history, records } = facts;
  const kept: z.infer<typeof factsShape> = {
    plan, snapshot: seen === plan ? null : seen, asOf, scenarioId: scenario?.id ?? null, madeUp, settings, version, decisionId, history, records,
    earlier: earlier === null ? null : { name: earlier.name, snapshot: earlier.snapshot, asOf: earlier.forecast.asOf },
  };
  return `${packed(wordsShape.parse(words))}.${packed(kept)}`;
}

/** What was kept, and who wrote it. */
export type Frozen = { readonly frozen: string; readonly title: string; readonly engineVersion: string };

/** @throws Refusal `plan_file` where the file does not hold what was kept */
function unpacked<Shape extends z.ZodType>({ frozen, title, engineVersion }: Frozen, at: 0 | 1, shape: Shape): z.infer<Shape> {
  try {
    const json = inflateRawSync(Buffer.from(frozen.split('.')[at] ?? '', 'base64'), { maxOutputLength: MOST_BYTES[at] }).toString('utf8');
    return shape.parse(withFieldsSince(shape, JSON.parse(json)));
  } catch {
    throw new Refusal('plan_file', `${title} as it was sent cannot be read by this Kitplan. It was kept by Kitplan ${engineVersion}; a backup of that time may still have it.`);
  }
}

/** The words and figures as they were sent. @throws Refusal `plan_file` where they cannot be read */
export const thawWords = (kept: Frozen): FrozenWords => unpacked(kept, 0, wordsShape);

/** What they came from, so that they can be made again. @throws Refusal `plan_file` where it cannot be read */
export function thawFacts(kept: Frozen): DocumentFacts {
  const { plan, snapshot: seen, asOf, scenarioId, earlier, ...rest } = unpacked(kept, 1, factsShape);
  const planForecast = forecast(plan, { asOf });
  return {
    ...rest, plan, planForecast, snapshot: seen ?? plan, forecast: seen === null ? planForecast : forecast(seen, { asOf }),
    scenario: plan.scenarios.find(({ id }) => id === scenarioId) ?? null,
    earlier: earlier === null ? null : { name: earlier.name, snapshot: earlier.snapshot, forecast: forecast(earlier.snapshot, { asOf: earlier.asOf }) },
  };
}
