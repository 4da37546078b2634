import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { withAnswer, type ImportOptions } from '../../app/contract/import-options.ts';
import type { Examination, Problem } from '../../app/contract/intake-report.ts';
import { forkReader } from '../../app/intake/fork-reader.ts';
import type { SpawnReader } from '../../app/intake/spawn-reader.ts';
import { planInMemory, testPlan, type TestPlan } from '../support/plan-in-memory.ts';
import { csvFile } from '../support/register-file.ts';

const LIST = [
  'Asset No,Description,Type,Room,Purchased,Price,Warranty,Serial,Who',
  'ML-001,Kestrel 400 small desktop,Desktop,IT3,12/12/2023,£398.00,36 months,K4-1,A Person',
  'ML-002,Kestrel 400 small desktop,Desktop,IT 3,24/09/2021,398,3 yrs,K4-2,B Person',
  'ML-003,Field camera,Camera,Art 2,,214,see file,FC-2207,C Person',
  'ML-004,Field camera,Camera,Art 2,03/04/2021,214,36,FC-2207,D Person',
  'ML-005,Boxed thing,Smart Flurb,IT3,03/04/2021,612,60 months,TX-5,E Person',
].join('\n');

const examine = (plan: TestPlan, text: string, options: ImportOptions = {}): Promise<Examination> =>
  plan.call('intake.examine', { ...csvFile(text), options });

const column = (found: Examination, name: string) => found.columns.find((each) => each.column === name);
const problem = (found: Examination, id: string | RegExp): Problem => {
  const known = found.problems.find((each) => (typeof id === 'string' ? each.id === id : id.test(each.id)));
  if (known === undefined) throw new Error(`no problem ${String(id)} among ${found.problems.map((each) => each.id).join(', ')}`);
  return known;
};
const answered = (options: ImportOptions, { answers }: Problem, label: string): ImportOptions => {
  const chosen = answers.find((answer) => answer.label === label);
  if (chosen === undefined) throw new Error(`no answer ${label} among ${answers.map((answer) => answer.label).join(', ')}`);
  return withAnswer(options, chosen.options);
};

