import type { School } from './snapshot.ts';

/** What holds until a school says otherwise: the backlog is bought at once, VAT is 20 %, a price is old after two years. */
export const SCHOOL_DEFAULTS = {
  backlogYears: 1, vatBp: 2_000, priceAgeMonths: 24,
} as const satisfies Pick<School, 'backlogYears' | 'vatBp' | 'priceAgeMonths'>;
