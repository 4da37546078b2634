import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildEverything } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });

beforeAll(async () => {
  buildEverything();
  home = mkdtempSync(join(tmpdir(), 'kitplan-export-'));
  process.chdir(home);
  expect(await kitplan('sample', 'hillcrest.kitplan')).toMatchObject({ code: 0 });
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan export', () => {
  it('writes the register, the due list, the disposals and the plan, each to the file named, and changes nothing', async () => {
    const before = readFileSync('hillcrest.kitplan');
    const ran = await kitplan('export', 'hillcrest.kitplan', '--register', 'kit.csv', '--due', 'due.xlsx', '--years', '3', '--disposals', 'gone.csv', '--json', 'plan.json', '--as-of', '2026-11-21');
    expect(ran).toMatchObject({ code: 0, out: 'kit.csv\ndue.xlsx\ngone.csv\nplan.json\n', err: '' });
    expect(readFileSync('kit.csv', 'utf8').split('\r\n')[0]).toMatch(/^\ufeffAsset tag,Serial number,Description,Category,/u);
    expect(readFileSync('due.xlsx').subarray(0, 2).toString()).toBe('PK');
    expect(readFileSync('gone.csv', 'utf8')).toContain('Disposed of');
    expect(readFileSync('plan.json', 'utf8')).toMatch(/^\{\n "kitplan": "plan",\n "format": 1,/u);
    expect(readFileSync('hillcrest.kitplan').equals(before)).toBe(true);
    expect(existsSync('hillcrest.kitplan.lock')).toBe(false);
  });

  it('writes the forecast as a spreadsheet that works it out by itself, also for another way forward', async () => {
    expect(await kitplan('export', 'hillcrest.kitplan', '--live', 'live.xlsx', '--as-of', '2026-11-21', '--years', '3')).toMatchObject({ code: 0, out: 'live.xlsx\n', err: '' });
    const [first] = (await readXlsx(readFileSync('live.xlsx'))).sheets;
    expect(first?.rows[0]?.[0]).toBe('Hillcrest School: live forecast 2026/27 to 2028/29');
    expect(await kitplan('export', 'hillcrest.kitplan', '--live', 'kept.xlsx', '--scenario', 'keep TO policy')).toMatchObject({ code: 0 });
    const unknown = await kitplan('export', 'hillcrest.kitplan', '--live', 'none.xlsx', '--scenario', 'Plan B');
    expect(unknown).toMatchObject({ code: 1, out: '' });
    expect(unknown.err).toMatch(/^The plan has no scenario called “Plan B”\. It has Keep to policy/u);
  });

  it('writes for Snipe-IT, which its own import reads back without a change', async () => {
    expect(await kitplan('export', 'hillcrest.kitplan', '--register', 'snipe.csv', '--snipe-it')).toMatchObject({ code: 0 });
    const { out } = await kitplan('import', 'snipe.csv', '--plan', 'hillcrest.kitplan', '--dry-run', '--json');
    const { rows } = JSON.parse(out) as { rows: { new: number; changed: number } };
    expect(rows).toMatchObject({ new: 0, changed: 0 });
  });

  it.each<[string[], number, string]>([
    [['hillcrest.kitplan'], 2, 'What to write is missing'],
    [['hillcrest.kitplan', '--register', 'kit.doc'], 2, '--register takes a name that ends in .csv or .xlsx; “kit.doc” does neither.'],
    [['hillcrest.kitplan', '--register', 'kit.xlsx', '--snipe-it'], 2, '--snipe-it goes with --register'],
    [['hillcrest.kitplan', '--live', 'live.csv'], 2, '--live takes a name that ends in .xlsx; “live.csv” does not.'],
    [['hillcrest.kitplan', '--json', 'x.json', '--scenario', 'Recommended'], 2, '--scenario goes with --due, --live or --budget.'],
    [['hillcrest.kitplan', '--budget', 'budget.pdf'], 2, '--budget takes a name that ends in .xlsx, .csv or .xml; “budget.pdf” does none of these.'],
    [['hillcrest.kitplan', '--json', 'x.json', '--vat'], 2, '--vat goes with --budget.'],
    [['hillcrest.kitplan', '--due', 'due.csv', '--years', '99'], 2, '--years takes a whole number from 3 to 10.'],
    [['hillcrest.kitplan', '--json', 'hillcrest.kitplan'], 1, 'hillcrest.kitplan is a plan and is not overwritten.'],
    [['nothing.kitplan', '--json', 'x.json'], 1, 'nothing.kitplan'],
    [['hillcrest.kitplan', '--json', 'no/such/folder.json'], 1, 'its folder does not exist'],
  ])('refuses %j in words', async (args, code, words) => {
    const ran = await kitplan('export', ...args);
    expect(ran.code).toBe(code);
    expect(ran.err).toContain(words);
    expect(ran.out).toBe('');
  });
});

describe('kitplan export of a document', () => {
  it('writes it as what the file’s ending says, and leaves the plan as it was', async () => {
    const before = readFileSync('hillcrest.kitplan');
    expect(await kitplan('export', 'strategy', 'hillcrest.kitplan', '--out', 'strategy.pdf', '--as-of', '2026-11-21')).toMatchObject({ code: 0, out: 'strategy.pdf\n', err: '' });
    expect(readFileSync('strategy.pdf').subarray(0, 5).toString()).toBe('%PDF-');
    expect(await kitplan('export', 'workbook', 'hillcrest.kitplan', '--out', 'Budget.XLSX', '--scenario', 'keep TO policy', '--as-of', '2026-11-21')).toMatchObject({ code: 0 });
    expect((await readXlsx(readFileSync('Budget.XLSX'))).sheets[0]?.rows.flat().join(' ')).toContain('Keep to policy');
    expect(await kitplan('export', 'lines', 'hillcrest.kitplan', '--out', 'lines.csv')).toMatchObject({ code: 0 });
    expect(readFileSync('lines.csv', 'utf8')).toMatch(/^\ufeffPlan,Scenario,Version,Line ID,/u);
    expect(await kitplan('export', 'register', 'hillcrest.kitplan', '--out', 'kit.xlsx')).toMatchObject({ code: 0 });
    expect(readFileSync('kit.xlsx').subarray(0, 2).toString()).toBe('PK');
    expect(await kitplan('export', 'schedule', 'hillcrest.kitplan', '--out', 'schedule.xlsx', '--as-of', '2026-11-21')).toMatchObject({ code: 0 });
    expect((await readXlsx(readFileSync('schedule.xlsx'))).sheets.map(({ name }) => name)).toEqual(['By room and term', 'By holiday', 'Schedule']);
    expect(await kitplan('export', 'calendar', 'hillcrest.kitplan', '--out', 'days.ics')).toMatchObject({ code: 0, out: 'days.ics\n' });
    expect(readFileSync('days.ics', 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]+END:VCALENDAR\r\n$/u);
    expect(await kitplan('export', 'disposals', 'hillcrest.kitplan', '--out', 'left.csv')).toMatchObject({ code: 0 });
    expect(readFileSync('left.csv', 'utf8')).toContain('Data wiped on');
    expect(readFileSync('hillcrest.kitplan').equals(before)).toBe(true);
  });

  it.each<[string[], number, string]>([
    [['poster', 'hillcrest.kitplan', '--out', 'p.pdf'], 2, 'Kitplan makes no “poster”. It makes strategy, summary, slides,'],
    [['strategy', '--out', 's.pdf'], 2, 'Of which plan is missing: kitplan export strategy <plan.kitplan> --out FILE.'],
    [['strategy', 'hillcrest.kitplan'], 2, '--out is missing'],
    [['strategy', 'hillcrest.kitplan', '--out', 's.odt'], 2, '--out takes a name that ends in .docx, .pdf, .pptx, .xlsx, .csv or .ics; “s.odt” does not.'],
    [['strategy', 'hillcrest.kitplan', '--out', 's.ics'], 1, 'ICT strategy is made as Word and PDF, not as Calendar file.'],
    [['register', 'hillcrest.kitplan', '--out', 'r.pdf'], 2, '--out takes a name that ends in .csv or .xlsx; “r.pdf” does not.'],
    [['register', 'hillcrest.kitplan', '--out', 'r.csv', '--scenario', 'Recommended'], 2, '--scenario does not go with register'],
    [['lines', 'hillcrest.kitplan', '--out', 'l.csv', '--scenario', 'Plan B'], 1, 'The plan has no scenario called “Plan B”.'],
    [['lines', 'hillcrest.kitplan', '--out', 'l.csv', '--as-of', 'today'], 2, '--as-of takes a day written like 2026-11-21.'],
    [['lines', 'hillcrest.kitplan', '--out', 'l.csv', '--due', 'due.csv'], 2, '--due does not go with a document'],
    [['lines', 'hillcrest.kitplan', '--out', 'hillcrest.kitplan'], 1, 'hillcrest.kitplan is a plan and is not overwritten.'],
    [['lines', 'nothing.kitplan', '--out', 'l.csv'], 1, 'nothing.kitplan'],
    [['reply', 'hillcrest.kitplan', '--out', 'r.pdf', '--decision', 'the last'], 2, '--decision takes the number of a decision, such as D-27; “the last” is none.'],
    [['reply', 'hillcrest.kitplan', '--out', 'r.pdf', '--decision', 'D-999'], 1, 'The plan has no decision D-999. It has D-'],
    [['strategy', 'hillcrest.kitplan', '--out', 's.pdf', '--decision', 'D-27'], 2, '--decision goes with reply.'],
    [['strategy', 'hillcrest.kitplan', '--out', 's.pdf', '--since', '1'], 2, '--since goes with changes.'],
    [['hillcrest.kitplan', '--out', 's.pdf'], 2, '--out goes with a document: kitplan export strategy <plan> --out strategy.pdf.'],
  ])('refuses %j in words', async (args, code, words) => {
    const ran = await kitplan('export', ...args);
    expect(ran.err).toContain(words);
    expect(ran.code).toBe(code);
    expect(ran.out).toBe('');
  });
});

describe('kitplan restore', () => {
  it('makes the same plan again from its JSON, with its history', async () => {
    await kitplan('export', 'hillcrest.kitplan', '--json', 'plan.json');
    const ran = await kitplan('restore', 'plan.json', '--plan', 'again.kitplan');
    expect(ran).toMatchObject({ code: 0, out: `${join(process.cwd(), 'again.kitplan')}\n` });
    await kitplan('export', 'again.kitplan', '--json', 'again.json');
    expect(readFileSync('again.json').equals(readFileSync('plan.json'))).toBe(true);
    expect(await kitplan('check', 'again.kitplan')).toMatchObject({ code: 0, out: expect.stringContaining('again.kitplan is sound.') });
  });

  it('leaves nothing behind where it is refused, and never writes over a plan', async () => {
    writeFileSync('broken.json', readFileSync('plan.json', 'utf8').replace('"quantity":1', '"quantity":"one"'));
    const names = readdirSync('.').toSorted();
    expect(await kitplan('restore', 'broken.json', '--plan', 'broken.kitplan')).toMatchObject({ code: 1, err: 'assets, row 1: “quantity” is a whole number, and here it is not. No plan was made.\n' });
    expect(await kitplan('restore', 'plan.json', '--plan', 'hillcrest.kitplan')).toMatchObject({ code: 1, err: expect.stringContaining('is there already and was left as it is.') });
    expect(await kitplan('restore', 'missing.json', '--plan', 'new.kitplan')).toMatchObject({ code: 1, err: 'missing.json was not found.\n' });
    expect(await kitplan('restore', 'plan.json')).toMatchObject({ code: 2 });
    expect(readdirSync('.').toSorted()).toEqual(names);
  });
});

describe('kitplan check', () => {
  it('prints what the register lacks, what is perhaps there twice, and what looks odd', async () => {
    const { out } = await kitplan('check', 'hillcrest.kitplan');
    expect(out).toMatch(/^ +41 {2}What is left out would probably cost £[\d,]+ over five years; 8 in 10 lie between £[\d,]+ and £[\d,]+\.$/mu);
    expect(out).toMatch(/^ +\d+ {2}Serial number: \d+ of the [\d,]+ that need it lack it\.$/mu);
    expect(out).toContain('HC-TB-0031 and HC-TB-0044: perhaps the same thing (same serial).');
    expect(out).toContain('HC-PJ-07, in use: 14 years looks odd (kept 7 years).');
  });
});
