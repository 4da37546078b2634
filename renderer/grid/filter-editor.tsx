import { useId, useMemo, useState } from 'react';
import { formatCount } from '../../planning/money.ts';
import { readPounds } from '../lib/field-text.ts';
import { Button } from '../parts/button.tsx';
import { Check, TextField } from '../parts/field.tsx';
import type { Column } from './column.ts';
import { choicesOf, foldText } from './filters.ts';
import type { ColumnFilter } from './filters.ts';
import { choiceWords } from './words.tsx';

type EditorProps<Row> = {
  readonly column: Column<Row>;
  readonly rows: readonly Row[];
  readonly itemsOf: (row: Row) => number;
  /** The column's condition now. */
  readonly filter: ColumnFilter | null;
  readonly onChange: (filter: ColumnFilter | null) => void;
};

/** Ticks the rows that have nothing in this column. */
function UnknownCheck<Row>({ column, filter, onChange }: EditorProps<Row>) {
  return (
    <Check
      checked={filter?.kind === 'unknown'}
      onChange={(event) => onChange(event.currentTarget.checked ? { kind: 'unknown', column: column.key } : null)}
    >
      {column.unknownWords}
    </Check>
  );
}

function TextEditor<Row>(props: EditorProps<Row>) {
  const { column, filter, onChange } = props;
  return (
    <>
      <TextField
        label="Has these letters" data-autofocus value={filter?.kind === 'text' ? filter.text : ''}
        onChange={(event) => onChange({ kind: 'text', column: column.key, text: event.currentTarget.value })}
      />
      <UnknownCheck {...props} />
    </>
  );
}

/** More choices than this get a box to find one by typing. */
const MANY = 12;
/** More than this are not drawn at once: typing narrows them. */
const MOST = 200;

function ChoiceEditor<Row>({ column, rows, itemsOf, filter, onChange }: EditorProps<Row>) {
  const [find, setFind] = useState('');
  const listId = useId();
  const choices = useMemo(() => choicesOf(rows, column, itemsOf), [rows, column, itemsOf]);
  const chosen = filter?.kind === 'choice' ? filter.values : filter?.kind === 'unknown' ? [null] : [];
  const words = choices.map((choice) => ({ ...choice, words: choiceWords(column, choice.value) }));
  const listed = words.filter((choice) => foldText(choice.words).includes(foldText(find)));
  const toggle = (value: string | null): void => {
    const values = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
    onChange({ kind: 'choice', column: column.key, values });
  };
  return (
    <>
      {choices.length > MANY && (
        <TextField label="Find one" data-autofocus value={find} onChange={(event) => setFind(event.currentTarget.value)} aria-controls={listId} />
      )}
      <ul id={listId} className="grid-choices" aria-label={`${column.heading} to show`}>
        {listed.slice(0, MOST).map(({ value, words: said, quantity }) => (
          <li key={said}>
            <Check checked={chosen.includes(value)} onChange={() => toggle(value)}>{said} <span className="q">{formatCount(quantity)}</span></Check>
          </li>
        ))}
        {listed.length > MOST && <li className="q">{formatCount(listed.length - MOST)} more: type to narrow them.</li>}
        {listed.length === 0 && <li className="q">Nothing here has that name.</li>}
      </ul>
    </>
  );
}

const amountText = (money: boolean, value: number | null): string => (value === null ? '' : String(money ? value / 100 : value));

function AmountEditor<Row>(props: EditorProps<Row>) {
  const { column, filter, onChange } = props;
  const now = filter?.kind === 'amount' ? filter : null;
  const money = column.kind !== 'count';
  const [texts, setTexts] = useState({ least: amountText(money, now?.least ?? null), most: amountText(money, now?.most ?? null) });
  const read = (text: string) => {
    const reading = readPounds(text);
    // Whole items are typed as whole pounds would be: 30 is 3,000 pence.
    return reading.ok && reading.value !== null && !money ? { ok: true, value: reading.value / 100 } as const : reading;
  };
  const change = (next: typeof texts): void => {
    setTexts(next);
    const [least, most] = [read(next.least), read(next.most)];
    if (least.ok && most.ok) onChange({ kind: 'amount', column: column.key, least: least.value, most: most.value });
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

const EDITORS = { text: TextEditor, choice: ChoiceEditor, date: ChoiceEditor, amount: AmountEditor, count: AmountEditor } as const;

/** One column's condition: typed letters, ticked choices or two figures. Rows follow at once. */
export function FilterEditor<Row>({ onClose, ...props }: EditorProps<Row> & { readonly onClose: () => void }) {
  const Editor = EDITORS[props.column.kind];
  return (
    <>
      <Editor {...props} />
      <div className="grid-filter-acts">
        {props.filter !== null && <Button variant="link" small onClick={() => props.onChange(null)}>Show all</Button>}
        <Button small onClick={onClose}>Done</Button>
      </div>
    </>
  );
}
