import { asc, desc, eq } from 'drizzle-orm';
import type { SectionSetting } from '../../planning/documents/facts.ts';
import type { DocumentKind } from '../../planning/documents/kinds.ts';
import type { Reader, Writer } from '../connection.ts';
import { documentSections, documentSettings, letterheads, sentDocuments } from '../schema/documents.ts';

type SettingsRow = typeof documentSettings.$inferSelect;
export type KindFields = Pick<SettingsRow, 'reader' | 'heldFor' | 'heldOn'>;
export type SentRow = typeof sentDocuments.$inferSelect;
export type LetterheadRow = typeof letterheads.$inferSelect;

/** What the school has said about a kind; undefined where it has said nothing. */
export const readDocumentSettings = (reader: Reader, kind: DocumentKind): KindFields | undefined =>
  reader.select().from(documentSettings).where(eq(documentSettings.kind, kind)).get();

export const readDocumentSections = (reader: Reader, kind: DocumentKind): readonly SectionSetting[] =>
  reader.select().from(documentSections).where(eq(documentSections.kind, kind)).orderBy(asc(documentSections.id)).all()
    .map(({ section, included, words }) => ({ section, included, words }));

export function keepDocumentSettings(writer: Writer, kind: DocumentKind, fields: KindFields): void {
  writer.insert(documentSettings).values({ kind, ...fields }).onConflictDoUpdate({ target: documentSettings.kind, set: fields }).run();
}

export function keepDocumentSection(writer: Writer, kind: DocumentKind, { section, included, words }: SectionSetting): void {
  writer.insert(documentSections).values({ kind, section, included, words })
    .onConflictDoUpdate({ target: [documentSections.kind, documentSections.section], set: { included, words } }).run();
}

/** Without the frozen part, which is read alone: a list of what was sent is read far more often. */
export type SentSummary = Omit<SentRow, 'frozen'>;

export const listSentDocuments = (reader: Reader): readonly SentSummary[] => {
  const { id, kind, number, title, scenarioName, planVersion, asOf, sentOn, sentBy, sentTo, engineVersion } = sentDocuments;
  return reader.select({ id, kind, number, title, scenarioName, planVersion, asOf, sentOn, sentBy, sentTo, engineVersion }).from(sentDocuments)
    .orderBy(desc(sentDocuments.sentOn), desc(sentDocuments.id)).all();
};

export const readSentDocument = (reader: Reader, id: number): SentRow | undefined =>
  reader.select().from(sentDocuments).where(eq(sentDocuments.id, id)).get();

export const readLetterhead = (reader: Reader): LetterheadRow | undefined => reader.select().from(letterheads).get();

/** Keeps what was sent; the number of its row is handed back. */
export const insertSentDocument = (writer: Writer, row: Omit<SentRow, 'id'>): number =>
  writer.insert(sentDocuments).values(row).returning({ id: sentDocuments.id }).get().id;

/** One at most: a new one takes the place of the old. */
export function keepLetterhead(writer: Writer, fields: Omit<LetterheadRow, 'id'>): void {
  removeLetterhead(writer);
  writer.insert(letterheads).values(fields).run();
}

export function removeLetterhead(writer: Writer): void {
  writer.delete(letterheads).run();
}
