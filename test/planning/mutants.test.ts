import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { withActuals } from './actuals-arbitrary.ts';
import { anyOptions, plan, SEED, type PlanKind } from './arbitraries.ts';
import { compared, editsCompared, kernelCompared, type Engine } from './compare.ts';
import { moneyPlan } from './budget/arbitraries.ts';
import { placesCompared } from './budget/compare.ts';
import { AS_OF } from './fixtures.ts';
import { anEdit, type Edit } from './edits.ts';
import type { OracleOptions } from './oracle-rules.ts';

/*
 * Would the tests notice? Each fault below is put into a copy of planning/, one at a time; the comparison with
 * the day-by-day count (or of the kernel, or of a plan that is edited, with the forecast) must then fail. A fault whose text is no longer
 * found is itself a failure: the list is kept true to the code.
 */

type Fault = { readonly what: string; readonly file: string; readonly from: string; readonly to: string };

const FAULTS: readonly Fault[] = [
  // Off by one month.
  { what: 'every month is one too many', file: 'calendar.ts', from: '* 12 + monthIn(date) - 1;', to: '* 12 + monthIn(date);' },
  { what: 'a year begins a month late', file: 'calendar.ts', from: '(year - 2000) * 12 + startMonth - 1;', to: '(year - 2000) * 12 + startMonth;' },
  { what: 'the plan ends a month early', file: 'context.ts', from: 'endMonth: firstMonth + horizon * 12,', to: 'endMonth: firstMonth + horizon * 12 - 1,' },
  { what: 'support that ended before the purchase counts', file: 'refresh/due.ts', from: 'own !== null && !endedBefore(asset, own)', to: 'own !== null' },
  { what: 'a first day of use still to come counts', file: 'refresh/due.ts', from: "(asset.status === 'in_stock' || monthOf(used) <= asOfMonth)", to: 'true' },
  { what: 'a life is a month longer', file: 'refresh/due.ts', from: 'later(serviceDate(asset, asOfMonth), lifeMonths)', to: 'later(serviceDate(asset, asOfMonth), lifeMonths + 1)' },
  { what: 'the twelfths start with the second', file: 'recurring.ts', from: 'month - firstMonthOf(year, context.schoolStartMonth) + 1)', to: 'month - firstMonthOf(year, context.schoolStartMonth) + 2)' },
  // At most for less than.
  { what: 'kit due this month is overdue', file: 'refresh/state.ts', from: 'monthOf(due.date) < context.asOfMonth', to: 'monthOf(due.date) <= context.asOfMonth' },
  { what: 'the month after the plan counts', file: 'context.ts', from: 'endMonth: firstMonth + horizon * 12,', to: 'endMonth: firstMonth + horizon * 12 + 1,' },
  { what: 'this month is past', file: 'context.ts', from: 'month >= context.asOfMonth && month', to: 'month > context.asOfMonth && month' },
  { what: 'overdue kit that waits for its turn is upgraded', file: 'refresh/occurrences.ts', from: ' || own.month >= monthOf(course.due.date)', to: '' },
  { what: 'an earlier life is kept in the very year of the change', file: 'refresh/due.ts', from: 'monthOf(before.date) < firstMonthOf', to: 'monthOf(before.date) <= firstMonthOf' },
  { what: 'a tie is named after the last', file: 'refresh/due.ts', from: 'found < date)', to: 'found <= date)' },
  // Step by step.
  { what: 'each replacement is counted from the one before', file: 'refresh/occurrences.ts', from: 'placedOn(course.replacement.policy, addMonths(start.date, n * every)', to: 'placedOn(course.replacement.policy, Array.from({ length: n }).reduce<string>((at) => addMonths(at, every), start.date)' },
  { what: 'a missing day spills into the next month', file: 'calendar.ts', from: 'return write(year, month1, Math.min(dayIn(date), daysIn(year, month1)));', to: 'return addDays(write(year, month1, 1), dayIn(date) - 1);' },
  { what: 'overdue kit is bought from its due date on', file: 'refresh/occurrences.ts', from: 'const today = overdue ? context.asOf : due.date;', to: 'const today = due.date;' },
  // Money.
  { what: 'the total is rounded to pounds', file: 'totals.ts', from: 'const pence = line.netPence ?? 0;', to: 'const pence = Math.round((line.netPence ?? 0) / 100) * 100;' },
  { what: 'the price is not rounded before it is multiplied', file: 'price.ts', from: ': unitPriceAt(basis.unitPence, ppm);', to: ': basis.unitPence * ppm / 1_000_000;' },
  { what: 'prices rise from the year before their own', file: 'price.ts', from: 'priceDate, priceYear: financialYearOf(priceDate, yearStartMonth),', to: 'priceDate, priceYear: financialYearOf(priceDate, yearStartMonth) - 1,' },
  { what: 'prices rise by calendar years', file: 'price.ts', from: 'priceYear: financialYearOf(priceDate, yearStartMonth)', to: 'priceYear: financialYearOf(priceDate, 1)' },
  { what: 'the index is not rounded half up', file: 'price.ts', from: '(10_000 + bp) + 5_000)', to: '(10_000 + bp))' },
  { what: 'the unit price is cut, not rounded', file: 'price.ts', from: 'unitPence * index + 500_000)', to: 'unitPence * index)' },
  { what: 'rises are added, not chained', file: 'price.ts', from: 'nextIndex(before, bp)', to: 'before + bp * 100' },
  { what: 'the other calendar prices by its own years', file: 'context.ts', from: 'financialYearOfMonth(month, context.schoolStartMonth)', to: 'financialYearOfMonth(month, context.yearStartMonth)' },
  { what: 'the model’s price goes before the asset’s own', file: 'price.ts', from: "if (asset.overridePence !== null) return basisOf('override'", to: "if (asset.overridePence !== null && model?.unitPence == null) return basisOf('override'" },
  { what: 'an upgrade is priced as of today, not as of its policy’s price', file: 'price.ts', from: 'upgrade.priceDate ?? policy.priceDate', to: 'upgrade.priceDate' },
  { what: 'every twelfth is rounded by itself', file: 'recurring.ts', from: 'Math.floor((yearlyPence * k + 6) / 12) - Math.floor((yearlyPence * (k - 1) + 6) / 12)', to: 'Math.floor((yearlyPence + 6) / 12)' },
  { what: 'a contract is paid in the month of its end, before its day too', file: 'recurring.ts', from: 'day <= end ? day', to: 'monthOf(day) <= monthOf(end) ? day' },
  { what: 'what renews by itself stops at its end', file: 'recurring.ts', from: 'cost.autoRenews ? null : known(cost.end)', to: 'known(cost.end)' },
  { what: 'a payment every few years is made every year', file: 'recurring.ts', from: 'gone % (12 * yearsApart(cost))', to: 'gone % 12' },
  { what: 'a term is paid in the summer', file: 'recurring.ts', from: '[9, 1, 4]', to: '[9, 1, 5]' },
  { what: 'a roll of another year counts', file: 'recurring.ts', from: 'countsOf(context.snapshot, year)', to: 'countsOf(context.snapshot, year + 1)' },
  { what: 'a roll without staff hides the school’s own', file: 'agreements/driver.ts', from: "headsOf(roll, 'pupils') ?? school.pupils", to: "(roll === undefined ? school.pupils : headsOf(roll, 'pupils'))" },
  { what: 'stolen kit is paid for by the device', file: 'agreements/driver.ts', from: "if (standingOf(asset.status) !== 'in_service') continue;", to: '' },
  { what: 'the price of a unit is rounded, not of the payment', file: 'recurring.ts', from: 'const payment = cost.amountPence * units;', to: 'const payment = Math.round(cost.amountPence / 100) * 100 * units;' },
  { what: 'a record counts from four events on', file: 'upkeep/record.ts', from: 'FEWEST_EVENTS = 5', to: 'FEWEST_EVENTS = 4' },
  { what: 'the policy’s rate counts although the record says enough', file: 'loss-rate.ts', from: 'record?.lossBp ?? policy.lossBp', to: 'policy.lossBp' },
  { what: 'the record of another group counts', file: 'loss-rate.ts', from: '&& groupOfKind(kind, snapshot.policies) === userGroup', to: '' },
  { what: 'consumables count after two purchases', file: 'upkeep/run-rate.ts', from: 'FEWEST_PURCHASES = 3', to: 'FEWEST_PURCHASES = 2' },
  { what: 'consumables are shared over all the years since the first', file: 'upkeep/run-rate.ts', from: 'MOST_MONTHS = 36', to: 'MOST_MONTHS = 360' },
  { what: 'consumables are shared over a month too few', file: 'upkeep/run-rate.ts', from: 'monthOf(asOf) - first + 1)', to: 'monthOf(asOf) - first)' },
  { what: 'consumables count beside a cost that pays for them', file: 'upkeep/run-rate.ts', from: '&& !paidFor.has(entry.categoryKey)', to: '' },
  { what: 'consumables bought in the months gone are not spent', file: 'lines.ts', from: 'month >= Math.min(context.asOfMonth, context.endMonth)', to: 'month >= context.firstMonth' },
  { what: 'losses are rounded year by year', file: 'loss.ts', from: 'wholeItems(context, group, to) - wholeItems(context, group, from)', to: 'Math.round((wholeItems(context, group, to) - wholeItems(context, group, from)) / 2) * 2' },
  // Policies and status.
  { what: 'the older of two policies counts', file: 'policies.ts', from: 'policy.id > other.id', to: 'policy.id < other.id' },
  { what: 'a category’s policy goes before its user group’s', file: 'policies.ts', from: 'groups?.get(asset.userGroup)\n    ?? groups?.get(null)', to: 'groups?.get(null)\n    ?? groups?.get(asset.userGroup)' },
  { what: 'kit on order is bought twice', file: 'refresh/state.ts', from: 'quantity: Math.max(0, asset.quantity - onOrder),', to: 'quantity: asset.quantity,' },
  { what: 'stolen kit is replaced', file: 'refresh/due.ts', from: "stolen: 'status_stolen'", to: "stolen: 'in_service'" },
  { what: 'the system’s end binds although it can move', file: 'refresh/due.ts', from: 'asset.osCanMove ? null', to: '!asset.osCanMove ? null' },
  { what: 'cover binds without its tolerance', file: 'refresh/due.ts', from: 'later(known(asset.coverEnd), policy.toleranceMonths + boughtMonths(decision.cover))', to: 'later(known(asset.coverEnd), boughtMonths(decision.cover))' },
  { what: 'a recorded upgrade is made again', file: 'refresh/occurrences.ts', from: '|| asset.upgradeDoneOn !== null', to: '' },
  // The months in which purchases are placed.
  { what: 'a purchase is placed after it is due', file: 'refresh/window.ts', from: 'month -= 1;', to: 'month += 1;' },
  { what: 'a purchase is never placed in this month', file: 'refresh/window.ts', from: 'month < earliest ? due', to: 'month <= earliest ? due' },
  { what: 'a purchase is placed in the past', file: 'refresh/window.ts', from: 'month < earliest ? due : addMonths', to: 'addMonths' },
  { what: 'repeats are counted from the placed month', file: 'refresh/occurrences.ts', from: 'addMonths(start.date, n * every), monthOf', to: 'addMonths(course.placedDate, n * every), monthOf' },
  { what: 'a window moves what was set by hand', file: 'refresh/occurrences.ts', from: "course.overdue || course.due.factor === 'manual'", to: 'course.overdue' },
  { what: 'a window moves what is overdue', file: 'refresh/occurrences.ts', from: "course.overdue || course.due.factor === 'manual'", to: "course.due.factor === 'manual'" },
  { what: 'a successor is placed before what it replaces was due', file: 'refresh/occurrences.ts', from: 'monthOf(start.date) + (n - 1) * every)', to: '0)' },
  { what: 'what is due after the plan is never placed in it', file: 'refresh/occurrences.ts', from: '> 0 ? MOST_MONTHS_BEFORE : 0;', to: '> 0 ? 0 : 0;' },
  { what: 'a successor is upgraded in the month it is replaced', file: 'refresh/occurrences.ts', from: 'if (monthOf(date) < monthOf(purchaseOn', to: 'if (monthOf(date) <= monthOf(purchaseOn' },
  // What was decided.
  { what: 'what is kept is replaced', file: 'refresh/state.ts', from: "if (decision.fate?.action === 'keep') return", to: "if (decision.fate?.action === 'replace') return" },
  { what: 'what is not replaced is bought again', file: 'refresh/occurrences.ts', from: "decision.fate?.action === 'retire' ? today : null", to: "decision.fate?.action === 'replace' ? today : null" },
  { what: 'what has left costs something to stand still', file: 'standstill.ts', from: 'course.leavesOn !== null ?', to: 'course.leavesOn === "" ?' },
  { what: 'what has left is still lost', file: 'loss.ts', from: 'leavesOn === null ? context.endMonth : monthOf(leavesOn)', to: 'context.endMonth' },
  { what: 'what is passed down leaves at once', file: 'disposal.ts', from: "if (fate?.action !== 'pass_down') return date;", to: 'return date;' },
  { what: 'an extension is paid for when it ends', file: 'extension.ts', from: 'addMonths(from, 12 * year)', to: 'addMonths(from, 12 * (year + 1))' },
  { what: 'every year of an extension costs what the first does', file: 'extension.ts', from: 'priceYearOf(context, monthOf(date))', to: 'priceYearOf(context, monthOf(from))' },
  { what: 'paid support puts every end of support off', file: 'refresh/due.ts', from: 'decision.support !== null && end === supportEnd(asset, policy, model)', to: 'decision.support !== null' },
  { what: 'paid support puts off what the policy does not go by', file: 'refresh/due.ts', from: 'bound.length > 0 ? bound : ', to: '' },
  { what: 'longer cover does not put its end off', file: 'refresh/due.ts', from: ' + boughtMonths(decision.cover)', to: '' },
  { what: 'the earlier of two decisions counts', file: 'refresh/decision.ts', from: '...decisions.get(action.assetId) ?? UNDECIDED, [slot]: sound(action) }', to: '...UNDECIDED, [slot]: sound(action), ...decisions.get(action.assetId) }' },
  // What leaves, and what follows it.
  { what: 'a trade-in brings more than was paid', file: 'disposal.ts', from: '-Math.min(pence, paidPence)', to: '-pence' },
  { what: 'a trade-in is counted on where nobody knows what was paid', file: 'disposal.ts', from: 'if (paidPence === null || paidPence === 0) return [];', to: 'if (paidPence === null) return [pence === null ? null : -pence];' },
  { what: 'disposal costs what it costs today', file: 'disposal.ts', from: 'priceYearOf(context, monthOf(date))', to: 'priceYearOf(context, context.asOfMonth)' },
  { what: 'a successor is traded in for what today’s kit cost', file: 'disposal.ts', from: 'const paidPence = before === undefined ? null : unitPenceOf(context, asset, course, before);', to: 'const paidPence = before === undefined ? null : paid;' },
  { what: 'the model that replaces kit counts as the old kind', file: 'refresh/replacement.ts', from: 'categoryKey: named.categoryKey', to: 'categoryKey: asset.categoryKey' },
  { what: 'the model that replaces kit has no policy of its own', file: 'refresh/replacement.ts', from: 'own !== null && isUsable(own) ? own : policy', to: 'policy' },
  { what: 'the old model’s price counts for the new one', file: 'refresh/replacement.ts', from: 'return { model: named,', to: 'return { model: context.model(asset.modelId),' },
  // The backlog.
  { what: 'what is overdue shortest is bought first', file: 'refresh/backlog.ts', from: 'one < other ? -1 : 1', to: 'one < other ? 1 : -1' },
  { what: 'a part item of the backlog is bought a year early', file: 'refresh/backlog.ts', from: 'divideHalfUp(items * (year + 1), years)', to: 'Math.ceil(items * (year + 1) / years)' },
  { what: 'the backlog’s later years are those of the calendar shown', file: 'refresh/backlog.ts', from: '{ asOf, schoolStartMonth }: PlanContext', to: '{ asOf, yearStartMonth: schoolStartMonth }: PlanContext' },
  { what: 'one item of a group in the backlog stands for all', file: 'refresh/backlog.ts', from: 'place + state.quantity', to: 'place + 1' },
  { what: 'what is not replaced waits in the backlog', file: 'refresh/backlog.ts', from: " && state.decision.fate?.action !== 'retire'", to: '' },
  // Needs.
  { what: 'a need that is not agreed counts', file: 'needs.ts', from: '!need.included || ', to: '' },
  { what: 'a need whose day has gone by is forgotten', file: 'needs.ts', from: ' ? on : context.asOf;', to: ' ? on : null;' },
  { what: 'a need is bought after its last day', file: 'needs.ts', from: 'day > last ? null', to: 'day === last ? null' },
  { what: 'a need costs something before it is bought', file: 'needs.ts', from: 'Math.max(firstMonth, monthOf(date))', to: 'Math.max(firstMonth, context.asOfMonth)' },
];

