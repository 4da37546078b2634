const LINE_RANK = 10;
const LAST_RANK = 100;

/** What a money column is about, by the words of its header. */
export type MoneyHeader = {
  /** For the whole row, to be divided by its quantity. */
  readonly total: boolean;
  readonly vat: 'net' | 'gross' | null;
  /** Lower is better where a file has several. */
  readonly rank: number;
  /** What it is where it says neither "one" nor "all": a price, or a bare Net or Gross; null where it says which. */
  readonly open: 'price' | 'bare' | null;
};

const NOUNS = new Set(['cost', 'costs', 'price', 'paid', 'value', 'amount', 'total', 'spend', 'spent', 'net', 'gross']);
/** Not what was paid: what it is worth, what another would cost, what it costs to run, or no money at all. */
const NEVER = new Set([
  'current', 'nbv', 'book', 'depreciation', 'depreciated', 'residual', 'salvage', 'valuation', 'market', 'replacement',
  'replace', 'insurance', 'insured', 'repair', 'repairs', 'warranty', 'maintenance', 'disposal', 'sale', 'resale',
  'monthly', 'annual', 'yearly', 'rate', 'code', 'centre', 'center', 'type', 'currency', 'budget', 'running', 'support',
  'delivery', 'carriage', 'written', 'carrying', 'rrp', 'retail', 'list', 'quote', 'quoted', 'estimate', 'estimated',
  'rateable', 'diff', 'quantity', 'qty', 'number', 'extension', 'lease', 'rental', 'year', 'years', 'month', 'months',
  'memory', 'storage', 'date',
]);
/** A valuation says what kit is worth now: worth a reason of its own. */
const WORTH = new Set([
  'current', 'nbv', 'book', 'valuation', 'market', 'carrying', 'depreciated', 'residual', 'salvage', 'insured',
]);
const OF_ALL = new Set(['total', 'totals', 'line', 'amount', 'extended', 'ext', 'subtotal', 'overall', 'sum']);
const OF_ONE = new Set(['unit', 'each', 'per', 'item', 'single', 'ea']);
const WITH_VAT = new Set(['inc', 'incl', 'including', 'inclusive', 'gross']);
const WITHOUT_VAT = new Set(['exc', 'excl', 'excluding', 'exclusive', 'ex', 'net', 'without', 'before', 'plus']);
const BOUGHT = new Set([
  'purchase', 'purchased', 'paid', 'acquisition', 'original', 'initial', 'historic', 'order', 'invoice', 'buying',
]);
/** What was paid for one, asked as a person would. */
const AS_A_QUESTION = new Set([
  'how much', 'how much each', 'how much was it', 'how much it cost', 'how much did it cost', 'what it cost',
  'what did it cost', 'what we paid', 'what was paid',
]);
/** Net and Gross with nothing beside them. */
const BARE = new Set([...WITH_VAT, ...WITHOUT_VAT, 'vat', 'tax', 'of', 'gbp', 'pounds', 'the', 'in']);
const FILLERS = new Set([
  ...OF_ALL, ...OF_ONE, ...WITH_VAT, ...WITHOUT_VAT, ...BOUGHT, ...NOUNS, 'vat', 'tax', 'of', 'gbp', 'pounds', 'the',
  'in', 'for', 'at', 'capital', 'procurement', 'equipment', 'device', 'product', 'new', 'hardware', 'and', 'if',
  'known', 'approx', 'asset',
]);

/**
 * Reads a plain header as money that was paid. Per item unless it says total, line, amount or extended; net
 * unless it says inc VAT, incl or gross.
 * @returns null where it is no such column; `worth` where it says what kit is worth and never what was paid.
 */
export function moneyHeader(plain: string): MoneyHeader | 'worth' | null {
  const words = plain.split(' ');
  const has = (set: ReadonlySet<string>): boolean => words.some((word) => set.has(word));
  if (plain === 'valuation' || plain === 'nbv') return 'worth';
  if (AS_A_QUESTION.has(plain)) return { total: false, vat: null, open: plain.endsWith('each') ? null : 'price', rank: 1 };
  if (!has(NOUNS)) return null;
  if (has(NEVER)) return has(WORTH) ? 'worth' : null;
  if (!words.every((word) => FILLERS.has(word))) return null;
  const total = has(OF_ALL) && !has(OF_ONE);
  const vat = has(WITH_VAT) ? 'gross' : has(WITHOUT_VAT) ? 'net' : null;
  const onlyValue = words.includes('value') && !has(BOUGHT);
  const open = total || onlyValue || has(OF_ONE) ? null : words.every((word) => BARE.has(word)) ? 'bare' : 'price';
  const vatRank = vat === 'net' ? 0 : vat === null ? 1 : 2;
  return { total, vat, open, rank: onlyValue ? LAST_RANK : (total ? LINE_RANK : 0) + vatRank };
}

/**
 * How a money column counts in a file that also has one for the whole line ("Extended price", "Line total"): a
 * column that says so beats one that does not. Net and Gross stand on the same line, as on an invoice. A plain
 * "Cost" beside a VAT column stays the price of one: the total there may hold the VAT.
 */
export function besideLineFigures(money: MoneyHeader, hasVatColumn: boolean): MoneyHeader {
  if (money.open === 'bare') return { ...money, total: true, rank: money.rank + LINE_RANK };
  const gives = money.open === 'price' && (money.vat === 'gross' || (money.vat === null && !hasVatColumn));
  return gives ? { ...money, rank: money.rank + 2 * LINE_RANK } : money;
}
