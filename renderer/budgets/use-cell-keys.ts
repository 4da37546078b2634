import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import { cellTowards, parentOf } from '../lib/ledger-keys.ts';
import type { CellName } from './budget-context.tsx';

/** Moving about by keys: arrows by cell, Right and Left open and close. `focused` is the one stop of Tab. */
export function useCellKeys() {
  const [focused, setFocused] = useState<CellName | null>(null);
  const onFocus = (event: FocusEvent): void => {
    const name = event.target.getAttribute('data-cell');
    if (name !== null && name !== focused) setFocused(name as CellName);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const control = event.target;
    if (!(control instanceof HTMLElement) || !control.hasAttribute('data-cell') || control instanceof HTMLInputElement || event.altKey || event.metaKey) return;
    const expanded = control.classList.contains('row-name') ? control.getAttribute('aria-expanded') : null;
    if ((expanded === 'false' && event.key === 'ArrowRight') || (expanded === 'true' && event.key === 'ArrowLeft')) {
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
  return { focused, onFocus, onKeyDown };
}
