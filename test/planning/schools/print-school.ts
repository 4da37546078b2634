import { SCHOOLS, type SchoolName } from './schools.ts';

/* Prints one of the schools as plain facts, for sums.py: `node print-school.ts primary | python3 sums.py 2026-11-21`. */

const name = process.argv[2] ?? '';
if (!Object.hasOwn(SCHOOLS, name)) throw new Error(`There are ${Object.keys(SCHOOLS).join(', ')}.`);
process.stdout.write(JSON.stringify(SCHOOLS[name as SchoolName]()));
