import { SEPARATORS as CANDIDATES, type Separator } from '../../contract/import-options.ts';

export const DELIMITER_WORDS: Readonly<Record<Separator, string>> = {
  ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'upright bars',
};

const LINES_LOOKED_AT = 200;
const CHARACTERS_LOOKED_AT = 131_072;

/**
 * Which character separates the columns, by counting outside quotation marks: the one that appears equally
 * often on most lines. `sep=;` on the first line, which Excel writes and hides, decides at once, and what a person
 * asked for before all.
 */
export function findDelimiter(text: string, asked?: Separator): { readonly delimiter: Separator; readonly body: string } {
  const declared = /^sep=(.)\r?\n?/i.exec(text);
  const said = CANDIDATES.find((candidate) => candidate === declared?.[1]);
  if (declared && said) return { delimiter: asked ?? said, body: text.slice(declared[0].length) };
  if (asked !== undefined) return { delimiter: asked, body: text };
  let best: Separator = ',';
  let bestScore = 0;
  const lines = countByLine(text.slice(0, CHARACTERS_LOOKED_AT));
  CANDIDATES.forEach((candidate, position) => {
    const linesByCount = new Map<number, number>();
    for (const counts of lines) {
      const count = counts[position] ?? 0;
      if (count > 0) linesByCount.set(count, (linesByCount.get(count) ?? 0) + 1);
    }
    // Agreement between lines says more than many separators on a few: squared.
    for (const [count, agreeing] of linesByCount) {
      if (agreeing * agreeing * count > bestScore) {
        bestScore = agreeing * agreeing * count;
        best = candidate;
      }
    }
  });
  return { delimiter: best, body: text };
}

/** For each line that is not blank, how often each candidate stands outside quotation marks. */
function countByLine(text: string): number[][] {
  const lines: number[][] = [];
  let counts = CANDIDATES.map(() => 0);
  let quoted = false;
  let fieldStart = true;
  let blank = true;
  for (let index = 0; index < text.length && lines.length < LINES_LOOKED_AT; index += 1) {
    const character = text.charAt(index);
    if (quoted) {
      if (character !== '"') continue;
      if (text.charAt(index + 1) === '"') index += 1;
      else quoted = false;
      continue;
    }
    if (character === '\n' || character === '\r') {
      if (!blank) lines.push(counts);
      counts = CANDIDATES.map(() => 0);
      fieldStart = true;
      blank = true;
      continue;
    }
    const position = CANDIDATES.findIndex((candidate) => candidate === character);
    // A quotation mark opens a quoted cell only at its start: elsewhere it is an inch mark.
    if (character === '"' && fieldStart) quoted = true;
    if (position >= 0) counts[position] = (counts[position] ?? 0) + 1;
    fieldStart = position >= 0;
    blank = false;
  }
  if (!blank) lines.push(counts);
  return lines;
}
