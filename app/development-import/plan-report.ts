import { noteWhen } from '../../planning/analysis/development/standing.ts';
import { CRITERION_STATUS_WORDS } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount, formatExact } from '../../planning/money.ts';
import { listOf } from '../../planning/words.ts';
import type { PlanImportReport } from '../contract/development-import.ts';
import type { PlanLook } from './look-at-plan.ts';
import type { MatchedObjective, PlanMatch, RowOutcome } from './match-plan.ts';
import type { ReadAction, ReadArea, ReadPriority } from './read-items.ts';

type Node = PlanImportReport['tree'][number];

/** A look in the shape of the contract. */
export function planReport({ table, meant, body, values, problems, match, stuck }: PlanLook, fingerprint: string): PlanImportReport {
  const count = (wanted: RowOutcome): number => match.outcomes.filter(({ outcome }) => outcome === wanted).length;
  const rows = { read: match.outcomes.length, new: count('new'), addedTo: count('added_to'), unchanged: count('unchanged'), refused: count('refused') };
  return {
    fingerprint, fileName: table.fileName, sheet: table.sheet, sheets: table.sheets.map(({ name, rows: size, hidden }) => ({ name, rows: size, hidden })),
    headerRow: body.headerRow, columns: body.columns.map((column) => ({ ...column, samples: [...column.samples] })), plan: { ...meant }, rows,
    tree: treeOf(match), problems: problems.found, words: values.statuses.words().map((word) => ({ ...word })), dateOrder: values.dateOrder,
    stuck, unchanged: !match.adds, sentence: stuck ?? sentenceOf(rows, match, meant),
  };
}

const rowsOf = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;

/** "42 rows read: 3 areas, 8 objectives, 21 success criteria and 40 actions are new. 2 rows cannot come in." */
function sentenceOf(rows: PlanImportReport['rows'], { areas, objectives, made }: PlanMatch, { id, name }: PlanLook['meant']): string {
  const refused = rows.refused === 0 ? '' : ` ${rowsOf(rows.refused)} cannot come in.`;
  if (rows.new + rows.addedTo === 0) {
    return rows.unchanged === 0 ? `${rowsOf(rows.read)} read, and none of them can come in.` : `${rowsOf(rows.read)} read, and nothing would change: the plan has all of it already.${refused}`;
  }
  const all = [...objectives.values()];
  const fresh = (list: readonly { readonly there: unknown }[]): number => list.filter(({ there }) => there === null).length;
  const counts: readonly (readonly [number, string, string])[] = [
    [[...areas.keys()].filter((area) => made.has(area)).length, 'area', 'areas'], [fresh(all), 'objective', 'objectives'],
    [fresh(all.flatMap(({ criteria }) => criteria)), 'success criterion', 'success criteria'], [fresh(all.flatMap(({ actions }) => actions)), 'action', 'actions'],
    [fresh(all.flatMap(({ notes }) => notes)), 'progress note', 'progress notes'],
  ];
  const words = counts.filter(([count]) => count > 0).map(([count, one, several]) => `${formatCount(count)} ${count === 1 ? one : several}`);
  const into = id === null ? `the new plan “${name}”` : name;
  const what = words.length === 0 ? 'gaps are filled' : `${listOf(words)} ${words.length === 1 && words[0]?.startsWith('1 ') === true ? 'is' : 'are'} new`;
  return `${rowsOf(rows.read)} read: ${what} in ${into}.${refused}`;
}

/** What was read, as the plan will show it: areas with their objectives, then their priorities with theirs. */
function treeOf(match: PlanMatch): Node[] {
  const objectives = [...match.objectives.values()];
  return [...match.areas].flatMap(([area, there]) => [
    { kind: 'area' as const, depth: 0, row: area.row, number: null, text: area.name, detail: elsewhere(area, there, match), outcome: match.made.has(area) ? 'new' as const : 'unchanged' as const },
    ...objectives.filter(({ read }) => read.area === area && read.priority === null).flatMap((objective) => objectiveNodes(objective, 1)),
    ...[...match.priorities].filter(([priority]) => priority.area === area).flatMap(([priority]) => priorityNodes(priority, area, match, objectives)),
  ]);
}

/** Of a heading that is not made: its objectives are in the plan, and stay where they stand there. */
const elsewhere = (heading: ReadArea | ReadPriority, there: { readonly id: number } | null, { made }: PlanMatch): string | null =>
  (there !== null || made.has(heading) ? null : 'its objectives stand elsewhere in the plan and stay there');

const priorityNodes = (priority: ReadPriority, area: ReadArea, match: PlanMatch, objectives: readonly MatchedObjective[]): Node[] => [
  {
    kind: 'priority', depth: 1, row: priority.row, number: priority.number, text: priority.name,
    detail: elsewhere(priority, match.priorities.get(priority) ?? null, match) ?? priority.rationale, outcome: match.made.has(priority) ? 'new' : 'unchanged',
  },
  ...objectives.filter(({ read }) => read.area === area && read.priority === priority).flatMap((objective) => objectiveNodes(objective, 2)),
];

function objectiveNodes({ read, there, number, fills, criteria, actions, notes }: MatchedObjective, depth: number): Node[] {
  const below: Node[] = [
    ...criteria.map(({ read: { text, status, row }, there: known }): Node => ({
      kind: 'criterion', depth: depth + 1, row, number: null, text, detail: CRITERION_STATUS_WORDS[status ?? 'not_started'], outcome: known === null ? 'new' : 'unchanged',
    })),
    ...actions.map((action): Node => ({
      kind: 'action', depth: depth + 1, row: action.read.row, number: null, text: action.read.text, detail: actionWords(action.read),
      outcome: action.there === null ? 'new' : Object.keys(action.fills).length > 0 ? 'added_to' : 'unchanged',
    })),
    ...notes.map(({ read: { text, term, year, row }, there: known }): Node => ({
      kind: 'note', depth: depth + 1, row, number: null, text, detail: noteWhen({ year, term }), outcome: known === null ? 'new' : 'unchanged',
    })),
  ];
  const added = Object.keys(fills).length > 0 || below.some(({ outcome }) => outcome !== 'unchanged');
  return [{
    kind: 'objective', depth, row: read.row, number: there === null ? number : there.number, text: there?.name ?? read.name, detail: [read.statement, read.leadRole].filter(Boolean).join(' · ') || null,
    outcome: there === null ? 'new' : added ? 'added_to' : 'unchanged',
  }, ...below];
}

function actionWords({ leadRole, startsOn, dueOn, doneOn, costPence }: ReadAction): string | null {
  const parts = [
    leadRole, startsOn === null ? null : `from ${formatDate(startsOn)}`, dueOn === null ? null : `by ${formatDate(dueOn)}`,
    doneOn === null ? null : `done ${formatDate(doneOn)}`, costPence === null ? null : formatExact(costPence),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(', ');
}
