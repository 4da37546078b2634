import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { writeHucreWorkbook } from '../../app/documents/hucre-workbook.ts';
import { scheduleDocument, scheduleWorkbook } from '../../app/documents/schedule/schedule-workbook.ts';
import { awkwardSchool, emptySchool, factsFor, hillcrest, largeSchool } from '../support/document-schools.ts';
import { officeProgram } from '../support/calc-libreoffice.ts';
import { calculatedWorkbook } from '../support/calc-workbook.ts';
import { formulasOf, poisoned } from '../support/xlsx-document.ts';
import { wrongInOffice } from '../support/wrong-in-office.ts';
import { structureFaults } from '../support/xlsx-structure.ts';

/** Formulas that do not come to what stands beside them, worked out by a program that trusts no stored value. It is slow: every 23rd. */
async function wrongFormulas(made: ReturnType<typeof scheduleDocument>): Promise<string[]> {
  const workbook = await calculatedWorkbook(await writeHucreWorkbook(poisoned(made)));
  const formulas = formulasOf(made);
  return formulas.filter(({ sheet }, at) => sheet === 'By holiday' || at % 23 === 0).flatMap(({ sheet, cell, formula }) =>
    (Math.round(Number(workbook.valueOf(sheet, cell)) * 100) === Math.round(Number(formula.result) * 100) ? [] : [`${sheet}!${cell} =${formula.formula}`]));
}

describe('the refresh schedule as a workbook', () => {
  it.each(Object.entries({ 'Hillcrest': hillcrest, 'impossible names': awkwardSchool, 'nothing yet': async () => Promise.resolve(emptySchool()) }))('works its sums out by itself, right to the penny, for %s', async (_, school) => {
    const made = scheduleDocument(factsFor(await school(), 'schedule'));
    expect(await wrongFormulas(made)).toEqual([]);
    expect(structureFaults(await writeHucreWorkbook(made))).toEqual([]);
  });

  const office = officeProgram();
  if (office === null) console.log('skipped: LibreOffice (soffice) is not installed, so it does not work the schedule out');
  it.skipIf(office === null)('is worked out alike by LibreOffice, every cell of it', async () => {
    for (const school of [await hillcrest(), await awkwardSchool()]) expect(await wrongInOffice(office ?? '', scheduleDocument(factsFor(school, 'schedule')))).toEqual([]);
  }, 240_000);

  it('has every item that is replaced or upgraded in a row of its own, with its holiday', async () => {
    const facts = factsFor(await hillcrest(), 'schedule');
    const { sheets } = await readXlsx(await scheduleWorkbook(facts));
    expect(sheets.map(({ name }) => name)).toEqual(['By room and term', 'By holiday', 'Schedule']);
    const [head = [], ...rows] = sheets[2]?.rows ?? [];
    const kitLines = facts.forecast.lines.filter(({ kind }) => kind === 'replace' || kind === 'upgrade');
    expect(rows.length).toBe(kitLines.length);
    const net = head.indexOf('Net');
    expect(Math.round(rows.reduce((total, row) => total + Number(row[net] ?? 0) * 100, 0))).toBe(kitLines.reduce((total, { netPence }) => total + (netPence ?? 0), 0));
    expect(rows.every((row) => /holiday|half term/u.test(String(row[head.indexOf('Put in during')])))).toBe(true);
  });

  it('holds each of 20,000 assets', async () => {
    const facts = factsFor(largeSchool(), 'schedule');
    const { sheets } = await readXlsx(await scheduleWorkbook(facts));
    expect((sheets[2]?.rows.length ?? 0) - 1).toBe(facts.forecast.lines.filter(({ kind }) => kind === 'replace' || kind === 'upgrade').length);
  });

  it('is the same bytes from the same facts', async () => {
    const facts = factsFor(await hillcrest(), 'schedule');
    expect(Buffer.from(await scheduleWorkbook(facts)).equals(Buffer.from(await scheduleWorkbook(facts)))).toBe(true);
  });
});
