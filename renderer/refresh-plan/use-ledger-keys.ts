import { useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { LedgerRow } from '../../planning/ledger.ts';
import type { CellName, LedgerActs } from './ledger-context.tsx';
import { cellTowards, parentOf, readCellName } from '../lib/ledger-keys.ts';
import { canBeMoved } from './ledger-view.ts';

type Figure = { readonly row: LedgerRow; readonly column: number | null };

/** Opens or closes the row whose name has the focus, where the key asks for that. */
function folds(control: HTMLElement, key: string): boolean {
  const expanded = control.classList.contains('row-name') ? control.getAttribute('aria-expanded') : null;
  return (expanded === 'false' && key === 'ArrowRight') || (expanded === 'true' && key === 'ArrowLeft');
}

/**
 * The keyboard of the ledger: arrows by cell, Right and Left open and close, Alt+Left and Alt+Right ask to move what is
 * behind a figure, Shift+F10 or a right-click shows what can be done with it; where nothing can, `refuse` says why.
 * `focused` is the one stop of Tab.
 */
export function useLedgerKeys(acts: LedgerActs | null, rowOf: (key: string) => LedgerRow | undefined, refuse: () => void) {
  const [focused, setFocused] = useState<CellName | null>(null);
  const figureOf = (control: Element | null): Figure | null => {
    const name = control === null ? null : readCellName(control.getAttribute('data-cell') ?? '');
    const row = name === null ? undefined : rowOf(name.key);
    return row === undefined || name === null || !canBeMoved(row) ? null : { row, column: typeof name.at === 'number' ? name.at : null };
  };
  const onFocus = (event: FocusEvent): void => {
    const name = event.target.getAttribute('data-cell');
    if (name !== null && name !== focused) setFocused(name as CellName);
  };
  /** True where the key was one of the kit's: then it is no move about the ledger. */
  const acted = (event: KeyboardEvent, control: HTMLElement): boolean => {
    const figure = figureOf(control);
    const moves = event.altKey && (event.key === 'ArrowLeft' || event.key === 'ArrowRight');
    const asks = event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10');
    if (figure === null || !(moves || asks)) return false;
    if (acts === null) refuse();
    else if (moves) acts.move(figure.row, figure.column, { by: event.key === 'ArrowRight' ? 1 : -1 });
    else {
      const { left, bottom } = control.getBoundingClientRect();
      acts.menu(figure.row, figure.column, { x: left, y: bottom });
    }
    event.preventDefault();
    return true;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const control = event.target;
    if (!(control instanceof HTMLElement) || !control.hasAttribute('data-cell')) return;
    if (acted(event, control) || event.altKey || event.metaKey) return;
    if (control instanceof HTMLInputElement && event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    if (folds(control, event.key)) {
      event.preventDefault();
      control.click();
      return;
    }
    const leaves = event.key === 'ArrowLeft' && control.classList.contains('row-name');
    const target = leaves ? parentOf(control) : cellTowards(control, event.key, event.ctrlKey);
    if (target === null) return;
    event.preventDefault();
    target.focus();
  };
  const onContextMenu = (event: MouseEvent): void => {
    const cell = event.target instanceof Element ? event.target.closest('td, th') : null;
    const figure = figureOf(cell?.querySelector('[data-cell]') ?? null);
    if (figure === null || acts === null) return;
    event.preventDefault();
    acts.menu(figure.row, figure.column, { x: event.clientX, y: event.clientY });
  };
  return { focused, handlers: { onFocus, onKeyDown, onContextMenu } };
}
