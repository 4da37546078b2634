import type { RefObject } from 'react';
import { COVERAGE_SORT_WORDS, COVERAGE_SORTS, NO_FILTER, showChoices, type CoverageFilter, type CoverageSort, type Shown } from '../../planning/analysis/coverage/arrange.ts';
import type { Coverage } from '../../planning/analysis/coverage/coverage.ts';
import { MOSCOW, MOSCOW_WORDS } from '../../planning/analysis/vocabulary.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';

type FiltersProps = {
  readonly coverage: Coverage;
  readonly filter: CoverageFilter;
  readonly onFilter: (filter: CoverageFilter) => void;
  readonly sort: CoverageSort;
  readonly onSort: (sort: CoverageSort) => void;
  readonly first: RefObject<HTMLSelectElement | null>;
};

const ALL = '';
const EVERY = { value: ALL, label: 'All' };

/** Which needs are shown and in what order. */
export function CoverageFilters({ coverage, filter, onFilter, sort, onSort, first }: FiltersProps) {
  const { snapshot: { departments } } = usePlan();
  const asked = [...coverage.rows, ...coverage.leftOut].flatMap(({ need }) => need.departmentId ?? []);
  const known = departments.filter(({ id }) => asked.includes(id));
  return (
    <div className="coverage-filters">
      <SelectField
        label="Show" small ref={first} value={filter.show ?? ALL} onChange={(event) => onFilter({ ...filter, show: event.target.value === ALL ? null : event.target.value as Shown })}
        options={showChoices(coverage).map(({ show, label, count }) => ({ value: show ?? ALL, label: `${label} (${count})` }))}
      />
      {known.length > 0 && (
        <SelectField
          label="Department" small value={String(filter.departmentId ?? ALL)} onChange={({ target: { value } }) => onFilter({ ...filter, departmentId: value === ALL ? null : Number(value) })}
          options={[EVERY, ...known.map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
      )}
      <SelectField
        label="How much it matters" small value={filter.moscow ?? ALL} onChange={({ target: { value } }) => onFilter({ ...filter, moscow: MOSCOW.find((each) => each === value) ?? null })}
        options={[EVERY, ...MOSCOW.map((each) => ({ value: each, label: MOSCOW_WORDS[each] }))]}
      />
      <SelectField
        label="Order" small value={sort} onChange={({ target: { value } }) => onSort(COVERAGE_SORTS.find((each) => each === value) ?? 'objective')}
        options={COVERAGE_SORTS.map((each) => ({ value: each, label: COVERAGE_SORT_WORDS[each] }))}
      />
      {isFiltered(filter) && <Button variant="link" small onClick={() => onFilter(NO_FILTER)}>Show all</Button>}
    </div>
  );
}

export const isFiltered = ({ show, departmentId, moscow }: CoverageFilter): boolean => show !== null || departmentId !== null || moscow !== null;
