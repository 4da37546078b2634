const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });

/** `April`: a month by its number, 1 to 12. */
export const monthName = (month: number): string => MONTH.format(Date.UTC(2000, month - 1, 1));
