import { addMonths, formatDate, monthOf } from '../calendar.ts';
import type { PlanContext } from '../context.ts';
import { isLifeMonths, policyFor } from '../policies.ts';
import { endedBefore, known, serviceDate, standingOf } from '../refresh/due.ts';
import type { Asset } from '../snapshot.ts';
import { kindKey } from '../upkeep/record.ts';
import type { IsoDate } from '../vocabulary.ts';
import { kitCount, spanOf } from '../words.ts';
import { monthsOfCover } from './alike.ts';
import { isHere } from './fields.ts';
import { oddKey, type Mended, type OddInput, type OddValue } from './odd-values.ts';

/** No school has kit in daily use that is older, and spreadsheets write 1900 where they know nothing. */
const FIRST_LIKELY_DAY: IsoDate = '1995-01-01';
const LONGEST_WARRANTY_MONTHS = 120;

type Odd = { readonly field: string; readonly date: IsoDate; readonly others: string; readonly clear: Mended };

/** Days that cannot be, or that hardly can be: each with what speaks against it. */
export function oddDates({ context, here, all }: OddInput): OddValue[] {
  const usual = usualWarranties(here);
  return all.flatMap((asset): OddValue[] => {
    if (standingOf(asset.status) === 'on_the_way') return [];
    const days = impossibleDays(asset, context.asOf).map(({ field, date, others, clear }): OddValue => ({
      key: oddKey(asset, field, date), asset, field, value: formatDate(date), others, mend: { kind: 'set', words: 'Clear it', set: clear },
    }));
    if (!isHere(asset)) return days;
    return [...days, ...longWarranty(context, asset, usual), ...longInUse(context, asset)];
  });
}

function impossibleDays(asset: Asset, asOf: IsoDate): Odd[] {
  const bought = known(asset.purchaseDate);
  const used = known(asset.inServiceDate);
  const cover = known(asset.coverEnd);
  const support = known(asset.vendorSupportEnd);
  const found: Odd[] = [];
  const clearBought = { field: 'bought', clear: { purchaseDate: null } };
  if (bought !== null && bought > asOf) found.push({ ...clearBought, date: bought, others: 'after today' });
  if (bought !== null && bought < FIRST_LIKELY_DAY) found.push({ ...clearBought, date: bought, others: 'before 1995' });
  // Kit that lies in a cupboard may have a first day of use already.
  if (used !== null && used > asOf && asset.status !== 'in_stock') found.push({ field: 'in use from', date: used, others: 'after today', clear: { inServiceDate: null } });
  if (used !== null && bought !== null && used < bought) {
    found.push({ field: 'in use from', date: used, others: `bought ${formatDate(bought)}`, clear: { inServiceDate: null } });
  }
  if (cover !== null && bought !== null && cover < bought) {
    found.push({ field: 'warranty end', date: cover, others: `bought ${formatDate(bought)}`, clear: { coverEnd: null } });
  }
  if (support !== null && bought !== null && endedBefore(asset, support)) {
    found.push({ field: 'maker’s support', date: support, others: `bought ${formatDate(bought)}`, clear: { vendorSupportEnd: null } });
  }
  return found;
}

type Usual = { readonly months: number; readonly items: number };

/** The length of warranty that most of a kind came with. */
function usualWarranties(here: readonly Asset[]): ReadonlyMap<string, Usual> {
  const counts = new Map<string, Map<number, number>>();
  for (const asset of here) {
    const months = monthsOfCover(asset);
    if (months === null || months > LONGEST_WARRANTY_MONTHS) continue;
    const ofKind = counts.get(kindKey(asset)) ?? new Map<number, number>();
    counts.set(kindKey(asset), ofKind.set(months, (ofKind.get(months) ?? 0) + 1));
  }
  return new Map([...counts].flatMap(([key, ofKind]) => {
    const [most] = [...ofKind].toSorted((a, b) => b[1] - a[1] || b[0] - a[0]);
    return most === undefined ? [] : [[key, { months: most[0], items: most[1] }] as const];
  }));
}

function longWarranty(context: PlanContext, asset: Asset, usual: ReadonlyMap<string, Usual>): OddValue[] {
  const months = monthsOfCover(asset);
  const bought = known(asset.purchaseDate);
  if (months === null || bought === null || months <= LONGEST_WARRANTY_MONTHS || bought < FIRST_LIKELY_DAY) return [];
  const most = usual.get(kindKey(asset));
  return [{
    key: oddKey(asset, 'warranty', months), asset, field: 'warranty', value: `${months} months`,
    others: most === undefined ? 'over 10 years' : `${most.months} months, ${kitCount(context.category(asset.categoryKey), asset.userGroup, most.items)}`,
    mend: most === undefined
      ? { kind: 'set', words: 'Clear it', set: { coverEnd: null } }
      : { kind: 'set', words: `Make it ${most.months}`, set: { coverEnd: addMonths(bought, most.months) } },
  }];
}

/** Kit in use for twice as long as its policy keeps it: it may have gone without anybody writing it down. */
function longInUse(context: PlanContext, asset: Asset): OddValue[] {
  const since = serviceDate(asset, context.asOfMonth);
  const policy = policyFor(asset, context.snapshot.policies);
  if (since === null || since < FIRST_LIKELY_DAY || since > context.asOf || policy === null || !isLifeMonths(policy.lifeMonths)) return [];
  const months = context.asOfMonth - monthOf(since);
  if (months < policy.lifeMonths * 2) return [];
  return [{
    key: oddKey(asset, 'in use', since), asset, field: 'in use', value: spanOf(months - (months % 12)),
    others: `kept ${spanOf(policy.lifeMonths)}`, mend: { kind: 'still_there' },
  }];
}