const RUN_PRICE = 'Math.floor((unitPence[row]! * values[indexRow[row]! + priceYear]! + 500_000) / 1_000_000)';

const KERNEL_FAULTS: readonly Fault[] = [
  { what: 'the kernel takes rows out of order', file: 'kernel/columns.ts', from: 'places[month]! += places[month - 1]!', to: 'places[month]! = places[month - 1]!' },
  { what: 'the kernel merges kit of two departments', file: 'kernel/columns.ts', from: 'columns.leaf[at] === row.leaf && ', to: '' },
  { what: 'the kernel merges kit of two prices', file: 'kernel/columns.ts', from: ' && columns.unitPence[at] === row.unitPence', to: '' },
  { what: 'the kernel merges kit that was upgraded with kit that was not', file: 'kernel/columns.ts', from: ' && columns.upgradeMonth[at] === row.upgradeMonth', to: '' },
  { what: 'a cohort counts as one item', file: 'kernel/columns.ts', from: 'columns.quantity[at]! += row.quantity;', to: '' },
  { what: 'the kernel takes rooms of two departments for one', file: 'kernel/leaves.ts', from: 'departments.get(departmentId)', to: 'departments.get(null)' },
  { what: 'the kernel leaves overdue kit in the past', file: 'kernel/sums.ts', from: 'const overdue = lowerBound(service, start, stop, asOf - life);', to: 'const overdue = start;' },
  { what: 'a year of the kernel begins a month late', file: 'kernel/sums.ts', from: 'from - offset - life)', to: 'from + 1 - offset - life)' },
  { what: 'a year of the kernel ends a month early', file: 'kernel/sums.ts', from: 'to - offset - life)', to: 'to - 1 - offset - life)' },
  { what: 'the kernel counts its repeats a month late', file: 'kernel/sums.ts', from: 'offset += every', to: 'offset += every + 1' },
  { what: 'the kernel adds the price up unrounded', file: 'kernel/sums.ts', from: `items * ${RUN_PRICE}`, to: 'Math.round(items * unitPence[row]! * values[indexRow[row]! + priceYear]! / 1_000_000)' },
  { what: 'the kernel takes every year’s price from the first', file: 'kernel/sums.ts', from: RUN_PRICE, to: RUN_PRICE.replace(' + priceYear', '') },
  { what: 'the kernel forgets the life of kit under cover', file: 'kernel/sums.ts', from: 'earlier : Math.min(service[row]! + life, limit[row]!)', to: 'earlier : limit[row]!' },
  { what: 'the kernel stops a month early for kit under cover', file: 'kernel/sums.ts', from: 'due < end + reach;', to: 'due < end + reach - 1;' },
  { what: 'the kernel places overdue kit in the months of its policy', file: 'kernel/sums.ts', from: 'start < asOf ? FAR : asOf', to: 'start < asOf ? asOf - 11 : asOf' },
  { what: 'the kernel places what follows as it places the first', file: 'kernel/sums.ts', from: 'offset === 0 ? placings.first : placings.later', to: 'placings.first' },
  { what: 'the kernel misses what falls due after the plan and is bought within it', file: 'kernel/sums.ts', from: 'asOf + offset < end + reachOf(slot.back)', to: 'asOf + offset < end' },
  { what: 'the kernel places purchases a month early', file: 'kernel/placing.ts', from: '(due - back + 12) % 12) + 1)', to: '(due - back + 13) % 12) + 1)' },
  { what: 'the kernel places a purchase before this month', file: 'kernel/placing.ts', from: 'return month < earliest ? due : month;', to: 'return month;' },
  { what: 'the kernel cuts years a month late where purchases are placed', file: 'kernel/placing.ts', from: 'last.to = due + 1;', to: 'last.to = due + 2;' },
  { what: 'the kernel gets rid of kit for nothing', file: 'kernel/sums.ts', from: 'if (slot.leavePence === null) return;', to: 'return;' },
  { what: 'the kernel gets rid of kit at the first year’s price', file: 'kernel/sums.ts', from: 'slot.leavePence[priceYear]!, leaf', to: 'slot.leavePence[0]!, leaf' },
  { what: 'the kernel replaces again what is run until it fails', file: 'kernel/sums.ts', from: 'slot.chained ? lives.life : NEVER', to: 'lives.life' },
  { what: 'the kernel upgrades in the due month', file: 'kernel/sums.ts', from: 'own - upgradeAt));\n      if (fitted < bought)', to: 'own - upgradeAt));\n      if (fitted <= bought)' },
  { what: 'the kernel upgrades a successor as it is replaced', file: 'kernel/sums.ts', from: 'with the kit.\n      if (fitted < bought)', to: 'with the kit.\n      if (fitted <= bought)' },
  { what: 'the kernel gives kit of the very year its earlier life', file: 'kernel/sums.ts', from: 'return earlier < beforeMonth ?', to: 'return earlier <= beforeMonth ?' },
  { what: 'the kernel gives kit of the very year its earlier life where only the life counts', file: 'kernel/sums.ts', from: 'lives.beforeMonth - lives.before)', to: 'lives.beforeMonth + 1 - lives.before)' },
  { what: 'the kernel keeps no earlier life where only the life counts', file: 'kernel/sums.ts', from: 'addByLife(sheet, slot, placings, 0, kept, lives.before, lives.life)', to: 'addByLife(sheet, slot, placings, 0, kept, lives.life, lives.life)' },
  { what: 'the kernel spreads the price over the wrong life', file: 'kernel/totals.ts', from: 'yearShare(price, life)', to: 'yearShare(price, life + 1)' },
  { what: 'the kernel counts what was bought twice', file: 'kernel/read.ts', from: '+= sign * purchase.pence', to: '+= 2 * purchase.pence' },
  { what: 'the kernel takes kit with an order for kit without', file: 'kernel/read.ts', from: ' || (context.successions.size > 0 && context.successions.has(asset.id))', to: '' },
];

