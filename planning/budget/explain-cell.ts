import { formatLongDate } from '../calendar.ts';
import { assetsById } from '../ledger.ts';
import { formatExact, formatRate, sumOf } from '../money.ts';
import type { Order } from '../orders/order.ts';
import type { Forecast, WhyStep } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { Pence } from '../vocabulary.ts';
import { inWords, itemCount, reasonWords } from '../words.ts';
import { agreed } from './allocation.ts';
import { approvalOf } from './approval.ts';
import { entriesWithin, isWithin, namer, type Scope } from './behind.ts';
import type { BudgetCell } from './cells.ts';
import type { BudgetEntry } from './entries.ts';
import { entryPence, type BudgetView } from './matrix.ts';
import { placeWords } from './words.ts';

/** The figures of a budget that can be asked why. */
export const ASKED_FIGURES = ['allocated', 'committed', 'spent', 'forecast', 'left'] as const;
export type AskedFigure = (typeof ASKED_FIGURES)[number];

/** A numbered reason; `pence` is what it adds to the figure, null where it only says something of it. */
export type BudgetStep = WhyStep & { readonly pence: Pence | null };

export type BudgetReasons = {
  readonly steps: readonly BudgetStep[];
  /** Register rows and orders behind it, for links that show them. */
  readonly assetIds: readonly number[];
  readonly orderIds: readonly number[];
};

/** Parts named one by one; the smaller ones are told together. */
const MOST_PARTS = 8;

type Question = {
  readonly snapshot: PlanSnapshot;
  readonly forecast: Pick<Forecast, 'lines' | 'spent' | 'years'>;
  readonly view: BudgetView;
  readonly scope: Scope;
  /** Position of the year. */
  readonly year: number;
};

/**
 * Why a figure of the budget is what it is: what was entered and moved, what was bought, ordered and is still to come.
 * What the steps add comes to the figure of `cell`, exactly.
 */
export function explainBudgetCell(question: Question, cell: BudgetCell, figure: AskedFigure): BudgetReasons {
  const { snapshot, forecast, scope, view, year } = question;
  if (figure === 'allocated') return { steps: allocatedSteps(question, cell), assetIds: [], orderIds: [] };
  const entries = entriesWithin(snapshot, forecast, scope, view).filter(({ yearIndex }) => yearIndex === year);
  const asked = entries.filter(({ state }) => (figure === 'committed' ? state === 'committed' : figure === 'spent' ? state === 'spent' : true));
  const links = linksOf(snapshot, asked);
  if (figure === 'left') return { steps: leftSteps(question, cell), ...links };
  const parts = figure === 'forecast' ? forecastSteps(question, cell, asked) : stepsOf(question, asked);
  if (asked.length === 0) return { steps: [step(`${NOTHING[figure]} in ${forecast.years[year]?.label ?? 'this year'}.`)], ...links };
  return { steps: [...parts, ...together(parts), ...notes(question, asked)], ...links };
}

/** What a figure of £0 says where nothing at all is behind it. */
const NOTHING = {
  committed: 'Nothing of it is ordered and still to come', spent: 'Nothing of it has been paid for yet', forecast: 'The plan has nothing to pay for here',
} as const;

const step = (text: string, pence: Pence | null = null): BudgetStep => ({ text, pence });

/** The sum, where there are several parts to it. */
const together = (parts: readonly BudgetStep[]): BudgetStep[] =>
  (parts.length < 2 ? [] : [step(`Together ${formatExact(sumOf(parts.map(({ pence }) => pence ?? 0)))}.`)]);

