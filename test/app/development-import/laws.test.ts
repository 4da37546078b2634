import { hostname, tmpdir } from 'node:os';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lookAtPlan, type PlanLook } from '../../../app/development-import/look-at-plan.ts';
import { planReport } from '../../../app/development-import/plan-report.ts';
import { writePlan, type PlanMeant } from '../../../app/development-import/write-plan.ts';
import type { RawTable } from '../../../app/intake/raw-table.ts';
import { createMemoryPlan, type PlanFile } from '../../../db/plan-file.ts';
import { loadSnapshot } from '../../../db/repositories/snapshot.ts';
import { SHIPPED_POLICIES } from '../../../planning/policies.ts';
import { AS_OF } from '../../planning/fixtures.ts';
import { SEED } from '../../planning/arbitraries.ts';

const HEADINGS = ['Area', 'Priority', 'No', 'Objective', 'Success criteria', 'Status', 'Actions', 'Lead', 'Start', 'Due', 'Cost', 'Autumn', 'Notes'];

const NEW_PLAN: PlanMeant = { id: null, name: 'Plan', startsOn: '2026-09-01', endsOn: '2029-08-31' };

const tableOf = (rows: readonly (readonly string[])[]): RawTable => ({
  fileName: 'plan.csv', sheet: null, dateSystem: '1900', sheets: [], text: null, notices: [],
  rows: [HEADINGS, ...rows].map((cells, at) => ({ row: at + 1, cells: cells.map((cell) => (cell === '' ? null : cell)) })).filter(({ cells }) => cells.some((cell) => cell !== null)),
});

/** Cells as schools fill them, well and badly; blank cells go on with what stands above. */
const words = (...some: readonly string[]): fc.Arbitrary<string> => fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 3, arbitrary: fc.constantFrom(...some) });
const aRow = fc.tuple(
  words('Reading', 'reading ', 'Attendance', 'Total'), words('Priority 1: Books', 'Priority 2: Calls', '2', 'Books'), words('1.1', '1', '2', '2.1', '3.2'),
  words('Fluency', 'fluency', '1.1 Fluency', 'Library', 'Objective', 'To raise attendance in every year group to above 94 per cent by the end of the plan'),
  words('All read', '• One\n• Two', 'n/a'), words('Met', 'Amber', 'blue', 'sideways'), words('Train staff', 'Buy books', '1. Plan\n2. Do', 'x'.repeat(1_200)),
  words('Literacy lead', 'Mrs Smith', 'Lead, Other'), words('01/09/2026', '2027', 'soon'), words('18/12/2026', 'Autumn 2026', 'ongoing', 'Spring term', 'Sept 2026 - July 2027'),
  words('£2k', '£200-£300', 'nil', 'Supply £500'), words('Begun'), words('Going well', 'Going badly'),
);

function take(plan: PlanFile, { meant, match, read }: PlanLook): void {
  plan.change({ label: 'Bring in', role: 'network_manager', reason: null }, (writer) => writePlan(writer, meant, match, read.rows, AS_OF));
}

const memoryPlan = (): PlanFile => createMemoryPlan({ now: () => new Date(`${AS_OF}T09:00:00Z`), home: tmpdir(), appVersion: '0.0.0-test', holder: { user: 'tester', computer: hostname(), pid: process.pid } }, { policies: SHIPPED_POLICIES });

test('every row is counted once, and whatever a table says, bringing it in a second time changes nothing', () => {
  fc.assert(fc.property(fc.array(aRow, { maxLength: 12 }), (rows) => {
    const plan = memoryPlan();
    try {
      const look = (meant: PlanMeant): PlanLook => lookAtPlan(tableOf(rows), {}, { meant, analysis: loadSnapshot(plan.reader).analysis, asOf: AS_OF });
      const first = look(NEW_PLAN);
      const report = planReport(first, '0'.repeat(64));
      const { read, new: added, addedTo, unchanged, refused } = report.rows;
      expect(read).toBe(first.stuck === null ? first.body.rows.length : 0);
      expect(added + addedTo + unchanged + refused).toBe(read);
      expect(report.problems.filter(({ weight }) => weight === 'refused')).toHaveLength(refused);
      take(plan, first);
      const { analysis } = loadSnapshot(plan.reader);
      // What the preview shows as new is what is there afterwards.
      const shown = (kind: string): number => report.tree.filter((node) => node.kind === kind && node.outcome === 'new').length;
      expect([analysis.areas.length, analysis.priorities.length, analysis.objectives.length]).toEqual([shown('area'), shown('priority'), shown('objective')]);
      expect(analysis.objectives.flatMap(({ actions }) => actions)).toHaveLength(shown('action'));
      // Numbers tell the objectives of a plan apart, and areas are told apart by their names.
      const numbers = analysis.objectives.flatMap(({ number }) => number ?? []);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(new Set(analysis.areas.map(({ name }) => name.toLowerCase())).size).toBe(analysis.areas.length);
      const again = look({ ...NEW_PLAN, id: analysis.plans[0]?.id ?? 0 });
      expect(again.match.adds).toBe(false);
    } finally {
      plan.close();
    }
  }), { seed: SEED, numRuns: 40 });
});
