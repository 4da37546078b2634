import { useEffect, useRef, type KeyboardEvent } from 'react';
import type { BudgetCell } from '../../planning/budget/cells.ts';
import type { BudgetRow } from '../../planning/budget/matrix.ts';
import { formatPounds } from '../../planning/money.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { Button } from '../parts/button.tsx';
import type { BudgetColumn } from './budget-columns.ts';
import { cellName, useBudget, type CellName, type Entering } from './budget-context.tsx';
import { nextAmount } from './budget-keys.ts';

const written = (pence: Pence | null): string => (pence === null ? '' : formatPounds(pence, { symbol: false, pence: pence % 100 !== 0 }));

/** What a key typed over a figure begins the new amount with; null where it begins none. */
const typedOver = ({ key, ctrlKey, altKey, metaKey }: KeyboardEvent): string | null =>
  (!ctrlKey && !altKey && !metaKey && /^[\d.£]$/.test(key) ? key : null);

type InputProps = { readonly name: CellName; readonly label: string; readonly entering: Entering };

/** The amount while it is typed. Enter and Tab keep it and go on, down and to the right; Esc puts the old one back. */
function AmountInput({ name, label, entering }: InputProps) {
  const { typing, problem: found, write, cancel, keep } = entering;
  const input = useRef<HTMLInputElement>(null);
  const left = useRef(false);
  useEffect(() => {
    input.current?.focus();
    if (input.current !== null && input.current.value.length > 1) input.current.select();
  }, []);
  const goOn = (field: HTMLInputElement, way: 'down' | 'up' | 'right' | 'left'): void => {
    const target = nextAmount(field, way);
    const own = field.closest('td');
    if (!keep()) return;
    left.current = true;
    requestAnimationFrame(() => (target ?? own?.querySelector<HTMLElement>('[data-cell]'))?.focus());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    const field = event.currentTarget;
    const way = event.key === 'Enter' ? (event.shiftKey ? 'up' : 'down') : event.key === 'Tab' ? (event.shiftKey ? 'left' : 'right') : event.key === 'ArrowDown' ? 'down' : event.key === 'ArrowUp' ? 'up' : null;
    if (way !== null) {
      event.preventDefault();
      event.stopPropagation();
      goOn(field, way);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      left.current = true;
      const own = field.closest('td');
      cancel();
      requestAnimationFrame(() => own?.querySelector<HTMLElement>('[data-cell]')?.focus());
    }
  };
  const problem = found?.name === name ? found.text : null;
  return (
    <input
      ref={input} className="amount-field" type="text" inputMode="decimal" autoComplete="off" data-cell={name} aria-label={label}
      aria-invalid={problem === null ? undefined : true} aria-describedby={problem === null ? undefined : 'amount-problem'}
      value={typing?.text ?? ''} onChange={(event) => write(event.target.value)} onKeyDown={onKeyDown}
      onBlur={() => { if (!left.current) keep(); }}
    />
  );
}

type ActionsProps = { readonly can: boolean; readonly change: () => void; readonly moveMoney: (() => void) | null };

/** What can be done about an amount: type it over, or, once its year is approved, move money. */
function AmountActions({ can, change, moveMoney }: ActionsProps) {
  if (can) return <Button small onClick={change}>Change the amount</Button>;
  return moveMoney === null ? null : <Button small onClick={moveMoney}>Move money</Button>;
}

type AmountProps = {
  readonly row: BudgetRow;
  readonly name: string;
  readonly cell: BudgetCell;
  readonly column: BudgetColumn;
  /** What it was, where a what-if changes it; undefined where it does not. */
  readonly was: Pence | null | undefined;
};

/** Money allocated: asked why like any figure, and typed over. */
export function AmountCell({ row, name, cell: { allocated }, cell, column, was }: AmountProps) {
  const { asked, setAsked, stop, explain, entering, entered, labels, moveMoney } = useBudget();
  const own = cellName(row.key, column);
  const label = labels[column.year] ?? '';
  const tabIndex = stop === own ? 0 : -1;
  if (entering?.typing?.name === own) return <AmountInput name={own} label={`${column.name}, ${name}, ${label}, £`} entering={entering} />;
  const begin = (text: string): void => entering?.begin(own, text);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (entering === null) return;
    const over = typedOver(event);
    const can = entering.can(row, column.year);
    // Where nothing can be typed Enter asks why, as everywhere.
    const edits = event.key === 'F2' || (can && event.key === 'Enter' && !event.altKey);
    const clears = event.key === 'Delete' || event.key === 'Backspace';
    if (over === null && !edits && !clears) return;
    event.preventDefault();
    event.stopPropagation();
    begin(over ?? (clears ? '' : written(allocated)));
  };
  if (allocated === null) {
    if (entering === null || !entering.can(row, column.year)) return <span>–</span>;
    return (
      <button
        type="button" className={entered[column.year] === true ? 'amount-empty' : 'amount-empty invites'} data-cell={own} data-amount="" tabIndex={tabIndex} aria-label={`${column.name}, ${name}, ${label}: nothing entered`}
        title="Type an amount" onClick={() => begin('')} onKeyDown={onKeyDown}
      >
        –
      </button>
    );
  }
  const isAsked = asked === own;
  const reasons = isAsked ? explain(row, cell, column.year, 'allocated') : null;
  const can = entering?.can(row, column.year) === true;
  return (
    <span onKeyDownCapture={onKeyDown} {...(can ? { 'data-amount': '' } : {})}>
      {was === undefined ? null : <s>{was === null ? '' : written(was)}</s>}
      <AskedFigure
        name={own} asked={isAsked} onAsk={() => setAsked(own)} onClose={() => setAsked(null)} tabIndex={tabIndex}
        title={`Why ${formatPounds(allocated)} for ${name} in ${label}?`} why={() => reasons?.steps ?? []}
        actions={<AmountActions can={can} change={() => { setAsked(null); begin(written(allocated)); }} moveMoney={moveMoney === null ? null : () => { setAsked(null); moveMoney(); }} />}
      >
        {formatPounds(allocated, { symbol: false })}
      </AskedFigure>
    </span>
  );
}
