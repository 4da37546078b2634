import { financialYearLabel, financialYearOf, formatDate, formatLongDate } from '../../calendar.ts';
import { formatCount } from '../../money.ts';
import type { Draft, DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead, words, type DocumentTable, type TableRow, type Words } from '../model.ts';
import { groupRow, tableRow, wordsColumn } from '../tables.ts';
import { calendarEvents, type CalendarEvent } from './events.ts';

/** What a reader goes through on paper; the calendar file holds them all. */
const MOST_ROWS = 150;

/** What the calendar file holds, to be looked through before it is taken into a calendar. */
export function composeCalendar(facts: DocumentFacts): Draft {
  const events = calendarEvents(facts);
  return { layout: 'paper', title: 'Warranty and renewals calendar', opening: opening(events), numbered: false, sections: [daysSection(facts, events)] };
}

function opening(events: readonly CalendarEvent[]): Words {
  const [next] = events;
  if (next === undefined) return words('No day ahead is known on which something ends, renews or is to be decided.');
  const days = events.length === 1 ? 'One day is' : `${formatCount(events.length)} days are`;
  return words(`${days} worth knowing beforehand. `, { text: `The next is ${formatLongDate(next.on)}`, strong: true }, `: ${next.title}.`);
}

function daysSection(facts: DocumentFacts, events: readonly CalendarEvent[]): DraftSection {
  const section = { key: 'days', title: 'Days to know of' };
  if (events.length === 0) return { ...section, blocks: [lead('Ends of cover, contracts, licences, leases and support stand here once the plan holds their days, and decisions once they have theirs.')] };
  return { ...section, blocks: [lead('Each is a whole day in the calendar file, with its reminders. Taken in again later, the file moves what has moved and adds nothing twice.'), daysTable(facts, events)] };
}

function daysTable({ forecast: { yearStartMonth } }: DocumentFacts, events: readonly CalendarEvent[]): DocumentTable {
  const shown = events.slice(0, MOST_ROWS);
  const years = Map.groupBy(shown, ({ on }) => financialYearLabel(financialYearOf(on, yearStartMonth), yearStartMonth));
  const more = events.length - shown.length;
  return {
    kind: 'table', caption: 'What ends, renews or is to be decided, by its day',
    columns: [wordsColumn('Day', 1.1), wordsColumn('What', 4.4), wordsColumn('More', 4), wordsColumn('Reminder', 1.5)],
    rows: [...years].flatMap(([label, ofYear]): TableRow[] => [
      groupRow(label), ...ofYear.map(({ on, title, details, remindDays }) => tableRow('body', formatDate(on), title, details.join(' '), reminderWords(remindDays))),
    ]),
    note: more === 0 ? null : `And ${formatCount(more)} day${more === 1 ? '' : 's'} more, in the calendar file.`,
  };
}

const reminderWords = (days: readonly number[]): string => (days.length === 0 ? 'none: decided' : `${days.join(' and ')} days before`);