function allocatedSteps({ snapshot, forecast, scope, view, year }: Question, { allocated }: BudgetCell): BudgetStep[] {
  const named = forecast.years[year]?.year;
  if (named === undefined || allocated === null) return [];
  const entered = snapshot.budgets.filter((line) => line.year === named && Number.isSafeInteger(line.pence) && isWithin(scope, line, view))
    .map((line) => step(`Entered for ${placeWords(snapshot, line, named)}: ${formatExact(line.pence)}.`, line.pence));
  const moved = agreed(snapshot.finance.virements).filter((one) => one.year === named).flatMap(({ from, to, pence, reason, agreedOn, agreedBy }) => {
    const [leaves, comes] = [isWithin(scope, from, view), isWithin(scope, to, view)];
    // Money moved within what is asked about changes nothing of it.
    if (leaves === comes) return [];
    const when = agreedOn === null ? '' : ` on ${formatLongDate(agreedOn)}`;
    const who = agreedBy === null ? '' : `, agreed by ${agreedBy}`;
    const sum = comes ? pence : -pence;
    return [step(`Moved ${comes ? `here from ${placeWords(snapshot, from, named)}` : `to ${placeWords(snapshot, to, named)}`}${when}${who}, because: ${reasonWords(reason)}. ${formatExact(sum)}.`, sum)];
  });
  const parts = [...entered, ...moved];
  const approval = approvalOf(snapshot.finance, named);
  return [
    ...parts, ...together(parts),
    ...(approval === null ? [] : [step(`Approved by ${approval.approvedBy} on ${formatLongDate(approval.approvedOn)}: from then on it changes by moving money alone.`)]),
  ];
}

/** What entries are of, with what each comes to, the dearest first. `standing` is said of each: `, still to come`. */
function stepsOf(question: Question, entries: readonly BudgetEntry[], standing = ''): BudgetStep[] {
  const { snapshot, view } = question;
  const called = namer(snapshot);
  const booked = bookedParts(question, entries);
  const told = booked.length === 0 ? entries : entries.filter(({ spent }) => spent?.source !== 'actual');
  const parts = [...booked, ...[...Map.groupBy(told.filter(({ netPence }) => netPence !== null), (entry) => `${entry.state} ${orderOf(snapshot, entry)?.id ?? ''} ${called(entry).key}`).values()]
    .flatMap((of) => {
      const [first] = of;
      return first === undefined ? [] : [{ text: partWords(snapshot, called(first).name, of), pence: sumOf(of.map((entry) => entryPence(entry, view.vat) ?? 0)) }];
    })]
    .filter(({ pence }) => pence !== 0)
    .toSorted((a, b) => b.pence - a.pence);
  const shown = parts.length > MOST_PARTS + 1 ? parts.slice(0, MOST_PARTS) : parts;
  const rest = parts.slice(shown.length);
  const restPence = sumOf(rest.map(({ pence }) => pence));
  return [
    ...shown.map(({ text, pence }) => step(`${text}${standing}: ${formatExact(pence)}.`, pence)),
    ...(rest.length === 0 ? [] : [step(`${itemsOf(rest.length)} smaller${standing}: ${formatExact(restPence)}.`, restPence)]),
  ];
}

/**
 * What the finance system says was spent, by its own codes. None where their rows do not come to the figure that they
 * stand in (with VAT, which an export does not have, or in years that are not the school's own): it is told in one then.
 */
function bookedParts({ snapshot, forecast, view, scope, year }: Question, entries: readonly BudgetEntry[]): { readonly text: string; readonly pence: Pence }[] {
  const { actualsRuns, actuals, ledgerCodes } = snapshot.finance;
  const actual = sumOf(entries.map((entry) => (entry.spent?.source === 'actual' ? entryPence(entry, view.vat) ?? 0 : 0)));
  const of = forecast.years[year];
  const run = actualsRuns.find((each) => each.year === of?.year);
  if (of === undefined || run === undefined) return [];
  const rows = actuals.filter(({ runId, on, ...place }) => runId === run.id && (on === null || (on >= of.start && on <= run.through)) && isWithin(scope, place, view));
  if (sumOf(rows.map(({ pence }) => pence)) !== actual) return [];
  return [...Map.groupBy(rows, ({ ledgerCode }) => ledgerCode)].map(([code, booked]) => {
    const name = ledgerCodes.find((each) => each.code === code)?.description ?? '';
    return { text: `Ledger code ${code}${name === '' ? '' : ` ${name}`}, to ${formatLongDate(run.through)}`, pence: sumOf(booked.map(({ pence }) => pence)) };
  });
}

const itemsOf = (count: number): string => `${inWords(count).replace(/^./, (letter) => letter.toUpperCase())} that are`;

/** Whether what it buys is counted in items. */
const isKit = ({ line, spent }: BudgetEntry): boolean => line?.kind === 'loss' || ((line ?? spent)?.assetId ?? null) !== null;

