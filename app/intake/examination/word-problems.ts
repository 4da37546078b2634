import { formatCount } from '../../../planning/money.ts';
import { newKindNamed } from '../../contract/import-options.ts';
import type { DryRun } from '../dry-run.ts';
import { NAMED_ABOUT, type NamedAbout, type Spellings } from '../names-found.ts';
import { counted } from '../row-notices.ts';
import type { WordInRows } from '../word-counts.ts';
import { foldedWord } from '../choices.ts';
import { readYearGroup } from '../values/year-group.ts';
import { answer, listed, type FoundProblem } from './found-problem.ts';

/** Words asked about one by one; the rest are asked about together. */
const WORDS_ASKED = 6;
const NAMES_LISTED = 4;

/** Words of the category column that name no kind. */
export function unknownKinds({ reading }: DryRun): FoundProblem[] {
  const words = reading.findings.unknownKinds.toSorted((one, other) => other.rows.length - one.rows.length);
  const asked = words.slice(0, words.length === WORDS_ASKED + 1 ? WORDS_ASKED + 1 : WORDS_ASKED);
  return [
    ...asked.map((word): FoundProblem => ({
      id: `kind:${foldedWord(word.word)}`, tone: 'warn', rowNumbers: word.rows, pick: { about: 'kind', from: word.word },
      title: `What kind is a “${word.word}”?`, detail: `${counted(word.rows.length, 'row')}. Taken as other items for now.`,
      answers: [newKindAnswer(word.word), answer('Leave as other items', { settled: [`kind:${foldedWord(word.word)}`] })],
    })),
    ...together(words.slice(asked.length), 'kinds', 'name no kind', 'Taken as other items.', 'Leave as other items'),
  ];
}

/** Words of the status column that stand for none. */
export function unknownStatuses({ reading }: DryRun): FoundProblem[] {
  const words = reading.findings.unknownStatuses.toSorted((one, other) => other.rows.length - one.rows.length);
  return [
    ...words.slice(0, WORDS_ASKED).map(({ word, rows }): FoundProblem => ({
      id: `status:${foldedWord(word)}`, tone: 'warn', rowNumbers: rows, pick: { about: 'status', from: word },
      title: `What does the status “${word}” mean?`, detail: `${counted(rows.length, 'row')}. Read as in use, with the word kept in the notes.`,
      answers: [answer('Leave it so', { settled: [`status:${foldedWord(word)}`] })],
    })),
    ...together(words.slice(WORDS_ASKED), 'statuses', 'stand for no status', 'Read as in use, with the words kept in the notes.', 'Leave them so'),
  ];
}

function together(words: readonly WordInRows[], id: string, what: string, detail: string, label: string): FoundProblem[] {
  if (words.length === 0) return [];
  const named = words.slice(0, NAMES_LISTED).map(({ word }) => `“${word}”`);
  return [{
    id: `${id}:more`, tone: 'warn', pick: null, rowNumbers: words.flatMap(({ rows }) => rows),
    title: `${formatCount(words.length)} more words ${what}`,
    detail: `${listed(words.length > NAMES_LISTED ? [...named, 'others'] : named)}. ${detail}`,
    answers: [answer(label, { settled: [`${id}:more`] })],
  }];
}

function newKindAnswer(word: string): FoundProblem['answers'][number] {
  const kind = newKindNamed(word);
  return answer('New kind', { newKinds: [kind], values: [{ about: 'kind', from: word, to: kind.key }] });
}

const NOUNS: Readonly<Record<NamedAbout, string>> = {
  site: 'site', building: 'building', room: 'room', make: 'make', department: 'department', yearGroup: 'year group', supplier: 'supplier',
};

/** Names that look like one thing in several spellings: one question for all rooms, one for all makes. */
export function spelledTwoWays(run: DryRun): FoundProblem[] {
  return NAMED_ABOUT.flatMap((about) => {
    const open = spellingsOf(run, about).filter(({ settled }) => !settled);
    const [first] = open;
    if (first === undefined) return [];
    const names = [...new Set([...first.spelled.map(({ word }) => word), first.name])];
    const others = open.slice(1).map(({ name }) => name);
    const also = others.length === 0 ? '' : `Also ${listed(others.length > NAMES_LISTED ? [...others.slice(0, NAMES_LISTED), `${others.length - NAMES_LISTED} more`] : others)}.`;
    const all = open.flatMap(({ spelled, name }) => spelled.map(({ word }) => ({ from: word, name })));
    return [{
      id: `spelled:${about}`, tone: 'warn' as const, pick: null, rowNumbers: rowsSpelledOtherwise(open),
      title: `${listed(names.map((name) => `“${name}”`))} look like one ${NOUNS[about]}`,
      detail: also === '' ? `They would become “${first.name}”.` : also,
      answers: [
        answer(open.length === 1 ? 'Join them' : `Join all ${open.length}`, { values: all.map(({ from, name }) => ({ about, from, to: name })) }),
        answer('Keep apart', { values: all.map(({ from }) => ({ about, from, to: from })) }),
      ],
    }];
  });
}

/** The rows that spell a name otherwise than it would be joined under. */
export const rowsSpelledOtherwise = (groups: readonly Spellings[]): readonly number[] =>
  groups.flatMap(({ spelled, name }) => spelled.filter(({ word }) => foldedWord(word) !== foldedWord(name)).flatMap(({ rows }) => rows));

/** The names of that sort that the plan has. */
export function namesOfPlan({ snapshot }: DryRun, about: NamedAbout): readonly string[] {
  switch (about) {
    case 'site': case 'building': return snapshot.locations.filter(({ kind }) => kind === about).map(({ name }) => name);
    case 'room': return snapshot.locations.map(({ name }) => name);
    case 'yearGroup': return snapshot.yearGroups.map(({ name }) => name);
    case 'department': return snapshot.departments.map(({ name }) => name);
    case 'supplier': return snapshot.suppliers.map(({ name }) => name);
    case 'make': return snapshot.models.flatMap(({ make }) => make ?? []);
    default: return about satisfies never;
  }
}

/** The names of rooms (or makes, departments, suppliers) of the file that look like one, also beside the plan's own. */
export const spellingsOf = (run: DryRun, about: NamedAbout): readonly Spellings[] =>
  run.reading.findings.names.spellings(about, about === 'yearGroup' ? namesOfPlan(run, about).map(readYearGroup) : namesOfPlan(run, about));
