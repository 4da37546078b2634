import { categoryNamed } from '../../../planning/categories.ts';
import { forecast } from '../../../planning/forecast.ts';
import { compile, run } from '../../../planning/kernel.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { oracle } from '../oracle.ts';
import { cellsOfKernel, cellsOfLines, type CellMap } from './cells.ts';
import { editedInto } from './edited-into.ts';
import { OPTIONS } from './random-school.ts';
import { cellsOfSql } from './sql-twin.ts';

/** The day-by-day count in whole BigInt: what the others are compared with. */
export const DAY_BY_DAY = (snapshot: PlanSnapshot): CellMap => oracle(snapshot, OPTIONS).leaves;

/** The other ways to the cells of a plan, each from the plan alone. */
export const WAYS: Readonly<Record<string, (snapshot: PlanSnapshot, seed: number) => CellMap>> = {
  'typed arrays': (snapshot) => {
    const compiled = compile(snapshot, OPTIONS, 'assets');
    return cellsOfKernel(compiled, run(compiled));
  },
  'cohorts': (snapshot) => {
    const compiled = compile(snapshot, OPTIONS);
    return cellsOfKernel(compiled, run(compiled));
  },
  'edit after edit': (snapshot, seed) => {
    const { compiled, cells } = editedInto(snapshot, OPTIONS, seed);
    return cellsOfKernel(compiled, cells);
  },
  'SQL': (snapshot) => cellsOfSql(snapshot, OPTIONS, (key) => categoryNamed(snapshot.categories, key).costCategory),
  'lines': (snapshot) => cellsOfLines(snapshot, forecast(snapshot, OPTIONS)),
};
