import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyOptions, plan, SEED } from './arbitraries.ts';
import { compared, kernelCompared, type Engine } from './compare.ts';

/*
 * Would the tests notice? Each fault below is put into a copy of planning/, one at a time; the comparison with
 * the day-by-day count (or of the kernel with the forecast) must then fail. A fault whose text is no longer
 * found is itself a failure: the list is kept true to the code.
 */

type Fault = { readonly what: string; readonly file: string; readonly from: string; readonly to: string };

const FAULTS: readonly Fault[] = [
  // Off by one month.
  { what: 'every month is one too many', file: 'calendar.ts', from: '* 12 + monthIn(date) - 1;', to: '* 12 + monthIn(date);' },
  { what: 'a year begins a month late', file: 'calendar.ts', from: '(year - 2000) * 12 + startMonth - 1;', to: '(year - 2000) * 12 + startMonth;' },
  { what: 'the plan ends a month early', file: 'context.ts', from: 'endMonth: firstMonth + horizon * 12,', to: 'endMonth: firstMonth + horizon * 12 - 1,' },
  { what: 'a life is a month longer', file: 'refresh/due.ts', from: 'later(serviceDate(asset), lifeMonths)', to: 'later(serviceDate(asset), lifeMonths + 1)' },
  { what: 'the twelfths start with the second', file: 'recurring.ts', from: 'month - firstMonthOf(year, context.schoolStartMonth) + 1)', to: 'month - firstMonthOf(year, context.schoolStartMonth) + 2)' },
  // At most for less than.
  { what: 'kit due this month is overdue', file: 'refresh/occurrences.ts', from: 'monthOf(due.date) < context.asOfMonth', to: 'monthOf(due.date) <= context.asOfMonth' },
  { what: 'the month after the plan counts', file: 'context.ts', from: 'endMonth: firstMonth + horizon * 12,', to: 'endMonth: firstMonth + horizon * 12 + 1,' },
  { what: 'this month is past', file: 'context.ts', from: 'month >= context.asOfMonth && month', to: 'month > context.asOfMonth && month' },
  { what: 'an upgrade in the due month is made', file: 'refresh/occurrences.ts', from: 'own.month >= monthOf(course.due.date)', to: 'own.month > monthOf(course.due.date)' },
  { what: 'a successor is upgraded in the month it is replaced', file: 'refresh/occurrences.ts', from: 'upgrade.atMonths < every ?', to: 'upgrade.atMonths <= every ?' },
  { what: 'an earlier life is kept in the very year of the change', file: 'refresh/due.ts', from: 'monthOf(before.date) < firstMonthOf', to: 'monthOf(before.date) <= firstMonthOf' },
  { what: 'a tie is named after the last', file: 'refresh/due.ts', from: 'found < date)', to: 'found <= date)' },
  // Step by step.
  { what: 'each replacement is counted from the one before', file: 'refresh/occurrences.ts', from: 'addMonths(course.firstDate, months)', to: 'Array.from({ length: n }).reduce<string>((at) => addMonths(at, every ?? 0), course.firstDate)' },
  { what: 'a missing day spills into the next month', file: 'calendar.ts', from: 'return write(year, month1, Math.min(dayIn(date), daysIn(year, month1)));', to: 'return addDays(write(year, month1, 1), dayIn(date) - 1);' },
  { what: 'overdue kit is bought from its due date on', file: 'refresh/occurrences.ts', from: 'firstDate: overdue ? context.asOf : due.date', to: 'firstDate: due.date' },
  // Money.
  { what: 'the total is rounded to pounds', file: 'totals.ts', from: 'const pence = line.netPence ?? 0;', to: 'const pence = Math.round((line.netPence ?? 0) / 100) * 100;' },
  { what: 'the price is rounded after it is multiplied', file: 'forecast.ts', from: 'event.quantity * unitPence;', to: 'Math.floor((event.quantity * (basis?.unitPence ?? 0) * (context.prices.index(series, basis?.priceYear ?? 0, priceYearOf(context, event.month)) ?? 0) + 500_000) / 1_000_000);' },
  { what: 'prices rise from the year before their own', file: 'price.ts', from: 'priceDate, priceYear: financialYearOf(priceDate, yearStartMonth),', to: 'priceDate, priceYear: financialYearOf(priceDate, yearStartMonth) - 1,' },
  { what: 'prices rise by calendar years', file: 'price.ts', from: 'priceYear: financialYearOf(priceDate, yearStartMonth)', to: 'priceYear: financialYearOf(priceDate, 1)' },
  { what: 'the index is not rounded half up', file: 'price.ts', from: '(10_000 + bp) + 5_000)', to: '(10_000 + bp))' },
  { what: 'the unit price is cut, not rounded', file: 'price.ts', from: 'unitPence * index + 500_000)', to: 'unitPence * index)' },
  { what: 'rises are added, not chained', file: 'price.ts', from: 'nextIndex(before, bp)', to: 'before + bp * 100' },
  { what: 'the other calendar prices by its own years', file: 'context.ts', from: 'financialYearOfMonth(month, context.schoolStartMonth)', to: 'financialYearOfMonth(month, context.yearStartMonth)' },
  { what: 'the model’s price goes before the asset’s own', file: 'price.ts', from: "if (asset.overridePence !== null) return basisOf('override'", to: "if (asset.overridePence !== null && model?.unitPence == null) return basisOf('override'" },
  { what: 'an upgrade is priced as of today, not as of its policy’s price', file: 'price.ts', from: 'upgrade.priceDate ?? policy.priceDate', to: 'upgrade.priceDate' },
  { what: 'every twelfth is rounded by itself', file: 'recurring.ts', from: 'Math.floor((yearlyPence * k + 6) / 12) - Math.floor((yearlyPence * (k - 1) + 6) / 12)', to: 'Math.floor((yearlyPence + 6) / 12)' },
  { what: 'losses are rounded year by year', file: 'loss.ts', from: 'wholeItems(context, group, to) - wholeItems(context, group, from)', to: 'Math.round((wholeItems(context, group, to) - wholeItems(context, group, from)) / 2) * 2' },
  // Policies and status.
  { what: 'the older of two policies counts', file: 'policies.ts', from: 'policy.id > other.id', to: 'policy.id < other.id' },
  { what: 'a category’s policy goes before its user group’s', file: 'policies.ts', from: 'groups?.get(asset.userGroup)\n    ?? groups?.get(null)', to: 'groups?.get(null)\n    ?? groups?.get(asset.userGroup)' },
  { what: 'kit on order is bought twice', file: 'refresh/occurrences.ts', from: 'quantity: Math.max(0, asset.quantity - onOrder),', to: 'quantity: asset.quantity,' },
  { what: 'stolen kit is replaced', file: 'refresh/due.ts', from: "stolen: 'status_stolen'", to: "stolen: 'in_service'" },
  { what: 'the system’s end binds although it can move', file: 'refresh/due.ts', from: 'asset.osCanMove ? null', to: '!asset.osCanMove ? null' },
  { what: 'cover binds without its tolerance', file: 'refresh/due.ts', from: 'later(known(asset.coverEnd), policy.toleranceMonths)', to: 'known(asset.coverEnd)' },
  { what: 'a recorded upgrade is made again', file: 'refresh/occurrences.ts', from: '|| asset.upgradeDoneOn !== null', to: '' },
];