describe('what a person is told before a list comes in', () => {
  it('says what each column is taken for, how it is read, and how well that went', async () => {
    using plan = planInMemory();
    const found = await examine(plan, LIST);
    expect(found.columns.map(({ goesTo }) => goesTo)).toEqual(['tag', 'description', 'category', 'room', 'purchaseDate', 'cost', 'warranty', 'serial', null]);
    expect(column(found, 'Purchased')).toMatchObject({ reading: { kind: 'date', order: 'day_first', matters: true }, sample: '12 Dec 2023', filled: 4, of: 5 });
    expect(column(found, 'Price')).toMatchObject({ reading: { kind: 'money', vat: 'net', per: 'item' }, sample: '£398' });
    expect(column(found, 'Warranty')).toMatchObject({ doubtful: 1, sample: '36 months' });
    expect(column(found, 'Serial')).toMatchObject({ repeated: 1 });
    expect(column(found, 'Room')).toMatchObject({ spelledTwoWays: 1, reading: { kind: 'names', about: 'room', count: 3 } });
    expect(column(found, 'Type')).toMatchObject({ unknown: ['Smart Flurb'], reading: { kind: 'kinds', count: 3 } });
    expect(found.dateReason).toBe('03/04/2021 is read as 3 Apr 2021: 24/09/2021 in the same column fits only day first');
  });

  it('shows no name of a person, in the columns, the first rows or the rows', async () => {
    using plan = planInMemory();
    const found = await examine(plan, LIST);
    const rows = await plan.call('intake.rows', csvFile(LIST));
    expect(column(found, 'Who')).toMatchObject({ isPrivate: true, firstValues: [], goesTo: null });
    expect(JSON.stringify([found, rows])).not.toContain('Person');
    expect(found.firstRows[1]?.cells.at(-1)).toBe('•••');
  });

  it('names every problem with its rows, what is broken first', async () => {
    using plan = planInMemory();
    const found = await examine(plan, LIST);
    expect(found.problems.map(({ tone, title, rows }) => [tone, title, rows])).toEqual([
      ['over', 'One serial number is used twice', 2], ['over', 'One warranty cannot be read', 1], ['warn', 'One row has no purchase date', 1],
      ['warn', '“IT3” and “IT 3” look like one room', 1], ['warn', 'What kind is a “Smart Flurb”?', 1],
    ]);
    expect(problem(found, 'repeated:serial').detail).toBe('ML-003 and ML-004 share FC-2207.');
    expect(problem(found, /^doubt/).detail).toBe('Warranty: row 4 says “see file”.');
  });

  it('lets every problem be settled, and comes in as it was settled', async () => {
    using plan = planInMemory();
    let options: ImportOptions = {};
    for (const [id, label] of [
      ['repeated:serial', 'Leave the serials blank'], [/^doubt/, 'Leave it blank'], ['undated', 'Bring them in undated'], ['spelled:room', 'Join them'], [/^kind:/, 'New kind'],
    ] as const) options = answered(options, problem(await examine(plan, LIST, options), id), label);
    const found = await examine(plan, LIST, options);
    expect(found.problems).toEqual([]);
    await plan.call('intake.commit', { ...csvFile(LIST), options });
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.locations.map(({ name }) => name)).toEqual(['IT3', 'Art 2']);
    expect(snapshot.assets.map(({ serial }) => serial)).toEqual(['K4-1', 'K4-2', null, null, 'TX-5']);
    expect(snapshot.assets[4]?.categoryKey).toBe('own_smart_flurb');
    expect(snapshot.categories.find(({ key }) => key === 'own_smart_flurb')).toMatchObject({ singular: 'smart Flurb', plural: 'smart Flurbs' });
    expect(snapshot.policies.find(({ categoryKey }) => categoryKey === 'own_smart_flurb')).toMatchObject({ lifeMonths: 60 });
    expect((await plan.call('intake.preview', { ...csvFile(LIST), options })).rows).toMatchObject({ new: 0, changed: 0, unchanged: 5 });
  });

  it('keeps two rooms apart where a person says that they are two', async () => {
    using plan = planInMemory();
    const options = answered({}, problem(await examine(plan, LIST), 'spelled:room'), 'Keep apart');
    expect((await examine(plan, LIST, options)).problems.some(({ id }) => id === 'spelled:room')).toBe(false);
    await plan.call('intake.commit', { ...csvFile(LIST), options });
    expect((await plan.call('plan.snapshot', {})).snapshot.locations.map(({ name }) => name)).toEqual(['IT3', 'IT 3', 'Art 2']);
  });

  it('proposes the spelling of the plan for a room that the file writes otherwise', async () => {
    using plan = planInMemory();
    await plan.call('intake.commit', csvFile('Tag,Item,Room\nX-1,Laptop,IT3\n', 'first.csv'));
    const found = await examine(plan, 'Tag,Item,Room\nX-2,Laptop,Room IT-3\nX-3,Laptop,Room IT-3\n');
    expect(problem(found, 'spelled:room')).toMatchObject({ title: '“Room IT-3” and “IT3” look like one room', rows: 2 });
    expect(problem(found, 'spelled:room').answers[0]?.options.values).toEqual([{ about: 'room', from: 'Room IT-3', to: 'IT3' }]);
  });
});

describe('makers and rooms in several spellings', () => {
  const makes = (spelled: readonly string[]) => `Tag,Item,Bought,Make,Model\n${spelled.map((make, at) => `M-${at},Laptop,2023-09-01,${make},L13`).join('\n')}\n`;

  it('come in as most rows write them where only capitals differ, and no question is asked', async () => {
    using plan = planInMemory();
    const text = makes(['LENOVO', 'Lenovo', 'lenovo', 'Lenovo']);
    expect((await examine(plan, text)).problems).toEqual([]);
    await plan.call('intake.commit', csvFile(text));
    expect((await plan.call('plan.snapshot', {})).snapshot.models.map(({ make }) => make)).toEqual(['Lenovo']);
  });

  it.each([
    [['Dell', 'Dell Inc.', 'Dell'], '“Dell” and “Dell Inc.” look like one make'],
    [['Stone Group Ltd', 'Stone Group', 'STONE GROUP LIMITED'], '“Stone Group Ltd”, “Stone Group” and “STONE GROUP LIMITED” look like one make'],
    [['HP', 'Hewlett-Packard', 'H.P.'], '“HP”, “Hewlett-Packard” and “H.P.” look like one make'],
  ])('%j are asked about as one', async (spelled, title) => {
    using plan = planInMemory();
    expect(problem(await examine(plan, makes(spelled)), 'spelled:make').title).toBe(title);
  });

  it.each([[['Stone', 'Stonegate']], [['HP', 'HPE']], [['Corporate Kit', 'Kit']]])('%j are two, and nothing is asked', async (spelled) => {
    using plan = planInMemory();
    expect((await examine(plan, makes(spelled))).problems).toEqual([]);
  });
});

