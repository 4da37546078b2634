import { useCallback, useEffect, useMemo, useState } from 'react';
import { useGrid } from '../grid/use-grid.ts';
import type { GridView } from '../grid/use-grid.ts';
import type { PageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { assetColumns } from './columns.ts';
import { assetFacts } from './facts.ts';
import { buildRegister } from './rows.ts';
import type { RegisterRow } from './rows.ts';
import { itemsOfRow, SEARCHED } from './searched.ts';
import { totalsOf } from './totals.ts';
import { openingView, rememberView } from './view.ts';
import type { RegisterView } from './view.ts';

/** A quantity is said beside the name until somebody chooses its column, or where no row has several. */
const QUIET_QUANTITY: ReadonlySet<string> = new Set(['quantity']);

/** The register of the open plan with its figures, and what of it is shown just now. */
export function useRegisterView(params: Partial<PageParams['register']>) {
  const { application: { settings: { role } }, plan, snapshot, forecast, options } = usePlan();
  const { rows } = useMemo(() => buildRegister(snapshot, options), [snapshot, options]);
  const facts = useMemo(() => assetFacts(snapshot, options.asOf), [snapshot, options]);
  const columns = useMemo(() => assetColumns(facts, role), [facts, role]);
  const [view, setView] = useState<RegisterView>(() => openingView(plan.id, params, rows, forecast));
  useEffect(() => rememberView(plan.id, view), [plan.id, view]);
  const setGridView = useCallback(
    (change: (view: GridView<RegisterRow>) => GridView<RegisterRow>) => setView((now) => ({ ...now, ...change(now) })), [],
  );
  const whole = useMemo(() => totalsOf(rows), [rows]);
  const quiet = whole.rows === whole.items ? QUIET_QUANTITY : undefined;
  const grid = useGrid({
    area: 'assets', rows, columns, searched: SEARCHED, itemsOf: itemsOfRow, view, setView: setGridView, ...(quiet === undefined ? {} : { quiet }),
  });
  const totals = useMemo(() => totalsOf(grid.shown), [grid.shown]);
  return { grid, facts, view, setView, totals };
}

export type RegisterModel = ReturnType<typeof useRegisterView>;
