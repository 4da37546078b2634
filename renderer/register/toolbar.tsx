import { Rows3, Search, X } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { Button } from '../parts/button.tsx';
import { filterWords } from './cell-words.ts';
import { columnOf } from './columns.ts';
import type { ColumnKey } from './columns.ts';
import { FilterButton } from './filter-button.tsx';
import { anyFilter, NO_FILTERS, withFilter } from './filters.ts';
import type { RegisterFilters } from './filters.ts';
import type { RegisterRow } from './rows.ts';

type ToolbarProps = {
  readonly rows: readonly RegisterRow[];
  readonly filters: RegisterFilters;
  readonly onFilters: (filters: RegisterFilters) => void;
  readonly filterColumn: ColumnKey | null;
  readonly onFilterColumn: (column: ColumnKey | null) => void;
  readonly grouped: boolean;
  readonly onGrouped: (grouped: boolean) => void;
  /** Enter in the find box: a scanner ends what it reads with it. */
  readonly onFound: (text: string) => void;
  readonly findBox: Ref<HTMLInputElement>;
};

type ChipProps = { readonly name?: string; readonly words: string; readonly onOpen?: () => void; readonly onRemove: () => void };

/** A condition that holds now: a press on its words opens it, its cross takes it off. */
function FilterChip({ name, words, onOpen, onRemove }: ChipProps) {
  const said = name === undefined ? <b>{words}</b> : <>{name}: <b>{words}</b></>;
  return (
    <li className="chip">
      {onOpen ? <button type="button" className="reg-chip-words" onClick={onOpen}>{said}</button> : <span>{said}</span>}
      <button type="button" aria-label={`Show all again: ${name === undefined ? words : `${name}, ${words}`}`} onClick={onRemove}>
        <X className="lucide s" aria-hidden="true" />
      </button>
    </li>
  );
}

/** Find, the conditions that hold, more of them, and by kind or not. */
export function Toolbar(props: ToolbarProps) {
  const { rows, filters, onFilters, filterColumn, onFilterColumn, grouped, onGrouped, onFound, findBox } = props;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') {
      onFound(event.currentTarget.value);
      event.currentTarget.select();
    } else if (event.key === 'Escape' && filters.find !== '') onFilters({ ...filters, find: '' });
    else return;
    event.preventDefault();
  };
  return (
    <div className="reg-tools">
      <label className="reg-find">
        <Search aria-hidden="true" />
        <span className="vh">Find in the register</span>
        <input
          ref={findBox} type="search" placeholder="Find or scan a tag" value={filters.find} autoComplete="off" spellCheck={false}
          onChange={(event) => onFilters({ ...filters, find: event.currentTarget.value })} onKeyDown={onKeyDown}
        />
      </label>
      <ul className="reg-chips" aria-label="Shown only">
        {filters.askedFor.map((asked) => (
          <FilterChip
            key={asked.words} words={asked.words}
            onRemove={() => onFilters({ ...filters, askedFor: filters.askedFor.filter((each) => each !== asked) })}
          />
        ))}
        {filters.columns.map((filter) => (
          <FilterChip
            key={filter.column} name={columnOf(filter.column).heading} words={filterWords(filter)}
            onOpen={() => onFilterColumn(filter.column)} onRemove={() => onFilters(withFilter(filters, filter.column, null))}
          />
        ))}
      </ul>
      <FilterButton rows={rows} filters={filters} onChange={onFilters} column={filterColumn} onColumn={onFilterColumn} />
      {anyFilter(filters) && <Button variant="link" small onClick={() => onFilters(NO_FILTERS)}>Show everything</Button>}
      <Button
        small className="reg-by-kind" icon={<Rows3 aria-hidden="true" />} aria-pressed={grouped} onClick={() => onGrouped(!grouped)}
      >
        By kind
      </Button>
    </div>
  );
}
