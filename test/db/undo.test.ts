import { describe, expect, it } from 'vitest';
import { deleteAssets, insertAssets, listAssets, updateAssets } from '../../db/repositories/assets.ts';
import { insertImport, listImports } from '../../db/repositories/imports.ts';
import { setBudget, setInflation } from '../../db/repositories/money.ts';
import { ensureDepartment, ensureLocation, ensureModel, ensureSupplier } from '../../db/repositories/places.ts';
import { setPolicy } from '../../db/repositories/policies.ts';
import { UNSAID } from '../../planning/policies.ts';
import { setSchool } from '../../db/repositories/school.ts';
import { loadSnapshot } from '../../db/repositories/snapshot.ts';
import { addWarranty, replaceWarranties } from '../../db/repositories/warranties.ts';
import type { PlanFile } from '../../db/plan-file.ts';
import { anotherProgram, laptop, manager, memoryPlan, office, refusalOf } from './plan-fixtures.ts';

const name = (plan: PlanFile, school: string) => plan.change(manager(`Call it ${school}`), (writer) => { setSchool(writer, { name: school }); });
const schoolOf = (plan: PlanFile) => loadSnapshot(plan.reader).school.name;

describe('undo and redo', () => {
  it('step back and forth through a session as people expect', () => {
    const plan = memoryPlan();
    for (const school of ['A', 'B', 'C']) name(plan, school);
    const seen: string[] = [];
    const step = (way: 'undo' | 'redo') => { plan[way]('slt'); seen.push(schoolOf(plan)); };
    for (const way of ['undo', 'undo', 'redo', 'undo', 'undo', 'redo', 'redo', 'redo'] as const) step(way);
    expect(seen).toEqual(['B', 'A', 'B', 'A', 'My school', 'A', 'B', 'C']);
    expect(refusalOf(() => plan.redo('slt')).sentence).toBe('There is nothing to redo.');
    for (const way of ['undo', 'undo', 'undo'] as const) step(way);
    expect(schoolOf(plan)).toBe('My school');
    expect(plan.undoable()).toBeNull();
  });

  it('name what they would take back, and are changes of the history themselves', () => {
    const plan = memoryPlan();
    name(plan, 'A');
    name(plan, 'B');
    expect([plan.undoable(), plan.redoable()]).toEqual([{ label: 'Call it B' }, null]);
    const undone = plan.undo('business_manager');
    expect(undone).toMatchObject({ id: 3, label: 'Call it B', role: 'business_manager', kind: 'undo', tables: ['school'] });
    expect([plan.undoable(), plan.redoable()]).toEqual([{ label: 'Call it A' }, { label: 'Call it B' }]);
    expect(plan.redo('slt')).toMatchObject({ id: 4, kind: 'redo' });
    expect(plan.history().map(({ id, kind, undoes, undoneBy }) => [id, kind, undoes, undoneBy])).toEqual([
      [4, 'redo', 3, null], [3, 'undo', 2, 4], [2, 'do', null, 3], [1, 'do', null, null],
    ]);
  });

  it('forget what could be redone once something new is done', () => {
    const plan = memoryPlan();
    name(plan, 'A');
    name(plan, 'B');
    plan.undo('slt');
    name(plan, 'C');
    expect(plan.redoable()).toBeNull();
    plan.undo('slt');
    expect([schoolOf(plan), plan.redoable()]).toEqual(['A', { label: 'Call it C' }]);
    plan.redo('slt');
    expect([schoolOf(plan), plan.redoable()]).toEqual(['C', null]);
  });

  it('survive closing Kitplan in between', () => {
    const desk = office();
    let plan = desk.create();
    for (const school of ['A', 'B']) name(plan, school);
    const reopen = () => { plan.close(); plan = desk.open(); };
    reopen();
    expect(plan.undoable()).toEqual({ label: 'Call it B' });
    plan.undo('slt');
    reopen();
    plan.undo('slt');
    expect(schoolOf(plan)).toBe('My school');
    reopen();
    expect(plan.redoable()).toEqual({ label: 'Call it A' });
    plan.redo('slt');
    reopen();
    plan.redo('slt');
    expect(schoolOf(plan)).toBe('B');
    expect(plan.integrity().ok).toBe(true);
  });
});