const EDIT_FAULTS: readonly Fault[] = [
  { what: 'an edited row keeps its old events too', file: 'kernel/read.ts', from: 'row.quantity = sign * asset.quantity', to: 'row.quantity = asset.quantity' },
  { what: 'what a removed row cost stays spent', file: 'kernel/read.ts', from: '+= sign * purchase.pence', to: '+= purchase.pence' },
  { what: 'a row that is no longer on order stays so', file: 'kernel/read.ts', from: 'else block.slow.delete(asset);', to: '' },
  { what: 'losses of a removed row are still expected', file: 'kernel/read.ts', from: 'block.exposures.delete(asset);', to: '' },
  { what: 'kit is left as it was when its order goes', file: 'kernel/changes.ts', from: 'if (ids.size === 0) return { gone, come };', to: 'if (ids.size >= 0) return { gone, come };' },
  { what: 'all of a policy is taken for its life', file: 'kernel/changes.ts', from: 'LIVES.has(key) || after[key] === before[key]', to: 'true' },
  { what: 'a life that moves is not worked out', file: 'kernel/incremental.ts', from: 'if (!others.has(key)) rerun(', to: 'if (others.has(key)) rerun(' },
  { what: 'a rise of one category is taken for the rise of all', file: 'kernel/incremental.ts', from: 'return own === after.series.findLast((series) => series.categoryKey === categoryKey)', to: 'return true' },
  { what: 'a rise of all is taken for none', file: 'kernel/incremental.ts', from: '(before.defaultBp === after.defaultBp && before.steps === after.steps) ||', to: 'true ||' },
  { what: 'the stand-still cost is that of before the edit', file: 'kernel/incremental.ts', from: 'of.standStillPence = null;', to: '' },
  { what: 'a price of a year that was not there yet has no index', file: 'kernel/incremental.ts', from: 'if (prices.values.length < prices.priceYears.length * prices.years)', to: 'if (prices.values.length === 0)' },
  { what: 'a leaf that was not there yet has no cell', file: 'kernel/incremental.ts', from: 'if (stream.pence.length >= size) return;', to: 'if (stream.pence.length > 0) return;' },
  { what: 'running costs are those of before the rise', file: 'kernel/incremental.ts', from: 'context, recurring: recurringLines(context), needs', to: 'context, needs' },
];

