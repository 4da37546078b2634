import { describe, expect, test } from 'vitest';
import { withAnswer, type ImportOptions } from '../../app/contract/import-options.ts';
import type { ColumnWords } from '../../app/contract/intake-report.ts';
import { planInMemory, type TestPlan } from '../support/plan-in-memory.ts';
import { csvFile } from '../support/register-file.ts';

const LIST = [
  'Asset No,Type,Room,Status,User group', 'A-1,Notebook,IT3,Live,Teachers', 'A-2,notebook,IT 3,Live,Year 7', 'A-3,Smart Flurb,IT3,Zonked,Pupils',
  'A-4,Notebook,Hall,,Pupils', 'Total,,,,', 'A-5,Misc,Hall,In use,',
].join('\n');

const words = (plan: TestPlan, column: number, options: ImportOptions = {}): Promise<ColumnWords> =>
  plan.call('intake.words', { ...csvFile(LIST), column, options });
const short = ({ words: all }: ColumnWords) => all.map(({ word, rows, becomes, said, unsure }) => [word, rows, becomes, said, unsure]);

describe('every word of a column', () => {
  test('has its rows and the kind it stands for, also where Kitplan knows it; one it does not know is unsure', async () => {
    using plan = planInMemory();
    // Three rows say Notebook in some letters; the total is no row of kit.
    expect(short(await words(plan, 1))).toEqual([
      ['Notebook', 3, 'laptop', false, false], ['Misc', 1, 'other', false, false], ['Smart Flurb', 1, null, false, true],
    ]);
  });

  test('that is known can be said to be something else, and is remembered with the matching', async () => {
    using plan = planInMemory();
    const options: ImportOptions = { values: [{ about: 'kind', from: 'Notebook', to: 'tablet' }, { about: 'status', from: 'Live', to: 'spare' }, { about: 'userGroup', from: 'Year 7', to: 'pupil' }] };
    expect(short(await words(plan, 1, options))[0]).toEqual(['Notebook', 3, 'tablet', true, false]);
    expect((await words(plan, 1, options)).words[0]?.unsaid).toBe('laptop');
    await plan.call('intake.commit', { ...csvFile(LIST), options });
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.assets.map(({ categoryKey, status, userGroup }) => [categoryKey, status, userGroup])).toEqual([
      ['tablet', 'spare', 'staff'], ['tablet', 'spare', 'pupil'], ['other', 'in_use', 'pupil'], ['tablet', 'in_use', 'pupil'], ['other', 'in_use', null],
    ]);
    const next = await plan.call('intake.examine', csvFile(LIST.replaceAll('A-', 'B-')));
    expect(next.lastTime?.options.values).toEqual(options.values);
  });

  test('of status and user group says what it becomes, and what nobody knows is unsure until it is settled', async () => {
    using plan = planInMemory();
    expect(short(await words(plan, 3))).toEqual([['Live', 2, 'in_use', false, false], ['In use', 1, 'in_use', false, false], ['Zonked', 1, null, false, true]]);
    expect(short(await words(plan, 3, { settled: ['status:zonked'] })).at(-1)).toEqual(['Zonked', 1, null, false, false]);
    expect(short(await words(plan, 4))).toEqual([['Pupils', 2, 'pupil', false, false], ['Teachers', 1, 'staff', false, false], ['Year 7', 1, null, false, true]]);
  });

  test('spelled in two ways stands with the other, under the plan’s own name; joined or kept apart it is settled', async () => {
    using plan = planInMemory();
    await plan.call('places.add', { name: 'IT-3', kind: 'room' });
    const found = await words(plan, 2);
    expect(found).toMatchObject({ about: 'room', names: ['IT-3'], spellings: [{ name: 'IT-3', words: 2, settled: false }] });
    expect(found.words.map(({ word, rows, spelling, unsure }) => [word, rows, spelling, unsure])).toEqual([['IT3', 2, 0, true], ['IT 3', 1, 0, true], ['Hall', 2, null, false]]);
    const joined = await words(plan, 2, { values: ['IT3', 'IT 3'].map((from) => ({ about: 'room', from, to: 'IT-3' })) });
    expect(short(joined).slice(0, 2)).toEqual([['IT3', 2, 'IT-3', true, false], ['IT 3', 1, 'IT-3', true, false]]);
    const apart = await words(plan, 2, { values: ['IT3', 'IT 3'].map((from) => ({ about: 'room', from, to: from })) });
    expect(apart.words.some(({ unsure }) => unsure)).toBe(false);
  });

  test('of a column that holds none, or that is left out, is not listed', async () => {
    using plan = planInMemory();
    expect(await words(plan, 0)).toMatchObject({ about: null, words: [] });
    expect(await words(plan, 2, { columns: [{ index: 2, goesTo: 'leave_out' }] })).toMatchObject({ about: null, words: [] });
    const people = await plan.call('intake.words', { ...csvFile('Tag,Type,User\nA-1,Laptop,A Person\n'), column: 2 });
    expect(JSON.stringify(people)).not.toContain('Person');
  });

  test('is counted truly in a list of hundreds: the rows of all of them are the filled rows', async () => {
    using plan = planInMemory();
    const text = `Tag,Type,Room\n${Array.from({ length: 900 }, (_, at) => `T-${at},Laptop,${at % 10 === 0 ? '' : `Room ${at % 300}`}`).join('\n')}\n`;
    const all = await plan.call('intake.words', { ...csvFile(text), column: 2 });
    // 300 numbers, of which every tenth is blank: 270 words; 900 − 90 = 810 rows.
    expect([all.words.length, all.words.reduce((sum, { rows }) => sum + rows, 0)]).toEqual([270, 810]);
  });
});

test('a word that stands for a user group of no plan is refused before anything is read', async () => {
  using plan = planInMemory();
  const options = withAnswer({}, { values: [{ about: 'userGroup', from: 'x', to: 'governors' }] });
  expect(await plan.dispatch('intake.words', { ...csvFile(LIST), column: 4, options })).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
});
