import type { Writer } from '../../db/connection.ts';
import { keepDocumentSection, keepDocumentSettings } from '../../db/repositories/documents.ts';
import { insertHolidays } from '../../db/repositories/holidays.ts';
import { DOCUMENT_FACTS, type DocumentKind } from '../../planning/documents/kinds.ts';
import type { Holiday } from '../../planning/school-holidays.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';

/** Which meeting each of Hillcrest's papers is for. */
const MEETINGS: readonly (readonly [DocumentKind, string, IsoDate])[] = [
  ['strategy', 'the Finance committee', '2026-12-11'], ['summary', 'the Finance committee', '2026-12-11'], ['slides', 'the leadership team', '2026-11-27'],
];

/** What the head has written into the strategy. */
const OWN_WORDS = 'The governors asked in May that ICT money should never again be found in the last weeks of a year. This plan is our answer.';

/** This school year, as the county has it. */
const HOLIDAYS: readonly Holiday[] = [
  { name: 'Autumn half term', firstDay: '2026-10-26', lastDay: '2026-10-30' },
  { name: 'Christmas holiday', firstDay: '2026-12-21', lastDay: '2027-01-01' },
  { name: 'February half term', firstDay: '2027-02-15', lastDay: '2027-02-19' },
  { name: 'Easter holiday', firstDay: '2027-03-26', lastDay: '2027-04-09' },
  { name: 'May half term', firstDay: '2027-05-31', lastDay: '2027-06-04' },
  { name: 'Summer holiday', firstDay: '2027-07-22', lastDay: '2027-08-31' },
];

/** For which meetings Hillcrest writes, in whose words, and when nobody is taught there. */
export function writeDocuments(writer: Writer): void {
  for (const [kind, heldFor, heldOn] of MEETINGS) keepDocumentSettings(writer, kind, { reader: DOCUMENT_FACTS[kind].reader, heldFor, heldOn });
  keepDocumentSection(writer, 'strategy', { section: 'context', included: true, words: OWN_WORDS });
  insertHolidays(writer, HOLIDAYS);
}
