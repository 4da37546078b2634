import { useEffect } from 'react';
import type { SavedView } from '../../app/contract/views.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { useCommand } from '../lib/commands.tsx';
import type { GridRow } from './column.ts';
import type { AskedFor } from './filters.ts';
import { contentOf, sameContent, viewOf } from './saved-view.ts';
import type { Grid } from './use-grid.ts';

const NO_VIEWS: readonly SavedView[] = [];

/** The saved views of a list, the one it is looked at through, and what can be done with them. */
export function useSavedViews<Row extends GridRow, Set extends object>(grid: Grid<Row, Set>, own: readonly AskedFor<Row>[]) {
  const { area } = grid;
  const { data } = usePlanQuery('views.list', { area });
  const run = useCommand();
  const views = data ?? NO_VIEWS;
  const { view, setView, layoutChosen, setLayout, columns } = grid;
  const current = views.find(({ id }) => id === view.saved) ?? null;
  const strange = view.filters.askedFor.filter(({ words }) => !own.some((each) => each.words === words));
  const changed = current !== null && (strange.length > 0 || !sameContent(contentOf(view, layoutChosen, own), current.view));

  const open = (saved: SavedView): void => {
    setView((now) => ({ ...now, ...viewOf(saved.view, columns, own), saved: saved.id }));
    setLayout(saved.view.layout);
  };
  // The list opens with its default view, once: when nobody has asked to see anything else.
  const waits = view.saved === 'first' && data !== undefined;
  useEffect(() => {
    if (!waits) return;
    const first = views.find(({ isDefault }) => isDefault);
    if (first === undefined) setView((now) => ({ ...now, saved: null }));
    else open(first);
  // eslint-disable-next-line react/exhaustive-deps -- only the moment when the views are known counts
  }, [waits]);

  const save = async (name: string): Promise<boolean> => {
    const answer = await run('views.save', { area, name, view: contentOf(view, layoutChosen, own) });
    if (answer === null) return false;
    setView((now) => ({ ...now, saved: answer.value.id }));
    return true;
  };
  return {
    views, current, changed, open, save,
    /** Conditions that cannot be saved: they belong to the page that asked for them. */
    strange: strange.map(({ words }) => words),
    rename: async (name: string): Promise<boolean> => current !== null && await run('views.rename', { id: current.id, name }) !== null,
    star: () => { if (current !== null) void run('views.star', { id: current.id, starred: !current.starred }); },
    openFirst: () => { if (current !== null) void run('views.default', { id: current.id, isDefault: !current.isDefault }); },
    remove: () => { if (current !== null) void run('views.remove', { id: current.id }); },
  };
}
