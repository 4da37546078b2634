import { formatDate } from '../../planning/calendar.ts';
import { DISPOSAL_ROUTES, DISPOSAL_ROUTE_WORDS, type DisposalRoute, type IsoDate } from '../../planning/vocabulary.ts';
import { startLower } from '../../planning/words.ts';
import type { Choices } from './choices.ts';
import type { SourceColumn } from './column-choice.ts';
import type { ColumnField } from './column-synonyms.ts';
import type { Decision, RawRow } from './raw-table.ts';
import type { RegisterRow } from './register-row.ts';
import type { RowDates } from './row-dates.ts';
import { counted, type RowNotices } from './row-notices.ts';
import type { StatusReading } from './status-reader.ts';
import { knownText } from './values/cell-text.ts';
import { readRoute } from './values/disposal-route.ts';
import { WordCounts } from './word-counts.ts';

type Left = Pick<RegisterRow, 'status' | 'filledIn' | 'disposedOn' | 'disposalRoute' | 'disposalCertificate' | 'dataWipedOn'> & {
  readonly notes: readonly string[];
};

const SAYS_NO = /^(n|no|false|not yet|none yet|pending|tbc)$/i;
const SAYS_YES = /^(y|yes|true|done)$/i;

/** What a register says of kit that has left: the day, the way, the certificate, and when its data was wiped. */
export class LeavingReader {
  readonly #sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>;
  readonly #dates: RowDates;
  readonly #notices: RowNotices;
  readonly #asOf: IsoDate;
  readonly #choices: Choices;
  readonly #routes = new Map<DisposalRoute, WordCounts>();
  #goneByRoute = 0;

  constructor(
    sources: ReadonlyMap<ColumnField, readonly SourceColumn[]>, dates: RowDates, notices: RowNotices, asOf: IsoDate, choices: Choices,
  ) {
    this.#sources = sources;
    this.#dates = dates;
    this.#notices = notices;
    this.#asOf = asOf;
    this.#choices = choices;
  }

  /** What cannot be kept in a field of its own goes to the notes: a plan has no place for "wiped: yes" without a day. */
  read(raw: RawRow, said: Pick<StatusReading, 'status' | 'filledIn'>): Left {
    const notes: string[] = [];
    const route = this.#route(raw, notes);
    const left = {
      disposedOn: this.#disposedOn(raw), disposalRoute: route, disposalCertificate: this.#certificate(raw, notes), dataWipedOn: this.#wipedOn(raw, notes),
    };
    // Nothing else says what state it is in, and somebody wrote down what became of it.
    const isGone = route !== null && said.filledIn.includes('status') && !this.#isStillToGo(raw);
    if (!isGone) return { ...left, notes, status: said.status, filledIn: said.filledIn };
    this.#goneByRoute += 1;
    return { ...left, notes, status: 'disposed', filledIn: said.filledIn.filter((field) => field !== 'status') };
  }

  decisions(): Decision[] {
    const column = this.#sources.get('disposalRoute')?.[0]?.column ?? '';
    return [
      ...[...this.#routes].map(([route, words]) => ({ column, readAs: `${startLower(DISPOSAL_ROUTE_WORDS[route])}: ${words.listed()}` })),
      ...(this.#goneByRoute === 0 ? [] : [{ column, readAs: `${counted(this.#goneByRoute, 'row')} read as disposed of, because what became of it is written down` }]),
    ];
  }

  #disposedOn(raw: RawRow): IsoDate | null {
    for (const source of this.#sources.get('disposed') ?? []) {
      const value = this.#dates.readCell(source, raw);
      if (value.kind !== 'date') continue;
      if (value.date > this.#asOf) {
        this.#notices.add(raw.row, source.column, `a disposal after ${formatDate(this.#asOf)}`, ': it has not left yet, and the day is not kept');
        continue;
      }
      if (value.assumed) this.#notices.add(raw.row, source.column, 'a disposal with a month or a year alone', ': the first day of it was taken');
      return value.date;
    }
    return null;
  }

  /** Whether the day of its disposal is still to come. */
  #isStillToGo(raw: RawRow): boolean {
    return (this.#sources.get('disposed') ?? []).some((source) => {
      const value = this.#dates.readCell(source, raw);
      return value.kind === 'date' && value.date > this.#asOf;
    });
  }

  #route(raw: RawRow, notes: string[]): DisposalRoute | null {
    const { source, text } = this.#said(raw, 'disposalRoute');
    if (source === null || text === null || SAYS_NO.test(text)) return null;
    const mapped = this.#choices.mapped('disposalRoute', text);
    const route = DISPOSAL_ROUTES.find((each) => each === mapped) ?? readRoute(text);
    if (route === null) {
      this.#notices.add(raw.row, source.column, 'a way of disposal that Kitplan has no word for', ': kept in the notes', text);
      notes.push(`${source.column}: ${text}`);
      return null;
    }
    const words = this.#routes.get(route) ?? new WordCounts();
    words.add(text);
    this.#routes.set(route, words);
    return route;
  }

  #certificate(raw: RawRow, notes: string[]): string | null {
    const { source, text } = this.#said(raw, 'disposalCertificate');
    if (source === null || text === null || SAYS_NO.test(text)) return null;
    if (!SAYS_YES.test(text)) return text.slice(0, 200);
    notes.push(`${source.column}: ${text}`);
    return null;
  }

  #wipedOn(raw: RawRow, notes: string[]): IsoDate | null {
    const { source, text } = this.#said(raw, 'dataWiped');
    if (source === null || text === null || SAYS_NO.test(text)) return null;
    const value = this.#dates.readCell(source, raw);
    if (value.kind === 'date' && value.date <= this.#asOf) return value.date;
    this.#notices.add(raw.row, source.column, 'no day on which data was wiped', ': kept in the notes', text);
    notes.push(`${source.column}: ${text}`);
    return null;
  }

  #said(raw: RawRow, field: ColumnField): { readonly source: SourceColumn | null; readonly text: string | null } {
    const source = this.#sources.get(field)?.[0] ?? null;
    return { source, text: source === null ? null : knownText(raw.cells[source.index]) };
  }
}
