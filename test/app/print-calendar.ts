import { calendarFile } from '../../app/documents/calendar/calendar-file.ts';
import { kit, schoolOf } from '../planning/fixtures.ts';
import { factsFor } from '../support/document-schools.ts';

/** Prints the calendar of one item whose cover ends on the day that summer time begins; run in other zones by calendar-file.test.ts. */
const facts = factsFor(schoolOf({ assets: [kit({ id: 7, coverEnd: '2027-03-28' })] }), 'calendar');
process.stdout.write(JSON.stringify({ offset: new Date('2027-03-28T00:00:00Z').getTimezoneOffset(), everything: new TextDecoder().decode(calendarFile(facts)) }));
