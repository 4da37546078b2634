import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPrograms } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import { runKitplan, type Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

/** The main job in the terminal: a register in, a five-year forecast out. */
const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });
/** In a process of its own, as a person runs it. */
const kitplanProcess = (...args: string[]): Promise<Ran> => runKitplan(args, { home });

type Line = Record<'kind' | 'category' | 'year' | 'date' | 'due' | 'code', string> & {
  quantity: number; unitPence: number | null; netPence: number | null; limitingFactor: string | null; overdue: boolean; assetTags: string[]; why: string[];
};
type Report = {
  asOf: string; years: { label: string; start: string; end: string }[]; rows: { read: number; kept: number; refused: number };
  totalPence: number[]; alreadyPence: number[]; budgetPence: number[] | null; differencePence: number[] | null;
  byCategory: Record<string, number[]>; byCode: Record<string, number[]>; quantityByCategory: Record<string, number[]>; lines: Line[];
  notInForecast: { reason: string; quantity: number }[]; noPrice: { category: string; quantity: number }[]; decisions: { column: string; readAs: string }[];
};
const report = async (...args: string[]): Promise<Report> => {
  const ran = await kitplan('forecast', ...args, '--json');
  expect(ran.code, ran.err).toBe(0);
  return JSON.parse(ran.out) as Report;
};

const REGISTER = `Asset tag,Category,Model,Purchase date,Cost,Qty,Status
L-1,Laptop,Kestrel 300,12/12/2022,365.00,1,In use
L-2,Laptop,Kestrel 300,05/11/2023,372.50,1,In use
,Monitor,Marlow 24,01/09/2019,110,30,In use
D-1,Desktop,Tamar 200,01/09/2019,398,1,In use
P-1,Projector,Marlow P1,,420,1,In use
X-1,Laptop,Kestrel 200,01/09/2015,300,1,Disposed
C-1,Camera,Marlow C,01/09/2024,,2,In use
`;
const AS_OF = ['--as-of', '2026-11-21'];