/** Faults in what the finance system says: for schools that have brought some of it in. */
const ACTUALS_FAULTS: readonly (Fault & { readonly compare: Compare })[] = [
  { what: 'the last day that an export covers is the register’s', file: 'context.ts', from: 'day <= run.through', to: 'day < run.through', compare: compared },
  { what: 'an export of months to come counts', file: 'context.ts', from: ' && monthOf(through) <= monthOf(asOf)', to: '', compare: compared },
  { what: 'a purchase that an export covers counts twice', file: 'spent.ts', from: ' || isCovered(context, bought.date)', to: '', compare: compared },
  { what: 'a payment that an export covers is still to come', file: 'recurring.ts', from: 'monthOf(day) >= context.asOfMonth && !isCovered(context, day)', to: 'monthOf(day) >= context.asOfMonth', compare: compared },
  { what: 'a payment that an export covers counts twice', file: 'recurring.ts', from: 'monthOf(day) < context.asOfMonth && !isCovered(context, day)', to: 'monthOf(day) < context.asOfMonth', compare: compared },
  { what: 'what an export covers is left out of the stand-still cost', file: 'lines.ts', from: ' + (coveredPence ?? 0)', to: '', compare: compared },
  { what: 'the year so far stands in its first month', file: 'actuals.ts', from: 'divideHalfUp(amount * count, months.length)', to: '(count === 0 ? 0 : amount)', compare: compared },
  { what: 'the kernel knows of no export', file: 'kernel/totals.ts', from: ', ...compiled.actuals', to: '', compare: kernelCompared },
];

