import { useEffect, useRef, type RefObject } from 'react';
import type { Ledger } from '../../planning/ledger.ts';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { rowsOfKind } from './ledger-view.ts';

type Way = {
  readonly ledger: Ledger;
  readonly table: RefObject<HTMLTableElement | null>;
  readonly setOpen: (open: ReadonlySet<string>) => void;
  readonly openPolicies: () => void;
};

/** The first budget field that is still empty, or the first of all. */
const budgetField = (table: HTMLTableElement): HTMLElement | undefined => {
  const fields = [...table.querySelectorAll<HTMLInputElement>('[data-cell^="budget:"]')];
  return fields.find((field) => field.value === '') ?? fields[0];
};

/**
 * Does what a link elsewhere asked this page for, once a visit: opens the rows of a kind and goes to a year's
 * figure, goes to the Budget row, or opens the policies.
 */
export function useAskedFor({ ledger, table, setOpen, openPolicies }: Way): void {
  const { visit } = useNavigation();
  const { forecast: { years } } = usePlan();
  const { categoryKey, year, policy, enterBudget } = usePageParams('refresh-plan');
  const done = useRef<number | null>(null);
  useEffect(() => {
    if (done.current === visit || table.current === null) return;
    done.current = visit;
    if (policy !== undefined) openPolicies();
    const rows = categoryKey === undefined ? [] : rowsOfKind(ledger, categoryKey);
    if (rows.length > 0) setOpen(new Set(rows.map((row) => row.key)));
    const yearIndex = year === undefined ? -1 : years.findIndex((each) => each.label === year);
    const at = yearIndex < 0 ? -1 : ledger.columns.findIndex((column) => column.yearIndex === yearIndex);
    const cell = at < 0 ? 'name' : String(at);
    const [row] = rows;
    const target = enterBudget === true ? budgetField(table.current)
      : row === undefined && at < 0 ? undefined : table.current.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${row?.key ?? 'planned'}:${cell}`)}"]`) ?? undefined;
    // After the opened rows are on screen: then the place that was asked for is where it stays.
    if (target !== undefined) requestAnimationFrame(() => target.focus());
  });
}
