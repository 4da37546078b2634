import type { Term } from '../../planning/analysis/vocabulary.ts';
import { foldedName, startUpper } from '../../planning/words.ts';
import { rowsInWords } from '../intake/row-notices.ts';
import { listedItems } from './plan-text.ts';
import { repeatsHeadings, type PlanTable, type TableRow } from './plan-table.ts';
import type { ProblemList } from './problem-list.ts';
import type { ReadNote, ReadObjective, ReadRow } from './read-items.ts';
import { PlanTree, type Heading, type Standing } from './plan-tree.ts';
import type { RowValues } from './row-values.ts';

export type ReadPlan = { readonly tree: PlanTree; readonly rows: readonly ReadRow[] };

/** The term of a progress note that names none, and the school year of all. */
export type NotesOf = { readonly year: number; readonly term: Term };

const NOTE_TERMS = [['note_autumn', 'autumn'], ['note_spring', 'spring'], ['note_summer', 'summer']] as const;
const TOTAL = /^(sub ?-?total|total|totals|grand total|total costs?)\b/i;

/**
 * Reads rows into areas, priorities, objectives and what stands under them. A row that names no objective goes on with the one
 * above it: of merged cells most tables keep only the first.
 */
export function readPlan(table: PlanTable, values: RowValues, problems: ProblemList, notesOf: NotesOf): ReadPlan {
  const tree = new PlanTree(problems);
  const filled = table.rows.filter(({ texts }) => texts.some((text) => text !== ''));
  const headings = headingRows(filled, table, values);
  const rows = filled.map((row): ReadRow => {
    const why = repeatsHeadings(row, table.columns) ? 'it repeats the headings' : isTotal(row) ? 'it is a total' : null;
    if (why !== null) return refused(row.row, why, problems);
    const heading = headings.get(row);
    if (heading === undefined) return readRow(row, tree, values, problems, notesOf);
    return { row: row.row, ...tree.headed(row.row, heading), refused: null };
  });
  if (headings.size > 0) problems.ofTable(`${counted([...headings.keys()])} one text over the whole table, which was read as the heading of the rows below.`);
  tree.settleNumbers();
  return { tree, rows };
}

const counted = (rows: readonly TableRow[]): string => `${startUpper(rowsInWords(rows.map(({ row }) => row)))} ${rows.length === 1 ? 'has' : 'have'}`;

/**
 * Rows that head those below: in a spreadsheet "Priority 1: Reading" written over the table stands in its first cell alone, and
 * the next row begins afresh. They are areas where no column is, else priorities; where both have a column there are none.
 */
function headingRows(rows: readonly TableRow[], { columns }: PlanTable, values: RowValues): ReadonlyMap<TableRow, Heading> {
  const level = !values.has('area') ? 'area' : !values.has('priority') ? 'priority' : null;
  const coming = columns.filter(({ goesTo }) => goesTo !== null);
  const first = coming[0]?.index ?? 0;
  const headings = new Map<TableRow, Heading>();
  if (level === null || coming.length < LEAST_COLUMNS) return headings;
  rows.forEach((row, at) => {
    const next = rows[at + 1]?.texts;
    const alone = row.texts.every((text, index) => (text !== '') === (index === first));
    const begins = next !== undefined && next[first] !== '' && next.filter((text) => text !== '').length > 1;
    if (alone && begins) headings.set(row, { level, text: row.texts[first] ?? '' });
  });
  return headings;
}

const LEAST_COLUMNS = 3;

const isTotal = ({ texts }: TableRow): boolean => TOTAL.test(texts.find((text) => text !== '') ?? '') && texts.filter((text) => text !== '').length <= 3;

function refused(row: number, why: string, problems: ProblemList): ReadRow {
  problems.ofRow(row, why);
  return { row, area: null, priority: null, objective: null, refused: why };
}

