import type { DocumentFacts } from '../facts.ts';

/** `2026 to 2031`: from the first day of the plan to the last. */
export function spanOf({ forecast: { years } }: Pick<DocumentFacts, 'forecast'>): string {
  const [first] = years;
  return `${first?.start.slice(0, 4) ?? ''} to ${years.at(-1)?.end.slice(0, 4) ?? ''}`;
}