describe('what a person can say of a file', () => {
  const rows = async (plan: TestPlan, text: string, options: ImportOptions) => (await plan.call('intake.rows', { ...csvFile(text), options })).rows;

  it('which row has the headings, and which rows are no kit', async () => {
    using plan = planInMemory();
    const text = 'Our kit\nTag,Item,Room\nA-1,Laptop,R1\nA-2,Laptop,R2\nspare parts,,\nA-3,Laptop,R3\n';
    const found = await examine(plan, text, { headerRow: 2, lastRow: 5, leaveOutContaining: ['SPARE'], leaveOutRows: [3] });
    expect(found.headerRow).toBe(2);
    expect((await rows(plan, text, { headerRow: 2, lastRow: 5, leaveOutContaining: ['SPARE'], leaveOutRows: [3] })).map(({ tag }) => tag)).toEqual(['A-2']);
    expect(found.rows.read).toBe(1);
    expect(found.decisions.some(({ readAs }) => readAs === 'left out as you said: rows 3, 5 and 6')).toBe(true);
  });

  it('that there are no headings, and what each column is', async () => {
    using plan = planInMemory();
    const text = 'X1,9,3/4/2021\nX2,8,5/6/2021\n';
    const stuck = await examine(plan, text, { headerRow: null });
    expect(stuck.stuck).toContain('columns do not tell what they are');
    expect(stuck.columns.map(({ column: name }) => name)).toEqual(['Column A', 'Column B', 'Column C']);
    const options: ImportOptions = { headerRow: null, columns: [{ index: 0, goesTo: 'tag' }, { index: 2, goesTo: 'purchaseDate', dateOrder: 'month_first' }] };
    expect((await rows(plan, text, options)).map(({ tag, purchaseDate }) => [tag, purchaseDate])).toEqual([['X1', '2021-03-04'], ['X2', '2021-05-06']]);
  });

  it('how dates, money and warranties of a column are read', async () => {
    using plan = planInMemory();
    const text = 'Tag,Qty,Bought,Cost,Warranty\nA-1,2,03/04/21,240,2\n';
    const options: ImportOptions = { columns: [{ index: 2, dateOrder: 'year_first' }, { index: 3, vat: 'gross', per: 'line' }, { index: 4, warranty: 'months' }] };
    expect((await rows(plan, text, options))[0]).toMatchObject({ purchaseDate: '2003-04-21', unitPaidPence: 10_000, warrantyMonths: 2 });
    expect((await rows(plan, text, {}))[0]).toMatchObject({ purchaseDate: '2021-04-03', unitPaidPence: 24_000, warrantyMonths: 24 });
  });

  it('that a day which cannot be in the order said is not guessed at', async () => {
    using plan = planInMemory();
    const found = await examine(plan, 'Tag,Bought\nA-1,24/09/2021\nA-2,03/04/2021\n', { columns: [{ index: 1, dateOrder: 'month_first' }] });
    expect(problem(found, /^doubt/)).toMatchObject({ title: 'One date cannot be read', rows: 1 });
  });

  it('that a private column comes in on purpose', async () => {
    using plan = planInMemory();
    const found = await examine(plan, LIST, { columns: [{ index: 8, goesTo: 'notes' }] });
    expect(column(found, 'Who')).toMatchObject({ goesTo: 'notes', isPrivate: false, firstValues: ['A Person', 'B Person', 'C Person'] });
  });

  it('that a cell which cannot be read keeps its row out, with the reason', async () => {
    using plan = planInMemory();
    const report = await plan.call('intake.preview', { ...csvFile(LIST), options: { doubtful: 'refuse' } });
    expect(report.rows.refused).toEqual([{ row: 4, column: 'Warranty', reason: 'text that cannot be read as a length of cover or a date (“see file”)' }]);
    expect(report.decisions.some(({ readAs }) => readAs.includes('see file'))).toBe(false);
  });

  it('what a word for a status, a kind or a maker means', async () => {
    using plan = planInMemory();
    const text = 'Tag,Type,Make,Model,Status\nA-1,Flurb,Del,X1,Lost Dongle\nA-2,Flurb,Dell,X1,Zog\n';
    const found = await examine(plan, text);
    expect(problem(found, 'status:zog').pick).toEqual({ about: 'status', from: 'Zog' });
    const options: ImportOptions = { values: [
      { about: 'kind', from: 'flurb', to: 'laptop' }, { about: 'make', from: 'Del', to: 'Dell' }, { about: 'status', from: 'ZOG', to: 'spare' },
    ] };
    await plan.call('intake.commit', { ...csvFile(text), options });
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.assets.map(({ categoryKey, status }) => [categoryKey, status])).toEqual([['laptop', 'lost'], ['laptop', 'spare']]);
    expect(snapshot.models.map(({ make, name }) => `${make} ${name}`)).toEqual(['Dell X1']);
  });

  it('what tells which asset a row is about, and whether to add or to change', async () => {
    using plan = planInMemory();
    await plan.call('intake.commit', csvFile('Tag,Serial,Item,Room\nA-1,S1,Laptop,R1\nA-2,S2,Laptop,R1\n', 'first.csv'));
    const second = csvFile('Tag,Serial,Item,Room\nA-1,S2,Laptop,R9\nA-9,S9,Laptop,R1\n');
    const counts = async (options: ImportOptions) => {
      const { rows: { read, new: added, changed, unchanged, refused } } = await plan.call('intake.preview', { ...second, options });
      expect(added + changed + unchanged + refused.length).toBe(read);
      return [added, changed, unchanged, refused.length];
    };
    expect(await counts({})).toEqual([1, 1, 0, 0]);
    expect(await counts({ match: 'none' })).toEqual([2, 0, 0, 0]);
    expect(await counts({ write: 'only_create' })).toEqual([1, 0, 1, 0]);
    expect(await counts({ write: 'only_update' })).toEqual([0, 1, 0, 1]);
    const byTag = await plan.call('intake.rows', { ...second, options: { match: 'tag' }, outcome: 'changed' });
    expect(byTag.rows[0]?.changes).toEqual([{ field: 'serial', before: 'S1', after: 'S2' }, { field: 'room', before: 'R1', after: 'R9' }]);
  });
});

