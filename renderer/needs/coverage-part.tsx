import { useCallback, useMemo, useRef, useState } from 'react';
import { arrange, NO_FILTER, type CoverageFilter, type CoverageSort, type Shown } from '../../planning/analysis/coverage/arrange.ts';
import type { Coverage, NeedRow } from '../../planning/analysis/coverage/coverage.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Section } from '../parts/section.tsx';
import { CoverageExport } from './coverage-export.tsx';
import { CoverageFilters, isFiltered } from './coverage-filters.tsx';
import { CoverageLegend } from './coverage-marks.tsx';
import { CoverageMatrix } from './coverage-matrix.tsx';
import { CoverageNotes } from './coverage-notes.tsx';
import { CoverageSpend } from './coverage-spend.tsx';

type PartProps = {
  readonly coverage: Coverage;
  /** The need whose panel is open. */
  readonly selected: number | null;
  readonly onSelect: (needId: number) => void;
};

/**
 * The rows in the order in which they were put when the filter or the order was last chosen: a row does not jump away from
 * under the keys of somebody who ties its need to objectives. New needs come at the end.
 */
function useSettledOrder(arranged: readonly NeedRow[], choice: string): readonly NeedRow[] {
  const [settled, setSettled] = useState({ choice, ids: arranged.map(({ need }) => need.id) });
  const ids = arranged.map(({ need }) => need.id);
  const isSame = settled.choice === choice && ids.length === settled.ids.length && ids.every((id) => settled.ids.includes(id));
  if (!isSame) setSettled({ choice, ids });
  const places = new Map((isSame ? settled.ids : ids).map((id, at) => [id, at]));
  return arranged.toSorted((a, b) => (places.get(a.need.id) ?? 0) - (places.get(b.need.id) ?? 0));
}

/** Which needs serve which objectives: the matrix, what it shows that somebody should look at, and the money that serves none. */
export function CoveragePart({ coverage, selected, onSelect }: PartProps) {
  const [filter, setFilter] = useState<CoverageFilter>(NO_FILTER);
  const [sort, setSort] = useState<CoverageSort>('objective');
  const [filtering, setFiltering] = useState(false);
  const first = useRef<HTMLSelectElement>(null);
  const part = useRef<HTMLDivElement>(null);
  const arranged = useMemo(() => arrange(coverage, filter, sort), [coverage, filter, sort]);
  const rows = useSettledOrder(arranged, JSON.stringify([filter, sort]));
  const openFilters = useCallback(() => {
    setFiltering(true);
    window.setTimeout(() => first.current?.focus());
  }, []);
  useShortcuts([{ keys: 'Ctrl+F', does: 'Filter the needs', run: openFilters, inFields: true }]);
  const show = useCallback((shown: Shown) => {
    setFilter({ ...NO_FILTER, show: shown });
    setFiltering(true);
    window.setTimeout(() => part.current?.querySelector<HTMLElement>('tbody [data-cell]')?.focus());
  }, []);
  if (coverage.plan === null && coverage.rows.length + coverage.leftOut.length === 0) return <NothingYet />;
  return (
    <div ref={part}>
      <Section title="Coverage" aside="Which needs serve which objectives of the school development plan" className="coverage-part" link={(
        <span className="coverage-acts">
          <Button variant="link" small aria-expanded={filtering} onClick={() => setFiltering(!filtering)}>Filter and order</Button>
          <CoverageExport />
        </span>
      )}>
        {filtering && <CoverageFilters coverage={coverage} filter={filter} onFilter={setFilter} sort={sort} onSort={setSort} first={first} />}
        <CoverageMatrix coverage={coverage} rows={rows} selected={selected} onSelect={onSelect} />
        {rows.length === 0 && <p className="q2 none-shown">{isFiltered(filter) ? 'No need is like that.' : 'No need has been written down yet.'}</p>}
        {coverage.columns.length > 0 && <CoverageLegend withNoIct={coverage.columns.some(({ covered }) => covered === 'no_ict')} />}
      </Section>
      {coverage.columns.length === 0 && <NoObjectives coverage={coverage} />}
      <CoverageNotes coverage={coverage} onShow={show} />
      {coverage.columns.length > 0 && <CoverageSpend coverage={coverage} />}
    </div>
  );
}

function NothingYet() {
  const { go } = useNavigation();
  const { editable } = usePlan();
  return (
    <EmptyState title="No development plan and no needs yet" action={editable && <Button onClick={() => go('development')}>Write down the development plan</Button>} underTitle>
      This page shows which needs serve which objectives of the school development plan, and the gaps on both sides. It starts from the objectives.
    </EmptyState>
  );
}

function NoObjectives({ coverage: { plan } }: Pick<PartProps, 'coverage'>) {
  const { go } = useNavigation();
  return (
    <p className="q2 none-shown">
      {plan === null ? 'Objectives stand here as columns once the development plan is written down.' : 'Every objective of the development plan is met or dropped.'}{' '}
      <Button variant="link" small onClick={() => go('development')}>Go to the development plan</Button>
    </p>
  );
}
