import { cumulativeHazard, hazard, type Weibull } from './weibull.ts';

/**
 * A Weibull in months of age up to the oldest kit that the record has seen. Beyond that nobody knows: the rate is
 * taken to stay where it was, so that keeping kit much longer does not let it fail at ages no record speaks of.
 */
export type Ageing = Weibull & { readonly oldest: number };

/** Failures to expect up to an age of something mended each time. */
export const failuresTo = (ageing: Ageing, age: number): number => (age <= ageing.oldest ? cumulativeHazard(ageing, age)
  : cumulativeHazard(ageing, ageing.oldest) + hazard(ageing, ageing.oldest) * (age - ageing.oldest));