describe('the rows that cannot come in', () => {
  const text = 'Tag,Item,Qty,Password\nA-1,Laptop,1,hunter2\nA-2,=1+1,-2,hunter3\nTotal,,3,\n';

  it('are given as a CSV file with the reason beside each, without what is private and without formulas', async () => {
    using plan = planInMemory();
    const file = await plan.call('intake.refused', csvFile(text));
    expect(file.fileName).toBe('kit list - rows left out.csv');
    expect(Buffer.from(file.base64, 'base64').toString('utf8').split('\r\n').slice(0, 3)).toEqual([
      '\u{feff}Tag,Item,Qty,Row in the file,Why it was left out',
      'A-2,\'=1+1,\'-2,3,Qty: the quantity -2 is less than one',
      'Total,,3,4,it is a totals row',
    ]);
  });

  it('keep everything out where all or nothing was asked for, totals apart', async () => {
    using plan = planInMemory();
    const refused = await plan.dispatch('intake.commit', { ...csvFile(text), options: { allOrNothing: true } });
    expect(refused).toMatchObject({ ok: false, error: { code: 'refused_file', message: expect.stringContaining('1 row cannot come in (3)') } });
    expect((await plan.call('plan.snapshot', {})).snapshot.assets).toEqual([]);
    const good = await plan.call('intake.commit', { ...csvFile(text.replace(',-2,', ',2,')), options: { allOrNothing: true } });
    expect(good.value.rows).toMatchObject({ new: 2, refused: [{ row: 4 }] });
  });
});

