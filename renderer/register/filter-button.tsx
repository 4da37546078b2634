import { Popover } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useId } from 'react';
import { usePlan } from '../lib/plan.tsx';
import { SelectField } from '../parts/field.tsx';
import { COLUMNS, columnsFor } from './columns.ts';
import type { ColumnKey } from './columns.ts';
import { FilterEditor } from './filter-editor.tsx';
import { withFilter } from './filters.ts';
import type { RegisterFilters } from './filters.ts';
import type { RegisterRow } from './rows.ts';

type FilterButtonProps = {
  readonly rows: readonly RegisterRow[];
  readonly filters: RegisterFilters;
  readonly onChange: (filters: RegisterFilters) => void;
  /** The column whose filter is open; null while none is. */
  readonly column: ColumnKey | null;
  readonly onColumn: (column: ColumnKey | null) => void;
};

/** Opens the filter of a column; the column can be changed inside. */
export function FilterButton({ rows, filters, onChange, column, onColumn }: FilterButtonProps) {
  const titleId = useId();
  const { application: { settings: { role } } } = usePlan();
  const options = columnsFor(role).map(({ key, heading }) => ({ value: key, label: heading }));
  const filter = filters.columns.find((each) => each.column === column) ?? null;
  const choose = (value: string): void => onColumn(COLUMNS.find(({ key }) => key === value)?.key ?? null);
  return (
    <Popover
      opened={column !== null} onDismiss={() => onColumn(null)} onClose={() => onColumn(null)} width={264} position="bottom-start"
      trapFocus returnFocus transitionProps={{ duration: 80 }}
    >
      <Popover.Target>
        <button type="button" className="link reg-filter" aria-expanded={column !== null} onClick={() => onColumn(column === null ? 'due' : null)}>
          <Plus aria-hidden="true" />Filter
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-labelledby={titleId}>
        {column !== null && (
          <div className="reg-filter-box">
            <h3 id={titleId} className="vh">Filter the register</h3>
            <SelectField label="Show only by" options={options} value={column} onChange={(event) => choose(event.currentTarget.value)} />
            <FilterEditor
              key={column} column={column} rows={rows} filter={filter} onClose={() => onColumn(null)}
              onChange={(next) => onChange(withFilter(filters, column, next))}
            />
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