describe('undo puts everything back as it was', () => {
  it('after rows were removed with their warranties, their own policies and what succeeds them', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => {
      const [old] = insertAssets(writer, [laptop('LT-1', { warranties: [{ endsOn: '2026-01-31' }, { endsOn: '2027-01-31', reference: 'EXT-9' }] })]);
      insertAssets(writer, [laptop('LT-2', { status: 'ordered', succeedsAssetId: old ?? null })]);
      setPolicy(writer, {
        categoryKey: 'laptop', userGroup: null, modelId: null, assetId: old ?? null, lifeMonths: 72, binding: [], toleranceMonths: 0,
        unitPence: null, priceDate: null, upgrade: null, lossBp: 0, fromYear: null, lifeMonthsBefore: null, ...UNSAID,
      });
    });
    const before = loadSnapshot(plan.reader);
    for (const ids of [[1], [2], [1, 2]]) {
      plan.change(manager('Remove'), (writer) => { deleteAssets(writer, ids); });
      expect(loadSnapshot(plan.reader)).not.toEqual(before);
      plan.undo('network_manager');
      expect(loadSnapshot(plan.reader)).toEqual(before);
    }
  });

  it('after each kind of edit, and redo brings each back', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1'), laptop('LT-2')]));
    const edits = [
      manager('Edit'), manager('Budget'), manager('Budget again'), manager('No budget'), manager('Rises'), manager('Fewer rises'), manager('Cover'), manager('Policy'),
    ];
    const states = [loadSnapshot(plan.reader)];
    const writes: Parameters<PlanFile['change']>[1][] = [
      (writer) => { updateAssets(writer, [1, 2], { status: 'spare', locationId: ensureLocation(writer, 'Store') }); },
      (writer) => { setBudget(writer, { year: 2026, fundKey: 'delegated', costCategory: null, nature: null, pence: 11_840_000 }); },
      (writer) => { setBudget(writer, { year: 2026, fundKey: 'delegated', costCategory: null, nature: null, pence: 12_000_000 }); },
      (writer) => { setBudget(writer, { year: 2026, fundKey: 'delegated', costCategory: null, nature: null, pence: null }); },
      (writer) => { setInflation(writer, { defaultBp: 250, series: [{ categoryKey: 'laptop', bp: null, steps: [{ year: 2027, bp: 900 }, { year: 2028, bp: -100 }] }] }); },
      (writer) => { setInflation(writer, { defaultBp: 250, series: [] }); },
      (writer) => { replaceWarranties(writer, 1, [{ endsOn: '2027-01-31' }]); },
      (writer) => {
        setPolicy(writer, {
          categoryKey: 'laptop', userGroup: null, modelId: null, assetId: null, lifeMonths: 60, binding: ['policy_life'], toleranceMonths: 0,
          unitPence: 60_000, priceDate: '2026-04-01', upgrade: null, lossBp: 0, fromYear: null, lifeMonthsBefore: null, ...UNSAID,
        });
      },
    ];
    for (const [index, write] of writes.entries()) {
      expect(plan.change(edits[index] ?? manager('Edit'), write).change).not.toBeNull();
      states.push(loadSnapshot(plan.reader));
    }
    for (const state of states.slice(0, -1).toReversed()) {
      plan.undo('slt');
      expect(loadSnapshot(plan.reader)).toEqual(state);
    }
    for (const state of states.slice(1)) {
      plan.redo('slt');
      expect(loadSnapshot(plan.reader)).toEqual(state);
    }
  });

  it('after an import of 5,000 rows with its rooms, models, suppliers and cover, and redo brings all of it in again', () => {
    const desk = office();
    let plan = desk.create();
    const before = loadSnapshot(plan.reader);
    plan.change(manager('Import kit list 2026.xlsx'), (writer) => {
      const importId = insertImport(writer, {
        at: '2026-11-21T09:14:00.000Z', fileName: 'kit list 2026.xlsx', sha256: 'ab', sheet: 'Kit', rowsRead: 5000, rowsNew: 5000,
        rowsChanged: 0, rowsUnchanged: 0, rowsRefused: 0, decisions: [{ column: 'Bought', readAs: 'day first' }], leftOut: [], refused: [],
      });
      insertAssets(writer, Array.from({ length: 5000 }, (_, index) => laptop(`LT-${index}`, {
        importId,
        modelId: index < 50 ? ensureModel(writer, { categoryKey: 'laptop', make: 'Kestrel', name: `K${index % 7}` }) : null,
        locationId: index < 90 ? ensureLocation(writer, `Room ${index % 40}`) : null,
        departmentId: index < 30 ? ensureDepartment(writer, `Department ${index % 9}`) : null,
        supplierId: index < 30 ? ensureSupplier(writer, `Supplier ${index % 3}`) : null,
        warranties: [{ endsOn: '2027-08-31' }],
      })));
    });
    const after = loadSnapshot(plan.reader);
    expect(after.assets).toHaveLength(5000);
    plan.close();
    plan = desk.open();
    plan.undo('network_manager');
    expect(loadSnapshot(plan.reader)).toEqual(before);
    expect(listImports(plan.reader)).toEqual([]);
    plan.redo('network_manager');
    expect(loadSnapshot(plan.reader)).toEqual(after);
    expect(plan.integrity().ok).toBe(true);
  });
});

