import { marksOf, type MarkKind } from '../marks.ts';
import type { Part } from '../periods.ts';
import type { ForecastLine } from '../result.ts';
import { compareNameKeys, nameKeyOf, type NameKey } from '../words.ts';
import { valueOf, WHOLE_SCHOOL, type AssetsById, type Describe, type Described, type Dimension, type Standpoint, type Step } from './dimensions.ts';
import type { LedgerCell, LedgerRow } from './row.ts';

/** What every row of one ledger is made with. */
export type Making = {
  readonly columns: number;
  readonly assets: AssetsById;
  readonly describe: Describe;
};

/** The row that others lie in; the ledger itself at the outermost level. */
type Above = Pick<LedgerRow, 'key' | 'path' | 'under'> & Standpoint;
export const OUTERMOST: Above = { key: '', path: [], under: [], categoryKey: null, userGroup: null, locationId: null, assetId: null, recurringId: null };

/** The rows of these parts by the first level, and in them by the others, down to the asset or the cost. */
export function rowsOf(making: Making, parts: readonly Part[], levels: readonly Dimension[], above: Above = OUTERMOST): readonly LedgerRow[] {
  const [level, ...rest] = levels;
  if (level === undefined) return grouped(making, parts, 'leaf', [], above);
  // Running costs are of no room and no department: one row that says so inside another would say nothing.
  const says = above.path.length === 0 || parts.some(({ line }) => valueOf(level, line, making.assets) !== WHOLE_SCHOOL);
  return says ? grouped(making, parts, level, rest, above) : rowsOf(making, parts, rest, above);
}

type Ranked = { readonly row: LedgerRow; readonly rank: readonly number[]; readonly nameKey: NameKey };

function grouped(making: Making, parts: readonly Part[], by: Step['by'], rest: readonly Dimension[], above: Above): readonly LedgerRow[] {
  const groups = new Map<string, Part[]>();
  for (const part of parts) {
    const value = valueOf(by, part.line, making.assets);
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [part]);
    else group.push(part);
  }
  return [...groups].map(([value, group]) => made(making, group, { by, value }, rest, above)).sort(inOrder).map(({ row }) => row);
}

const inOrder = (a: Ranked, b: Ranked): number =>
  compareRanks(a.rank, b.rank) || compareNameKeys(a.nameKey, b.nameKey) || (a.row.key < b.row.key ? -1 : 1);

const compareRanks = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

function made(making: Making, parts: readonly Part[], step: Step, rest: readonly Dimension[], above: Above): Ranked {
  const [first] = parts;
  if (first === undefined) throw new RangeError('A row of the ledger has at least one line.');
  const told = making.describe(step, first.line);
  const { kind, name, nameOfOne, rank, stands } = told;
  const key = `${above.key === '' ? '' : `${above.key}/`}${step.by === 'kind' || step.by === 'leaf' ? step.value : `${step.by}/${step.value}`}`;
  const here: Above = {
    key, path: [...above.path, step], under: told.where === undefined ? above.under : [...above.under, told.where],
    categoryKey: above.categoryKey, userGroup: above.userGroup, locationId: above.locationId, assetId: above.assetId, recurringId: above.recurringId, ...stands,
  };
  // Worked out when they are looked at: a school of 20,000 items has as many rows that nobody opens.
  const cells = once(() => cellsOf(making, parts, told));
  const total = once(() => totalOf(cells()));
  const children = once(() => (step.by === 'leaf' ? [] : inside(making, parts, step, rest, here)));
  const row: LedgerRow = {
    ...here, kind, name, nameOfOne, opens: step.by !== 'leaf',
    get cells() { return cells(); }, get total() { return total(); }, get children() { return children(); },
  };
  return { row, rank, nameKey: nameKeyOf(name) };
}

/** The value, made when it is first asked for. */
export const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | null = null;
  return () => (made ??= { value: make() }).value;
};

/** Of kit, what is replaced by the next levels, and after it the upgrades, extensions and disposals, each opened the same way. */
function inside(making: Making, parts: readonly Part[], { by, value }: Step, rest: readonly Dimension[], here: Above): readonly LedgerRow[] {
  if (by !== 'kind' || !value.startsWith('kit/')) return rowsOf(making, parts, rest, here);
  const isReplaced = ({ line }: Part): boolean => line.kind === 'replace';
  const replaced = parts.filter(isReplaced);
  const others = grouped(making, parts.filter((part) => !isReplaced(part)), 'part', rest, here);
  if (replaced.length === 0) return others;
  return [...rowsOf(making, replaced, rest, { ...here, path: [...here.path, { by: 'part', value: 'replace' }] }), ...others];
}

const NOTHING: LedgerCell = { quantity: 0, pence: 0, unpriced: 0, lines: 0, overdue: 0, moved: 0, assumed: 0 };
type Adding = { -readonly [Field in keyof LedgerCell]: LedgerCell[Field] };

function cellsOf({ columns, assets }: Making, parts: readonly Part[], { counts }: Described): readonly LedgerCell[] {
  const cells = Array.from({ length: columns }, (): Adding => ({ ...NOTHING }));
  for (const { line, column, quantity, pence } of parts) {
    const cell = cells[column];
    if (cell === undefined) continue;
    cell.lines += 1;
    if (pence === null) cell.unpriced += quantity;
    else cell.pence += pence;
    if (line.kind !== counts) continue;
    cell.quantity += quantity;
    for (const mark of marksOfLine(line, assets)) cell[mark] += quantity;
  }
  return cells;
}

const marksOfLine = (line: ForecastLine, assets: AssetsById): readonly MarkKind[] => (line.assetId === null ? [] : marksOf(line, assets.get(line.assetId)));

const totalOf = (cells: readonly LedgerCell[]): LedgerCell => {
  const total: Adding = { ...NOTHING };
  for (const cell of cells) for (const field of FIELDS) total[field] += cell[field];
  return total;
};
const FIELDS = ['quantity', 'pence', 'unpriced', 'lines', 'overdue', 'moved', 'assumed'] as const satisfies readonly (keyof LedgerCell)[];
