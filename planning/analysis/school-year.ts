import { financialYearLabel, financialYearOf } from '../calendar.ts';
import type { IsoDate } from '../vocabulary.ts';

/** People in schools count in years from September to August, whichever year their money goes by. */
const STARTS_IN_MONTH = 9;

/** The school year of a day, by its start: 2026 for 21 November 2026 and for 31 August 2027. */
export const schoolYearOf = (date: IsoDate): number => financialYearOf(date, STARTS_IN_MONTH);

/** `2026/27`. */
export const schoolYearLabel = (year: number): string => financialYearLabel(year, STARTS_IN_MONTH);