const RUN_PRICE = 'Math.floor((unitPence[row]! * values[indexRow[row]! + priceYear]! + 500_000) / 1_000_000)';

const KERNEL_FAULTS: readonly Fault[] = [
  { what: 'the kernel takes rows out of order', file: 'kernel/columns.ts', from: 'a.service - b.service', to: 'b.service - a.service' },
  { what: 'the kernel leaves overdue kit in the past', file: 'kernel.ts', from: 'const overdue = lowerBound(service, start, stop, context.asOfMonth - life);', to: 'const overdue = start;' },
  { what: 'a year of the kernel begins a month late', file: 'kernel.ts', from: 'stretch.from - offset - life)', to: 'stretch.from + 1 - offset - life)' },
  { what: 'a year of the kernel ends a month early', file: 'kernel.ts', from: 'stretch.to - offset - life)', to: 'stretch.to - 1 - offset - life)' },
  { what: 'the kernel counts its repeats a month late', file: 'kernel.ts', from: 'offset += life', to: 'offset += life + 1' },
  { what: 'the kernel adds the price up unrounded', file: 'kernel.ts', from: `items * ${RUN_PRICE}`, to: 'Math.round(items * unitPence[row]! * values[indexRow[row]! + priceYear]! / 1_000_000)' },
  { what: 'the kernel takes every year’s price from the first', file: 'kernel.ts', from: RUN_PRICE, to: RUN_PRICE.replace(' + priceYear', '') },
  { what: 'the kernel forgets the life of kit under cover', file: 'kernel.ts', from: 'Math.min(service[row]! + life, limit[row]!), asOf)', to: 'limit[row]!, asOf)' },
  { what: 'the kernel stops a month early for kit under cover', file: 'kernel.ts', from: 'for (; month < end; month += every)', to: 'for (; month < end - 1; month += every)' },
  { what: 'the kernel buys what is on order twice', file: 'kernel.ts', from: '(slot.onTheWay ? every : 0)', to: '0' },
  { what: 'the kernel replaces again what is run until it fails', file: 'kernel.ts', from: 'slot.chained ? life : NEVER', to: 'life' },
  { what: 'the kernel upgrades in the due month', file: 'kernel.ts', from: 'own < due && own >= from', to: 'own <= due && own >= from' },
  { what: 'the kernel upgrades a successor as it is replaced', file: 'kernel.ts', from: 'slot.upgradeAt >= life', to: 'slot.upgradeAt > life' },
  { what: 'the kernel spreads the price over the wrong life', file: 'kernel/totals.ts', from: 'yearShare(price, life)', to: 'yearShare(price, life + 1)' },
];

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'kitplan-mutants-')); });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
async function faulty({ file, from, to }: Fault): Promise<Engine> {
  const copy = join(folder, String(made++), 'planning');
  cpSync(resolve(import.meta.dirname, '../../planning'), copy, { recursive: true, filter: (path) => !path.endsWith('.json') });
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  expect(source.split(from).length - 1, `the fault fits ${file} in one place`).toBe(1);
  writeFileSync(path, source.replace(from, () => to));
  const load = (name: string): Promise<Engine> => import(/* @vite-ignore */ pathToFileURL(join(copy, name)).href) as Promise<Engine>;
  const { forecast } = await load('forecast.ts');
  const { compile, livesOf, run } = await load('kernel.ts');
  const { kernelTotals } = await load('kernel/totals.ts');
  return { forecast, compile, livesOf, run, kernelTotals };
}

/** Whether some made-up school tells the faulty engine from the right answer. */
const isNoticed = (engine: Engine, compare: typeof compared): boolean => [true, false].some((tight) =>
  fc.check(fc.property(plan({ tight }), anyOptions(tight), (snapshot, asked) => {
    const { said, right } = compare(engine, snapshot, asked);
    expect(said).toEqual(right);
  }), { seed: SEED, numRuns: 300, endOnFailure: true }).failed);

describe('a fault put into the sums is noticed', () => {
  test.each(FAULTS)('when $what', async (fault) => {
    expect(isNoticed(await faulty(fault), compared)).toBe(true);
  });

  test.each(KERNEL_FAULTS)('when $what', async (fault) => {
    expect(isNoticed(await faulty(fault), kernelCompared)).toBe(true);
  });
});
