import { draftOrder } from '../../planning/orders/draft.ts';
import type { DraftLine, Replaced } from '../../planning/orders/draft.ts';
import type { PlacedLine } from '../../planning/orders/place.ts';
import type { Forecast } from '../../planning/result.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate, Pence, UserGroup } from '../../planning/vocabulary.ts';
import { USER_GROUPS } from '../../planning/vocabulary.ts';
import { CFR_CODES, categoryNamed } from '../../planning/categories.ts';
import { formatPounds } from '../../planning/money.ts';
import { readCount, readPounds } from '../lib/field-text.ts';

/** A line of the order as it is being typed. */
export type TypedLine = {
  readonly key: number;
  readonly description: string;
  readonly categoryKey: string;
  readonly userGroup: string;
  readonly modelId: string;
  readonly quantity: string;
  readonly price: string;
  readonly code: string;
  readonly plannedUnitPence: Pence | null;
  readonly replaces: readonly Replaced[];
};

const userGroupOf = (value: string): UserGroup | null => USER_GROUPS.find((group) => group === value) ?? null;

const typedLine = (line: DraftLine, key: number): TypedLine => ({
  key, description: line.description, categoryKey: line.categoryKey, userGroup: line.userGroup ?? '', modelId: line.modelId === null ? '' : String(line.modelId),
  quantity: String(line.quantity), code: line.code, plannedUnitPence: line.plannedUnitPence, replaces: line.replaces,
  price: line.plannedUnitPence === null ? '' : formatPounds(line.plannedUnitPence, { symbol: false, pence: true }),
});

/** A line that replaces nothing: kit that is more than what is there. */
export const blankLine = (snapshot: PlanSnapshot, key: number): TypedLine => ({
  key, description: '', categoryKey: 'laptop', userGroup: '', modelId: '', quantity: '1', price: '', plannedUnitPence: null, replaces: [],
  code: CFR_CODES[categoryNamed(snapshot.categories, 'laptop').costCategory].revenue,
});

/** The order that these rows come to, ready to be changed; a blank line where there are none. */
export const typedDraft = (snapshot: PlanSnapshot, forecast: Forecast, assetIds: readonly number[]): {
  readonly lines: readonly TypedLine[]; readonly neededBy: IsoDate | null; readonly leftOut: number;
} => {
  if (assetIds.length === 0) return { lines: [blankLine(snapshot, 0)], neededBy: null, leftOut: 0 };
  const draft = draftOrder(snapshot, forecast, assetIds);
  return { lines: draft.lines.map(typedLine), neededBy: draft.neededBy, leftOut: draft.leftOut.length };
};

/** As many of what it replaces as are ordered, in the order of the register. */
export const replacesFor = (replaces: readonly Replaced[], quantity: number): readonly Replaced[] => {
  let left = quantity;
  return replaces.flatMap(({ assetId, quantity: wanted }) => {
    const taken = Math.min(wanted, left);
    left -= taken;
    return taken === 0 ? [] : [{ assetId, quantity: taken }];
  });
};

export type ReadLine = PlacedLine & { readonly plannedUnitPence: Pence | null; readonly code: string | null };
export type LineProblems = Partial<Readonly<Record<'description' | 'quantity' | 'price', string>>>;

/** A line as it can be ordered, or what is wrong with it by field. */
export const readLine = (typed: TypedLine): { readonly line: ReadLine | null; readonly problems: LineProblems } => {
  const [quantity, price] = [readCount(typed.quantity), readPounds(typed.price)];
  const description = typed.description.trim();
  const problems: LineProblems = {
    ...(description === '' && { description: 'What is ordered? Write it like Tamar 14 laptop.' }),
    ...(!quantity.ok && { quantity: quantity.message }),
    ...(price.ok ? (price.value === null || price.value === 0) && { price: 'Write the price agreed for one, net, like 398.50.' } : { price: price.message }),
  };
  if (description === '' || !quantity.ok || quantity.value === null || !price.ok || price.value === null || price.value === 0) return { line: null, problems };
  return {
    problems,
    line: {
      description, categoryKey: typed.categoryKey, userGroup: userGroupOf(typed.userGroup), modelId: typed.modelId === '' ? null : Number(typed.modelId),
      quantity: quantity.value, unitPence: price.value, code: typed.code.trim() || null, plannedUnitPence: typed.plannedUnitPence,
      replaces: replacesFor(typed.replaces, quantity.value),
    },
  };
};
