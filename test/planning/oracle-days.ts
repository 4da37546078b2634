/* Days, months and years by counting: for the oracle alone, and from nothing of the engine's. */

type Day = { readonly y: number; readonly m: number; readonly d: number };

/** Every day of 1890 to 2320, counted one by one. */
const DAYS: Day[] = [];
const NUMBER = new Map<string, number>();
/** `yyyy-mm-dd`. */
export const iso = ({ y, m, d }: Day): string => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
for (let y = 1890; y <= 2320; y++) {
  for (let m = 1; m <= 12; m++) {
    const leap = (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0;
    const last = m === 2 ? (leap ? 29 : 28) : m === 4 || m === 6 || m === 9 || m === 11 ? 30 : 31;
    for (let d = 1; d <= last; d++) {
      NUMBER.set(iso({ y, m, d }), DAYS.length);
      DAYS.push({ y, m, d });
    }
  }
}

/** A day's place in the count. */
export const dayNumber = (date: string): number => NUMBER.get(date) ?? -1;
export const dayAt = (number: number): Day => DAYS[number] as Day;
export const firstDayOf = (year: number, month: number): number => dayNumber(`${year}-${String(month).padStart(2, '0')}-01`);
export const firstOfMonth = (day: number): number => day - dayAt(day).d + 1;

/** A day of the years 1900 to 2199, or null: anything else is not known. */
export function real(date: string | null): number | null {
  if (date === null || !/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const found = dayNumber(date);
  const year = Number(date.slice(0, 4));
  return found < 0 || year < 1900 || year > 2199 ? null : found;
}

/** n months on: turn the pages of the calendar one month at a time, then go back to a day that exists. */
export function monthsOn(start: number, n: number): number {
  let { y, m } = dayAt(start);
  for (let i = 0; i < Math.abs(n); i++) {
    m += n < 0 ? -1 : 1;
    if (m === 13) { m = 1; y += 1; }
    if (m === 0) { m = 12; y -= 1; }
  }
  for (let d = dayAt(start).d; ; d--) {
    const found = NUMBER.get(iso({ y, m, d }));
    if (found !== undefined) return found;
  }
}

export function sameOrLaterMonth(a: number, b: number): boolean {
  const [one, other] = [dayAt(a), dayAt(b)];
  return one.y > other.y || (one.y === other.y && one.m >= other.m);
}

/** The financial year of a day: walk back to the first day of a year. */
export function yearOf(day: number, startMonth: number): number {
  let at = day;
  while (!(dayAt(at).m === startMonth && dayAt(at).d === 1)) at -= 1;
  return dayAt(at).y;
}

/** Half up, for a fraction n ÷ d of whole numbers, d above 0. */
export function half(n: bigint, d: bigint): bigint {
  const twice = 2n * n + d;
  const by = 2n * d;
  return twice >= 0n ? twice / by : -((-twice + by - 1n) / by);
}
