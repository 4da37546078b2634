import type { LeavingReader } from './leaving-reader.ts';
import type { CategoryReader } from './category-reader.ts';
import type { ListKind } from '../contract/import-options.ts';
import type { Choices } from './choices.ts';
import type { SourceColumn } from './column-choice.ts';
import { isDeviceName, type ColumnField } from './column-synonyms.ts';
import { listedValues, shareOut } from './listed-values.ts';
import { readUnitPrice } from './money-column.ts';
import { NamesFound, type NamedAbout } from './names-found.ts';
import { WHOLE_FILE, type RawRow } from './raw-table.ts';
import type { RefusedRow, RegisterRow } from './register-row.ts';
import { refuseRow, TOTALS_ROW } from './row-checks.ts';
import type { RowDates } from './row-dates.ts';
import type { RowNotices } from './row-notices.ts';
import type { StatusReader } from './status-reader.ts';
import { RunningSums } from './totals-row.ts';
import { knownLines, knownText } from './values/cell-text.ts';
import { readSize } from './values/size.ts';
import { readYearGroup } from './values/year-group.ts';
import { readQuantity } from './values/quantity.ts';

export type RowOutcome = { readonly refused: RefusedRow } | { readonly rows: readonly RegisterRow[] };

const COLUMNS_OF_A_FULL_LIST = 3;

type Amount = Pick<RegisterRow, 'quantity' | 'filledIn'>;
type Named = Pick<RegisterRow, 'description' | 'make' | 'model' | 'filledIn'> & { readonly spelledMake: string | null };

/** Reads the rows of one register, with everything that was decided about its columns. */
export class RowReader {
  readonly #sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>;
  readonly #headerNames: readonly string[];
  readonly #dates: RowDates;
  readonly #categories: CategoryReader;
  readonly #notices: RowNotices;
  readonly #statuses: StatusReader;
  readonly #leaving: LeavingReader;
  readonly #choices: Choices;
  readonly #names: NamesFound;
  readonly #sums: RunningSums;
  /** A title of software has a publisher of its own: its name is not put before the title's. */
  readonly #makeStandsApart: boolean;

  constructor(
    sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>, headerNames: readonly string[], dates: RowDates,
    categories: CategoryReader, statuses: StatusReader, leaving: LeavingReader, notices: RowNotices, choices: Choices, list: ListKind,
  ) {
    this.#makeStandsApart = list === 'software';
    this.#choices = choices;
    this.#names = new NamesFound(choices);
    this.#sources = sources;
    this.#headerNames = headerNames;
    this.#dates = dates;
    this.#categories = categories;
    this.#notices = notices;
    this.#statuses = statuses;
    this.#leaving = leaving;
    this.#sums = new RunningSums(sources);
  }

  /** One row of the file: an asset or a group, n assets where it lists n serials or tags, or the reason why not. */
  read(raw: RawRow): RowOutcome {
    this.#notices.startRow();
    const outcome = this.#read(raw);
    this.#notices.endRow('rows' in outcome);
    return outcome;
  }

  /** The names of rooms, makes, departments and suppliers as the file spells them. */
  get names(): NamesFound {
    return this.#names;
  }