/** Faults in which fund pays and under which code: for schools whose money comes from many funds. */
const PLACING_FAULTS: readonly Fault[] = [
  { what: 'a fund does not pay on its last day', file: 'budget/fund-check.ts', from: 'line.date > fund.endsOn', to: 'line.date >= fund.endsOn' },
  { what: 'a capital fund pays for running costs', file: 'budget/fund-check.ts', from: "if (paysFor === 'capital' && !paidFor.buys)", to: 'if (false)' },
  { what: 'a fund pays for an item more than it has', file: 'budget/paying.ts', from: 'Math.floor(left / each)', to: 'Math.ceil(left / each)' },
  { what: 'what is spent already is not taken off what a fund has', file: 'budget/paying.ts', from: 'allocated - (gone.get(key) ?? 0)', to: 'allocated' },
  { what: 'the cheaper is paid first', file: 'budget/paying.ts', from: '(b.unitPence ?? 0) - (a.unitPence ?? 0)', to: '(a.unitPence ?? 0) - (b.unitPence ?? 0)' },
  { what: 'what is bought already does not count with what is to come', file: 'budget/capital.ts', from: "number === '' ? alone :", to: "number === '' ? -alone - 1 :" },
  { what: 'a virement that nobody has agreed counts', file: 'budget/allocation.ts', from: 'virements.filter(({ agreedOn }) => agreedOn !== null)', to: 'virements' },
  { what: 'only what is over the threshold is capital', file: 'budget/capital.ts', from: 'compared >= rule.thresholdPence', to: 'compared > rule.thresholdPence' },
  { what: 'a rule holds from the year after its own', file: 'budget/capital.ts', from: 'rule.fromYear <= year', to: 'rule.fromYear < year' },
  { what: 'what is bought from two funds counts together', file: 'budget/capital.ts', from: 'sums.get(bought.paidFrom)?.get', to: '[...sums.values()][0]?.get' },
  { what: 'a choice counts where the rule asks nothing', file: 'budget/capital.ts', from: "rule.basis === 'ask' ? finance", to: "rule.basis !== 'item' ? finance" },
  { what: 'what is upgraded never is capital', file: 'budget/capital.ts', from: "['replace', 'upgrade', 'loss', 'need']", to: "['replace', 'loss', 'need']" },
  { what: 'an academy’s codes begin the day after it becomes one', file: 'budget/codes.ts', from: 'day >= conversion.on', to: 'day > conversion.on' },
];

