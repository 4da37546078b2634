import { ASSET_STATUSES, STATUS_WORDS, type AssetStatus, type IsoDate } from '../../planning/vocabulary.ts';
import { startLower } from '../../planning/words.ts';
import type { Choices } from './choices.ts';
import type { SourceColumn } from './column-choice.ts';
import type { ColumnField } from './column-synonyms.ts';
import type { Decision, RawRow } from './raw-table.ts';
import type { RegisterRow } from './register-row.ts';
import { saysDisposed } from './row-checks.ts';
import type { RowDates } from './row-dates.ts';
import { counted, type RowNotices } from './row-notices.ts';
import { knownText } from './values/cell-text.ts';
import { readStatus } from './values/status.ts';
import { WordCounts, WordRows, type WordInRows } from './word-counts.ts';

export type StatusReading = Pick<RegisterRow, 'status' | 'filledIn'> & { readonly note: string | null };

/** Finds each row's status, and counts which word was taken for which. */
export class StatusReader {
  readonly #disposed: readonly SourceColumn[];
  readonly #status: SourceColumn | undefined;
  readonly #dates: RowDates;
  readonly #notices: RowNotices;
  readonly #asOf: IsoDate;
  readonly #words = new Map<AssetStatus, WordCounts>();
  readonly #gone = new Map<string, number>();
  readonly #choices: Choices;
  readonly #unknown = new WordRows();

  constructor(
    sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>, dates: RowDates, notices: RowNotices, asOf: IsoDate, choices: Choices,
  ) {
    this.#choices = choices;
    this.#disposed = sources.get('disposed') ?? [];
    this.#status = sources.get('status')?.[0];
    this.#dates = dates;
    this.#notices = notices;
    this.#asOf = asOf;
  }

  /** In use unless the register says otherwise; a word that stands for no status is kept in the notes. */
  read(raw: RawRow): StatusReading {
    for (const source of this.#disposed) {
      if (!saysDisposed(raw, source, this.#dates.readCell(source, raw), this.#asOf)) continue;
      this.#gone.set(source.column, (this.#gone.get(source.column) ?? 0) + 1);
      return { status: 'disposed', note: null, filledIn: [] };
    }
    const source = this.#status;
    const text = source === undefined ? null : knownText(raw.cells[source.index]);
    if (source === undefined || text === null) return { status: 'in_use', note: null, filledIn: ['status'] };
    const status = this.#said(text) ?? readStatus(text);
    if (status === null) {
      const after = ': read as in use, the word kept in the notes';
      this.#notices.doubt('status', raw.row, source, 'a word that stands for no status', after, text);
      this.#unknown.add(text, raw.row);
      return { status: 'in_use', note: `${source.column}: ${text}`, filledIn: ['status'] };
    }
    const words = this.#words.get(status) ?? new WordCounts();
    this.#words.set(status, words);
    words.add(text);
    return { status, note: null, filledIn: [] };
  }

  #said(text: string): AssetStatus | null {
    const said = this.#choices.mapped('status', text);
    return ASSET_STATUSES.find((status) => status === said) ?? null;
  }

  /** Words of the column that stand for no status, each with its rows. */
  unknownWords(): readonly WordInRows[] {
    return this.#unknown.list();
  }

  decisions(): Decision[] {
    const column = this.#status?.column ?? '';
    return [
      ...[...this.#gone].map(([from, rows]) => ({ column: from, readAs: `${counted(rows, 'row')} read as disposed of` })),
      ...[...this.#words].map(([status, words]) => ({ column, readAs: `${startLower(STATUS_WORDS[status])}: ${words.listed()}` })),
    ];
  }
}
