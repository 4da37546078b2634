import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ColumnWords, ExaminedColumn } from '../../../app/contract/intake-report.ts';
import { formatCount } from '../../../planning/money.ts';
import { ask } from '../../lib/application.tsx';
import { askAbout } from '../../lib/ask-about-file.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Check, TextField } from '../../parts/field.tsx';
import { NameList } from '../../parts/name-list.tsx';
import { Note } from '../../parts/note.tsx';
import { wordNoun } from '../column-words.ts';
import { Scrolled } from '../../parts/scrolled.tsx';
import type { Import } from '../use-import.ts';
import { WordRows } from './word-rows.tsx';
import { groupsOf, NOTHING_SAID, optionsWith, say, type WordsDraft } from './words-draft.ts';

/** A list of more is shown in parts: typing into the box above finds the rest. */
const GROUPS_SHOWN = 150;

type WordsOfColumnProps = {
  readonly it: Import; readonly file: File; readonly column: ExaminedColumn;
  /** Whether it opens with those alone that are unsure. */
  readonly onlyUnsure: boolean;
  readonly onClose: () => void;
};

/** Every word of one column with what becomes of it. Nothing is put to the import before the button at the end is pressed. */
export function WordsOfColumn({ it, file, column, onlyUnsure, onClose }: WordsOfColumnProps) {
  const { asOf, plan } = usePlan();
  const [draft, setDraft] = useState<WordsDraft>(NOTHING_SAID);
  const { data, error } = useQuery({
    queryKey: ['intake.words', it.fingerprint, it.options, asOf, plan.revision, column.index],
    queryFn: () => askAbout(file, it.fingerprint, (asked) => ask('intake.words', { ...asked, options: it.options, asOf, column: column.index })),
    gcTime: 0, retry: false,
  });
  const about = data?.about ?? null;
  const use = (): void => {
    if (about !== null && draft.said.size > 0) it.replace(optionsWith(it.options, about, draft));
    onClose();
  };
  return (
    <Dialog
      opened onClose={onClose} title={`Words in “${column.column}”`} width={820}
      actions={<><Button onClick={onClose}>Leave as it was</Button><Button variant="filled" disabled={about === null} onClick={use}>Use these words</Button></>}
    >
      {error !== null && <Note tone="over" role="alert" title={error.message} />}
      {data !== undefined && about !== null && <WordList words={data} draft={draft} onDraft={setDraft} it={it} unsureFirst={onlyUnsure} />}
    </Dialog>
  );
}

type WordListProps = {
  readonly words: ColumnWords; readonly draft: WordsDraft; readonly it: Import; readonly unsureFirst: boolean; readonly onDraft: (draft: WordsDraft) => void;
};

function WordList({ words: found, draft, it, unsureFirst, onDraft }: WordListProps) {
  const { words, about } = found;
  const unsure = words.filter((word) => word.unsure);
  const [search, setSearch] = useState('');
  const [onlyUnsure, setOnlyUnsure] = useState(unsureFirst && unsure.length > 0);
  const [most, setMost] = useState(GROUPS_SHOWN);
  const listId = useId();
  if (about === null) return null;
  const groups = groupsOf(found, search, onlyUnsure);
  const shown = groups.slice(0, most);
  const open = groups.filter(({ name, words: members }) => name !== null && members.some((word) => word.unsure));
  const rows = words.reduce((sum, word) => sum + word.rows, 0);
  return (
    <>
      <p className="q2">
        {formatCount(words.length)} different {words.length === 1 ? 'word' : 'words'} in {formatCount(rows)} {rows === 1 ? 'row' : 'rows'}
        {unsure.length === 0 ? ', and none to look at.' : `, ${formatCount(unsure.length)} to look at.`} The matching is remembered for the next such file.
      </p>
      <div className="words-find">
        <TextField label="Find a word" type="search" value={search} data-autofocus onChange={(event) => { setSearch(event.target.value); setMost(GROUPS_SHOWN); }} />
        <Check checked={onlyUnsure} onChange={(event) => setOnlyUnsure(event.target.checked)}>Only what is unsure ({formatCount(unsure.length)})</Check>
        {open.length > 1 && (
          <span className="acts">
            <Button variant="link" small onClick={() => onDraft(open.reduce((said, { name, words: members }) => say(said, members, () => name), draft))}>Join all {formatCount(open.length)}</Button>
            <Button variant="link" small onClick={() => onDraft(open.reduce((said, { words: members }) => say(said, members, ({ word }) => word), draft))}>Keep all apart</Button>
          </span>
        )}
      </div>
      <p className="vh" role="status">{formatCount(groups.reduce((sum, group) => sum + group.words.length, 0))} of {formatCount(words.length)} words are shown.</p>
      <Scrolled label="Words of the column" className="sample words-list">
        <table className="l words">
          <thead><tr><th scope="col">Word in the file</th><th scope="col" className="num">Rows</th><th scope="col">What it becomes</th></tr></thead>
          {shown.map((group) => <WordRows key={group.key} group={group} about={about} noun={wordNoun(about)} draft={draft} it={it} listId={listId} onDraft={onDraft} />)}
        </table>
        {groups.length === 0 && <p className="q2 none">{onlyUnsure ? 'No word is unsure. Take the tick away to see all of them.' : 'No word is like that.'}</p>}
        {groups.length > most && <Button onClick={() => setMost(most + GROUPS_SHOWN)}>Show more: {formatCount(groups.length - most)} are left</Button>}
      </Scrolled>
      <NameList id={listId} names={found.names} />
    </>
  );
}
