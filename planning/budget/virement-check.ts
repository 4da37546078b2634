import { financialYearLabel, formatLongDate } from '../calendar.ts';
import { formatExact } from '../money.ts';
import type { FinancialYear } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';
import { inWords, startUpper } from '../words.ts';
import { agreementProblem, yearProblem, type Problem } from './approval.ts';
import { allocations, placeKey } from './allocation.ts';
import type { Place, Virement } from './finance.ts';
import { fundNamed } from './fund.ts';
import { halfProblem, hasOwnPurpose, holdProblem } from './may-hold.ts';
import { placeShort } from './place-name.ts';

/** Money to be moved within a year. */
export type Move = Pick<Virement, 'year' | 'from' | 'to' | 'pence'>;
export type MoveField = 'year' | 'from' | 'to' | 'pence' | 'askedOn';

/** What a place holds in a year, after the virements that were agreed; null where nobody has entered anything for it. */
export const heldIn = (snapshot: Pick<PlanSnapshot, 'budgets' | 'finance'>, year: number, place: Place): Pence | null =>
  allocations(snapshot).find((each) => each.year === year && placeKey(each) === placeKey(place))?.pence ?? null;

/** Why money cannot be moved so, at the field that would have to change; null where it can. What is only asked for holds nothing back. */
export function moveProblem(snapshot: PlanSnapshot, years: readonly FinancialYear[], move: Move): Problem<MoveField> | null {
  const { year, from, to, pence } = move;
  const outside = yearProblem(snapshot, years, year);
  if (outside !== null) return outside;
  for (const field of ['from', 'to'] as const) {
    const half = halfProblem(move[field]);
    if (half !== null) return { field, text: half };
  }
  if (placeKey(from) === placeKey(to)) return { field: 'to', text: `${startUpper(placeShort(snapshot, to, year))} is where the money comes from. Choose another code or fund for it to go to.` };
  const ownPurpose = from.fundKey === to.fundKey ? undefined : [to, from].map(({ fundKey }) => fundNamed(snapshot.funds, fundKey)).find(hasOwnPurpose);
  if (ownPurpose !== undefined) {
    return { field: 'to', text: `${ownPurpose.name} is what was given for its purpose: money moves between its own codes, and neither to another fund nor from one.` };
  }
  const against = holdProblem(fundNamed(snapshot.funds, to.fundKey), to.costCategory, to.nature);
  if (against !== null) return { field: 'to', text: against };
  const label = financialYearLabel(year, snapshot.school.yearStartMonth);
  const name = placeShort(snapshot, from, year);
  const held = heldIn(snapshot, year, from);
  if (held === null) return { field: 'from', text: `${startUpper(name)} has no money in ${label}. Choose a code that has.` };
  return pence > held ? { field: 'pence', text: `${startUpper(name)} has ${formatExact(held)}; ${formatExact(pence)} cannot be moved from it.` } : null;
}

/** Why a virement cannot be asked for so; null where it can. */
export const askProblem = (
  snapshot: PlanSnapshot, years: readonly FinancialYear[], asked: Move & Pick<Virement, 'askedOn'>, today: IsoDate,
): Problem<MoveField> | null => (asked.askedOn > today
  ? { field: 'askedOn', text: `${formatLongDate(asked.askedOn)} is still to come. Give the day on which it was asked for.` } : moveProblem(snapshot, years, asked));

/** Who agrees to a virement, and when. */
export type Agreeing = { readonly agreedBy: string; readonly agreedOn: IsoDate };

/** Why somebody cannot agree to a virement on a day; null where they can. What it would take has to be there still. */
export function agreeProblem(
  snapshot: PlanSnapshot, years: readonly FinancialYear[], virement: Virement, { agreedBy, agreedOn }: Agreeing, today: IsoDate,
): Problem<MoveField | 'agreedBy' | 'agreedOn'> | null {
  if (agreedOn < virement.askedOn) return { field: 'agreedOn', text: `It was asked for on ${formatLongDate(virement.askedOn)}. It can be agreed on that day or later.` };
  if (agreedOn > today) return { field: 'agreedOn', text: `${formatLongDate(agreedOn)} is still to come. Give the day on which it was agreed.` };
  const who = agreementProblem(snapshot.finance.approvalLimits, 'virement', agreedBy, virement.pence);
  return who === null ? moveProblem(snapshot, years, virement) : { field: 'agreedBy', text: who };
}

/** `£600 from E20A to E20F in 2026/27`: what is moved, for a change's label. */
export function moveWords(snapshot: PlanSnapshot, { year, from, to, pence }: Move): string {
  return `${formatExact(pence)} from ${placeShort(snapshot, from, year)} to ${placeShort(snapshot, to, year)} in ${financialYearLabel(year, snapshot.school.yearStartMonth)}`;
}

/** What a move does to both of its places, before it is made: what each holds, and what it will. */
export type MoveEffect = { readonly [Side in 'from' | 'to']: { readonly heldPence: Pence; readonly afterPence: Pence } };

export function virementEffect(snapshot: Pick<PlanSnapshot, 'budgets' | 'finance'>, { year, from, to, pence }: Move): MoveEffect {
  const [source, target] = [heldIn(snapshot, year, from) ?? 0, heldIn(snapshot, year, to) ?? 0];
  return { from: { heldPence: source, afterPence: source - pence }, to: { heldPence: target, afterPence: target + pence } };
}

/** Why one that was agreed is not changed any more. */
export const AGREED_STAYS = 'It was agreed, so it stays in the trail. Move the money back with another virement, or undo it.';

/** `Three moves, £2,450.`: what a year's trail comes to, with what still waits. */
export function virementSentence(snapshot: PlanSnapshot, year: number): string {
  const of = snapshot.finance.virements.filter((each) => each.year === year);
  const waiting = of.filter(({ agreedOn }) => agreedOn === null);
  const made = of.filter(({ agreedOn }) => agreedOn !== null);
  const told = (virements: readonly Virement[]): string => formatExact(virements.reduce((sum, { pence }) => sum + pence, 0));
  const moves = (count: number): string => `${startUpper(inWords(count))} move${count === 1 ? '' : 's'}`;
  if (of.length === 0) return 'None yet.';
  const waits = waiting.length === 0 ? '' : `${startUpper(inWords(waiting.length))} of ${told(waiting)} ${waiting.length === 1 ? 'waits' : 'wait'} to be agreed.`;
  return [made.length === 0 ? '' : `${moves(made.length)}, ${told(made)}.`, waits].filter(Boolean).join(' ');
}
