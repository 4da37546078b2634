import { useState } from 'react';
import type { GridRow } from '../../grid/column.ts';
import type { Grid } from '../../grid/use-grid.ts';

type Shown<Task> = { readonly open: boolean; readonly id: number | null; readonly task: Task | null; readonly adding: boolean };

export type ListPanelState<Row, Task> = {
  /** The row in the panel: the one chosen, else the first in sight; null while the panel is shut or adds one. */
  readonly current: Row | null;
  readonly task: Task | null;
  readonly adding: boolean;
  /** Shows a row, and what to do with it; null shuts the panel. */
  readonly show: (row: Row | null, task?: Task | null) => void;
  readonly setTask: (task: Task | null) => void;
  readonly add: () => void;
  /** The one that was added, or null where nothing was. */
  readonly added: (id: number | null) => void;
};

/** The panel beside a list: open from the start where the window is wide enough for both. `adding` opens it on a form. */
export function useListPanel<Row extends GridRow, Set extends object, Task>(grid: Grid<Row, Set>, adding: boolean): ListPanelState<Row, Task> {
  const [shown, setShown] = useState<Shown<Task>>(() => ({ open: adding || window.matchMedia('(min-width: 1400px)').matches, id: null, task: null, adding }));
  const first = grid.lines.find((line) => line.kind === 'row');
  const chosen = grid.rows.find(({ id }) => id === shown.id) ?? (first?.kind === 'row' ? first.row : null);
  return {
    current: shown.open && !shown.adding ? chosen : null, task: shown.task, adding: shown.adding,
    show: (row, task = null) => setShown({ open: row !== null, id: row?.id ?? null, task, adding: false }),
    setTask: (task) => setShown((now) => ({ ...now, id: chosen?.id ?? null, task })),
    add: () => setShown({ open: true, id: null, task: null, adding: true }),
    added: (id) => setShown({ open: true, id, task: null, adding: false }),
  };
}
