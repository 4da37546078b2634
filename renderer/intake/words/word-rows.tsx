import { useState } from 'react';
import type { MappedAbout } from '../../../app/contract/import-options.ts';
import type { ColumnWord } from '../../../app/contract/intake-report.ts';
import type { Category } from '../../../planning/categories.ts';
import { formatCount } from '../../../planning/money.ts';
import { listOf } from '../../../planning/words.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import type { Import } from '../use-import.ts';
import { CLOSED_ABOUT, closedChoices, NEW_KIND, type ClosedAbout } from './word-choices.ts';
import { becomes, say, sayNewKind, type WordGroup, type WordsDraft } from './words-draft.ts';

const SPELLINGS_NAMED = 4;

type WordRowsProps = {
  readonly group: WordGroup; readonly about: MappedAbout; readonly noun: string; readonly draft: WordsDraft; readonly it: Import;
  /** The list of the plan's own names. */
  readonly listId: string;
  readonly onDraft: (draft: WordsDraft) => void;
};

/** A word with what it becomes, or the spellings of one thing under one heading. */
export function WordRows({ group, noun, ...rest }: WordRowsProps) {
  const { name, words } = group;
  const { draft, onDraft } = rest;
  const spelled = words.slice(0, SPELLINGS_NAMED).map(({ word }) => `“${word}”`);
  const more = words.length - spelled.length;
  const heading = words.length === 1 ? `${spelled[0] ?? ''} looks like “${name ?? ''}”` : `${listOf(more === 0 ? spelled : [...spelled, `${more} more`])} look like one ${noun}`;
  return (
    <tbody>
      {name !== null && (
        <tr className="spellings">
          <th scope="rowgroup" colSpan={3}>
            <span>{heading}</span>
            <Button variant="link" small aria-label={`Join as “${name}”: ${heading}`} onClick={() => onDraft(say(draft, words, () => name))}>Join as “{name}”</Button>
            <Button variant="link" small aria-label={`Keep apart: ${heading}`} onClick={() => onDraft(say(draft, words, ({ word }) => word))}>Keep apart</Button>
          </th>
        </tr>
      )}
      {words.map((word) => <WordRow key={word.word} word={word} inGroup={name !== null} {...rest} />)}
    </tbody>
  );
}

type WordRowProps = Omit<WordRowsProps, 'group' | 'noun'> & { readonly word: ColumnWord; readonly inGroup: boolean };

function WordRow({ word, inGroup, about, draft, it, listId, onDraft }: WordRowProps) {
  const now = becomes(draft, word);
  const changed = draft.said.has(word.word.toLowerCase().replaceAll(/\s+/g, ' ').trim());
  const closed = CLOSED_ABOUT.find((each) => each === about);
  const isOpen = word.unsure && !changed;
  return (
    <tr className={changed ? 'said' : isOpen ? 'unsure' : undefined}>
      <th scope="row" className={inGroup ? 'indent' : undefined}>{word.word}{isOpen && <span className="vh"> (unsure)</span>}</th>
      <td className="num">{formatCount(word.rows)}</td>
      <td>
        {closed !== undefined
          ? <PickOne word={word} about={closed} now={now} draft={draft} it={it} onDraft={onDraft} />
          : (
            <TextField
              label={`“${word.word}” becomes`} hideLabel small list={listId} maxLength={200} value={now.to ?? ''} placeholder={word.word}
              onChange={(event) => onDraft(say(draft, [word], () => (event.target.value === '' ? null : event.target.value)))}
            />
          )}
      </td>
    </tr>
  );
}

type PickOneProps = Pick<WordRowProps, 'word' | 'draft' | 'it' | 'onDraft'> & {
  readonly about: ClosedAbout; readonly now: ReturnType<typeof becomes>;
};

function PickOne({ word, about, now, draft, it, onDraft }: PickOneProps) {
  const { savedSnapshot } = usePlan();
  const [naming, setNaming] = useState<string | null>(null);
  const categories: readonly Category[] = [...new Map([...savedSnapshot.categories, ...it.options.newKinds ?? [], ...draft.newKinds].map((kind) => [kind.key, kind])).values()];
  if (naming !== null) {
    const add = (): void => {
      if (naming.trim() === '') return;
      onDraft(sayNewKind(draft, word, naming, categories));
      setNaming(null);
    };
    return (
      <div className="new-kind">
        <TextField
          label={`Name of the new kind for “${word.word}”`} hideLabel small maxLength={60} value={naming} ref={focusOnce} onChange={(event) => setNaming(event.target.value)}
          onKeyDown={(event) => { if (event.key === 'Enter') add(); }}
        />
        <Button small onClick={add}>Add the kind</Button><Button variant="link" small onClick={() => setNaming(null)}>No new kind</Button>
      </div>
    );
  }
  return (
    <SelectField
      label={`“${word.word}” becomes`} hideLabel small value={now.byHand ? now.to ?? '' : ''} options={closedChoices(about, word.unsaid, categories)}
      onChange={({ target: { value } }) => (value === NEW_KIND ? setNaming(word.word) : onDraft(say(draft, [word], () => (value === '' ? null : value))))}
    />
  );
}

const focusOnce = (box: HTMLInputElement | null): void => { if (box !== null && document.activeElement !== box) { box.focus(); box.select(); } };
