import type { Fund } from '../../../planning/budget/fund.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { ForecastLine } from '../../../planning/result.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { OracleOptions } from '../oracle-rules.ts';

/*
 * What each fund pays under each code, worked out again the slow way: item by item, with tables of its own. For schools
 * without orders in writing. Lines come from a plan whose funds have no rules, so that nothing is placed before.
 */

const CODES: Readonly<Record<string, readonly [string, string | null, string]>> = {
  connectivity: ['E20A', 'CE04A', 'Connectivity'], onsite_servers: ['E20B', 'CE04B', 'Onsite servers'], it_learning_resources: ['E20C', null, 'IT learning resources'],
  admin_software: ['E20D', 'CE04C', 'Administration software and systems'], laptops_desktops_tablets: ['E20E', 'CE04D', 'Laptops, desktops and tablets'],
  other_hardware: ['E20F', 'CE04E', 'Other hardware'], it_support: ['E20G', null, 'IT support'],
};
const ORDER = Object.keys(CODES);
const KINDS = ['replace', 'upgrade', 'extend', 'disposal', 'recurring', 'consumable', 'loss', 'need'];

type Item = { readonly line: ForecastLine; readonly pence: number; fund: string };

const yearOf = (day: string, startMonth: number): number => Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < startMonth ? 1 : 0);

type Payable = Pick<ForecastLine, 'date' | 'kind' | 'categoryKey' | 'costCategory' | 'occurrence'>;

const buys = ({ kind, occurrence, costCategory }: Payable): boolean =>
  ['replace', 'upgrade', 'loss', 'need'].includes(kind) && !(kind === 'need' && occurrence > 0) && CODES[costCategory]?.[1] !== null;

function mayPay(fund: Fund, line: Payable): boolean {
  if (fund.endsOn !== null && line.date > fund.endsOn) return false;
  if (fund.paysFor === 'capital' && !buys(line)) return false;
  const is = { software: ['software', 'cloud_service'].includes(line.categoryKey) || ['it_learning_resources', 'admin_software'].includes(line.costCategory), consumables: line.kind === 'consumable', repairs: line.costCategory === 'it_support', training: false, operating_lease: false };
  return !fund.excludes.some((what) => is[what]);
}

/** `year fund code` and what that comes to. */
export function paidUnder(snapshot: PlanSnapshot, asked: OracleOptions): Record<string, number> {
  const { yearStartMonth } = snapshot.school;
  const free = snapshot.funds.map((fund): Fund => ({ ...fund, endsOn: null, paysFor: 'anything', excludes: [], stopsAtAllocation: false }));
  const plan = forecast({ ...snapshot, funds: free }, asked);
  const usual = snapshot.funds.find((fund) => fund.usual)?.key ?? 'delegated';
  const left = new Map<string, number>();
  const change = (year: number, fund: string, pence: number): void => void left.set(`${year} ${fund}`, (left.get(`${year} ${fund}`) ?? 0) + pence);
  for (const { year, fundKey, pence } of snapshot.budgets) change(year, fundKey, pence);
  for (const { year, from, to, pence, agreedOn } of snapshot.finance.virements) {
    if (agreedOn === null) continue;
    change(year, from.fundKey, -pence);
    change(year, to.fundKey, pence);
  }
  const limited = new Set(left.keys());
  const vat = snapshot.finance.profile.vatRecoverable ? 0 : snapshot.school.vatBp;
  for (const spent of plan.spent) {
    const fund = snapshot.funds.find(({ key }) => key === spent.fundKey);
    // A charge of the months gone is held against the fund's rules like one to come; a purchase and an actual are on record.
    const pays = fund !== undefined && (spent.source !== 'charge' || mayPay(fund, { ...spent, kind: 'recurring', categoryKey: spent.categoryKey ?? '', occurrence: 0 }));
    change(yearOf(spent.date, yearStartMonth), pays ? fund.key : usual, -spent.pence - (vat === 0 ? 0 : spent.vatPence));
  }
  const items = plan.lines.flatMap((line): Item[] => Array.from({ length: line.quantity }, () => ({ line, pence: line.unitPence ?? 0, fund: usual })));
  items.sort(({ line: a }, { line: b }) => Number(b.committed) - Number(a.committed) || a.date.slice(0, 7).localeCompare(b.date.slice(0, 7)) || (b.unitPence ?? 0) - (a.unitPence ?? 0)
    || ORDER.indexOf(a.costCategory) - ORDER.indexOf(b.costCategory) || (a.categoryKey < b.categoryKey ? -1 : a.categoryKey > b.categoryKey ? 1 : 0) || a.date.localeCompare(b.date) || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.occurrence - b.occurrence);
  for (const item of items) {
    const fund = snapshot.funds.find(({ key }) => key === item.line.fundKey);
    if (fund === undefined || !mayPay(fund, item.line)) continue;
    const key = `${yearOf(item.line.date, yearStartMonth)} ${fund.key}`;
    if (fund.stopsAtAllocation && !fund.usual && limited.has(key) && item.pence > 0) {
      const costs = item.pence + Math.ceil((item.pence * vat) / 10_000);
      if ((left.get(key) ?? 0) < costs) continue;
      left.set(key, (left.get(key) ?? 0) - costs);
    }
    item.fund = fund.key;
  }
  return coded(snapshot, items, usual);
}