  #read(raw: RawRow): RowOutcome {
    const refused = refuseRow(raw, this.#headerNames, this.#sources, this.#dates);
    if (refused !== null) {
      this.#sums.endBlock();
      return { refused };
    }
    const named = this.#describe(raw);
    if (named === null) return { refused: this.#nameless(raw) };
    // What is noticed from here on is about a row that stays, and quantities are refused before they are noticed.
    const amount = this.#quantity(raw);
    if ('refused' in amount) return amount;
    const rows = this.#identify(raw, this.#values(raw, amount, named));
    const doubt = this.#notices.doubtOfRow((index) => this.#choices.refusesDoubts(index));
    if (doubt !== null) return { refused: { row: raw.row, ...doubt } };
    this.#sums.add(raw);
    this.#noticeLoneCell(raw);
    this.#names.add(raw.row, {
      site: this.#text(raw, 'site'), building: this.#text(raw, 'building'), room: this.#text(raw, 'room'), make: named.spelledMake,
      department: this.#text(raw, 'department'), yearGroup: this.#yearGroup(raw), supplier: this.#text(raw, 'supplier'),
    });
    return { rows };
  }

  /** Bare figures that add up what stands above are its total, though no word says so. */
  #nameless({ row, cells }: RawRow): RefusedRow {
    const isTotal = this.#sums.equals({ row, cells });
    if (isTotal) this.#sums.endBlock();
    return { row, column: null, reason: isTotal ? TOTALS_ROW : 'nothing in it says what it is' };
  }

  /** In a list of many columns a lone cell is as likely a heading or a remark as a thing. */
  #noticeLoneCell(raw: RawRow): void {
    if (this.#sources.size < COLUMNS_OF_A_FULL_LIST) return;
    const first = raw.cells.findIndex((cell) => knownText(cell) !== null);
    if (raw.cells.some((cell, index) => index > first && knownText(cell) !== null)) return;
    this.#notices.add(raw.row, WHOLE_FILE, 'only one cell is filled', ': kept, and may be a heading or a remark');
  }

  #first(field: ColumnField): SourceColumn | undefined {
    return this.#sources.get(field)?.[0];
  }

  /** The first of a field's columns that says something in this row. */
  #text(raw: RawRow, field: ColumnField): string | null {
    for (const { index } of this.#sources.get(field) ?? []) {
      const text = knownText(raw.cells[index]);
      if (text !== null) return text;
    }
    return null;
  }

  /** A name as a person said that it is spelled. */
  #name(raw: RawRow, field: NamedAbout): string | null {
    const text = this.#text(raw, field);
    return text === null ? null : this.#choices.mapped(field, text) ?? text;
  }

  /** Name and version often stand apart: "Windows" and "10.0.19045". */
  #system(raw: RawRow): string | null {
    const said = (this.#sources.get('system') ?? []).flatMap(({ index }) => knownText(raw.cells[index]) ?? []);
    return said.length === 0 ? null : said.filter((text, at) => !said.slice(0, at).some((before) => before.includes(text))).join(' ').slice(0, 200);
  }

  /** "7" and "Y7" are Year 7, unless a person said what they are. */
  #yearGroup(raw: RawRow): string | null {
    const text = this.#text(raw, 'yearGroup');
    return text === null ? null : this.#choices.mapped('yearGroup', text) ?? readYearGroup(text);
  }

  /** What the machine has inside, for its model. */
  #machine(raw: RawRow): Pick<RegisterRow, 'memoryGb' | 'processor' | 'storageGb'> {
    const size = (what: 'memory' | 'storage'): number | null => {
      const source = this.#first(what);
      if (source === undefined) return null;
      const gb = readSize(raw.cells[source.index], what, source.plain);
      const text = gb === null ? knownText(raw.cells[source.index]) : null;
      if (text !== null) this.#notices.add(raw.row, source.column, 'no plain size such as 8 GB', '; kept without it', text);
      return gb;
    };
    return { memoryGb: size('memory'), processor: this.#text(raw, 'processor')?.slice(0, 200) ?? null, storageGb: size('storage') };
  }

  #deviceName(raw: RawRow): string | null {
    const source = (this.#sources.get('description') ?? []).find(({ plain }) => isDeviceName(plain));
    return source === undefined ? null : knownText(raw.cells[source.index]);
  }

  #quantity(raw: RawRow): Amount | { readonly refused: RefusedRow } {
    const source = this.#first('quantity');
    if (source === undefined || source.filled === 0) return { quantity: 1, filledIn: ['quantity'] };
    const reading = readQuantity(raw.cells[source.index]);
    if (reading.kind === 'quantity') return { quantity: reading.quantity, filledIn: [] };
    if (reading.kind === 'refused') return { refused: { row: raw.row, column: source.column, reason: reading.reason } };
    this.#notices.add(raw.row, source.column, 'no quantity', ': read as 1');
    return { quantity: 1, filledIn: ['quantity'] };
  }

  #describe(raw: RawRow): Named | null {
    const spelledMake = this.#text(raw, 'make');
    const make = this.#name(raw, 'make');
    const model = this.#text(raw, 'model');
    const first = this.#first('description');
    const given = first === undefined ? null : knownText(raw.cells[first.index]);
    const identity = this.#text(raw, 'tag') ?? this.#text(raw, 'serial');
    const said = given ?? model ?? this.#text(raw, 'description') ?? this.#text(raw, 'category')
      ?? make ?? (identity === null ? null : `Item ${identity}`);
    if (said === null) return null;
    // A make goes before what is not a description of its own; one without a model has nowhere else to stand.
    const addsMake = make !== null && !this.#makeStandsApart && (given === null || model === null) && !said.toLowerCase().includes(make.toLowerCase());
    return { description: addsMake ? `${make} ${said}` : said, make, spelledMake, model, filledIn: given === null ? ['description'] : [] };
  }

  #values(raw: RawRow, { quantity, filledIn }: Amount, { spelledMake: _spelled, ...named }: Named): RegisterRow {
    const cost = this.#first('cost');
    const price = cost === undefined ? null : readUnitPrice(raw, cost, this.#first('vat'), quantity, this.#notices);
    const { note, ...statusRead } = this.#statuses.read(raw);
    const { notes: leavingNotes, status, filledIn: statusFilledIn, ...left } = this.#leaving.read(raw, statusRead);
    const category = this.#categories.read(raw, named);
    const dates = this.#dates.read(raw, status);
    const notes = (this.#sources.get('notes') ?? []).map(({ index }) => knownLines(raw.cells[index]));
    return {
      row: raw.row, tag: null, serial: null, ...named,
      categoryKey: category.categoryKey,
      userGroup: category.userGroup,
      yearGroup: this.#yearGroup(raw),
      site: this.#name(raw, 'site'), building: this.#name(raw, 'building'), room: this.#name(raw, 'room'),
      department: this.#name(raw, 'department'),
      supplier: this.#name(raw, 'supplier'),
      quantity, status, ...dates,
      unitPaidPence: price?.netPence ?? null,
      unitVatPence: price?.vatPence ?? null,
      orderNumber: this.#text(raw, 'orderNumber'),
      system: this.#system(raw), ...this.#machine(raw), ...left,
      deviceName: this.#deviceName(raw),
      notes: joinNotes([...notes, note, ...leavingNotes]),
      filledIn: [...filledIn, ...named.filledIn, ...category.filledIn, ...statusFilledIn],
    };
  }

  /** Gives the row its tag and serial, or makes one asset of each listed value. */
  #identify(raw: RawRow, base: RegisterRow): readonly RegisterRow[] {
    const tagSource = this.#first('tag');
    const serialSource = this.#first('serial');
    const tags = shareOut(listedValues(tagSource && raw.cells[tagSource.index]), base.quantity);
    const serials = shareOut(listedValues(serialSource && raw.cells[serialSource.index]), base.quantity);
    const notes: (string | null)[] = [base.notes];
    for (const [source, shared] of [[tagSource, tags], [serialSource, serials]] as const) {
      if (source === undefined || shared.kind !== 'note') continue;
      notes.push(`${source.column}: ${shared.text}`);
      const after = ': kept as one group, the list in its notes';
      if (shared.twice === null) this.#notices.add(raw.row, source.column, 'a list that does not have one for each item', after);
      else this.#notices.add(raw.row, source.column, 'a list in which a value stands twice', after, shared.twice);
    }
    const row: RegisterRow = {
      ...base,
      tag: tags.kind === 'one' ? tags.value : null,
      serial: serials.kind === 'one' ? serials.value : null,
      notes: joinNotes(notes),
    };
    if (tags.kind !== 'each' && serials.kind !== 'each') return [row];
    const label = tags.kind === 'one' ? tags.value : null;
    const listing = tags.kind === 'each' ? tagSource : serialSource;
    this.#notices.add(raw.row, listing?.column ?? '', 'one listed for each item', ': read as separate items');
    return Array.from({ length: base.quantity }, (_, index): RegisterRow => ({
      ...row, quantity: 1,
      tag: tags.kind === 'each' ? tags.values[index] ?? null : null,
      serial: serials.kind === 'each' ? serials.values[index] ?? null : null,
      notes: label === null ? row.notes : joinNotes([row.notes, `${tagSource?.column ?? ''}: ${label}`]),
    }));
  }
}

function joinNotes(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null && part !== '');
  return said.length === 0 ? null : said.join('\n');
}