const PLANNING = resolve(import.meta.dirname, '../../planning');
const ENTRIES = ['forecast.ts', 'kernel.ts', 'kernel/totals.ts', 'kernel/incremental.ts'];

/** The engine's own files by their path in planning/: what its entries import, and what those do. A copy of all of planning/ would be four times as much. */
function engineFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const waiting = [...ENTRIES];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (files.has(name)) continue;
    const source = readFileSync(join(PLANNING, name), 'utf8');
    files.set(name, source);
    for (const [, from = ''] of source.matchAll(/from '(\.[^']+)'/g)) waiting.push(join(dirname(name), from));
  }
  return files;
}

let folder = '';
let files: ReadonlyMap<string, string> = new Map();
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kitplan-mutants-'));
  files = engineFiles();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let made = 0;
async function faulty({ file, from, to }: Fault): Promise<Engine> {
  const copy = join(folder, String(made++), 'planning');
  expect((files.get(file) ?? '').split(from).length - 1, `the fault fits ${file} in one place`).toBe(1);
  for (const [name, source] of files) {
    mkdirSync(dirname(join(copy, name)), { recursive: true });
    writeFileSync(join(copy, name), name === file ? source.replace(from, () => to) : source);
  }
  const load = (name: string): Promise<Engine> => import(/* @vite-ignore */ pathToFileURL(join(copy, name)).href) as Promise<Engine>;
  const { forecast } = await load('forecast.ts');
  const { compile, run } = await load('kernel.ts');
  const { kernelTotals, kernelCells } = await load('kernel/totals.ts');
  const { start, follow } = await load('kernel/incremental.ts');
  return { forecast, compile, run, kernelTotals, kernelCells, start, follow };
}

