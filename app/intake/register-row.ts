import type { AssetStatus, DisposalRoute, IsoDate, Pence, UserGroup } from '../../planning/vocabulary.ts';
import type { RepeatedIdentity } from './across-rows.ts';
import type { SourceColumn } from './column-choice.ts';
import type { ColumnField } from './column-synonyms.ts';
import type { NamesFound } from './names-found.ts';
import type { ListKind } from '../contract/import-options.ts';
import type { PlaceSaid } from './place-tree.ts';
import type { Decision } from './raw-table.ts';
import type { RowDates } from './row-dates.ts';
import type { Doubt } from './row-notices.ts';
import type { TableColumn } from './table-columns.ts';
import type { WordInRows } from './word-counts.ts';

/** One asset, or one group of equal assets, as a register gives it. Unknowns are null, never guessed. */
export type RegisterRow = {
  /** The row's number in the file as a person sees it. A row that lists n serials gives n of these. */
  readonly row: number;
  readonly tag: string | null;
  readonly serial: string | null;
  readonly description: string;
  /** A shipped category or one of the school's own; `other` where no word told. */
  readonly categoryKey: string;
  readonly userGroup: UserGroup | null;
  readonly yearGroup: string | null;
  readonly make: string | null;
  readonly model: string | null;
  /** What its room lies in, where the register says so. */
  readonly site: string | null;
  readonly building: string | null;
  readonly room: string | null;
  readonly department: string | null;
  readonly supplier: string | null;
  /** 1 to 1,000,000. */
  readonly quantity: number;
  readonly status: AssetStatus;
  readonly purchaseDate: IsoDate | null;
  /** True where only a month or a year was known. */
  readonly purchaseDateAssumed: boolean;
  /** When it went into use, from which its age counts; the day that planned or ordered kit is to come. */
  readonly inServiceDate: IsoDate | null;
  /** What was paid for one, net of VAT. */
  readonly unitPaidPence: Pence | null;
  /** VAT on one; null where the register did not say. */
  readonly unitVatPence: Pence | null;
  /** Length of cover where the register gives a length, 1 to 240. */
  readonly warrantyMonths: number | null;
  /** The given end of cover, else its start (or the purchase date, or when it went into use) and the months. */
  readonly warrantyEnd: IsoDate | null;
  /** End of the maker's firmware, security or auto-update support. */
  readonly vendorSupportEnd: IsoDate | null;
  readonly leaseEnd: IsoDate | null;
  readonly orderNumber: string | null;
  /** The operating system that it runs, in words. */
  readonly system: string | null;
  /** What its model has, for the library where that does not say: memory and storage in GB. */
  readonly memoryGb: number | null;
  readonly processor: string | null;
  readonly storageGb: number | null;
  /** The day on which it left, and what became of it. */
  readonly disposedOn: IsoDate | null;
  readonly disposalRoute: DisposalRoute | null;
  readonly disposalCertificate: string | null;
  readonly dataWipedOn: IsoDate | null;
  /** The name that it has in the network, where a column of such names says one. */
  readonly deviceName: string | null;
  readonly notes: string | null;
  /** Fields that the row itself does not say: made up from others, or a default. They never change a plan. */
  readonly filledIn: readonly RegisterField[];
};

/** A part of a register row that a file can give. */
export type RegisterField = Exclude<keyof RegisterRow, 'row' | 'purchaseDateAssumed' | 'filledIn' | 'deviceName'>;

export type ColumnReading = {
  /** Its place in the file, counted from 0. */
  readonly index: number;
  /** Its header, made distinct: "Category (column M)", "Column C". */
  readonly column: string;
  /** Null where the column does not come in. */
  readonly goesTo: RegisterField | null;
  /** What it was read as, or why it was left out. */
  readonly readAs: string;
  /** Its first filled cells as they stand in the file. Empty for private columns. */
  readonly firstValues: readonly string[];
};

export type RefusedRow = { readonly row: number; readonly column: string | null; readonly reason: string };
export type LeftOutColumn = { readonly column: string; readonly reason: string };

/** What a register says, before it is compared with a plan. */
export type RegisterReading = {
  /** What the list is of. */
  readonly list: ListKind;
  /** Row number of the header; null where the file has none. */
  readonly headerRow: number | null;
  /** The headings in their order; null where the file has none. */
  readonly headings: readonly string[] | null;
  readonly columns: readonly ColumnReading[];
  /** In the order of the file. */
  readonly rows: readonly RegisterRow[];
  /** Where the rows say that things are, before the plan was asked: together they tell which rooms of one name are one. */
  readonly placesSaid: readonly PlaceSaid[];
  readonly refused: readonly RefusedRow[];
  readonly leftOut: readonly LeftOutColumn[];
  readonly decisions: readonly Decision[];
  /** Rows under the header that are not blank: those in `rows` (each counted once) and those in `refused`. */
  readonly read: number;
  readonly findings: Findings;
};

/** What was found on the way, for a person to settle. */
export type Findings = {
  readonly sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>;
  /** Columns whose cells must not be shown anywhere. */
  readonly isPrivate: ReadonlySet<number>;
  /** Private columns are without their cells. */
  readonly tableColumns: readonly TableColumn[];
  /** The number of each row below the headings, as the cells of the columns stand; null for one that is refused. */
  readonly bodyRows: readonly (number | null)[];
  readonly doubts: readonly Doubt[];
  readonly repeated: readonly RepeatedIdentity[];
  /** Words that name no kind of kit, or no status. */
  readonly unknownKinds: readonly WordInRows[];
  readonly unknownStatuses: readonly WordInRows[];
  /** How many kinds of kit the rows are of. */
  readonly kinds: number;
  readonly names: NamesFound;
  readonly dates: RowDates;
};
