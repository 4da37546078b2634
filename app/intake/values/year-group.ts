/** `Year 7` for "7", "Y7" and "Yr 07"; other names as they stand. */
export function readYearGroup(text: string): string {
  const year = /^(?:y|yr|year)?[ .]*0?(\d{1,2})$/i.exec(text);
  return year !== null && Number(year[1]) >= 1 && Number(year[1]) <= 13 ? `Year ${Number(year[1])}` : text;
}

/** Whether a text under "Year" names a year group and no year of the calendar. */
export const isYearGroup = (text: string): boolean => /^(y|yr|year)[ .]*\d{1,2}$|^reception$|^nursery$/i.test(text);
