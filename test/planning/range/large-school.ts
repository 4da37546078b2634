import { addMonths } from '../../../planning/calendar.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, register } from '../../bench/forecast-rows.ts';
import { broken } from './schools.ts';

export { AS_OF };

const KINDS = ['laptop', 'tablet', 'chromebook'] as const;

/** A register bought by the twenty, 2 % lost a year, with a record of 40 entries of each of three kinds over three years. */
export function registerWithRecord(size: number): PlanSnapshot {
  const plain = register(size, 20);
  const ledger = KINDS.flatMap((categoryKey, kind) => Array.from({ length: 40 }, (_, index) =>
    broken(kind * 100 + index + 1, addMonths('2024-01-15', (index * 5) % 34), { categoryKey, userGroup: null })));
  return { ...plain, policies: plain.policies.map((policy) => ({ ...policy, lossBp: 200 })), ledger };
}
