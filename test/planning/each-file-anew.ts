import { countAgreementsAnew } from './agreements/fixtures.ts';
import { countPartsAnew } from './analysis/development/development-plan.ts';
import { countFromOne } from './fixtures.ts';

/** Runs before each file of the sums, which share a process: each finds the numbers as if it were alone. */
countFromOne();
countAgreementsAnew();
countPartsAnew();
