import { useState, type DragEvent } from 'react';
import type { LedgerRow } from '../../planning/ledger.ts';
import type { LedgerActs } from './ledger-context.tsx';
import { columnOfCell, readCellName } from '../lib/ledger-keys.ts';

const KIND = 'application/x-kitplan-figure';

/** Which figure of which column is held over which one. */
type Held = { readonly row: LedgerRow; readonly column: number };

/**
 * A figure that is dragged to another year's column asks to be moved there. Nothing is written by it: the dialog that
 * opens says what the move would do. Alt+Left and Alt+Right do the same without a pointer.
 */
export function useLedgerDrag(acts: LedgerActs | null, rowOf: (key: string) => LedgerRow | undefined, yearOf: (column: number) => number | undefined) {
  const [held, setHeld] = useState<Held | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const columnAt = (event: DragEvent): number | null => {
    const cell = event.target instanceof Element ? event.target.closest<HTMLTableCellElement>('tbody td') : null;
    const column = cell === null ? null : columnOfCell(cell) - 1;
    return column === null || yearOf(column) === undefined ? null : column;
  };
  const letGo = (): void => {
    setHeld(null);
    setOver(null);
  };
  return {
    dropAt: held === null || over === held.column ? null : over,
    handlers: acts === null ? {} : {
      onDragStart: (event: DragEvent) => {
        const name = event.target instanceof HTMLElement ? readCellName(event.target.dataset['drag'] ?? '') : null;
        const row = name === null ? undefined : rowOf(name.key);
        if (row === undefined || name === null || typeof name.at !== 'number') return;
        event.dataTransfer.setData(KIND, row.key);
        event.dataTransfer.effectAllowed = 'move';
        setHeld({ row, column: name.at });
      },
      onDragOver: (event: DragEvent) => {
        const column = held === null ? null : columnAt(event);
        setOver(column);
        if (column === null || column === held?.column) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'move';
      },
      onDrop: (event: DragEvent) => {
        const column = columnAt(event);
        const year = column === null ? undefined : yearOf(column);
        if (held === null || year === undefined) return;
        event.preventDefault();
        letGo();
        acts.move(held.row, held.column, { year });
      },
      onDragEnd: letGo,
    },
  };
}
