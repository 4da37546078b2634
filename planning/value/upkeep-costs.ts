import type { KindUpkeep, MoneyProfile } from '../budget/finance.ts';
import { divideHalfUp, formatCount, formatExact } from '../money.ts';
import type { Pence } from '../vocabulary.ts';

/** What one device takes in a year, and the sum that leads there; or what is not known yet, in the middle of a sentence. */
export type Yearly =
  | { readonly known: true; readonly pence: Pence; readonly step: string }
  | { readonly known: false; readonly missing: string };

const unknown = (missing: string): Yearly => ({ known: false, missing });

/** Tenths of a kilowatt-hour that one device draws in a year: W ÷ 1,000 × hours × days; null where one of them is not said. */
export function kwhTenths(watts: number | null, upkeep: Pick<KindUpkeep, 'hoursPerDayTenths' | 'daysPerYear'> | null): number | null {
  if (watts === null || upkeep === null || upkeep.hoursPerDayTenths === null || upkeep.daysPerYear === null) return null;
  return divideHalfUp(watts * upkeep.hoursPerDayTenths * upkeep.daysPerYear, 1_000);
}

/** Tenths as people write them: `6.5`, `8`. */
export const tenthsText = (tenths: number): string => (tenths % 10 === 0 ? formatCount(tenths / 10) : `${formatCount(Math.floor(tenths / 10))}.${tenths % 10}`);

/** A price of a kilowatt-hour: `24.5p`. */
export const energyRateText = (rate: number): string => {
  const decimals = String(rate % 100).padStart(2, '0').replace(/0+$/u, '');
  return `${formatCount(Math.floor(rate / 100))}${decimals === '' ? '' : `.${decimals}`}p`;
};

/** Power for one device in a year: W × hours × days ÷ 1,000 × the price of a kilowatt-hour, half up to the penny, once. */
export function energyCost(watts: number | null, upkeep: KindUpkeep | null, { energyRate }: Pick<MoneyProfile, 'energyRate'>): Yearly {
  if (watts === null) return unknown('what one draws in watts');
  if (upkeep === null || upkeep.hoursPerDayTenths === null) return unknown('the hours a day it is on');
  if (upkeep.daysPerYear === null) return unknown('the days a year it is on');
  if (energyRate === null) return unknown('what a kilowatt-hour costs');
  const { hoursPerDayTenths: hours, daysPerYear: days } = upkeep;
  const pence = divideHalfUp(watts * hours * days * energyRate, 1_000_000);
  const kwh = kwhTenths(watts, upkeep) ?? 0;
  return {
    known: true, pence,
    step: `${formatCount(watts)} W × ${tenthsText(hours)} hours × ${formatCount(days)} days ÷ 1,000 = ${tenthsText(kwh)} kWh a year, at ${energyRateText(energyRate)} each: ${formatExact(pence)}.`,
  };
}

/** Minutes of somebody's time for one device in a year, at what an hour of it costs. */
function timeCost(minutes: number | null, hourPence: Pence | null, whose: string, hour: string): Yearly {
  if (minutes === null) return unknown(`the minutes of ${whose}`);
  if (hourPence === null) return unknown(hour);
  const pence = divideHalfUp(minutes * hourPence, 60);
  return { known: true, pence, step: `${formatCount(minutes)} minutes a year of ${whose} × ${formatExact(hourPence)} an hour ÷ 60 = ${formatExact(pence)}.` };
}

export const supportCost = (upkeep: KindUpkeep | null, { supportHourPence }: Pick<MoneyProfile, 'supportHourPence'>): Yearly =>
  timeCost(upkeep?.supportMinutes ?? null, supportHourPence, 'the support team', 'what an hour of support costs');

/** The time of those who use it, spent on getting it to work: nobody is paid for it and no invoice shows it. Source: Becta, total cost of ownership. */
export const selfSupportCost = (upkeep: KindUpkeep | null, { selfSupportHourPence }: Pick<MoneyProfile, 'selfSupportHourPence'>): Yearly =>
  timeCost(upkeep?.selfSupportMinutes ?? null, selfSupportHourPence, 'those who use it', 'what an hour of a user’s time costs');
