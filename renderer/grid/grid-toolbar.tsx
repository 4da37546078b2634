import { Search, X } from 'lucide-react';
import type { KeyboardEvent, ReactNode, Ref } from 'react';
import { Button } from '../parts/button.tsx';
import type { GridRow } from './column.ts';
import { ColumnChooser } from './column-chooser.tsx';
import { FilterButton } from './filter-button.tsx';
import { filterCount, NO_FILTERS, withFilter } from './filters.ts';
import type { GridFilters } from './filters.ts';
import { GroupMenu } from './group-menu.tsx';
import type { Grid } from './use-grid.ts';
import { filterWords } from './words.tsx';

type GridToolbarProps<Row extends GridRow, Set extends object> = {
  readonly grid: Grid<Row, Set>;
  /** What is found and filtered: "the register". */
  readonly what: string;
  /** What the empty find box says. */
  readonly placeholder: string;
  readonly filterColumn: string | null;
  readonly onFilterColumn: (column: string | null) => void;
  /** The column that "Filter" opens with. */
  readonly firstFilter: string;
  /** The columns that the menu of groups offers. */
  readonly groups: readonly string[];
  /** Enter in the find box: a scanner ends what it reads with it. */
  readonly onFound: (text: string) => void;
  readonly findBox: Ref<HTMLInputElement>;
  /** Before the conditions: the menu of saved views. */
  readonly children?: ReactNode;
};

type ChipProps = { readonly name?: string; readonly words: string; readonly onOpen?: () => void; readonly onRemove: () => void };

/** A condition that holds now: a press on its words opens it, its cross takes it off. */
function FilterChip({ name, words, onOpen, onRemove }: ChipProps) {
  const said = name === undefined ? <b>{words}</b> : <>{name}: <b>{words}</b></>;
  return (
    <li className="chip">
      {onOpen ? <button type="button" className="grid-chip-words" onClick={onOpen}>{said}</button> : <span>{said}</span>}
      <button type="button" aria-label={`Show all again: ${name === undefined ? words : `${name}, ${words}`}`} onClick={onRemove}>
        <X className="lucide s" aria-hidden="true" />
      </button>
    </li>
  );
}

/** Find, the conditions that hold, more of them, groups and columns. */
export function GridToolbar<Row extends GridRow, Set extends object>(props: GridToolbarProps<Row, Set>) {
  const { grid, what, placeholder, filterColumn, onFilterColumn, firstFilter, groups, onFound, findBox, children } = props;
  const { view: { filters }, setView, columns } = grid;
  const onFilters = (next: GridFilters<Row>): void => setView((view) => ({ ...view, filters: next }));
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      onFound(event.currentTarget.value);
      event.currentTarget.select();
    } else if (event.key === 'Escape' && filters.find !== '') onFilters({ ...filters, find: '' });
    else return;
    event.preventDefault();
  };
  return (
    <div className="grid-tools">
      {children}
      <label className="grid-find">
        <Search aria-hidden="true" />
        <span className="vh">Find in {what}</span>
        <input
          ref={findBox} type="search" placeholder={placeholder} value={filters.find} autoComplete="off" spellCheck={false}
          onChange={(event) => onFilters({ ...filters, find: event.currentTarget.value })} onKeyDown={onKeyDown}
        />
      </label>
      <ul className="grid-chips" aria-label="Shown only">
        {filters.askedFor.filter(({ byButton }) => byButton !== true).map((asked) => (
          <FilterChip
            key={asked.words} words={asked.words}
            onRemove={() => onFilters({ ...filters, askedFor: filters.askedFor.filter((each) => each !== asked) })}
          />
        ))}
        {filters.columns.map((filter) => {
          const column = columns.find(({ key }) => key === filter.column);
          return column && (
            <FilterChip
              key={filter.column} name={column.heading} words={filterWords(filter, column)}
              onOpen={() => onFilterColumn(filter.column)} onRemove={() => onFilters(withFilter(filters, filter.column, null))}
            />
          );
        })}
      </ul>
      <FilterButton grid={grid} what={what} column={filterColumn} onColumn={onFilterColumn} first={firstFilter} />
      {filterCount(filters) > 1 && <Button variant="link" small onClick={() => onFilters(NO_FILTERS)}>Show everything</Button>}
      <span className="grid-arrange">
        <GroupMenu grid={grid} choices={groups} />
        <ColumnChooser grid={grid} />
      </span>
    </div>
  );
}