function coded(snapshot: PlanSnapshot, items: readonly Item[], usual: string): Record<string, number> {
  const { yearStartMonth } = snapshot.school;
  const { capitalRules, capitalChoices, profile, returnLines } = snapshot.finance;
  const together = new Map<string, number>();
  const keyOf = (day: string, costCategory: string, fund: string): string => `${yearOf(day, yearStartMonth)} ${costCategory} ${fund}`;
  const add = (key: string, pence: number): void => void together.set(key, (together.get(key) ?? 0) + pence);
  for (const { line, pence, fund } of items) if (buys(line)) add(keyOf(line.date, line.costCategory, fund), pence);
  for (const { status, purchaseDate, unitPaidPence, quantity, categoryKey, fundKey } of snapshot.assets) {
    const costCategory = snapshot.categories.find(({ key }) => key === categoryKey)?.costCategory ?? '';
    if (status !== 'planned' && status !== 'ordered' && purchaseDate !== null && unitPaidPence !== null) add(keyOf(purchaseDate, costCategory, fundKey ?? usual), unitPaidPence * quantity);
  }
  const found: Record<string, number> = {};
  for (const { line, pence, fund } of items) {
    const year = yearOf(line.date, yearStartMonth);
    const rule = capitalRules.filter(({ fromYear }) => fromYear <= year).toSorted((a, b) => b.fromYear - a.fromYear)[0];
    const uses = snapshot.funds.find(({ key }) => key === fund)?.paysFor;
    const compared = rule?.basis === 'item' ? pence : together.get(keyOf(line.date, line.costCategory, fund)) ?? 0;
    const choice = rule?.basis === 'ask' ? capitalChoices.find((each) => each.year === year && each.costCategory === line.costCategory && each.fundKey === fund) : undefined;
    const capital = buys(line) && uses !== 'revenue' && (uses === 'capital' || (rule !== undefined && (choice === undefined ? compared >= rule.thresholdPence : choice.nature === 'capital')));
    const [revenue, twin, title] = CODES[line.costCategory] ?? ['', null, ''];
    const academy = profile.conversion !== null && line.date >= profile.conversion.on ? true : profile.codeScheme === 'academy';
    const number = returnLines.find((each) => each.costCategory === line.costCategory && each.nature === (capital ? 'capital' : 'revenue'))?.lineNumber;
    const code = academy ? `BFR ${number ?? `${title}${capital ? ', capital' : ''}`}` : capital ? twin ?? revenue : revenue;
    const key = `${line.yearIndex} ${fund} ${code}`;
    found[key] = (found[key] ?? 0) + pence;
  }
  return Object.fromEntries(Object.entries(found).filter(([, pence]) => pence !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
