import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { matchRegister, type ExistingAsset, type MatchPlan } from '../../app/intake/match-register.ts';
import { asExisting, bringIn } from './bring-in.ts';

/** Brings a first register into an empty plan, then matches a second one with it. */
async function then(first: string, second: string, edit: (asset: ExistingAsset) => ExistingAsset = (asset) => asset): Promise<MatchPlan> {
  const plan = (await bringIn(first)).rows.map(asExisting).map(edit);
  return matchRegister(await bringIn(second), plan);
}

const counts = (plan: MatchPlan): readonly number[] => [plan.counts.new, plan.counts.changed, plan.counts.unchanged, plan.counts.refused];

describe('which asset a row is about', () => {
  test('the serial decides before the tag', async () => {
    const plan = await then('Tag,Serial,Item\nA-1,S1,Laptop\nA-2,S2,Laptop\n', 'Tag,Serial,Item\nA-2,S1,Laptop\nA-1,S2,Laptop\n');
    expect(plan.changed.map(({ assetId, changes }) => [assetId, changes])).toEqual([
      [1, [{ field: 'tag', before: 'A-1', after: 'A-2' }]], [2, [{ field: 'tag', before: 'A-2', after: 'A-1' }]],
    ]);
  });

  test('the tag decides where there is no serial, in any case of letters and any order of rows', async () => {
    const plan = await then('Tag,Item,Room\nA-1,Laptop,R1\nA-2,Laptop,R1\n', 'Item,Tag,Room\nLaptop,a-2,R1\nLaptop,a-1,R9\n');
    expect(counts(plan)).toEqual([0, 1, 1, 0]);
    expect(plan.changed[0]).toMatchObject({ assetId: 1, changes: [{ field: 'room', before: 'R1', after: 'R9' }] });
  });

  test('a tag that several rows have decides nothing: equal rows meet one by one', async () => {
    const rows = 'Tag,Item,Room\nA-1,Laptop,R1\nA-1,Laptop,R2\nA-1,Laptop,R2\n';
    expect(counts(await then(rows, rows))).toEqual([0, 0, 3, 0]);
    expect(counts(await then(rows, `${rows}A-1,Laptop,R2\n`))).toEqual([1, 0, 3, 0]);
  });

  test('a placeholder is never a key', async () => {
    const plan = await then('Tag,Serial,Item,Room\nN/A,0,Laptop,R1\n', 'Tag,Serial,Item,Room\nN/A,0,Laptop,R2\n');
    expect(counts(plan)).toEqual([1, 0, 0, 0]);
  });

  test('rows without any identity: the nth of equal cells is the nth, and one more is one new', async () => {
    const row = 'Desktop,R1\n';
    expect(counts(await then(`Item,Room\n${row}${row}`, `Item,Room\n${row}${row}${row}`))).toEqual([1, 0, 2, 0]);
    expect(counts(await then(`Item,Room\n${row}${row}${row}`, `Item,Room\n${row}`))).toEqual([0, 0, 1, 0]);
  });

  test('an untagged row is still known after its blanks were filled in by hand', async () => {
    const rows = 'Item,Room,Purchase date,Cost\nThing one,R1,,\nThing two,R1,,\n';
    const plan = await then(rows, rows, (asset) => ({ ...asset, categoryKey: 'projector', purchaseDate: '2021-09-01', unitPaidPence: 100, userGroup: 'staff' }));
    expect(counts(plan)).toEqual([0, 0, 2, 0]);
  });

  test('a row that listed its serials counts once, whatever became of its items', async () => {
    const plan = await then('Serial,Item,Qty\n"S1, S2",Laptop,2\n', 'Serial,Item,Qty\n"S1, S3",Laptop,2\nS2,Laptop,1\n');
    expect(plan.unchanged.map(({ assetId }) => assetId)).toEqual([1, 2]);
    expect(plan.new.map(({ serial }) => serial)).toEqual(['S3']);
    expect(counts(plan)).toEqual([0, 1, 1, 0]);
  });
});

describe('what counts as a change', () => {
  test('cells that differ, with what was there before', async () => {
    const plan = await then('Tag,Item,Cost,Qty,Bought\nA-1,Laptop,365,1,01/09/2021\n', 'Tag,Item,Cost,Qty,Bought\nA-1,Laptop,398,2,13/09/2021\n');
    expect(plan.changed[0]?.changes).toEqual([
      { field: 'quantity', before: 1, after: 2 }, { field: 'purchaseDate', before: '2021-09-01', after: '2021-09-13' },
      { field: 'unitPaidPence', before: 36_500, after: 39_800 },
    ]);
  });

  test('never case, spaces or another way of writing the same', async () => {
    const plan = await then('Tag,Item,Room,Supplier,Cost,Bought,Warranty\nA-1,Laptop,Room 1,Stone,365,01/09/2021,36 months\n',
      'Tag,Item,Room,Supplier,Cost,Bought,Warranty\n a-1 ,LAPTOP,room  1,STONE,£365.00,2021-09-01,3 yrs\n');
    expect(counts(plan)).toEqual([0, 0, 1, 0]);
  });

  test('never a column that the file does not have', async () => {
    const plan = await then('Tag,Item,Room,Cost,Status\nA-1,Laptop,R1,365,Spare\n', 'Tag,Item\nA-1,Laptop\n', (asset) => ({ ...asset, quantity: 30 }));
    expect(counts(plan)).toEqual([0, 0, 1, 0]);
  });

  test('never a blank cell: it does not wipe out what the plan knows', async () => {
    const plan = await then('Tag,Item,Room,Cost,Status,Qty\nA-1,Laptop,R1,365,Spare,3\n', 'Tag,Item,Room,Cost,Status,Qty\nA-1,Laptop,,N/A,,\n');
    expect(counts(plan)).toEqual([0, 0, 1, 0]);
  });

  test('never a category or description that was only worked out', async () => {
    const plan = await then('Tag,Make,Model\nA-1,Dell,X1\n', 'Tag,Make,Model\nA-1,Dell,X1\n', (asset) => ({ ...asset, categoryKey: 'laptop', description: 'Trolley laptop' }));
    expect(counts(plan)).toEqual([0, 0, 1, 0]);
  });

  test('a make without a model is no difference: the plan keeps makes with models', async () => {
    const rows = 'Tag,Make,Item\nA-1,Dell,Laptop\n';
    expect(counts(await then(rows, rows))).toEqual([0, 0, 1, 0]);
  });
});

test('whatever a register holds, all rows are accounted for and the second time changes nothing', async () => {
  const cell = fc.constantFrom('', 'N/A', 'A-1', 'A-2', 'a-1', '0', 'Laptop', 'Total', 'Tag', '2', '-1', '"x, y"', '01/02/2021', '£3', 'Spare', '#N/A', '2021');
  const row = fc.array(cell, { minLength: 0, maxLength: 8 }).map((cells) => cells.join(','));
  await fc.assert(fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), async (rows) => {
    // bringIn holds both laws.
    await bringIn(`Tag,Serial,Item,Qty,Cost,Bought,Status,Room\nA-0,,Laptop,1,1,,,\n${rows.join('\n')}\n`);
  }), { seed: 20_261_121, numRuns: 300 });
});
