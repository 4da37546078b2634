import type { Coverage, NeedRow } from '../../planning/analysis/coverage/coverage.ts';
import { COVERED_WORDS } from '../../planning/analysis/coverage/covered.ts';
import { stateSteps } from '../../planning/analysis/coverage/reasons.ts';
import { COVERAGE_STATE_WORDS } from '../../planning/analysis/coverage/states.ts';
import { needRef, objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { LINK_STRENGTH_WORDS, MOSCOW_WORDS } from '../../planning/analysis/vocabulary.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { TableColumn, TableDocument, TableValue } from './table-document.ts';

const text = (heading: string, width: number): TableColumn => ({ heading, kind: 'text', width });

/** Needs by objectives: a row for each need, those without a row on screen last, then whether each objective is covered. */
export function coverageTable(snapshot: PlanSnapshot, coverage: Coverage): TableDocument {
  const { columns, rows, leftOut, years, asOf } = coverage;
  const departments = new Map(snapshot.departments.map(({ id, name }) => [id, name]));
  const rowOf = (row: NeedRow): TableValue[] => [
    needRef(row.need.number), row.need.name, row.need.departmentId === null ? null : departments.get(row.need.departmentId) ?? null, row.need.askedByRole,
    MOSCOW_WORDS[row.need.moscow], ...columns.map((_, at) => strengthWords(row, at)), row.option?.name ?? null, row.pence,
    COVERAGE_STATE_WORDS[row.state], row.waiting?.decideBy ?? null, stateSteps(coverage, row, snapshot).map((step) => step.text).join(' '), row.need.impact,
  ];
  const covered: TableValue[] = ['Covered?', null, null, null, null, ...columns.map((column) => COVERED_WORDS[column.covered]), null, null, null, null, null, null];
  return {
    title: 'Coverage', sheet: 'Coverage', school: snapshot.school.name, asOf,
    columns: [
      text('Need ref', 9), text('Need', 34), text('Department', 18), text('Asked for by', 22), text('How much it matters', 16),
      ...columns.map(({ objective }) => text(objectiveTitle(objective), 22)),
      text('Option', 26), { heading: `Cost over ${years} years, net`, kind: 'money', width: 16 }, text('State', 18), { heading: 'To be decided by', kind: 'date', width: 14 },
      text('Why', 80), text('Impact if not met', 40),
    ],
    rows: [...[...rows, ...leftOut].map(rowOf), ...(columns.length === 0 ? [] : [covered])],
  };
}

function strengthWords({ cells }: NeedRow, at: number): string | null {
  const strength = cells[at] ?? null;
  return strength === null ? null : LINK_STRENGTH_WORDS[strength];
}
