import type { PlanTarget } from '../../planning/analysis/development/plan-headings.ts';
import type { CriterionStatus } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import type { DateOrder } from '../contract/import-options.ts';
import type { PlanImportOptions } from '../contract/development-import.ts';
import { dateColumn, type DateColumn } from '../intake/values/date-column.ts';
import { isPlaceholder } from '../intake/values/cell-text.ts';
import { readPlanCost } from './plan-cost.ts';
import { readPlanDay, type DayAsked } from './plan-date.ts';
import { StatusWords } from './plan-status.ts';
import type { PlanColumn, PlanTable, TableRow } from './plan-table.ts';
import { namesPerson } from './plan-text.ts';
import type { ProblemList } from './problem-list.ts';

/** As the forms of the development plan have them: longer texts are cut, which is said. */
const LONGEST: Readonly<Partial<Record<PlanTarget, number>>> = {
  area: 200, priority: 200, lead: 200, criterion: 1_000, action: 1_000, statement: 1_000, objective: 1_000, rationale: 4_000, note: 4_000, note_autumn: 4_000, note_spring: 4_000, note_summer: 4_000,
};
const DAY_TARGETS = ['start', 'due', 'done'] as const;
const DONE_WORDS = /^(y|yes|done|complete|completed|✓|✔|x|true|achieved|finished)$/i;

/** What the cells of a table say, column by column, and what could not be read of them. */
export class RowValues {
  readonly statuses: StatusWords;
  readonly dateOrder: DateOrder | null;
  readonly #table: PlanTable;
  readonly #problems: ProblemList;
  readonly #asOf: IsoDate;
  /** The school year that the plan covers, where it covers one. */
  readonly #year: number | null;
  readonly #byTarget = new Map<PlanTarget, PlanColumn[]>();
  #dates: DateColumn | null = null;
  /** How a text was read is said once, however many rows have it. */
  readonly #told = new Set<string>();

