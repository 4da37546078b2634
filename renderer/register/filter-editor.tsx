import { useId, useState } from 'react';
import { formatCount } from '../../planning/money.ts';
import { Button } from '../parts/button.tsx';
import { Check, TextField } from '../parts/field.tsx';
import { choiceWords } from './cell-words.ts';
import { columnOf } from './columns.ts';
import type { ColumnKey } from './columns.ts';
import { readPounds } from '../lib/field-text.ts';
import { choicesOf, foldText } from './filters.ts';
import type { ColumnFilter } from './filters.ts';
import type { RegisterRow } from './rows.ts';

type EditorProps = {
  readonly column: ColumnKey;
  readonly rows: readonly RegisterRow[];
  /** The column's condition now. */
  readonly filter: ColumnFilter | null;
  readonly onChange: (filter: ColumnFilter | null) => void;
};

/** Ticks the rows that have nothing in this column. */
function UnknownCheck({ column, filter, onChange }: EditorProps) {
  return (
    <Check
      checked={filter?.kind === 'unknown'}
      onChange={(event) => onChange(event.currentTarget.checked ? { kind: 'unknown', column } : null)}
    >
      {columnOf(column).unknownWords}
    </Check>
  );
}

function TextEditor(props: EditorProps) {
  const { column, filter, onChange } = props;
  return (
    <>
      <TextField
        label="Has these letters" data-autofocus value={filter?.kind === 'text' ? filter.text : ''}
        onChange={(event) => onChange({ kind: 'text', column, text: event.currentTarget.value })}
      />
      <UnknownCheck {...props} />
    </>
  );
}

/** More choices than this get a box to find one by typing. */
const MANY = 12;

function ChoiceEditor({ column, rows, filter, onChange }: EditorProps) {
  const [find, setFind] = useState('');
  const listId = useId();
  const choices = choicesOf(rows, columnOf(column));
  const chosen = filter?.kind === 'choice' ? filter.values : filter?.kind === 'unknown' ? [null] : [];
  const words = choices.map((choice) => ({ ...choice, words: choiceWords({ column }, choice.value) }));
  const listed = words.filter((choice) => foldText(choice.words).includes(foldText(find)));
  const toggle = (value: string | null): void => {
    const values = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
    onChange({ kind: 'choice', column, values });
  };
  return (
    <>
      {choices.length > MANY && (
        <TextField label="Find one" data-autofocus value={find} onChange={(event) => setFind(event.currentTarget.value)} aria-controls={listId} />
      )}
      <ul id={listId} className="reg-choices" aria-label={`${columnOf(column).heading} to show`}>
        {listed.map(({ value, words: said, quantity }) => (
          <li key={said}>
            <Check checked={chosen.includes(value)} onChange={() => toggle(value)}>{said} <span className="q">{formatCount(quantity)}</span></Check>
          </li>
        ))}
        {listed.length === 0 && <li className="q">Nothing in this register has that name.</li>}
      </ul>
    </>
  );
}

const amountText = (column: ColumnKey, value: number | null): string =>
  (value === null ? '' : String(column === 'quantity' ? value : value / 100));

function AmountEditor(props: EditorProps) {
  const { column, filter, onChange } = props;
  const now = filter?.kind === 'amount' ? filter : null;
  const [texts, setTexts] = useState({ least: amountText(column, now?.least ?? null), most: amountText(column, now?.most ?? null) });
  const money = column !== 'quantity';
  const read = (text: string) => {
    const reading = readPounds(text);
    // Whole items are typed as whole pounds would be: 30 is 3,000 pence.
    return reading.ok && reading.value !== null && !money ? { ok: true, value: reading.value / 100 } as const : reading;
  };
  const change = (next: typeof texts): void => {
    setTexts(next);
    const [least, most] = [read(next.least), read(next.most)];
    if (least.ok && most.ok) onChange({ kind: 'amount', column, least: least.value, most: most.value });
  };
  const problem = (text: string): string | null => {
    const reading = read(text);
    return reading.ok ? null : reading.message;
  };
  return (
    <>
      <TextField
        label={money ? 'From £' : 'From'} data-autofocus inputMode="decimal" value={texts.least} problem={problem(texts.least)}
        onChange={(event) => change({ ...texts, least: event.currentTarget.value })}
      />
      <TextField
        label={money ? 'To £' : 'To'} inputMode="decimal" value={texts.most} problem={problem(texts.most)}
        onChange={(event) => change({ ...texts, most: event.currentTarget.value })}
      />
      <UnknownCheck {...props} />
    </>
  );
}

const EDITORS = { text: TextEditor, choice: ChoiceEditor, amount: AmountEditor } as const;

/** The filter of one column: letters, choices or amounts, as the column wants. It works while it is being set. */
export function FilterEditor(props: EditorProps & { readonly onClose: () => void }) {
  const { onClose, ...editor } = props;
  const Editor = EDITORS[columnOf(props.column).filter];
  return (
    <>
      <Editor {...editor} />
      <div className="reg-filter-acts">
        {props.filter !== null && <Button variant="link" small onClick={() => props.onChange(null)}>Show all</Button>}
        <Button small onClick={onClose}>Done</Button>
      </div>
    </>
  );
}
