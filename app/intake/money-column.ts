import type { Pence } from '../../planning/vocabulary.ts';
import type { SourceColumn } from './column-choice.ts';
import type { RawRow } from './raw-table.ts';
import type { RowNotices } from './row-notices.ts';
import { cellText, isExcelError, knownText } from './values/cell-text.ts';
import { DEAREST_PENCE, divideHalfUp, readMoney, unitPrice, type UnitPrice } from './values/money.ts';

const WITHOUT = '; kept without a price';

/** Reads what one item of a row cost; what cannot be believed is said and left unknown. */
export function readUnitPrice(
  raw: RawRow, cost: SourceColumn, vat: SourceColumn | undefined, quantity: number, notices: RowNotices,
): UnitPrice | null {
  const { row, cells } = raw;
  const money = readMoney(cells[cost.index]);
  switch (money.kind) {
    case 'empty': {
      const text = cellText(cells[cost.index]);
      // Excel's errors are said for the whole column.
      if (text !== '' && !isExcelError(text)) notices.add(row, cost.column, 'no price', ': kept without one', text);
      return null;
    }
    case 'unreadable':
      notices.doubt('money', row, cost, 'text that is no amount of money', WITHOUT, cellText(cells[cost.index]));
      return null;
    case 'negative':
      notices.doubt('money', row, cost, 'an amount below £0', WITHOUT, null);
      return null;
    case 'money': break;
    default: return money satisfies never;
  }
  if (money.foreign !== null) notices.add(row, cost.column, `${money.foreign} amounts read as pounds, as they stand,`);
  const gross = (money.vat ?? cost.money?.vat) === 'gross';
  if (money.vat !== null && money.vat !== (cost.money?.vat ?? 'net')) {
    notices.add(row, cost.column, `the cell says that VAT is ${money.vat === 'gross' ? '' : 'not '}included`);
  }
  const total = cost.money?.total ?? false;
  const vatOfRow = vat === undefined ? null : readVat(raw, vat, notices);
  const price = vatOfRow === null
    ? unitPrice(money.pence, { total, gross }, quantity)
    : withVatColumn(money.pence, vatOfRow, { total, gross }, quantity);
  if (price.netPence > DEAREST_PENCE) {
    notices.doubt('money', row, cost, 'an amount above £10 million for one item', WITHOUT, null);
    return null;
  }
  return price;
}

/** VAT stands in a column of its own, on the same basis as the price: nothing has to be worked out. */
function withVatColumn(
  pence: Pence, vatPence: Pence, basis: { readonly total: boolean; readonly gross: boolean }, quantity: number,
): UnitPrice {
  const net = basis.gross ? Math.max(0, pence - vatPence) : pence;
  return basis.total
    ? { netPence: divideHalfUp(net, quantity), vatPence: divideHalfUp(vatPence, quantity) }
    : { netPence: net, vatPence };
}

function readVat(raw: RawRow, vat: SourceColumn, notices: RowNotices): Pence | null {
  const text = knownText(raw.cells[vat.index]);
  if (text === null) return null;
  const money = readMoney(raw.cells[vat.index]);
  if (money.kind === 'money') return money.pence;
  if (money.kind !== 'empty') notices.doubt('money', raw.row, vat, 'VAT that is no amount of money', '; left out', null);
  return null;
}

/** How a price column was understood, in words: both halves change figures. */
export function moneyInWords(cost: SourceColumn, hasVatColumn: boolean): string {
  const each = cost.money?.total === true ? 'for the whole row, divided by its quantity' : 'for one item';
  const gross = hasVatColumn
    ? 'with VAT, which stands in a column of its own' : 'with VAT, so divided by 1.2 and the VAT kept apart';
  const net = cost.money?.vat === 'net' ? 'without VAT' : 'taken to be without VAT';
  return `${each}, ${cost.money?.vat === 'gross' ? gross : net}`;
}

/** Prices this many times the middle one are named: more often a slip of the keyboard than kit. */
const TIMES_THE_MIDDLE = 100;
const ENOUGH_PRICES = 10;

export function noticeDearest(
  prices: readonly { readonly row: number; readonly pence: Pence }[], column: string, notices: RowNotices,
): void {
  if (prices.length < ENOUGH_PRICES) return;
  const inOrder = prices.map(({ pence }) => pence).toSorted((one, other) => one - other);
  const middle = inOrder[Math.floor(inOrder.length / 2)] ?? 0;
  for (const { row, pence } of prices) {
    if (pence > middle * TIMES_THE_MIDDLE) {
      notices.add(row, column, 'far dearer than the rest', ': kept as it stands, worth a look');
    }
  }
}
