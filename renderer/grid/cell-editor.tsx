import { TriangleAlert } from 'lucide-react';
import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { createPortal } from 'react-dom';
import type { Column } from './column.ts';
import { foldText } from './filters.ts';

/** Where the focus goes after a cell: down or up a row, on or back a column, or nowhere. */
export type EditorMove = 'down' | 'up' | 'next' | 'back' | 'stay';

export type EditorProps<Row, Set> = {
  readonly row: Row;
  readonly column: Column<Row, Set>;
  readonly name: string;
  /** What the field starts with. */
  readonly text: string;
  /** True where typing over began it: what stood there is replaced. */
  readonly typedOver: boolean;
  /** Answers the sentence why not; null where it was read and is on its way. */
  readonly onCommit: (text: string, move: EditorMove) => string | null;
  readonly onCancel: () => void;
};

const MOST_CHOICES = 8;

/** What fits the letters: those that begin so before those that only hold them. */
export const fittingChoices = (choices: readonly string[], typed: string): readonly string[] => {
  const wanted = foldText(typed);
  if (wanted === '') return choices;
  const begins = choices.filter((choice) => foldText(choice).startsWith(wanted));
  return [...begins, ...choices.filter((choice) => !begins.includes(choice) && foldText(choice).includes(wanted))];
};

/** The place under the cell, in the window: the grid cuts off what would stand out of it. */
function usePlace(field: React.RefObject<HTMLInputElement | null>) {
  const [at, setAt] = useState<{ readonly left: number; readonly top: number; readonly width: number } | null>(null);
  useLayoutEffect(() => {
    const place = (): void => {
      const box = field.current?.getBoundingClientRect();
      if (box) setAt({ left: Math.min(box.left, window.innerWidth - 260), top: box.bottom + 2, width: Math.max(box.width, 150) });
    };
    place();
    window.addEventListener('scroll', place, true);
    window.addEventListener('resize', place);
    return () => {
      window.removeEventListener('scroll', place, true);
      window.removeEventListener('resize', place);
    };
  }, [field]);
  return at;
}

/** A field in the place of a cell: Enter and Tab keep what was typed and go on, Esc leaves things as they were. */
export function CellEditor<Row, Set>({ row, column, name, text, typedOver, onCommit, onCancel }: EditorProps<Row, Set>) {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const [typed, setTyped] = useState(text);
  const [problem, setProblem] = useState<string | null>(null);
  const [listed, setListed] = useState(typedOver);
  const [chosen, setChosen] = useState<number | null>(null);
  const at = usePlace(field);
  const closed = column.edit?.closed === true;
  const all = useMemo(() => column.edit?.choices?.(row) ?? [], [column, row]);
  const choices = useMemo(() => (all.length === 0 ? [] : fittingChoices(all, typed === text && !typedOver ? '' : typed).slice(0, MOST_CHOICES)), [all, typed, text, typedOver]);
  const open = listed && choices.length > 0;
  // From a closed list the first that fits is meant; a room may be a new one, so there only what was gone to with the arrows.
  const active = chosen ?? (closed && typed.trim() !== '' ? 0 : null);
  const meant = open && active !== null ? choices[active] ?? typed : typed;

  useEffect(() => {
    field.current?.focus();
    if (typedOver) field.current?.setSelectionRange(text.length, text.length);
    else field.current?.select();
  }, [typedOver, text]);

  const commit = (value: string, move: EditorMove): void => setProblem(onCommit(value, move));
  const step = (by: 1 | -1): void => {
    setListed(true);
    setChosen((now) => (choices.length === 0 ? null : ((now ?? (by > 0 ? -1 : choices.length)) + by + choices.length) % choices.length));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // What is typed here is not the grid's business; Ctrl+Z and the like belong to the field.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'Enter': commit(meant, event.shiftKey ? 'up' : 'down'); break;
      case 'Tab': commit(meant, event.shiftKey ? 'back' : 'next'); break;
      case 'Escape': onCancel(); break;
      case 'ArrowDown': if (all.length === 0) return; step(1); break;
      case 'ArrowUp': if (all.length === 0) return; step(-1); break;
      default: return;
    }
    event.preventDefault();
  };
  const floating = document.querySelector('#floating') ?? document.body;
  const described = problem === null ? {} : { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } as const;
  const combo = all.length === 0 ? {} : {
    role: 'combobox', 'aria-expanded': open, 'aria-autocomplete': 'list', 'aria-controls': `${id}-list`,
    ...(open && active !== null ? { 'aria-activedescendant': `${id}-${active}` } : {}),
  } as const;
  return (
    <>
      <input
        ref={field} className="grid-editor" aria-label={`${column.heading} of ${name}`} value={typed} autoComplete="off" spellCheck={false}
        {...combo} {...described} onKeyDown={onKeyDown} onBlur={() => commit(typed, 'stay')}
        onChange={(event) => { setTyped(event.currentTarget.value); setListed(true); setChosen(null); setProblem(null); }}
      />
      {at !== null && (open || problem !== null) && createPortal(
        <div className="grid-under" style={{ left: at.left, top: at.top, minWidth: at.width }}>
          {problem !== null && <p className="problem" id={`${id}-problem`} role="alert"><TriangleAlert aria-hidden="true" />{problem}</p>}
          {open && (
            <ul role="listbox" id={`${id}-list`} aria-label={column.heading}>
              {choices.map((choice, index) => (
                // The field keeps the focus: a press there would count as leaving it.
                <li
                  key={choice} id={`${id}-${index}`} role="option" aria-selected={index === active} onMouseDown={(event) => { event.preventDefault(); commit(choice, 'stay'); }}
                >{choice}</li>
              ))}
            </ul>
          )}
        </div>, floating,
      )}
    </>
  );
}
