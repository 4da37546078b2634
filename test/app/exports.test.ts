import { describe, expect, it } from 'vitest';
import { SHIPPED_CATEGORIES } from '../../planning/categories.ts';
import { REGISTER_COLUMNS } from '../../planning/exports/register-columns.ts';
import { ASSET_STATUSES } from '../../planning/vocabulary.ts';
import { insertAssets } from '../../db/repositories/assets.ts';
import { laptop, manager, office } from '../db/plan-fixtures.ts';
import { planInMemory, testPlan, type TestPlan } from '../support/plan-in-memory.ts';
import { zipEntries } from '../support/zip-entries.ts';

type Exported = { readonly fileName: string; readonly mimeType: string; readonly base64: string };
const textOf = ({ base64 }: Exported): string => Buffer.from(base64, 'base64').toString('utf8');

/** Reads the CSV back as a spreadsheet would, quotes and all. */
function rowsOf(file: Exported): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const text = textOf(file).replace(/^\ufeff/u, '');
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (quoted && character === '"' && text[at + 1] === '"') { cell += '"'; at += 1; }
    else if (character === '"') quoted = !quoted;
    else if (!quoted && (character === ',' || character === '\n')) {
      rows.at(-1)?.push(cell);
      cell = '';
      if (character === '\n') rows.push([]);
    } else if (quoted || character !== '\r') cell += character;
  }
  return rows.filter((row) => row.length > 0);
}

const tableOf = (file: Exported): Record<string, string>[] => {
  const [heads = [], ...rows] = rowsOf(file);
  return rows.map((row) => Object.fromEntries(heads.map((head, at) => [head, row[at] ?? ''])));
};

async function hillcrest(): Promise<TestPlan> {
  const plan = testPlan({ kind: 'last_or_new' });
  await plan.call('plan.sample', {});
  return plan;
}

const outcome = async (plan: TestPlan, file: Exported) => {
  const { rows } = await plan.call('intake.preview', { fileName: file.fileName, base64: file.base64 });
  return { read: rows.read, new: rows.new, changed: rows.changed, unchanged: rows.unchanged, refused: rows.refused.length };
};

