import type { KindUpkeep, MoneyProfile } from '../../planning/budget/finance.ts';

/** What Hillcrest pays for power and time: invented, like all of it. */
export const RATES: Pick<MoneyProfile, 'energyRate' | 'supportHourPence' | 'selfSupportHourPence'> = {
  energyRate: 2_480, supportHourPence: 2_150, selfSupportHourPence: 2_900,
};

const use = (categoryKey: string, hours: number, days: number, supportMinutes: number | null, selfSupportMinutes: number | null): KindUpkeep =>
  ({ categoryKey, watts: null, hoursPerDayTenths: hours * 10, daysPerYear: days, supportMinutes, selfSupportMinutes });

/**
 * What one of each kind takes while it is used; its models say what they draw. Asked of the support team for the kinds
 * that pupils and staff work with, and of teachers for three of those: what nobody was asked about is not said.
 */
export const KINDS_IN_USE: readonly KindUpkeep[] = [
  use('laptop', 6.5, 190, 45, 90), use('desktop', 7, 190, 30, 40), use('tablet', 5, 190, 25, null), use('interactive_panel', 6, 190, 20, 60),
  use('printer', 1.5, 195, 50, null), use('server', 24, 365, 900, 0), use('storage', 24, 365, 300, 0), use('network_switch', 24, 365, 30, 0), use('wireless_ap', 24, 365, 10, 0),
];
