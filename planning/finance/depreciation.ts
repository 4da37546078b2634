import { addMonths, dayNumber, financialYear, financialYearOf, monthOf } from '../calendar.ts';
import { divideHalfUp } from '../money.ts';
import type { IsoDate, Pence } from '../vocabulary.ts';

/** SLN: straight line, an even part of what is lost each period. */
export const sln = (cost: number, residual: number, life: number): number => (cost - residual) / life;

/** SYD: sum of the years' digits, in period 1 to `life`. */
export const syd = (cost: number, residual: number, life: number, period: number): number =>
  ((cost - residual) * (life - period + 1) * 2) / (life * (life + 1));

/** DDB: a part of what is left each period (`factor` ÷ life of it), never below the residual. */
export function ddb(cost: number, residual: number, life: number, period: number, factor = 2): number {
  let left = cost;
  let charge = 0;
  for (let at = 1; at <= period; at++) {
    charge = Math.max(0, Math.min((left * factor) / life, left - residual));
    left -= charge;
  }
  return charge;
}

/**
 * How a first and a last year are counted. `months`: the whole month of purchase and none of the month it leaves.
 * `days`: the days it was there. `years`: a whole year in the year of purchase and none in the year it leaves.
 */
export const CONVENTIONS = ['months', 'days', 'years'] as const;
export type Convention = (typeof CONVENTIONS)[number];

export type Booked = {
  readonly pricePence: Pence;
  /** At most the price. */
  readonly residualPence: Pence;
  /** 1 or more. */
  readonly lifeMonths: number;
  readonly boughtOn: IsoDate;
  /** Null while it is still there. */
  readonly leftOn: IsoDate | null;
};

/** What a financial year (by its start) is charged, and what the thing stands at in the books when it ends. */
export type YearCharged = { readonly year: number; readonly chargePence: Pence; readonly netBookPence: Pence };

/**
 * Straight line over the financial years that begin in `startMonth` (1 to 12). What is charged up to the end of a
 * year is a whole number of pence, half up, and a year's charge the difference from the year before: so the charges
 * of a whole life add up to price − residual exactly. In the year it leaves, what still stands in the books is not
 * charged but left to the disposal: the net book value goes to nothing.
 */
export function straightLine(booked: Booked, convention: Convention, startMonth: number): YearCharged[] {
  const { pricePence, boughtOn, leftOn } = booked;
  const years: YearCharged[] = [];
  let charged = 0;
  for (let year = financialYearOf(boughtOn, startMonth); ; year++) {
    const { end } = financialYear(year, startMonth);
    const leaves = leftOn !== null && leftOn <= end;
    const upTo = chargedUpTo(booked, convention, startMonth, end);
    years.push({ year, chargePence: upTo - charged, netBookPence: leaves ? 0 : pricePence - upTo });
    charged = upTo;
    const { gone, whole } = partGone(booked, convention, startMonth, end);
    if (leaves || gone === whole) return years;
  }
}

/**
 * What is charged from the purchase up to the end of a day, in whole pence, half up; nothing before the purchase. A
 * month or a year that is counted whole is charged from its first day on. From the day it left on nothing more.
 */
export function chargedUpTo(booked: Booked, convention: Convention, startMonth: number, day: IsoDate): Pence {
  const { gone, whole } = partGone(booked, convention, startMonth, day);
  return divideHalfUp(Math.max(0, booked.pricePence - booked.residualPence) * gone, whole);
}

/** How much of its life in the books is gone by the end of a day, in months or days: at most all of it. */
export function partGone(booked: Booked, convention: Convention, startMonth: number, day: IsoDate): { readonly gone: number; readonly whole: number } {
  const whole = lifeIn(booked, convention);
  return { gone: Math.min(whole, goneBy(booked, convention, startMonth, day)), whole };
}

/** What it stands at in the books at the end of a day: nothing before it was bought and once it has left. */
export function netBookAt(booked: Booked, convention: Convention, startMonth: number, day: IsoDate): Pence {
  const there = booked.boughtOn <= day && (booked.leftOn === null || booked.leftOn > day);
  return there ? booked.pricePence - chargedUpTo(booked, convention, startMonth, day) : 0;
}

const lifeIn = ({ boughtOn, lifeMonths }: Booked, convention: Convention): number =>
  (convention === 'days' ? dayNumber(addMonths(boughtOn, lifeMonths)) - dayNumber(boughtOn) : lifeMonths);

/** Months or days of its life that count as gone by the end of a day. */
function goneBy({ boughtOn, leftOn }: Booked, convention: Convention, startMonth: number, day: IsoDate): number {
  if (day < boughtOn) return 0;
  const left = leftOn !== null && leftOn <= day ? leftOn : null;
  switch (convention) {
    case 'months': return Math.max(0, (left === null ? monthOf(day) + 1 : monthOf(left)) - monthOf(boughtOn));
    case 'days': return Math.max(0, (left === null ? dayNumber(day) + 1 : dayNumber(left)) - dayNumber(boughtOn));
    case 'years': return 12 * (financialYearOf(left ?? day, startMonth) - financialYearOf(boughtOn, startMonth) + (left === null ? 1 : 0));
  }
}

/**
 * An upgrade as the books see it: from the threshold on it is written off over what is left of the thing's life;
 * below it, or with none left, it is a cost of its year (null).
 */
export function upgradeBooked(booked: Booked, on: IsoDate, pence: Pence, thresholdPence: Pence): Booked | null {
  const monthsLeft = monthOf(booked.boughtOn) + booked.lifeMonths - monthOf(on);
  if (pence < thresholdPence || monthsLeft < 1) return null;
  return { pricePence: pence, residualPence: 0, lifeMonths: monthsLeft, boughtOn: on, leftOn: booked.leftOn };
}
