import { useCallback, useMemo } from 'react';
import { readLevels, type Dimension } from '../../planning/ledger/dimensions.ts';
import { FIRST_LAYOUT } from '../grid/layout.ts';
import { useListLayout } from '../grid/use-list-layout.ts';

/** How this computer remembers the refresh plan: by what it is grouped, and whether by years or by terms. */
export type PlanView = {
  readonly levels: readonly Dimension[];
  readonly setLevels: (levels: readonly Dimension[]) => void;
  readonly byTerm: boolean;
  readonly setByTerm: (byTerm: boolean) => void;
};

const TERMS = 'terms';

export function usePlanView(): PlanView {
  const [rows, setRows] = useListLayout('refresh-plan');
  const [columns, setColumns] = useListLayout('refresh-plan-columns');
  const levels = useMemo(() => readLevels(rows.shown), [rows.shown]);
  const setLevels = useCallback((next: readonly Dimension[]): void => setRows({ ...FIRST_LAYOUT, shown: [...next] }), [setRows]);
  const setByTerm = useCallback((byTerm: boolean): void => setColumns({ ...FIRST_LAYOUT, shown: byTerm ? [TERMS] : null }), [setColumns]);
  const byTerm = columns.shown?.includes(TERMS) ?? false;
  return useMemo(() => ({ levels, setLevels, byTerm, setByTerm }), [levels, setLevels, byTerm, setByTerm]);
}
