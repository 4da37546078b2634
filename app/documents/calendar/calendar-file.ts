import ical, { ICalAlarmType, ICalEventBusyStatus, ICalEventTransparency, type ICalEventData } from 'ical-generator';
import { addDays } from '../../../planning/calendar.ts';
import { calendarEvents, type CalendarEvent, type CalendarEventKind } from '../../../planning/documents/calendar/events.ts';
import type { DocumentFacts } from '../../../planning/documents/facts.ts';
import type { IsoDate } from '../../../planning/vocabulary.ts';

const CATEGORY_WORDS: Readonly<Record<CalendarEventKind, string>> = {
  cover: 'Warranty', lease: 'Lease', agreement: 'Contract or licence', support: 'Support', decision: 'Decision',
};
const HOUR = 3_600;
/** Reminders come in the morning of their day: nobody wants one at midnight. */
const REMIND_AT_HOUR = 9;

/**
 * The days to know of as a calendar file (RFC 5545) that Outlook, Google and Apple take in. The same facts give the same
 * bytes; a thing keeps its id and counts its changes, so that a calendar moves the entry that it has.
 */
export function calendarFile(facts: DocumentFacts): Uint8Array {
  const school = facts.snapshot.school.name || 'The school';
  const calendar = ical({ name: `${school}: ICT warranties and renewals`, prodId: { company: 'Kitplan', product: 'Kitplan', language: 'EN' } });
  for (const event of calendarEvents(facts)) calendar.createEvent(entryOf(event, facts));
  return new TextEncoder().encode(`${calendar.toString()}\r\n`);
}

const midnight = (day: IsoDate): Date => new Date(`${day}T00:00:00Z`);

const entryOf = ({ key, kind, on, title, details, more, remindDays }: CalendarEvent, { snapshot, forecast, version }: DocumentFacts): ICalEventData => ({
  id: `${key}@${domainOf(snapshot.school.name)}.kitplan`, sequence: version.plan, stamp: midnight(forecast.asOf),
  start: midnight(on), end: midnight(addDays(on, 1)), allDay: true, timezone: 'UTC',
  summary: oneLine(title), description: [...details, ...more].join('\n'), categories: [{ name: CATEGORY_WORDS[kind] }],
  transparency: ICalEventTransparency.TRANSPARENT, busystatus: ICalEventBusyStatus.FREE,
  alarms: remindDays.map((days) => ({ type: ICalAlarmType.display, triggerBefore: days * 24 * HOUR - REMIND_AT_HOUR * HOUR, description: oneLine(title) })),
});

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

/** Two schools in one calendar keep their entries apart: the letters of the name, and a number made of all of it where some are none. */
function domainOf(name: string): string {
  const letters = name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-').replaceAll(/^-+|-+$/gu, '').slice(0, 40);
  return [letters, ...(/^[\w '.&-]*$/u.test(name) ? [] : [fingerprint(name)])].filter((part) => part !== '').join('-') || 'school';
}

/** FNV-1a: short, and the same on every machine. */
function fingerprint(text: string): string {
  let hash = 0x81_1c_9d_c5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01_00_01_93) >>> 0;
  return hash.toString(36);
}
