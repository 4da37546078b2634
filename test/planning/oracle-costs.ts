import type { PlanSnapshot, RecurringCost } from '../../planning/snapshot.ts';
import { dayAt, firstOfMonth, half, monthsOn, real, yearOf } from './oracle-days.ts';
import type { Rules } from './oracle-rules.ts';

/* What comes round again, read a second time for the oracle. */

const IN_SERVICE = ['in_stock', 'in_use', 'on_loan', 'in_repair', 'spare', 'cascaded'];

/** How many the amount is for, in a year of the school. */
function unitsIn(plan: PlanSnapshot, cost: RecurringCost, year: number): number | null {
  const roll = plan.rolls.find((each) => each.year === year);
  if (cost.driver === 'per_pupil') return roll !== undefined && roll.pupils !== null ? roll.pupils : plan.school.pupils;
  if (cost.driver === 'per_staff') return roll !== undefined && roll.staff !== null ? roll.staff : plan.school.staff;
  if (cost.driver === 'per_seat') return cost.units;
  if (cost.driver === 'site') return 1;
  if (cost.deviceCategoryKey === null) return null;
  let there = 0;
  for (const asset of plan.assets) if (asset.categoryKey === cost.deviceCategoryKey && IN_SERVICE.includes(asset.status)) there += asset.quantity;
  return there;
}

export type OracleCharge = { readonly day: number; readonly pence: bigint | null };

/** What is charged in the month that begins on a day; null where nothing is. */
export function chargeOn(plan: PlanSnapshot, rules: Rules, cost: RecurringCost, month: number): OracleCharge | null {
  const start = real(cost.start);
  const [here, there] = [dayAt(month), dayAt(start ?? month)];
  const months = (here.y - there.y) * 12 + here.m - there.m;
  const day = start === null ? month : monthsOn(start, months);
  const end = real(cost.end);
  if (months < 0 || (end !== null && !cost.autoRenews && day > end)) return null;
  const every = cost.period === 'yearly' ? 12 : cost.period === 'every_n_years' ? 12 * (cost.periodYears ?? 1) : 1;
  if (cost.period === 'termly' && ![1, 4, 9].includes(here.m)) return null;
  const spread = start === null && (cost.period === 'yearly' || cost.period === 'every_n_years');
  if (!spread && months % every !== 0) return null;
  return { day, pence: spread ? twelfthOn(plan, rules, cost, month, every / 12) : paymentOn(plan, rules, cost, month, 1) };
}

function paymentOn(plan: PlanSnapshot, rules: Rules, cost: RecurringCost, month: number, years: number): bigint | null {
  const units = unitsIn(plan, cost, yearOf(month, rules.school));
  if (units === null || cost.amountPence === null) return null;
  const pence = Number(half(BigInt(cost.amountPence) * BigInt(units), BigInt(years)));
  const { riseBp } = cost;
  return rules.priced(rules.money(pence, cost.priceDate), firstOfMonth(month), riseBp === null ? rules.rate(cost.categoryKey) : () => riseBp);
}

/** The month's place in the school's own year, and its share of what the year costs. */
function twelfthOn(plan: PlanSnapshot, rules: Rules, cost: RecurringCost, month: number, years: number): bigint | null {
  const yearly = paymentOn(plan, rules, cost, month, years);
  let place = 1n;
  for (let at = month; dayAt(at).m !== rules.school; at = monthsOn(at, -1)) place += 1n;
  return yearly === null ? null : half(yearly * place, 12n) - half(yearly * (place - 1n), 12n);
}

type UsedUp = { readonly cost: RecurringCost; readonly bought: readonly { readonly day: number; readonly pence: bigint }[] };

/** What is used up, kind by kind: three purchases or more with an amount, in twelve to thirty-six months up to this one. */
export function usedUp(plan: PlanSnapshot, rules: Rules): UsedUp[] {
  return plan.categories.flatMap(({ key, costCategory }): UsedUp[] => {
    if (plan.recurring.some((cost) => cost.categoryKey === key)) return [];
    const written = plan.ledger.filter((entry) => entry.categoryKey === key && entry.item !== null && (entry.kind === 'bought' || entry.kind === 'used'))
      .map((entry) => ({ ...entry, day: real(entry.happenedOn) ?? -1 })).filter(({ day }) => day >= 0 && day <= rules.asOf);
    let months = 0;
    let since = firstOfMonth(rules.asOf);
    for (let month = since; months < 36 && written.some(({ day }) => day < monthsOn(month, 1)); month = monthsOn(month, -1)) {
      months += 1;
      since = month;
    }
    const paid = written.filter(({ kind, day, pence }) => kind === 'bought' && day >= since && pence !== null);
    if (months < 12 || paid.length < 3) return [];
    const yearly = half(paid.reduce((sum, { pence }) => sum + BigInt(pence ?? 0), 0n) * 12n, BigInt(months));
    const { y, m, d } = dayAt(rules.asOf);
    const cost: RecurringCost = {
      id: 0, name: '', categoryKey: key, costCategory, amountPence: Number(yearly), period: 'yearly', periodYears: null, driver: 'site', units: null, deviceCategoryKey: null,
      priceDate: `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`, start: null, end: null, autoRenews: false, riseBp: null, supplierId: null, fundKey: null,
    };
    const all = plan.ledger.filter((entry) => entry.categoryKey === key && entry.kind === 'bought' && entry.item !== null && entry.pence !== null);
    return [{ cost, bought: all.map((entry) => ({ day: real(entry.happenedOn) ?? -1, pence: BigInt(entry.pence ?? 0) })) }];
  });
}
