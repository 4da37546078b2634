import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import { cellTowards } from '../lib/ledger-keys.ts';
import type { CellName } from './coverage-context.tsx';

/** Rows that Page Up and Page Down pass over. */
const PAGE = 10;

/** Where a page up or down leads: ten rows on in the same column, or as far as there are rows. */
function pageFrom(control: HTMLElement, key: 'ArrowUp' | 'ArrowDown'): HTMLElement | null {
  let found: HTMLElement | null = null;
  for (let step = 0; step < PAGE; step++) {
    const next = cellTowards(found ?? control, key, false);
    if (next === null) break;
    found = next;
  }
  return found;
}

function targetOf(control: HTMLElement, { key, ctrlKey }: KeyboardEvent): HTMLElement | null {
  if (key === 'PageUp') return pageFrom(control, 'ArrowUp');
  return key === 'PageDown' ? pageFrom(control, 'ArrowDown') : cellTowards(control, key, ctrlKey);
}

/** Moving about the matrix by keys: arrows, Home, End and pages. `focused` is the one stop of Tab. */
export function useMatrixKeys() {
  const [focused, setFocused] = useState<CellName | null>(null);
  const onFocus = (event: FocusEvent): void => {
    const name = event.target.getAttribute('data-cell');
    if (name !== null) setFocused(name as CellName);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const control = event.target;
    if (!(control instanceof HTMLElement) || !control.hasAttribute('data-cell') || event.altKey || event.metaKey) return;
    const target = targetOf(control, event);
    if (target === null) return;
    event.preventDefault();
    target.focus();
  };
  return { focused, onFocus, onKeyDown };
}
