import { Columns3, Copy, PanelRight, PencilLine, Plus, Rows3, SquareCheck, Trash2, X } from 'lucide-react';
import { itemCount, startLower } from '../../planning/words.ts';
import { rowsMeant } from '../grid/grid-state.ts';
import { NOTHING_TICKED } from '../grid/ticks.ts';
import { usePageActions } from '../lib/page-actions.ts';
import type { PageAction } from '../lib/page-actions.ts';
import { usePlan } from '../lib/plan.tsx';
import { actionsFor } from './asset-actions.tsx';
import { GROUP_CHOICES } from './columns.ts';
import type { RowMenuActions } from './row-menu.tsx';
import type { RegisterRow } from './rows.ts';
import type { RegisterModel } from './use-register-view.ts';

type Needs = {
  readonly register: RegisterModel;
  readonly current: RegisterRow | null;
  readonly actions: RowMenuActions;
  readonly onChangeMany: () => void;
  readonly onTogglePanel: () => void;
  readonly onAdd: () => void;
};

/** What the row's menu holds, of the ticked rows or the one with the focus, for the search box. */
const rowActions = ({ register: { grid }, current, actions, onChangeMany }: Needs, editable: boolean): readonly PageAction[] => {
  const rows = current === null ? grid.ticked : rowsMeant(grid.ticked, current);
  const [row] = rows;
  if (row === undefined) return [];
  const about = rows.length === 1 ? row.tag ?? row.description : itemCount(rows.reduce((sum, { quantity }) => sum + quantity, 0));
  return [
    { text: `Copy ${about} for Excel`, icon: Copy, run: () => actions.copy(row), hint: 'Ctrl C' },
    ...(editable ? [
      { text: `Change ${about}`, icon: PencilLine, run: onChangeMany, hint: 'Ctrl B', alsoCalled: 'bulk edit set clear' },
      ...actionsFor(rows.map(({ asset }) => asset)).map(({ action, words, icon }) => ({ text: `${words}: ${about}`, icon, run: () => actions.act(action, rows) })),
      { text: `Remove ${about}`, icon: Trash2, run: () => actions.remove(rows), hint: 'Del', alsoCalled: 'delete' },
    ] : []),
  ];
};

/** How the list is shown. */
const listActions = ({ register: { grid }, onTogglePanel, onAdd }: Needs, editable: boolean): readonly PageAction[] => [
  ...(editable ? [{ text: 'Add kit', icon: Plus, run: onAdd, hint: 'Ctrl N' }] : []),
  { text: 'Tick all rows shown', icon: SquareCheck, run: () => grid.setTicks({ ids: new Set(grid.shown.map(({ id }) => id)), anchor: null }), hint: 'Ctrl A', alsoCalled: 'select' },
  ...(grid.ticked.length > 0 ? [{ text: 'Take all ticks off', icon: X, run: () => grid.setTicks(NOTHING_TICKED), hint: 'Esc' }] : []),
  ...GROUP_CHOICES.flatMap((key) => {
    const column = grid.columns.find((each) => each.key === key);
    return column === undefined ? [] : [{
      text: `Group the register by ${startLower(column.heading)}`, icon: Rows3, run: () => grid.setView((view) => ({ ...view, groupBy: [key], closed: new Set() })),
    }];
  }),
  { text: 'Show the register without groups', icon: Rows3, run: () => grid.setView((view) => ({ ...view, groupBy: [], closed: new Set() })) },
  { text: 'Show the columns as they were at first', icon: Columns3, run: () => grid.setLayout({ shown: null, widths: {}, frozen: 0 }), alsoCalled: 'reset' },
  { text: 'Show or hide the side panel', icon: PanelRight, run: onTogglePanel, hint: 'Ctrl \\' },
];

/** Everything that can be done to the register and its rows, in the search box (Ctrl+K). */
export function usePaletteActions(needs: Needs): void {
  const { editable } = usePlan();
  usePageActions(() => [...rowActions(needs, editable), ...listActions(needs, editable)]);
}
