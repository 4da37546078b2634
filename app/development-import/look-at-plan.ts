import { termOf } from '../../planning/analysis/development/standing.ts';
import { schoolYearOf } from '../../planning/analysis/school-year.ts';
import type { AnalysisFacts } from '../../planning/analysis/facts.ts';
import { TERM_WORDS } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { PlanImportOptions } from '../contract/development-import.ts';
import type { RawTable } from '../intake/raw-table.ts';
import { matchPlan, type PlanMatch } from './match-plan.ts';
import { planTable, type PlanTable } from './plan-table.ts';
import { ProblemList } from './problem-list.ts';
import { readPlan, type NotesOf, type ReadPlan } from './read-plan.ts';
import { RowValues } from './row-values.ts';
import type { PlanMeant } from './write-plan.ts';

/** What a table would bring, with all that was found on the way. */
export type PlanLook = {
  readonly table: RawTable;
  readonly meant: PlanMeant;
  readonly body: PlanTable;
  readonly values: RowValues;
  readonly problems: ProblemList;
  readonly read: ReadPlan;
  readonly match: PlanMatch;
  /** Why nothing can come in as it is read now. */
  readonly stuck: string | null;
};

/** Reads a table as a development plan and compares it with the plan that is meant. Pure: the same table and facts give the same. */
export function lookAtPlan(
  table: RawTable, options: PlanImportOptions, { meant, analysis, asOf }: { readonly meant: PlanMeant; readonly analysis: AnalysisFacts; readonly asOf: IsoDate },
): PlanLook {
  const problems = new ProblemList();
  const body = planTable(table, options);
  const first = schoolYearOf(meant.startsOn);
  const year = schoolYearOf(meant.endsOn) === first ? first : null;
  const values = new RowValues(body, options, problems, { asOf, year });
  const notesOf: NotesOf = { year: schoolYearOf(asOf), term: termOf(asOf) };
  const stuck = whyStuck(body, values, table.fileName);
  const read = readPlan(stuck === null ? body : { ...body, rows: [] }, values, problems, notesOf);
  const match = matchPlan(read.tree, read.rows, analysis, meant.id);
  if (values.statuses.colours) problems.ofTable(values.statuses.colourSentence(), values.columnsFor('status')[0] ?? null);
  if (values.has('note')) problems.ofTable(`Progress notes go to the ${TERM_WORDS[notesOf.term].toLowerCase()}, the one of ${formatDate(asOf)}.`, values.columnsFor('note')[0] ?? null);
  tellDifferences(match, problems);
  return { table, meant, body, values, problems, read, match, stuck };
}

function whyStuck({ headerRow, rows, columns }: PlanTable, values: RowValues, fileName: string): string | null {
  if (rows.length === 0) return `${fileName} has no row under its headings, so there is nothing to bring in.`;
  if (values.has('objective') || values.has('number')) return null;
  if (columns.every(({ goesTo }) => goesTo === null)) {
    return headerRow === null ? 'No headings were found. Say what each column holds, and the objective first.' : 'None of the headings is known. Say what each column holds, and the objective first.';
  }
  return 'No column is the objective. Say which one it is: everything else hangs on it.';
}

/** What somebody has written in the plan stays, also where the table says something else. */
function tellDifferences({ objectives }: PlanMatch, problems: ProblemList): void {
  const matched = [...objectives.values()];
  const names = matched.filter(({ read, there }) => there !== null && there.name.toLowerCase() !== read.name.toLowerCase());
  for (const { read, there } of names) {
    problems.ofTable(`Row ${read.row}: objective ${read.number ?? ''} is called “${there?.name ?? ''}” in the plan and “${read.name}” here. The plan’s name stays.`, null, 'objective');
  }
  const statuses = matched.flatMap(({ criteria }) => criteria).filter(({ read, there }) => there !== null && read.status !== null && read.status !== there.status).length;
  if (statuses > 0) {
    problems.ofTable(`${formatCount(statuses)} success ${statuses === 1 ? 'criterion has' : 'criteria have'} another status in the plan than here. The plan’s ${statuses === 1 ? 'stays' : 'stay'}.`, null, 'status');
  }
  const notes = matched.flatMap((each) => each.notes).filter(({ read, there }) => there !== null && read.text !== there.text).length;
  if (notes > 0) problems.ofTable(`${formatCount(notes)} progress ${notes === 1 ? 'note has' : 'notes have'} other words in the plan than here. The plan’s ${notes === 1 ? 'stays' : 'stay'}.`, null, 'note');
}
