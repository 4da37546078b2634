import { contextOf } from '../quality.ts';
import type { PlanContext } from '../context.ts';
import type { Forecast } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { isHere } from './fields.ts';
import { oddDates } from './odd-dates.ts';
import { oddNumbers } from './odd-numbers.ts';
import { oddPrices, oddQuantities } from './odd-amounts.ts';

/** The fields of a register row that can be put right here. */
export type Mended = {
  readonly unitPaidPence?: Pence | null;
  readonly purchaseDate?: IsoDate | null;
  readonly inServiceDate?: IsoDate | null;
  readonly coverEnd?: IsoDate | null;
  readonly vendorSupportEnd?: IsoDate | null;
  readonly serial?: string | null;
  readonly tag?: string | null;
  readonly quantity?: number;
};

/** What can be done about a value: give it another, clear it, look at the row, or ask whether the kit is still there. */
export type Mend =
  | { readonly kind: 'set'; readonly words: string; readonly set: Mended }
  | { readonly kind: 'edit' }
  | { readonly kind: 'still_there' };

/** A value unlike the others of its kind, or one that cannot be. */
export type OddValue = {
  /** The row, the field and the value: what an answer about it is kept under, so that another value is told again. */
  readonly key: string;
  readonly asset: Asset;
  /** The field: "paid", "bought", "warranty", "in use". */
  readonly field: string;
  /** As it stands: "£3,980", "4 Mar 2062", "120 months". */
  readonly value: string;
  /** What speaks against it: "£398, 31 desktops", "after today", "kept 7 years". */
  readonly others: string;
  readonly mend: Mend;
};

/** Values alike on rows alike, told once: "Trolley B, 3 laptops, warranty". */
export type OddGroup = Omit<OddValue, 'asset' | 'key'> & { readonly assets: readonly Asset[]; readonly keys: readonly string[] };

export type OddInput = { readonly context: PlanContext; readonly here: readonly Asset[]; readonly all: readonly Asset[] };

export const oddKey = (asset: Asset, field: string, value: string | number): string => `${asset.id}/${field}/${value}`;

/** Everything in the register that looks odd, grouped; what was said to be right is left out. */
export function oddValues(snapshot: PlanSnapshot, forecast: Forecast): OddGroup[] {
  const settled = new Set(snapshot.settled.flatMap(({ finding, key }) => (finding === 'odd_value' ? [key] : [])));
  const input: OddInput = { context: contextOf(snapshot, forecast), here: snapshot.assets.filter(isHere), all: snapshot.assets };
  const found = [...oddPrices(input), ...oddDates(input), ...oddNumbers(input), ...oddQuantities(input)].filter(({ key }) => !settled.has(key));
  const groups = Map.groupBy(found, ({ asset, field, value, others, mend }) => JSON.stringify(
    [field, value, others, mend.kind, mend.kind === 'set' ? mend.set : null, asset.categoryKey, asset.userGroup, asset.locationId],
  ));
  return [...groups.values()].flatMap((group): OddGroup[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { field, value, others, mend } = first;
    return [{ field, value, others, mend, assets: group.map(({ asset }) => asset), keys: group.map(({ key }) => key) }];
  });
}