beforeAll(() => {
  buildPrograms();
  home = mkdtempSync(join(tmpdir(), 'kitplan-cli-'));
  writeFileSync(join(home, 'kit.csv'), REGISTER);
  process.chdir(home);
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan forecast on a register', () => {
  it('prints the finding, the years and what is left out, in at most 100 columns', async () => {
    const { code, out, err } = await kitplanProcess('forecast', 'kit.csv', ...AS_OF);
    expect(code).toBe(0);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(out).toMatch(/£ +2026\/27 +2027\/28 +2028\/29 +2029\/30 +2030\/31 +Total\n/u);
    expect(out).toMatch(/\nLaptops +/u);
    expect(out).toContain('No budget has been entered yet.');
    expect(out).toContain('As at 21 Nov 2026, net of VAT. 7 rows read, 7 in the plan, 0 refused.');
    expect(out).toMatch(/Not in the forecast: 1 without a purchase date.*1 disposed of/su);
    expect(out).toContain('No price is known for 2 cameras');
    expect(err).toContain('Reading kit.csv …');
  });

  it('prints the same as JSON for other programs: money in whole pence, years in order, nothing else on stdout', async () => {
    const { out } = await kitplanProcess('forecast', 'kit.csv', ...AS_OF, '--json');
    const found = JSON.parse(out) as Report;
    expect(Object.keys(found)).toEqual([
      'asOf', 'years', 'rows', 'totalPence', 'alreadyPence', 'budgetPence', 'differencePence', 'byCategory', 'byCode',
      'quantityByCategory', 'lines', 'notInForecast', 'noPrice', 'decisions',
    ]);
    expect(found.years[0]).toEqual({ label: '2026/27', start: '2026-04-01', end: '2027-03-31' });
    expect(found.years.map(({ label }) => label)).toEqual(['2026/27', '2027/28', '2028/29', '2029/30', '2030/31']);
    expect(found.rows).toEqual({ read: 7, kept: 7, refused: 0 });
    expect(found).toMatchObject({ asOf: '2026-11-21', budgetPence: null, differencePence: null });
    expect(found.notInForecast).toEqual(expect.arrayContaining([{ reason: 'no_purchase_date', quantity: 1 }, { reason: 'status_disposed', quantity: 1 }]));
    expect(found.noPrice).toEqual([{ category: 'camera', quantity: 2 }]);
    expect(found.decisions.every(({ column, readAs }) => column !== '' && readAs !== '')).toBe(true);
    const sums = found.years.map((_, year) => Object.values(found.byCategory).reduce((sum, byYear) => sum + (byYear[year] ?? 0), 0));
    expect(sums).toEqual(found.totalPence);
    expect(found.years.map((_, year) => Object.values(found.byCode).reduce((sum, byYear) => sum + (byYear[year] ?? 0), 0))).toEqual(found.totalPence);
    expect(found.byCategory).not.toHaveProperty('printer');
  });

  it('gives each register row its own lines, with the day, the price and the reasons', async () => {
    const { lines } = await report('kit.csv', ...AS_OF);
    const laptop = lines.filter(({ assetTags }) => assetTags.includes('L-1'));
    // Bought 12 Dec 2022 and kept 48 months: December 2026, then December 2030. £365.00 risen 3 % a year from 2022/23.
    expect(laptop).toMatchObject([
      { kind: 'replace', category: 'laptop', year: '2026/27', date: '2026-12-12', due: '2026-12-12', code: 'E20E', quantity: 1, limitingFactor: 'policy_life', overdue: false, unitPence: 41_081 },
      { year: '2030/31', date: '2030-12-12', limitingFactor: 'policy_life' },
    ]);
    expect(laptop[0]?.why.length).toBeGreaterThan(2);
    // Thirty screens bought in September 2019 and kept eight years: one line of 30.
    expect(lines.filter(({ category }) => category === 'monitor')).toMatchObject([{ quantity: 30, date: '2027-09-01', assetTags: [] }]);
    // A desktop of September 2019, kept five years, is overdue: it is bought now, and was due two years ago.
    expect(lines.find(({ assetTags }) => assetTags.includes('D-1'))).toMatchObject({ overdue: true, date: '2026-11-21', due: '2024-09-01' });
    expect(lines.filter(({ category }) => category === 'camera').every(({ unitPence, netPence }) => unitPence === null && netPence === null)).toBe(true);
  });

  it('knows a register by what is in it, whatever its file is called', async () => {
    writeFileSync(join(home, 'kit.xlsx'), REGISTER);
    expect((await report('kit.xlsx', ...AS_OF)).rows.read).toBe(7);
  });

  it('counts years from September where the school does', async () => {
    const { years } = await report('kit.csv', ...AS_OF, '--year-start', '9', '--years', '3');
    expect(years).toEqual([
      { label: '2026/27', start: '2026-09-01', end: '2027-08-31' }, { label: '2027/28', start: '2027-09-01', end: '2028-08-31' },
      { label: '2028/29', start: '2028-09-01', end: '2029-08-31' },
    ]);
  });

  it('steps prices in September for a register whose school year starts then', async () => {
    writeFileSync(join(home, 'one.csv'), 'Asset Tag,Type,Purchase Date,Cost\nL-1,Laptop,12/06/2023,1000.00\n');
    // Due 12 Jun 2027: from the school year 2022/23 to 2026/27 are four rises, 1,000 × 1.03^4 = £1,125.51; in April years
    // 2023/24 to 2027/28, four as well. A month's difference tells them apart: bought 12 Jun, priced from 2022/23.
    const april = await report('one.csv', ...AS_OF);
    const september = await report('one.csv', ...AS_OF, '--year-start', '9');
    expect(april.lines[0]).toMatchObject({ year: '2027/28', date: '2027-06-12', unitPence: 112_551 });
    expect(september.lines[0]).toMatchObject({ year: '2026/27', date: '2027-06-12', unitPence: 112_551 });
    expect(september.lines[0]?.why.join(' ')).toContain('from 2023/24 to 2026/27');
    expect(april.lines[0]?.why.join(' ')).toContain('from 2024/25 to 2027/28');
  });

  it('sets ten years under one another where they do not fit beside', async () => {
    const { out } = await kitplan('forecast', 'kit.csv', ...AS_OF, '--years', '10');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
    expect(out).toContain('2035/36');
  });

  it('compares with a budget in pounds, year by year', async () => {
    const found = await report('kit.csv', ...AS_OF, '--budget', '1000,2000.50,£3000,0,5');
    expect(found.budgetPence).toEqual([100_000, 200_050, 300_000, 0, 500]);
    expect(found.differencePence).toEqual(found.budgetPence?.map((pence, year) => pence - (found.totalPence[year] ?? 0) - (found.alreadyPence[year] ?? 0)));
    const { out } = await kitplan('forecast', 'kit.csv', ...AS_OF, '--budget', '1000,2000.50,3000,0,5');
    expect(out).toMatch(/\nBudget +1,000 +2,001 +3,000 +0 +5 +6,006\n/u);
    expect(out).toMatch(/\nLeft, or − over +/u);
  });

  it('leaves no plan, no settings and no backup behind', async () => {
    const clean = mkdtempSync(join(tmpdir(), 'kitplan-clean-'));
    writeFileSync(join(clean, 'kit.csv'), REGISTER);
    expect((await runKitplan(['forecast', 'kit.csv'], { home: clean })).code).toBe(0);
    expect(readdirSync(clean)).toEqual(['kit.csv']);
    removeFolder(clean);
  });

  it('names the rows that did not come in, and counts them', async () => {
    writeFileSync(join(home, 'odd.csv'), `${REGISTER}L-9,Laptop,Kestrel,01/01/2024,300,-4,In use\n`);
    const { out, err } = await kitplan('forecast', 'odd.csv', ...AS_OF);
    const { rows } = await report('odd.csv', ...AS_OF);
    expect(rows.read).toBe(8);
    expect(rows.kept + rows.refused).toBe(8);
    expect(out).toContain(`8 rows read, ${rows.kept} in the plan, ${rows.refused} refused.`);
    if (rows.refused > 0) expect(err).toMatch(/Row 9, column Qty: /u);
  });
});