function readRow(row: TableRow, tree: PlanTree, values: RowValues, problems: ProblemList, notesOf: NotesOf): ReadRow {
  const said = {
    area: values.text(row, 'area'), priorityNumber: values.text(row, 'priority_number'), priority: values.text(row, 'priority'),
    number: values.text(row, 'number'), objective: values.text(row, 'objective'),
  };
  const parts = partsOf(row, values, notesOf);
  const standing = tree.stand(row.row, said);
  if (typeof standing === 'string') return refused(row.row, standing, problems);
  const { objective } = standing;
  if (objective === null && parts.any) return refused(row.row, whyNoObjective(parts), problems);
  if (objective === null && standing.area === null) return refused(row.row, 'none of its filled cells is in a column that comes in', problems);
  const rationale = values.text(row, 'rationale');
  if (rationale !== null && standing.priority !== null) standing.priority.rationale ??= rationale;
  if (objective !== null) fill(objective, parts, row.row, problems);
  return { row: row.row, ...rowOf(standing), refused: null };
}

const rowOf = ({ area, priority, objective }: Standing): Pick<ReadRow, 'area' | 'priority' | 'objective'> => ({ area, priority, objective });

const whyNoObjective = ({ actions, criteria }: Parts): string =>
  `${actions.length > 0 ? 'an action' : criteria.length > 0 ? 'a success criterion' : 'this'} has no objective above it`;

type Parts = ReturnType<typeof partsOf>;

/** What a row says beside its place in the plan. */
function partsOf(row: TableRow, values: RowValues, notesOf: NotesOf) {
  const actions = listedItems(values.text(row, 'action') ?? '');
  const criteria = listedItems(values.text(row, 'criterion') ?? '');
  const statement = values.text(row, 'statement');
  const notes: Omit<ReadNote, 'row'>[] = [['note', notesOf.term] as const, ...NOTE_TERMS].flatMap(([target, term]) => {
    const text = values.text(row, target);
    return text === null ? [] : [{ year: notesOf.year, term, text }];
  });
  const lead = values.lead(row);
  const cost = actions.length === 0 ? null : values.cost(row);
  const status = values.status(row);
  const any = actions.length > 0 || criteria.length > 0 || statement !== null || notes.length > 0;
  return { actions, criteria, statement, notes, lead, cost, status, days: values.days(row), any, criterionColumn: values.has('criterion') };
}

function fill(objective: ReadObjective, parts: Parts, row: number, problems: ProblemList): void {
  const { statement, lead, status, days, cost } = parts;
  if (statement !== null && statement !== objective.name) objective.statement ??= statement;
  if (parts.actions.length === 0 && lead !== null) objective.leadRole ??= lead;
  addCriteria(objective, parts, row, problems);
  const leads = (lead ?? '').split(', ');
  parts.actions.forEach((text, at) => {
    // A cell that lists actions beside a cell that lists as many leads gives each its own; what they cost stands once.
    const leadRole = leads.length === parts.actions.length && leads.length > 1 ? leads[at] ?? null : lead;
    const doneOn = days.doneOn ?? (!parts.criterionColumn && status === 'met' ? days.dueOn : null);
    if (objective.actions.some((action) => foldedName(action.text) === foldedName(text))) return;
    objective.actions.push({ text, leadRole, ...days, doneOn, costPence: at === 0 ? cost : null, row });
  });
  for (const note of parts.notes) addNote(objective, note, row);
}

/** A cell merged over the rows of several actions names its criteria in each of them: they are one. */
function addCriteria(objective: ReadObjective, { criteria, status }: Parts, row: number, problems: ProblemList): void {
  for (const text of criteria) {
    const known = objective.criteria.find((criterion) => foldedName(criterion.text) === foldedName(text));
    if (known === undefined) objective.criteria.push({ text, status, row });
    else if (known.status === null) known.status = status;
    else if (status !== null && status !== known.status) {
      problems.ofTable(`Rows ${known.row} and ${row} give the same success criterion two statuses: the first holds.`);
    }
  }
}

function addNote(objective: ReadObjective, note: Omit<ReadNote, 'row'>, row: number): void {
  const known = objective.notes.find(({ year, term }) => year === note.year && term === note.term);
  if (known === undefined) objective.notes.push({ ...note, row });
  else if (!known.text.split('\n\n').includes(note.text)) known.text = `${known.text}\n\n${note.text}`;
}
