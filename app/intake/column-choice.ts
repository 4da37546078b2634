import { columnRole } from './column-roles.ts';
import type { ColumnField } from './column-synonyms.ts';
import { besideLineFigures, type MoneyHeader } from './money-headers.ts';
import type { LeftOutColumn } from './register-row.ts';
import type { TableColumn } from './table-columns.ts';

export type SourceColumn = TableColumn & { readonly money: MoneyHeader | null };

/** The columns that a register is read from: for each field the one that is used, then those that fill its gaps. */
export type ChosenColumns = {
  readonly sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>;
  readonly leftOut: readonly LeftOutColumn[];
  /** Columns whose cells must not be shown anywhere. */
  readonly isPrivate: ReadonlySet<number>;
};

/** Fields that several columns may give: the next one is asked where the first says nothing. */
export const FILLS_GAPS: ReadonlySet<ColumnField> = new Set([
  'category', 'description', 'model', 'room', 'purchaseDate', 'inServiceDate', 'warranty', 'disposed', 'ownership', 'system', 'notes',
]);

type Candidate = {
  readonly column: TableColumn;
  readonly field: ColumnField;
  readonly rank: number;
  readonly money: MoneyHeader | null;
};

/** Gives each field its columns, and every other column its reason for staying out. */
export function chooseColumns(columns: readonly TableColumn[], dateSystem: '1900' | '1904'): ChosenColumns {
  const headers = new Set(columns.map(({ plain }) => plain));
  const leftOut = new Map<number, string>();
  const isPrivate = new Set<number>();
  const candidates: Candidate[] = [];
  for (const column of columns) {
    const role = columnRole(column, headers, dateSystem);
    if (role.kind === 'left_out') {
      leftOut.set(column.index, role.reason);
      if (role.isPrivate) isPrivate.add(column.index);
    } else if (column.repeats !== null && column.plain !== '') {
      leftOut.set(column.index, repeatReason(column, columns));
    } else {
      candidates.push({ column, field: role.field, rank: role.rank, money: role.money });
    }
  }
  const sources = compete(weighMoney(candidates), leftOut);
  return {
    sources, isPrivate,
    leftOut: columns.flatMap(({ index, column }) => {
      const reason = leftOut.get(index);
      return reason === undefined ? [] : [{ column, reason }];
    }),
  };
}

function repeatReason(column: TableColumn, columns: readonly TableColumn[]): string {
  const first = columns.find(({ column: name, repeats }) => repeats === null && name === column.repeats);
  const different = column.cells.filter((cell, index) => (cell ?? null) !== (first?.cells[index] ?? null)).length;
  return `a second column called ${column.repeats ?? ''}; the first is used${
    different === 0 ? ' and says the same' : ` (they differ in ${different} ${different === 1 ? 'row' : 'rows'})`}`;
}

function weighMoney(candidates: readonly Candidate[]): readonly Candidate[] {
  const hasLineFigures = candidates.some(({ money, column }) => money?.total === true && column.filled > 0);
  if (!hasLineFigures) return candidates;
  const hasVatColumn = candidates.some(({ field, column }) => field === 'vat' && column.filled > 0);
  return candidates.map((candidate) => {
    if (candidate.money === null) return candidate;
    const money = besideLineFigures(candidate.money, hasVatColumn);
    return { ...candidate, money, rank: money.rank };
  });
}

function compete(candidates: readonly Candidate[], leftOut: Map<number, string>): Map<ColumnField, SourceColumn[]> {
  // An empty column never wins over one that says something.
  const inOrder = candidates.toSorted((one, other) =>
    Number(one.column.filled === 0) - Number(other.column.filled === 0)
    || one.rank - other.rank || one.column.index - other.column.index);
  const sources = new Map<ColumnField, SourceColumn[]>();
  for (const { column, field, money } of inOrder) {
    const chosen = sources.get(field) ?? [];
    if (chosen.length === 0 || (FILLS_GAPS.has(field) && column.filled > 0)) {
      sources.set(field, [...chosen, { ...column, money }]);
    } else {
      leftOut.set(column.index, column.filled === 0 ? 'it is empty' : `${chosen[0]?.column ?? ''} is used instead`);
    }
  }
  return sources;
}