describe('the register as a file', () => {
  it('comes back through our own import without one change: CSV, Excel and the headings of Snipe-IT', async () => {
    using plan = await hillcrest();
    const rows = (await plan.call('plan.snapshot', {})).snapshot.assets.length;
    for (const format of ['csv', 'xlsx', 'snipe-it'] as const) {
      const file = await plan.call('exports.register', { format });
      expect(await outcome(plan, file), format).toEqual({ read: rows, new: 0, changed: 0, unchanged: rows, refused: 0 });
    }
  });

  it('comes back whatever the kind and the status of the kit', async () => {
    using plan = planInMemory();
    const kinds = SHIPPED_CATEGORIES.map(({ key }, at) => ({ categoryKey: key, description: `Item ${at}`, tag: `T-${at}` }));
    const states = ASSET_STATUSES.map((status, at) => ({ categoryKey: 'laptop', description: 'Tamar 14', tag: `S-${at}`, status, purchaseDate: '2024-02-29', coverEnd: '2027-02-28' }));
    await plan.call('register.cells', { add: [...kinds, ...states] });
    for (const format of ['csv', 'snipe-it'] as const) {
      const { unchanged, ...rest } = await outcome(plan, await plan.call('exports.register', { format }));
      expect({ format, ...rest }).toEqual({ format, read: kinds.length + states.length, new: 0, changed: 0, refused: 0 });
      expect(unchanged).toBe(kinds.length + states.length);
    }
  });

  it('has the exact headings of Snipe-IT’s own sample first, and days that it reads whatever its setting', async () => {
    using plan = planInMemory();
    await plan.call('register.cells', { add: [{ categoryKey: 'laptop', description: 'Tamar 14', tag: 'T-1', serial: 'X1', purchaseDate: '2023-01-09', coverEnd: '2026-01-09', unitPaidPence: 51_200, userGroup: 'staff' }] });
    const file = await plan.call('exports.register', { format: 'snipe-it' });
    expect(textOf(file).split('\r\n')[0]).toBe('\ufeffCompany,Name,Asset Tag,Category,Supplier,Manufacturer,Location,Order Number,Model,Model Notes,Model Number,Asset Notes,Purchase Date,Purchase Cost,Checkout Type,Checked Out To: Username,Checked Out To: First Name,Checked Out To: Last Name,Checked Out To: Email,Checked Out To: Location,Asset EOL Date,Serial Number,Status,Warranty,QTY');
    expect(tableOf(file)[0]).toMatchObject({ Name: 'Tamar 14', Category: 'Staff laptop', 'Purchase Date': '2023-01-09', 'Purchase Cost': '512', 'Serial Number': 'X1', Status: 'In use', Warranty: '36', QTY: '1' });
  });

  it('has the rows and columns asked for, all where none are asked for', async () => {
    using plan = planInMemory();
    await plan.call('register.cells', { add: ['A', 'B', 'C'].map((tag) => ({ categoryKey: 'laptop', description: 'Tamar 14', tag })) });
    const some = await plan.call('exports.register', { format: 'csv', ids: [3, 1], columns: ['description', 'tag'] });
    expect(rowsOf(some)).toEqual([['Description', 'Asset tag'], ['Tamar 14', 'A'], ['Tamar 14', 'C']]);
    expect(rowsOf(await plan.call('exports.register', { format: 'csv' }))[0]).toHaveLength(REGISTER_COLUMNS.length);
    expect(await plan.dispatch('exports.register', { format: 'csv', ids: [9] })).toMatchObject({ ok: false, error: { code: 'not_found', message: 'No asset has the number 9. It may have been removed.' } });
    expect(await plan.dispatch('exports.register', { format: 'csv', columns: ['password'] })).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });

  it('says of an assumed date that it is assumed, and what it goes by', async () => {
    using plan = planInMemory();
    await plan.call('register.cells', { add: [{ categoryKey: 'camera', description: 'Field camera', tag: 'C-1' }] });
    await plan.call('register.assume', { rows: [{ id: 1, purchaseDate: '2021-09-01', basis: 'order 3980, 8 of them' }] });
    const [row] = tableOf(await plan.call('exports.register', { format: 'csv' }));
    expect(row).toMatchObject({ 'Purchase date': '2021-09-01', 'Date assumed, going by': 'order 3980, 8 of them', Due: '2025-09-01', 'Due is set by': 'Policy of 4 years' });
    const [due] = tableOf(await plan.call('exports.due', { format: 'csv' }));
    expect(due).toMatchObject({ 'Date assumed, going by': 'order 3980, 8 of them', Overdue: 'overdue' });
    expect(due?.Why).toContain('Bought about September 2021. That date is assumed, going by order 3980, 8 of them.');
  });

  it('runs nothing in a spreadsheet, whatever stands in the register, and money stays a number', async () => {
    using plan = planInMemory();
    const nasty = ['=HYPERLINK("http://x")', '+1', '-1', '@SUM(A1)', '＝1+1', '\t=1', ' =1', 'quote " and, comma', 'line\nbreak'];
    await plan.call('register.cells', { add: nasty.map((notes, at) => ({ categoryKey: 'laptop', description: 'Tamar 14', tag: `T-${at}`, notes, unitPaidPence: 39_850 })) });
    for (const format of ['csv', 'snipe-it'] as const) {
      const file = await plan.call('exports.register', { format });
      for (const cell of rowsOf(file).slice(1).flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
      expect(textOf(file)).toContain('398.5');
      expect(textOf(file).startsWith('\ufeff') && textOf(file).endsWith('\r\n')).toBe(true);
      expect(await outcome(plan, file)).toMatchObject({ new: 0, changed: 0, unchanged: nasty.length });
    }
  });
});

describe('the due list', () => {
  it('has a row for each purchase of the years asked for, which add up to the forecast', async () => {
    using plan = await hillcrest();
    const rows = tableOf(await plan.call('exports.due', { format: 'csv', years: 3 }));
    const report = await plan.call('forecast.get', { years: 3 });
    const kit = report.lines.filter(({ kind }) => kind === 'replace' || kind === 'upgrade');
    expect(rows).toHaveLength(kit.length);
    expect(Math.round(rows.reduce((sum, row) => sum + Number(row.Net), 0) * 100)).toBe(kit.reduce((sum, { netPence }) => sum + (netPence ?? 0), 0));
    expect([...new Set(rows.map(({ Year }) => Year))]).toEqual(['2026/27', '2027/28', '2028/29']);
    expect(rows.find((row) => row['Asset tag'] === 'HC-SV-01')).toMatchObject({
      Year: '2028/29', 'What to do': 'Replace', Category: 'Server', Due: '2028-08-14', 'Set by': 'Policy', Code: 'E20B',
    });
  });

  it('is the same in Excel, with headings that stay in sight', async () => {
    using plan = await hillcrest();
    const file = await plan.call('exports.due', { format: 'xlsx' });
    expect(file.fileName).toBe('Hillcrest School due list 2026-11-21.xlsx');
    expect(Buffer.from(file.base64, 'base64').subarray(0, 2).toString()).toBe('PK');
  });
});

describe('the disposal list', () => {
  it('has what left, which way, under which certificate, and whether its data was wiped; the latest first', async () => {
    using plan = planInMemory();
    await plan.call('register.cells', { add: [
      { categoryKey: 'laptop', description: 'Tamar 14', tag: 'A', status: 'disposed', disposedOn: '2026-03-02', disposalRoute: 'weee_recycle', disposalCertificate: 'WTN-88', dataWipedOn: '2026-02-27' },
      { categoryKey: 'desktop', description: 'Kestrel 300', tag: 'B', status: 'disposed', disposedOn: '2026-07-20', disposalRoute: 'resale', disposalPence: 2_500 },
      { categoryKey: 'projector', description: 'Old projector', tag: 'C', status: 'retired' },
      { categoryKey: 'laptop', description: 'In use', tag: 'D' },
    ] });
    const rows = tableOf(await plan.call('exports.disposals', { format: 'csv' }));
    expect(rows.map((row) => [row['Asset tag'], row['Left on'], row['How it left'], row.Certificate, row['Data wiped on'], row.Data, row['One brought in, net']])).toEqual([
      ['B', '2026-07-20', 'Sold', '', '', 'no wipe is recorded', '25'],
      ['A', '2026-03-02', 'Recycled (WEEE)', 'WTN-88', '2026-02-27', 'wiped', ''],
      ['C', '', '', '', '', '', ''],
    ]);
  });
});

describe('the whole plan', () => {
  it('goes out as JSON and comes back as the same plan in a file of its own', async () => {
    using plan = await hillcrest();
    const before = await plan.call('plan.snapshot', {});
    const json = textOf(await plan.call('exports.plan', {}));
    const state = await plan.call('plan.fromJson', { json, name: 'Hillcrest again' });
    expect(state).toMatchObject({ fileName: 'Hillcrest again.kitplan', schoolName: 'Hillcrest School', sample: true, readOnly: null });
    expect(await plan.call('plan.snapshot', {})).toEqual(before);
    expect(textOf(await plan.call('exports.plan', {}))).toBe(json);
  });

  it('is refused in words where it is larger than what could be read back', async () => {
    const desk = office();
    const large = desk.create();
    // Once in the table and once in the history: 52 MB.
    large.change(manager('A long note'), (writer) => insertAssets(writer, [laptop('LT-1', { notes: 'x'.repeat(26 * 1024 * 1024) })]));
    large.close();
    using plan = testPlan({ kind: 'file', path: desk.file, readOnly: true });
    expect(await plan.dispatch('exports.plan', {})).toMatchObject({ ok: false, error: {
      code: 'unsupported', message: 'This plan is 53 MB as JSON, and Kitplan reads at most 48 MB back. The plan file itself is a complete copy and can be kept instead.',
    } });
  });

  it('stays open where what is read is no plan', async () => {
    using plan = await hillcrest();
    const { plan: before } = await plan.call('app.state', {});
    expect(await plan.dispatch('plan.fromJson', { json: '{"kitplan":"plan"}' })).toMatchObject({ ok: false, error: { code: 'plan_file' } });
    expect((await plan.call('app.state', {})).plan).toEqual(before);
    expect(await plan.call('plan.list', {})).toHaveLength(2);
  });
});

describe('a workbook of a plan that holds what no workbook may', () => {
  it('opens all the same: characters that XML cannot hold are left out', async () => {
    using plan = planInMemory();
    await plan.call('register.cells', { add: [{ categoryKey: 'laptop', description: 'Plain' }] });
    const json = JSON.parse(textOf(await plan.call('exports.plan', {}))) as { tables: { assets: Record<string, unknown>[]; school: Record<string, unknown>[] } };
    // A plan that another program has written: Kitplan itself takes none of these.
    Object.assign(json.tables.assets[0] ?? {}, { description: 'A\u0000\u0001\ufffeB', notes: '=1\u000b' });
    Object.assign(json.tables.school[0] ?? {}, { name: 'S\u0007 & “x” <y>' });
    await plan.call('plan.fromJson', { json: JSON.stringify(json) });
    for (const file of [await plan.call('exports.register', { format: 'xlsx' }), await plan.call('exports.due', { format: 'xlsx' }), await plan.call('documents.workbook', {})]) {
      for (const [name, bytes] of zipEntries(Buffer.from(file.base64, 'base64'))) {
        if (/\.(xml|rels)$/.test(name)) expect(Buffer.from(bytes).toString('utf8'), `${file.fileName}: ${name}`).not.toMatch(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/u);
      }
    }
    const back = await plan.call('exports.register', { format: 'xlsx' });
    expect((await plan.call('intake.rows', { fileName: back.fileName, base64: back.base64 })).rows).toMatchObject([{ description: 'AB' }]);
  });
});
