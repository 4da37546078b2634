import { z } from 'zod';
import { DOCUMENT_KINDS, DOCUMENT_READERS } from '../../planning/documents/kinds.ts';
import type { DocumentModel } from '../../planning/documents/model.ts';
import { isoDate, list } from './fields.ts';

/**
 * A document before it is Word or PDF, as plain JSON: what is kept for good when one is sent. A plan file may come from
 * anywhere, so it says too what every writer counts on: the cells of a row have a column, the figures of a chart a category.
 */

const text = z.string();
const run = z.object({ text, strong: z.boolean().exactOptional(), italic: z.boolean().exactOptional() });
const words = list(run);
const cell = z.object({ text, pence: z.int().exactOptional(), strong: z.boolean().exactOptional() });
const table = z.object({
  kind: z.literal('table'), caption: text,
  columns: z.array(z.object({ heading: text, align: z.enum(['left', 'right']), share: z.number().positive() })).min(1).readonly(),
  rows: list(z.object({ kind: z.enum(['body', 'group', 'total', 'grand']), cells: z.array(cell).min(1).readonly() })),
  note: text.nullable(),
}).refine(({ columns, rows }) => rows.every(({ cells }) => cells.length <= columns.length), 'A row has a cell for each column and no more.');
const tone = z.enum(['running', 'devices', 'displays', 'servers', 'network', 'ink', 'first', 'second', 'third', 'fourth', 'fifth']);
/** Larger than this no sum is exact. */
const figure = z.number().min(-Number.MAX_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
const chart = z.object({
  key: text, title: text, kind: z.enum(['stacked_columns', 'columns', 'bars']), unit: z.enum(['pence', 'count', 'percent']), categories: list(text),
  series: list(z.object({ key: text, name: text, tone, values: list(figure) })),
  line: z.object({ name: text, values: list(figure.nullable()) }).nullable(),
  marks: list(z.object({ at: z.int(), text, standing: z.enum(['short', 'covered']) })),
  altText: text,
}).refine(({ categories, series, line }) => [...series, ...(line === null ? [] : [line])].every(({ values }) => values.length === categories.length), 'A series has a figure for each category.');
const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('heading'), level: z.union([z.literal(2), z.literal(3)]), text }),
  z.object({ kind: z.literal('paragraph'), tone: z.enum(['lead', 'body', 'note', 'own']), words }),
  z.object({ kind: z.literal('list'), ordered: z.boolean(), items: list(words) }),
  table,
  z.object({ kind: z.literal('figure'), chart, ledger: table.nullable() }),
  z.object({ kind: z.literal('box'), title: text, items: list(words), ordered: z.boolean() }),
]);

export const documentModel = z.object({
  kind: z.enum(DOCUMENT_KINDS), layout: z.enum(['report', 'paper', 'slides']), title: text, school: text, madeUp: z.boolean(), reader: z.enum(DOCUMENT_READERS),
  version: z.object({ number: z.int(), state: z.enum(['draft', 'sent']), plan: z.int() }),
  asOf: isoDate, opening: words, header: z.object({ left: text, right: text }), footer: text,
  sections: list(z.object({
    key: text, number: text.nullable(), title: text, annex: z.boolean(), landscape: z.boolean(), blocks: list(block), notes: list(text),
  })),
}) satisfies z.ZodType<DocumentModel>;
