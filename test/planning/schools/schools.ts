import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { sampleSnapshot } from '../../support/sample-snapshot.ts';
import { academy } from './academy.ts';
import { infantSchool } from './infant.ts';
import { primarySchool } from './primary.ts';
import { trust } from './trust.ts';

/** The schools whose figures are worked out by hand or by another program, by name. */
export const SCHOOLS = {
  infant: infantSchool, primary: primarySchool, hillcrest: () => sampleSnapshot(), academy, trust,
} as const satisfies Record<string, () => PlanSnapshot>;

export type SchoolName = keyof typeof SCHOOLS;