describe('--policies', () => {
  const withPolicies = (policies: unknown, ...more: string[]): Promise<Ran> => {
    writeFileSync(join(home, 'policies.json'), typeof policies === 'string' ? policies : JSON.stringify(policies));
    return kitplan('forecast', 'kit.csv', ...AS_OF, '--policies', 'policies.json', ...more);
  };

  it('sets a life, a price with its date and a rise, and leaves the rest as shipped', async () => {
    const { out } = await withPolicies({ laptop: { lifeMonths: 60, unitPence: 40_000, priceDate: '2026-04-01', inflationBp: 1_000 } }, '--json');
    const { lines } = JSON.parse(out) as Report;
    // Five years from 12 Dec 2022 is 2027/28: £400.00 and one rise of 10 %.
    expect(lines.find(({ assetTags }) => assetTags.includes('L-1'))).toMatchObject({ year: '2027/28', date: '2027-12-12', unitPence: 44_000 });
    expect(lines.find(({ assetTags }) => assetTags.includes('D-1'))).toMatchObject({ limitingFactor: 'policy_life', due: '2024-09-01' });
  });

  it('reaches the kit of pupils and of staff too', async () => {
    writeFileSync(join(home, 'groups.csv'), 'Asset tag,Category,Assigned group,Purchase date,Cost\nL-1,Pupil laptop,Pupil,12/12/2022,365\nL-2,Staff laptop,Staff,12/12/2022,365\n');
    writeFileSync(join(home, 'policies.json'), '{"laptop":{"lifeMonths":72}}');
    const { lines } = await report('groups.csv', ...AS_OF, '--policies', 'policies.json');
    expect(lines.map(({ due }) => due)).toEqual(['2028-12-12', '2028-12-12']);
  });

  it('takes kit out of the forecast with an empty list of what binds', async () => {
    const { out } = await withPolicies({ laptop: { binding: [] } }, '--json');
    const found = JSON.parse(out) as Report;
    expect(found.byCategory).not.toHaveProperty('laptop');
    expect(found.notInForecast).toEqual(expect.arrayContaining([{ reason: 'run_to_fail', quantity: 2 }]));
  });

  it('fills a half-given upgrade from the shipped one, and takes one away with null', async () => {
    writeFileSync(join(home, 'new.csv'), 'Asset tag,Category,Purchase date,Cost\nD-7,Desktop,01/09/2025,398\n');
    writeFileSync(join(home, 'policies.json'), '{"desktop":{"upgrade":{"atMonths":24}}}');
    const upgraded = await report('new.csv', ...AS_OF, '--policies', 'policies.json');
    expect(upgraded.lines.filter(({ kind }) => kind === 'upgrade')).toMatchObject([{ date: '2027-09-01', unitPence: 3_914, limitingFactor: null }]);
    writeFileSync(join(home, 'policies.json'), '{"desktop":{"upgrade":null}}');
    const plain = await report('new.csv', ...AS_OF, '--policies', 'policies.json');
    expect(plain.lines.map(({ kind }) => kind)).not.toContain('upgrade');
  });

  it.each([
    ['{"laptop":{"lifeMonths":"six"}}', 'policies.json: laptop.lifeMonths has to be a whole number of months from 1 to 600; it is "six".'],
    ['{"laptop":{"lifeMonths":0}}', 'policies.json: laptop.lifeMonths has to be a whole number of months from 1 to 600; it is 0.'],
    ['{"laptop":{"unitPence":365.5}}', 'policies.json: laptop.unitPence has to be a whole number of pence from 0 to 1,000,000,000; it is 365.5.'],
    ['{"laptop":{"priceDate":"2026-02-30"}}', 'policies.json: laptop.priceDate has to be a day written like 2026-04-01; it is "2026-02-30".'],
    ['{"laptop":{"inflationBp":99999}}', 'policies.json: laptop.inflationBp has to be a whole number of hundredths of a per cent from −5,000 to 5,000; it is 99999.'],
    ['{"laptop":{"binding":["moon"]}}', 'policies.json: laptop.binding has to be a list of any of policy_life, warranty_end, vendor_support_end, os_end, contract_end; it is ["moon"].'],
    ['{"laptop":{"life":60}}', 'policies.json: laptop has no life; it may have lifeMonths, unitPence, priceDate, inflationBp, binding, upgrade.'],
    ['{"laptop":{"upgrade":{"unitPence":1}}}', 'policies.json: laptop.upgrade needs atMonths.'],
    ['{"laptop":{"upgrade":{"atMonths":"x"}}}', 'policies.json: laptop.upgrade.atMonths has to be a whole number of months from 1 to 600; it is "x".'],
    ['{"laptop":60}', 'policies.json: laptop has to be an object, such as {"lifeMonths": 60}.'],
    ['[]', 'policies.json has to be an object of categories, such as {"laptop": {"lifeMonths": 60}}.'],
  ])('refuses %s with one sentence that names the field', async (policies, sentence) => {
    const { code, err, out } = await withPolicies(policies);
    expect({ code, out, last: err.trimEnd().split('\n').at(-1) }).toEqual({ code: 1, out: '', last: sentence });
  });

  it('refuses a category that Kitplan does not have, and a file that is no JSON or not there', async () => {
    expect((await withPolicies({ laptopp: {} })).err).toMatch(/policies\.json: there is no category laptopp; the categories are server, /u);
    expect((await withPolicies('{"__proto__":{"lifeMonths":1}}')).err).toMatch(/there is no category __proto__/u);
    expect((await withPolicies('{')).err).toMatch(/policies\.json cannot be read as JSON/u);
    expect(await kitplan('forecast', 'kit.csv', '--policies', 'none.json')).toMatchObject({ code: 1, err: 'none.json was not found.\n' });
  });
});