describe('undo is refused, with the row’s name and nothing changed', () => {
  const withLaptop = () => {
    const desk = office();
    const plan = desk.create();
    plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1'), laptop('LT-2')]));
    return { desk, plan };
  };

  it('where another program changed the row since', () => {
    const { desk, plan } = withLaptop();
    plan.change(manager('Retire'), (writer) => { updateAssets(writer, [1, 2], { status: 'retired' }); });
    anotherProgram(desk.file, (database) => { database.exec("UPDATE assets SET status = 'lost' WHERE id = 2"); });
    const before = loadSnapshot(plan.reader);
    expect(refusalOf(() => plan.undo('slt'))).toEqual({
      code: 'conflict', sentence: '“Retire” cannot be undone: Staff laptop (LT-2) has been changed since. Nothing was changed.',
    });
    expect(loadSnapshot(plan.reader)).toEqual(before);
    expect(plan.undoable()).toEqual({ label: 'Retire' });
    expect(plan.history()).toHaveLength(2);
  });

  it('where another program removed or brought back the row', () => {
    const { desk, plan } = withLaptop();
    plan.change(manager('Retire'), (writer) => { updateAssets(writer, [1], { status: 'retired' }); });
    anotherProgram(desk.file, (database) => { database.exec('DELETE FROM assets WHERE id = 1'); });
    expect(refusalOf(() => plan.undo('slt')).sentence).toContain('is no longer there');
    plan.change(manager('Remove'), (writer) => { deleteAssets(writer, [2]); });
    anotherProgram(desk.file, (database) => {
      database.exec("INSERT INTO assets (id, description, category_key, quantity, status, purchase_date_assumed, os_can_move) VALUES (2, 'Impostor', 'laptop', 1, 'in_use', 0, 1)");
    });
    expect(refusalOf(() => plan.undo('slt')).sentence).toBe('“Remove” cannot be undone: Impostor is there again. Nothing was changed.');
  });

  it('where an older change out of the history was built upon', () => {
    const { plan } = withLaptop();
    plan.change(manager('Retire'), (writer) => { updateAssets(writer, [1], { status: 'retired' }); });
    plan.change(manager('Dispose'), (writer) => { updateAssets(writer, [1], { status: 'disposed' }); });
    expect(refusalOf(() => plan.undo('slt', 2)).sentence).toBe('“Retire” cannot be undone: Staff laptop (LT-1) has been changed since. Nothing was changed.');
    expect(refusalOf(() => plan.undo('slt', 1)).sentence).toContain('has been changed since');
  });

  it('where a warranty was added to the new row afterwards: it would go as well', () => {
    const { plan } = withLaptop();
    plan.change(manager('Cover'), (writer) => { addWarranty(writer, 1, { endsOn: '2027-01-31' }); });
    expect(refusalOf(() => plan.undo('slt', 1)).sentence).toBe('“Add” cannot be undone: a warranty was added or changed since and relies on it. Nothing was changed.');
    expect(listAssets(plan.reader)).toHaveLength(2);
  });

  it('where kit was put into the new room afterwards', () => {
    const { plan } = withLaptop();
    const { change } = plan.change(manager('Add a room'), (writer) => ensureLocation(writer, 'S12'));
    plan.change(manager('Move in'), (writer) => { updateAssets(writer, [2], { locationId: 1 }); });
    expect(refusalOf(() => plan.undo('slt', change?.id)).sentence).toBe(
      '“Add a room” cannot be undone: Staff laptop (LT-2) relies on something that would no longer be there. Nothing was changed.',
    );
  });

  it('where it was undone already', () => {
    const { plan } = withLaptop();
    plan.undo('slt', 1);
    expect(refusalOf(() => plan.undo('slt', 1)).sentence).toBe('That change was undone already.');
    expect(refusalOf(() => plan.undo('slt', 77)).code).toBe('conflict');
  });
});

it('an older change can be taken back while later ones stay, where they touched other things', () => {
  const plan = memoryPlan();
  plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1')]));
  plan.change(manager('Retire'), (writer) => { updateAssets(writer, [1], { status: 'retired' }); });
  plan.change(manager('Note'), (writer) => { updateAssets(writer, [1], { notes: 'Cracked hinge' }); });
  plan.undo('slt', 2);
  expect(listAssets(plan.reader)[0]).toMatchObject({ status: 'in_use', notes: 'Cracked hinge' });
});