describe('a file is sent once', () => {
  it('and asked about by its fingerprint until another plan is open or it came in', async () => {
    using plan = planInMemory();
    const { fileName, base64 } = csvFile(LIST);
    const { fingerprint } = await plan.call('intake.examine', { fileName, base64 });
    expect((await plan.call('intake.examine', { fileName, fingerprint, options: { match: 'tag' } })).rows.read).toBe(5);
    expect((await plan.call('intake.rows', { fileName, fingerprint, outcome: 'new', count: 2 }))).toMatchObject({ found: 5, rows: { length: 2 } });
    await plan.call('intake.forget', {});
    expect(await plan.dispatch('intake.examine', { fileName, fingerprint })).toMatchObject({ ok: false, error: { code: 'not_found' } });
    await plan.call('intake.commit', { fileName, base64 });
    expect(await plan.dispatch('intake.examine', { fileName, fingerprint })).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('and read once, however often its matching changes', async () => {
    let started = 0;
    const fork = forkReader(resolve(import.meta.dirname, '../../app/intake/reader/main.ts'));
    const spawnReader: SpawnReader = () => {
      started += 1;
      return fork();
    };
    using plan = planInMemory({ spawnReader });
    const { fileName, base64 } = csvFile(LIST);
    const { fingerprint } = await plan.call('intake.examine', { fileName, base64 });
    for (const match of ['tag', 'serial', 'none'] as const) await plan.call('intake.examine', { fileName, fingerprint, options: { match } });
    expect(started).toBe(1);
    await plan.call('intake.examine', { fileName, fingerprint, options: { separator: ';' } });
    expect(started).toBe(2);
  });

  it('and of the files on the desk only the last two stay', async () => {
    using plan = planInMemory();
    const prints = await Promise.all(['A', 'B', 'C'].map(async (tag) => (await plan.call('intake.examine', csvFile(`Tag,Item\n${tag},Laptop\n`, 'kit.csv'))).fingerprint));
    const there = await Promise.all(prints.map(async (fingerprint) => (await plan.dispatch('intake.examine', { fileName: 'kit.csv', fingerprint })).ok));
    expect(there).toEqual([false, true, true]);
  });
});

describe('the matching of a kind of file', () => {
  const options: ImportOptions = { columns: [{ index: 8, goesTo: 'notes' }], match: 'serial', headerRow: 1, settled: ['undated'] };

  it('is remembered with the import, offered for the next file with the same headings, and taken back with it', async () => {
    using plan = planInMemory();
    await plan.call('intake.commit', { ...csvFile(LIST), options });
    const next = LIST.replaceAll('ML-00', 'NN-00');
    expect((await examine(plan, next)).lastTime?.options).toEqual({ columns: [{ index: 8, goesTo: 'notes' }], match: 'serial' });
    expect((await examine(plan, next.replace('Who', 'Whom'))).lastTime).toBeNull();
    expect((await examine(plan, LIST)).cameInBefore).toContain('2026-11-21');
    await plan.call('plan.undo', {});
    expect((await examine(plan, next)).lastTime).toBeNull();
  });

  it('can be put by on this computer and gone on with after a restart', async () => {
    using plan = testPlan({ kind: 'last_or_new' });
    const { signature } = await examine(plan, LIST);
    await plan.call('intake.putBy', { signature, fileName: 'kit list.csv', options });
    using again = testPlan({ kind: 'last_or_new' }, { home: plan.home });
    expect((await examine(again, LIST)).putBy?.options).toEqual(options);
  });
});

describe('work on a register', () => {
  const many = `Tag,Item,Room\n${Array.from({ length: 60_000 }, (_, at) => `A-${at},Laptop,R${at % 90}`).join('\n')}\n`;

  it('can be stopped while its rows are understood, and leaves the plan as it was', async () => {
    using plan = planInMemory();
    const before = await plan.call('plan.snapshot', {});
    const bringing = plan.dispatch('intake.commit', { ...csvFile(many), job: 'one' });
    const seen: string[] = [];
    for (;;) {
      const { stage, rows } = await plan.call('intake.progress', { job: 'one' });
      if (stage !== null && seen.at(-1) !== stage) seen.push(stage);
      if (stage === 'understanding' && rows > 0) break;
      await new Promise((resolve) => { setTimeout(resolve, 5); });
    }
    await plan.call('intake.stop', { job: 'one' });
    expect(await bringing).toMatchObject({ ok: false, error: { code: 'stopped', message: 'The import was stopped. Nothing was changed.' } });
    expect(seen).toContain('understanding');
    expect(await plan.call('plan.snapshot', {})).toEqual(before);
    expect(await plan.call('plan.history', {})).toEqual([]);
    expect(await plan.call('intake.progress', { job: 'one' })).toEqual({ stage: null, rows: 0, total: null });
  }, 30_000);

  it('can be stopped while its file is still being read', async () => {
    const never: SpawnReader = () => ({ send: () => undefined, onMessage: () => undefined, onExit: () => undefined, kill: () => undefined });
    using plan = planInMemory({ spawnReader: never });
    const reading = plan.dispatch('intake.examine', { ...csvFile(LIST), job: 'two' });
    expect(await plan.call('intake.progress', { job: 'two' })).toMatchObject({ stage: 'reading' });
    await plan.call('intake.stop', { job: 'two' });
    expect(await reading).toMatchObject({ ok: false, error: { code: 'stopped' } });
  });
});
