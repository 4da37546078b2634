import type { Answer } from '../app/contract/contract.ts';
import { WIDTH } from './budget-table.ts';
import { exactPounds, shortDate, wholePounds, wrapped } from './words.ts';

type List = Answer<'document.list'>;
type Comparison = Answer<'document.compare'>;

const READERS: Readonly<Record<List['documents'][number]['shelf'], string>> = {
  leadership: 'For the leadership team and governors', business_manager: 'For the business manager', network_manager: 'For the network manager',
};

const INDENT = '  ';
const NAME = 12;
const STATE = 18;
const indented = (text: string, indent: string): string[] => wrapped(text, WIDTH - indent.length).map((line) => `${indent}${line}`);
const joined = (lines: readonly string[]): string => `${lines.join('\n')}\n`;

/** Every kind by its reader: the word that exports go by, how it stands, its title, and the endings that files of it have. */
export function documentsTable(documents: List['documents']): string {
  return joined([...Map.groupBy(documents, ({ shelf }) => shelf)].flatMap(([shelf, those], at) => [
    ...(at === 0 ? [] : ['']), READERS[shelf],
    ...those.map(({ kind, state, title, formats }) => `${INDENT}${kind.padEnd(NAME)}${state.padEnd(STATE)}${title} (${formats.join(', ')})`),
  ]));
}

/** What was sent, the newest first. */
export const sentTable = (sent: List['sent']): string => joined(sent.length === 0 ? ['Nothing has been sent yet.'] : sent.flatMap(({ title, words, scenarioName, asOf, planVersion }) => [
  title, ...indented(`${words}.`, INDENT), ...indented(`Figures as at ${shortDate(asOf)}: ${scenarioName}, version ${planVersion} of the plan.`, INDENT),
]));

/** What differs: the years in £, then part by part the words that came and went, and the figures of its tables. */
export function comparisonTable({ sentence, years, sections }: Comparison): string {
  return joined([
    ...wrapped(sentence, WIDTH),
    ...(years.length === 0 ? [] : ['', ...years.map(({ label, before, after, morePence }) => `${INDENT}${label}${cost(before)}${cost(after)}${(morePence === null ? '' : more(morePence)).padStart(14)}`)]),
    ...sections.flatMap(({ title, state, passages, tables }) => ['', `${title}${state === 'changed' ? '' : ` (${state})`}`, ...passages.flatMap(passageLines), ...tables.flatMap(tableLines)]),
  ]);
}

const cost = (year: Comparison['years'][number]['before']): string => (year === null ? '–' : `£${wholePounds(year.costPence)}`).padStart(14);
const more = (pence: number): string => (pence === 0 ? 'the same' : `${pence > 0 ? '+' : ''}${exactPounds(pence)}`);

/** `[-went-] {+came+}`, as programs that compare texts write it. */
const MARKS = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;
const passageLines = (runs: Comparison['sections'][number]['passages'][number]): string[] =>
  indented(runs.map(({ kind, text }) => `${MARKS[kind][0]}${text.trimEnd()}${MARKS[kind][1]}`).filter((text) => text !== '').join(' '), INDENT);

const tableLines = ({ caption, cells, more: rest }: Comparison['sections'][number]['tables'][number]): string[] => [
  ...indented(`${caption}:`, INDENT),
  ...cells.flatMap(({ row, column, before, after, morePence }) => indented(
    `${[row, column].filter((part) => part !== '').join(', ')}: ${before ?? 'not there'}, now ${after ?? 'not there'}${morePence === null || morePence === 0 ? '' : ` (${more(morePence)})`}`, INDENT.repeat(2),
  )),
  ...(rest === 0 ? [] : [`${INDENT.repeat(2)}and ${rest} more`]),
];
