import { compareNames } from '../../../planning/words.ts';
import type { MappedAbout } from '../../contract/import-options.ts';
import type { ColumnWord, ColumnWords } from '../../contract/intake-report.ts';
import { kindUnsaid, SAYS_OTHER } from '../category-reader.ts';
import { foldedWord, type Choices } from '../choices.ts';
import type { ColumnField } from '../column-synonyms.ts';
import type { DryRun } from '../dry-run.ts';
import { NAMED_ABOUT, type NamedAbout } from '../names-found.ts';
import type { TableColumn } from '../table-columns.ts';
import { knownText } from '../values/cell-text.ts';
import { readRoute } from '../values/disposal-route.ts';
import { readYearGroup } from '../values/year-group.ts';
import { groupUnsaid, readStatus } from '../values/status.ts';
import { WordRows, type WordInRows } from '../word-counts.ts';
import { openProblems, allProblems } from './problems.ts';
import { namesOfPlan, spellingsOf } from './word-problems.ts';

/** What the words of a column stand for, by what the column is taken for; null where its cells are no words of a list. */
export function wordsAbout(field: ColumnField): MappedAbout | null {
  if (field === 'category') return 'kind';
  if (field === 'status' || field === 'userGroup' || field === 'disposalRoute') return field;
  return NAMED_ABOUT.find((each) => each === field) ?? null;
}

/** The different words of a column in the rows that come in; capitals and spaces are no difference. */
export function distinctWords({ cells }: TableColumn, bodyRows: readonly (number | null)[]): readonly WordInRows[] {
  const words = new WordRows();
  cells.forEach((cell, at) => {
    const row = bodyRows[at] ?? null;
    const word = row === null ? null : knownText(cell);
    if (row !== null && word !== null) words.add(word, row);
  });
  return words.list();
}

/** Every word of one column with its rows, what becomes of it, and which of them look like one thing. */
export function wordsOfColumn(run: DryRun, index: number): ColumnWords {
  const { findings } = run.reading;
  const column = findings.tableColumns.find((each) => each.index === index);
  const field = [...findings.sources].find(([, sources]) => sources.some((source) => source.index === index))?.[0];
  const about = field === undefined ? null : wordsAbout(field);
  if (column === undefined || about === null) return { column: column?.column ?? '', about: null, words: [], spellings: [], names: [] };
  const named = NAMED_ABOUT.find((each) => each === about);
  const groups = named === undefined ? [] : spellingsOf(run, named);
  const groupOf = new Map(groups.flatMap(({ spelled }, at) => spelled.map(({ word }) => [foldedWord(word), at] as const)));
  const isUnknown = unknownIn(run, about);
  const unsaid = unsaidIn(run.choices, about);
  const words = distinctWords(column, findings.bodyRows).map(({ word, rows }): ColumnWord => {
    const spelling = groupOf.get(foldedWord(word)) ?? null;
    const told = unsaid(word);
    const said = run.choices.mapped(about, word);
    const unsure = (spelling !== null && groups[spelling]?.settled === false) || isUnknown(word, said ?? told);
    return { word, rows: rows.length, becomes: said ?? told, unsaid: told, said: said !== null, unsure, spelling };
  });
  return {
    column: column.column, about, words: inOrder(words),
    spellings: groups.map(({ name, spelled, settled }) => ({ name, words: spelled.length, settled })),
    names: named === undefined ? [] : namesToChoose(run, named),
  };
}

/** What a word becomes where nobody has said anything. */
function unsaidIn(choices: Choices, about: MappedAbout): (word: string) => string | null {
  if (about === 'kind') {
    const kindOf = kindUnsaid(choices);
    return (word) => kindOf(word) ?? (SAYS_OTHER.test(word) ? 'other' : null);
  }
  if (about === 'status') return readStatus;
  if (about === 'disposalRoute') return readRoute;
  if (about === 'yearGroup') return readYearGroup;
  return about === 'userGroup' ? groupUnsaid : (word) => word;
}

/** Whether a word that stands for nothing has not been settled yet: asked about by itself, or together with the rest. */
function unknownIn(run: DryRun, about: MappedAbout): (word: string, becomes: string | null) => boolean {
  if (about === 'userGroup' || about === 'disposalRoute') return (_, becomes) => becomes === null;
  const asked = (problems: ReturnType<typeof allProblems>): ReadonlySet<string> =>
    new Set(problems.flatMap(({ pick }) => (pick?.about === about ? [foldedWord(pick.from)] : [])));
  const open = openProblems(run);
  const [one, openOne] = [asked(allProblems(run)), asked(open)];
  const isRestOpen = open.some(({ id }) => id === (about === 'kind' ? 'kinds:more' : 'statuses:more'));
  return (word, becomes) => becomes === null && (openOne.has(foldedWord(word)) || (isRestOpen && !one.has(foldedWord(word))));
}

/** The most frequent first; spellings of one thing stand together, and their rows count together. */
function inOrder(words: readonly ColumnWord[]): readonly ColumnWord[] {
  const together = new Map<number, number>();
  for (const { spelling, rows } of words) if (spelling !== null) together.set(spelling, (together.get(spelling) ?? 0) + rows);
  const weight = ({ spelling, rows }: ColumnWord): number => (spelling === null ? rows : together.get(spelling) ?? rows);
  return words.toSorted((one, other) => weight(other) - weight(one)
    || (one.spelling ?? -1) - (other.spelling ?? -1) || other.rows - one.rows || compareNames(one.word, other.word));
}

const namesToChoose = (run: DryRun, about: NamedAbout): readonly string[] =>
  [...new Map(namesOfPlan(run, about).map((name) => [foldedWord(name), name])).values()].toSorted(compareNames);