describe('--out', () => {
  it('writes the workbook where it is asked for', async () => {
    const { code, err } = await kitplanProcess('forecast', 'kit.csv', ...AS_OF, '--out', 'forecast.xlsx');
    expect({ code, last: err.trimEnd().split('\n').at(-1) }).toEqual({ code: 0, last: 'Written: forecast.xlsx' });
    expect(readFileSync(join(home, 'forecast.xlsx')).subarray(0, 2).toString()).toBe('PK');
  });

  it('never writes over the register or a plan, and refuses a folder that is not there', async () => {
    expect(await kitplan('forecast', 'kit.csv', '--out', './kit.csv')).toMatchObject({ code: 1, err: './kit.csv is what the forecast is made from and is not overwritten.\n' });
    expect(readFileSync(join(home, 'kit.csv'), 'utf8')).toBe(REGISTER);
    const { code, err } = await kitplan('forecast', 'kit.csv', '--out', 'nowhere/forecast.xlsx');
    expect(code).toBe(1);
    expect(err).toContain('nowhere/forecast.xlsx cannot be written: its folder does not exist.\n');
    mkdirSync(join(home, 'folder.xlsx'), { recursive: true });
    expect((await kitplan('forecast', 'kit.csv', '--out', 'folder.xlsx')).err).toContain('folder.xlsx is a folder, not a file.\n');
    expect(readdirSync(home).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});

describe('what cannot be forecast', () => {
  it.each([
    ['is not there', 'none.csv', null, 'none.csv was not found.'],
    ['is a folder', '.', null, '. is a folder, not a file.'],
    ['is empty', 'empty.csv', '', 'empty.csv is empty.'],
  ])('because it %s ends in one sentence', async (_why, name, content, sentence) => {
    if (content !== null) writeFileSync(join(home, name), content);
    const { code, err, out } = await kitplan('forecast', name);
    expect({ code, out, last: err.trimEnd().split('\n').at(-1) }).toEqual({ code: 1, out: '', last: sentence });
  });

  it('because it is a picture, or a header without rows, names the file', async () => {
    writeFileSync(join(home, 'picture.csv'), Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
    writeFileSync(join(home, 'header.csv'), 'Asset tag,Category,Purchase date\n');
    for (const name of ['picture.csv', 'header.csv']) {
      const { code, err, out } = await kitplanProcess('forecast', name);
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err.trimEnd().split('\n').at(-1)).toMatch(new RegExp(`^${name.replace('.', '\\.')} .*\\.$`, 'u'));
    }
  });
});

describe('wrong usage', () => {
  const USAGE = /\nUsage: kitplan forecast <register\.csv\|\.xlsx\|plan\.kitplan> .*\n$/u;
  it.each([
    [['--years', '2'], '--years takes a whole number from 3 to 10.'],
    [['--years', '11'], '--years takes a whole number from 3 to 10.'],
    [['--years', '4.5'], '--years takes a whole number from 3 to 10.'],
    [['--year-start', '5'], '--year-start takes 4 (April) or 9 (September).'],
    [['--as-of', '21/11/2026'], '--as-of takes a day written like 2026-11-21.'],
    [['--as-of', '2026-02-29'], '--as-of takes a day written like 2026-11-21.'],
    [['--budget', 'lots'], '--budget takes pounds such as 118400 or 118400.50; “lots” cannot be read as that.'],
    [['--budget', '100000001'], '--budget takes at most £100 million a year.'],
    [['--budget', '1,2'], '--budget takes one figure for each of the 5 years, with commas between; it has 2.'],
    [['--colour'], "Unknown option '--colour'."],
    [['another.csv'], '“another.csv” is one name too many.'],
  ])('%j ends with 2, what was wrong and the usage line', async (options, sentence) => {
    const { code, err, out } = await kitplan('forecast', 'kit.csv', ...options);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`${sentence}\n`);
    expect(err).toMatch(USAGE);
  });

  it('with no register at all is wrong usage too', async () => {
    expect(await kitplanProcess('forecast')).toMatchObject({ code: 2, out: '', err: expect.stringMatching(USAGE) });
  });
});

describe('kitplan forecast on a plan', () => {
  beforeAll(async () => {
    expect((await kitplan('sample', 'hillcrest.kitplan')).code).toBe(0);
  }, 60_000);

  it('reads it without changing a byte or locking it', async () => {
    const before = readFileSync(join(home, 'hillcrest.kitplan'));
    const found = await report('hillcrest.kitplan', ...AS_OF);
    expect(found.rows).toMatchObject({ refused: 0 });
    expect(found.rows.read).toBe(found.rows.kept);
    expect(found.rows.read).toBeGreaterThan(900);
    expect(found.decisions).toEqual([]);
    expect(readFileSync(join(home, 'hillcrest.kitplan')).equals(before)).toBe(true);
    expect(existsSync(join(home, 'hillcrest.kitplan.lock'))).toBe(false);
  });

  it('tries other policies and another budget without keeping them', async () => {
    const before = readFileSync(join(home, 'hillcrest.kitplan'));
    writeFileSync(join(home, 'policies.json'), '{"laptop":{"lifeMonths":120}}');
    const plain = await report('hillcrest.kitplan', ...AS_OF);
    const tried = await report('hillcrest.kitplan', ...AS_OF, '--policies', 'policies.json', '--budget', '1,2,3,4,5');
    expect(tried.budgetPence).toEqual([100, 200, 300, 400, 500]);
    expect(tried.quantityByCategory['laptop']?.reduce((sum, count) => sum + count, 0) ?? 0)
      .toBeLessThan(plain.quantityByCategory['laptop']?.reduce((sum, count) => sum + count, 0) ?? 0);
    expect(readFileSync(join(home, 'hillcrest.kitplan')).equals(before)).toBe(true);
  });

  it('leaves the budget of a year empty where none was entered', async () => {
    const { out } = await kitplan('forecast', 'hillcrest.kitplan', ...AS_OF, '--years', '6');
    const budget = out.split('\n').find((line) => line.startsWith('Budget'));
    expect(budget?.trim().split(/\s+/u)).toHaveLength(6);
  });

  it('refuses one that is cut short, not there or no plan, and leaves it alone', async () => {
    const whole = readFileSync(join(home, 'hillcrest.kitplan'));
    writeFileSync(join(home, 'short.kitplan'), whole.subarray(0, 10_000));
    writeFileSync(join(home, 'text.kitplan'), 'Asset tag,Category\n');
    for (const name of ['short.kitplan', 'none.kitplan', 'text.kitplan']) {
      const { code, err, out } = await kitplan('forecast', name);
      expect({ code, out, lines: err.trimEnd().split('\n').length }).toEqual({ code: 1, out: '', lines: 1 });
      expect(err).toContain(name);
    }
    expect(readFileSync(join(home, 'short.kitplan')).equals(whole.subarray(0, 10_000))).toBe(true);
  });
});
