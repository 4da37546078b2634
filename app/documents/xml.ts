import { withoutUnseen } from '../contract/fields.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\'': '&apos;' };

/** A text inside XML, whatever a person has typed: without what XML cannot hold, and markup as plain characters. */
export const xmlText = (text: string): string => withoutUnseen(text).replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);

/** Fields of one record in order, each an element of its own; the names are ours and hold no markup. */
export const xmlRecord = (name: string, fields: readonly (readonly [field: string, value: string])[], indent = '  '): string =>
  `${indent}<${name}>\n${fields.map(([field, value]) => `${indent}  <${field}>${xmlText(value)}</${field}>\n`).join('')}${indent}</${name}>\n`;

export const xmlDocument = (root: string, records: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${root}>\n${records.join('')}</${root}>\n`;