/** `Staff laptops, 26 items, on order 5102`, `Broadband, in 7 months`. */
function partWords(snapshot: PlanSnapshot, name: string, of: readonly BudgetEntry[]): string {
  const [first] = of;
  const counted = sumOf(of.map((entry) => (isKit(entry) ? entry.quantity : 0)));
  const items = counted === 0 ? '' : `, ${itemCount(counted)}`;
  if (first?.state === 'committed') {
    const order = orderOf(snapshot, first);
    return `${name}${items}, ${order === undefined ? 'ordered' : `on order ${order.number}`}`;
  }
  if (first?.state !== 'spent') return `${name}${items}`;
  return first.spent?.source === 'charge' ? `${name}, as charged so far` : first.spent?.source === 'purchase' ? `${name}${items}, at what was paid` : name;
}

function orderOf(snapshot: PlanSnapshot, { state, line }: BudgetEntry): Order | undefined {
  if (state !== 'committed' || line === null || line.assetId === null) return undefined;
  const asset = assetsById(snapshot).get(line.assetId);
  const orderId = snapshot.orderLines.find(({ id }) => id === asset?.orderLineId)?.orderId;
  return snapshot.orders.find(({ id }) => id === orderId);
}

/** What is spent and ordered in one step each, then what is still to come by what it is. */
function forecastSteps(question: Question, { spent, committed }: BudgetCell, entries: readonly BudgetEntry[]): BudgetStep[] {
  const gone = spent === 0 && committed === 0;
  return [
    ...(spent === 0 ? [] : [step(`Spent already: ${formatExact(spent)}.`, spent)]),
    ...(committed === 0 ? [] : [step(`Ordered and not here yet: ${formatExact(committed)}.`, committed)]),
    ...stepsOf(question, entries.filter(({ state }) => state === 'to_come'), gone ? '' : ', still to come'),
  ];
}

function leftSteps(question: Question, { allocated, forecast, left }: BudgetCell): BudgetStep[] {
  const { snapshot, forecast: planned, view, scope, year } = question;
  if (left === null) return [];
  const first = allocated === null ? step('No budget has been entered for it.') : step(`The budget is ${formatExact(allocated)}.`, allocated);
  const result = step(left < 0 ? `That is ${formatExact(-left)} over: minus means over.` : `That leaves ${formatExact(left)}.`);
  if (allocated !== null && allocated - forecast === left) return [first, step(`The forecast is ${formatExact(forecast)}.`, -forecast), result];
  if (allocated === null) return [first, step(`The forecast is ${formatExact(forecast)}.`, -forecast), result];
  // Money that no code has yet pays for the codes of its fund that have none of their own.
  const drawn = allocated - forecast - left;
  const fund = typeof scope === 'string' || scope.fundKey === null ? 'its funds' : placeWords(snapshot, { fundKey: scope.fundKey, costCategory: null, nature: null }, planned.years[year]?.year ?? 0);
  return [first, step(`Codes without money of their own that ${fund} ${fund === 'its funds' ? 'pay' : 'pays'} for: ${formatExact(drawn + forecast)}${view.vat === 'gross' ? ' with VAT' : ''}.`, -(drawn + forecast)), result];
}

/** What the figure leaves out, and whether it has VAT in it. */
function notes({ snapshot, view }: Question, entries: readonly BudgetEntry[]): BudgetStep[] {
  const unpriced = sumOf(entries.filter(({ netPence }) => netPence === null).map(({ quantity }) => quantity));
  return [
    ...(unpriced === 0 ? [] : [step(`${itemCount(unpriced)} without a price ${unpriced === 1 ? 'is' : 'are'} not in this sum.`)]),
    ...(view.vat === 'gross' ? [step(`With VAT, at ${formatRate(snapshot.school.vatBp)} where the register does not say.`)] : []),
  ];
}

function linksOf(snapshot: PlanSnapshot, entries: readonly BudgetEntry[]): Pick<BudgetReasons, 'assetIds' | 'orderIds'> {
  const assetIds = entries.flatMap(({ line, spent }) => line?.assetId ?? spent?.assetId ?? []);
  const orderIds = entries.flatMap((entry) => orderOf(snapshot, entry)?.id ?? []);
  return { assetIds: [...new Set(assetIds)], orderIds: [...new Set(orderIds)] };
}
