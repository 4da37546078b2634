import { Plus } from 'lucide-react';
import { useId } from 'react';
import { SelectField } from '../parts/field.tsx';
import { Popover } from '../parts/popover.tsx';
import type { GridRow } from './column.ts';
import { FilterEditor } from './filter-editor.tsx';
import { withFilter } from './filters.ts';
import type { Grid } from './use-grid.ts';

type FilterButtonProps<Row extends GridRow, Set extends object> = {
  readonly grid: Grid<Row, Set>;
  /** What is filtered: "the register". */
  readonly what: string;
  /** The column whose filter is open; null while none is. */
  readonly column: string | null;
  readonly onColumn: (column: string | null) => void;
  /** The column it opens with. */
  readonly first: string;
};

/** Opens the filter of a column; the column can be changed inside. */
export function FilterButton<Row extends GridRow, Set extends object>({ grid, what, column, onColumn, first }: FilterButtonProps<Row, Set>) {
  const titleId = useId();
  const { columns, view: { filters }, setView } = grid;
  const open = columns.find(({ key }) => key === column);
  const options = columns.map(({ key, heading }) => ({ value: key, label: heading }));
  return (
    <Popover
      opened={open !== undefined} onClose={() => onColumn(null)} width={264} position="bottom-start" labelledBy={titleId}
      target={(
        <button type="button" className="link grid-filter" aria-expanded={open !== undefined} onClick={() => onColumn(column === null ? first : null)}>
          <Plus aria-hidden="true" />Filter
        </button>
      )}
    >
      {open !== undefined && (
        <div className="grid-filter-box">
          <h3 id={titleId} className="vh">Filter {what}</h3>
          <SelectField label="Show only by" options={options} value={open.key} onChange={(event) => onColumn(event.currentTarget.value)} />
          <FilterEditor
            key={open.key} column={open} rows={grid.rows} itemsOf={grid.itemsOf} onClose={() => onColumn(null)}
            filter={filters.columns.find((each) => each.column === open.key) ?? null}
            onChange={(next) => setView((view) => ({ ...view, filters: withFilter(view.filters, open.key, next) }))}
          />
        </div>
      )}
    </Popover>
  );
}
