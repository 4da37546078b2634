import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { calendarFile } from '../../app/documents/calendar/calendar-file.ts';
import { calendarEvents } from '../../planning/documents/calendar/events.ts';
import type { DocumentFacts } from '../../planning/documents/facts.ts';
import { kit, schoolOf } from '../planning/fixtures.ts';
import { awkwardSchool, emptySchool, factsFor, hillcrest, largeSchool } from '../support/document-schools.ts';
import { inZone } from '../support/in-zone.ts';

const textOf = (facts: DocumentFacts): string => new TextDecoder().decode(calendarFile(facts));

/** Read back as another program reads it. */
const readBack = (text: string): ICAL.Event[] =>
  new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((entry) => new ICAL.Event(entry));

const remindersOf = (event: ICAL.Event): string[] => event.component.getAllSubcomponents('valarm').map((alarm) => String(alarm.getFirstPropertyValue('trigger')));

describe('the calendar of what ends', () => {
  it('is read back by another program with every day, word and reminder that the plan holds', async () => {
    const facts = factsFor(await hillcrest(), 'calendar');
    const events = calendarEvents(facts);
    const read = readBack(textOf(facts));
    expect(events.length).toBeGreaterThan(20);
    expect(read.map(({ startDate, summary, description }) => [startDate.toString(), summary, description]))
      .toEqual(events.map(({ on, title, details, more }) => [on, title, [...details, ...more].join('\n')]));
    for (const [at, event] of read.entries()) {
      expect(event.startDate.isDate, event.summary).toBe(true);
      expect(event.duration.toSeconds(), event.summary).toBe(86_400);
      expect(remindersOf(event)).toEqual(events[at]?.remindDays.map((days) => `-P${days - 1}DT15H`));
    }
    expect(new Set(read.map(({ uid }) => uid)).size).toBe(read.length);
  });

  it('tells of cover, contracts with their notice, licences, support and decisions', async () => {
    const events = calendarEvents(factsFor(await hillcrest(), 'calendar'));
    const titles = events.map(({ title }) => title).join('\n');
    expect(titles).toMatch(/^Cover ends: \d+ /mu);
    expect(titles).toMatch(/^Last day for notice: .+ \(contract\)$/mu);
    expect(titles).toMatch(/^Renews by itself: .+ \(contract\)$/mu);
    expect(titles).toMatch(/^Renews by itself: .+ \(licence\)$/mu);
    expect(titles).toMatch(/^Security updates end: /mu);
    expect(titles).toMatch(/^To be decided: D-\d+, /mu);
    expect(titles).toMatch(/^To be looked at again: D-\d+, /mu);
  });

  it('is on the same days wherever the computer stands', () => {
    const facts = factsFor(schoolOf({ assets: [kit({ id: 7, coverEnd: '2027-03-28' })] }), 'calendar');
    const here = textOf(facts);
    expect(here).toContain('DTSTART;VALUE=DATE:20270328\r\n');
    for (const zone of ['Europe/London', 'America/New_York', 'Pacific/Auckland']) {
      expect(inZone(new URL('print-calendar.ts', import.meta.url), zone, 'en_GB.UTF-8').everything, zone).toBe(here);
    }
  });

  it('moves an entry where a day is corrected, keeps its id, and counts the change', () => {
    const entry = (coverEnd: string, plan: number): ICAL.Event | undefined =>
      readBack(textOf(factsFor(schoolOf({ assets: [kit({ id: 7, coverEnd })] }), 'calendar', { version: { number: 1, state: 'draft', plan } })))[0];
    const [before, after] = [entry('2027-03-28', 4), entry('2027-06-30', 5)];
    expect(after?.uid).toBe(before?.uid);
    expect([before?.sequence, after?.sequence]).toEqual([4, 5]);
    expect(after?.startDate.toString()).toBe('2027-06-30');
  });

  it('reminds of nothing where it is decided what happens then', () => {
    const assets = [kit({ id: 7, coverEnd: '2027-03-28' })];
    const school = schoolOf({ assets, acknowledgements: [{ id: 1, subject: 'cover', assetId: 7, agreementId: null, endsOn: '2027-03-28', decision: 'accept', reason: 'Old' }] });
    const [event] = calendarEvents(factsFor(school, 'calendar'));
    expect(event?.remindDays).toEqual([]);
    expect(event?.details).toContain('What happens then has been decided.');
  });

  it('says nothing of what is over, or has left', () => {
    const school = schoolOf({ assets: [kit({ id: 1, coverEnd: '2026-11-20' }), kit({ id: 2, coverEnd: '2026-11-21' }), kit({ id: 3, coverEnd: '2027-01-01', status: 'disposed', disposedOn: '2026-01-01' })] });
    expect(calendarEvents(factsFor(school, 'calendar')).map(({ on }) => on)).toEqual(['2026-11-21']);
  });

  it('is a sound file for a school with nothing, 20,000 assets or impossible names, with no line over 75 octets', async () => {
    for (const school of [emptySchool(), largeSchool(), await awkwardSchool()]) {
      const facts = factsFor(school, 'calendar');
      const text = textOf(facts);
      expect(readBack(text).map(({ summary }) => summary)).toEqual(calendarEvents(facts).map(({ title }) => title.replaceAll(/\s+/gu, ' ').trim()));
      expect(Math.max(...text.split('\r\n').map((line) => new TextEncoder().encode(line).length))).toBeLessThanOrEqual(75);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
    }
  });

  it('is the same bytes from the same facts', async () => {
    const facts = factsFor(await hillcrest(), 'calendar');
    expect(textOf(facts)).toBe(textOf(facts));
  });
});