  constructor(table: PlanTable, options: PlanImportOptions, problems: ProblemList, { asOf, year }: { readonly asOf: IsoDate; readonly year: number | null }) {
    this.#table = table;
    this.#problems = problems;
    this.#asOf = asOf;
    this.#year = year;
    for (const column of table.columns) {
      if (column.goesTo === null) continue;
      this.#byTarget.set(column.goesTo, [...this.columnsFor(column.goesTo), column]);
    }
    this.statuses = new StatusWords(this.#textsOf('status'), options.words ?? []);
    this.dateOrder = this.#readOrders(options.dateOrder);
  }

  columnsFor(target: PlanTarget): readonly PlanColumn[] {
    return this.#byTarget.get(target) ?? [];
  }

  has(target: PlanTarget): boolean {
    return this.#byTarget.has(target);
  }

  /** The text of a field of a row; null where it is empty. Several columns of one field are put together. */
  text(row: TableRow, target: PlanTarget): string | null {
    const texts = this.columnsFor(target).map((column) => this.#held(row, column)).filter((text) => text !== '');
    return texts.length === 0 ? null : texts.join('\n');
  }

  lead(row: TableRow): string | null {
    const text = this.text(row, 'lead');
    if (text === null) return null;
    const [column] = this.columnsFor('lead');
    if (!namesPerson(text) || column === undefined) return text.replaceAll(/\s*\n\s*/g, ', ');
    this.#problems.atCell(row, column, 'left_empty', 'names a person, and Kitplan keeps roles: write the role, such as Maths lead');
    return null;
  }

  cost(row: TableRow): Pence | null {
    const [column] = this.columnsFor('cost');
    const read = readPlanCost(this.text(row, 'cost') ?? '');
    if (column === undefined || read.kind === 'empty') return null;
    if (read.kind === 'unreadable') this.#problems.atCell(row, column, 'left_empty', read.why);
    else if (read.assumed !== null) this.#readAs(row, column, `was ${read.assumed}`);
    return read.kind === 'cost' ? read.pence : null;
  }

  status(row: TableRow): CriterionStatus | null {
    const [column] = this.columnsFor('status');
    const text = this.text(row, 'status');
    if (text === null || column === undefined || isPlaceholder(text)) return null;
    const status = this.statuses.read(text);
    if (status === null) {
      this.#problems.atCell(row, column, 'left_empty', 'is no status that Kitplan knows: not started, in progress, not met, partly met or met', ' Say below what it stands for.');
    }
    return status;
  }

  /** The days of a row. A stretch in the due column gives the start too. */
  days(row: TableRow): { readonly startsOn: IsoDate | null; readonly dueOn: IsoDate | null; readonly doneOn: IsoDate | null } {
    const due = this.#day(row, 'due');
    const start = this.#day(row, 'start').day ?? due.from;
    const startsOn = start !== null && due.day !== null && start > due.day ? null : start;
    if (start !== null && startsOn === null) this.#startAfterDue(row);
    return { startsOn, dueOn: due.day, doneOn: this.#doneOn(row, due.day) };
  }

  #startAfterDue(row: TableRow): void {
    const [column] = this.columnsFor('start');
    if (column !== undefined) this.#problems.atCell(row, column, 'left_empty', 'is after the day on which it is due');
  }

  /** Done without a day: on the day it was due, or on the as-at date where that is still to come or not said. */
  #doneOn(row: TableRow, dueOn: IsoDate | null): IsoDate | null {
    const text = this.text(row, 'done');
    const [column] = this.columnsFor('done');
    if (text === null || column === undefined || /^(no|n|false|not yet)$/i.test(text)) return null;
    if (!DONE_WORDS.test(text)) {
      const { day } = this.#day(row, 'done');
      if (day === null || day <= this.#asOf) return day;
      this.#problems.atCell(row, column, 'left_empty', `is still to come on ${formatDate(this.#asOf)}, so it is not done`);
      return null;
    }
    this.#readAs(row, column, `says no day: taken as done when it was due, by ${formatDate(this.#asOf)} at the latest`);
    return dueOn !== null && dueOn < this.#asOf ? dueOn : this.#asOf;
  }

  #day(row: TableRow, asked: DayAsked): { readonly day: IsoDate | null; readonly from: IsoDate | null } {
    const [column] = this.columnsFor(asked);
    if (column === undefined || this.#dates === null) return { day: null, from: null };
    const read = readPlanDay(row.texts[column.index] ?? '', asked, this.#dates, this.#year);
    if (read.kind === 'day') {
      if (read.assumed !== null) this.#readAs(row, column, `was ${read.assumed}`);
      return { day: read.day, from: read.from };
    }
    if (read.kind === 'unreadable') this.#problems.atCell(row, column, 'left_empty', read.why);
    if (read.kind === 'no_day') this.#readAs(row, column, 'names no day: the action has none');
    return { day: null, from: null };
  }

  /** How a cell was read, told in the first row that has the text. */
  #readAs(row: TableRow, column: PlanColumn, how: string): void {
    const key = `${column.index} ${row.texts[column.index] ?? ''}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    this.#problems.atCell(row, column, 'check', how);
  }

  #held(row: TableRow, column: PlanColumn): string {
    const text = row.texts[column.index] ?? '';
    const most = column.goesTo === null ? undefined : LONGEST[column.goesTo];
    if (most === undefined || text.length <= most) return isPlaceholder(text) ? '' : text;
    this.#readAs(row, column, `has ${formatCount(text.length)} characters and is cut after ${formatCount(most)}`);
    return `${text.slice(0, most - 1).trimEnd()}…`;
  }

  #textsOf(target: PlanTarget): string[] {
    return this.columnsFor(target).flatMap(({ index }) => this.#table.rows.map(({ texts }) => texts[index] ?? '').filter((text) => text !== ''));
  }

  /** One order of day and month for all columns of days: a file is written by one person. */
  #readOrders(said: DateOrder | undefined): DateOrder | null {
    const columns = DAY_TARGETS.flatMap((target) => this.columnsFor(target));
    if (columns.length === 0) return null;
    const cells = columns.flatMap(({ index }) => this.#table.rows.map(({ texts }) => texts[index] ?? ''));
    const whole = dateColumn(cells, '1900', said);
    this.#dates = whole;
    if (said === undefined && whole.either !== null && whole.only === null) {
      const [first] = columns;
      this.#problems.ofTable(`Days such as “${whole.either}” could be read either way: they are read with the day first, as in the UK.`, first);
    }
    return whole.order;
  }
}
