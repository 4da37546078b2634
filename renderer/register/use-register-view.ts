import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { PageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { RegisterIndex } from './filters.ts';
import { gridItems, rowsAt, subtotalOf } from './grid-items.ts';
import { RegisterOrder } from './order.ts';
import { buildRegister } from './rows.ts';
import { openingView, rememberView } from './view.ts';
import type { RegisterView } from './view.ts';

/** The register of the open plan with its figures, and what of it is shown just now. */
export function useRegisterView(params: Partial<PageParams['register']>) {
  const { plan, snapshot, forecast, options } = usePlan();
  const { rows, kinds } = useMemo(() => buildRegister(snapshot, options), [snapshot, options]);
  const index = useMemo(() => new RegisterIndex(rows), [rows]);
  const order = useMemo(() => new RegisterOrder(rows), [rows]);
  const [view, setView] = useState<RegisterView>(() => openingView(plan.id, params, rows, forecast));
  useEffect(() => rememberView(plan.id, view), [plan.id, view]);

  // Typing stays quick over a large register: the letters show first, the rows follow.
  const filters = useDeferredValue(view.filters);
  const matching = useMemo(() => index.matching(filters), [index, filters]);
  const shown = useMemo(() => rowsAt(rows, order.sorted(matching, view.sort)), [rows, order, matching, view.sort]);
  const items = useMemo(
    () => gridItems(shown, view.grouped ? { kinds, closed: view.closed } : null), [shown, view.grouped, view.closed, kinds],
  );
  const whole = useMemo(() => subtotalOf(rows), [rows]);
  const totals = useMemo(() => subtotalOf(shown), [shown]);
  return { rows, index, view, setView, filters, shown, items, whole, totals };
}
