import type { Searched } from '../grid/filters.ts';
import type { RegisterRow } from './rows.ts';

/** What Find looks in, and what a scanner types: a tag, else a serial number. */
export const SEARCHED: Searched<RegisterRow> = {
  search: (row) => [row.tag, row.asset.serial, row.description, row.kind, row.room, row.statusWords, row.asset.orderNumber],
  codes: [(row) => row.tag, (row) => row.asset.serial],
};

export const itemsOfRow = (row: RegisterRow): number => row.quantity;