type Compare = (engine: Engine, snapshot: PlanSnapshot, options: OracleOptions, edits: readonly Edit[]) => { readonly said: unknown; readonly right: unknown };

/** Whether some made-up school tells the faulty engine from the right answer. */
const isNoticed = (engine: Engine, compare: Compare, kind: PlanKind = {}, of: typeof withActuals = (schools) => schools): boolean => [true, false].some((tight) =>
  fc.check(fc.property(of(plan({ ...kind, tight })), anyOptions(tight), fc.array(anEdit, { minLength: 1, maxLength: 4 }), (snapshot, asked, edits) => {
    const { said, right } = compare(engine, snapshot, asked, edits);
    expect(said).toEqual(right);
  }), { seed: SEED, numRuns: 2_000, endOnFailure: true }).failed);

/** Whether some made-up school with many funds tells an engine's places from those of the slow way. */
const isUnlikeReference = (engine: Pick<Engine, 'forecast'>): boolean => [true, false].some((tight) =>
  fc.check(fc.property(moneyPlan({ tight, consumables: true }), (snapshot) => {
    const { said, right } = placesCompared(engine, snapshot, { asOf: AS_OF, years: 4 });
    expect(said).toEqual(right);
  }), { seed: SEED, numRuns: 600, endOnFailure: true }).failed);

describe('a fault put into the sums is noticed', () => {
  test.each(FAULTS)('when $what', async (fault) => {
    expect(isNoticed(await faulty(fault), compared, { consumables: true })).toBe(true);
  });

  test.each(KERNEL_FAULTS)('when $what', async (fault) => {
    expect(isNoticed(await faulty(fault), kernelCompared)).toBe(true);
  });

  test.each(EDIT_FAULTS)('when $what', async (fault) => {
    expect(isNoticed(await faulty(fault), editsCompared, { decided: false, backlog: false })).toBe(true);
  });

  test.each(ACTUALS_FAULTS)('when $what', async (fault) => {
    expect(isNoticed(await faulty(fault), fault.compare, { consumables: true, decided: false, backlog: false }, withActuals)).toBe(true);
  });

  test.each(PLACING_FAULTS)('when $what', async (fault) => {
    const engine = await faulty(fault);
    expect(isUnlikeReference(engine)).toBe(true);
  });

  test('and what no fault was put into is what the slow way says', () => expect(isUnlikeReference({ forecast })).toBe(false));
});
