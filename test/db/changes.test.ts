import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Writer } from '../../db/connection.ts';
import { deleteAssets, insertAssets, listAssets, updateAssets } from '../../db/repositories/assets.ts';
import { ensureLocation, listLocations } from '../../db/repositories/places.ts';
import { addWarranty, listWarranties } from '../../db/repositories/warranties.ts';
import { setBudget } from '../../db/repositories/money.ts';
import { setSchool } from '../../db/repositories/school.ts';
import { assets } from '../../db/schema/register.ts';
import { changeRow, changeSet } from '../../db/schema/history.ts';
import { laptop, manager, memoryPlan, office, refusalOf } from './plan-fixtures.ts';

describe('every write is a named change', () => {
  it('with its label, role, reason, time and the tables that screens read again', () => {
    const plan = memoryPlan();
    const { value, change } = plan.change(manager('Add two laptops', 'New science staff'), (writer) =>
      insertAssets(writer, [laptop('LT-1', { locationId: ensureLocation(writer, 'S12') }), laptop('LT-2')]));
    expect(value).toEqual([1, 2]);
    expect(change).toEqual({
      id: 1, at: '2026-11-21T09:14:00.000Z', label: 'Add two laptops', role: 'network_manager',
      reason: 'New science staff', kind: 'do', tables: ['assets', 'locations'],
    });
  });

  it('and a change that writes nothing leaves nothing behind', () => {
    const plan = memoryPlan();
    const { change } = plan.change(manager('Nothing'), (writer) => { setSchool(writer, { name: 'My school' }); });
    expect(change).toBeNull();
    expect(plan.history()).toEqual([]);
    expect(plan.change(manager('Name the school'), (writer) => { setSchool(writer, { name: 'Hillcrest' }); }).change?.id).toBe(1);
  });

  it('or all of it is refused: a use case’s own error comes out as it was thrown and nothing is saved', () => {
    const plan = memoryPlan();
    const fault = new Error('row 7: this cannot be read as a date');
    expect(() => plan.change(manager('Import'), (writer) => {
      insertAssets(writer, [laptop('LT-1')]);
      throw fault;
    })).toThrow(fault);
    expect(listAssets(plan.reader)).toEqual([]);
    expect(plan.history()).toEqual([]);
  });

  it('and SQLite itself aborts a write while no change is open', () => {
    const plan = memoryPlan();
    let kept: Writer | null = null;
    plan.change(manager('Add a laptop'), (writer) => { kept = writer; insertAssets(writer, [laptop('LT-1')]); });
    expect(kept).not.toBeNull();
    expect(() => insertAssets(kept ?? ({} as Writer), [laptop('LT-2')])).toThrow('written outside a change');
    for (const statement of ['DELETE FROM assets', "UPDATE school SET name = 'x'", "INSERT INTO suppliers (name) VALUES ('x')"]) {
      expect(() => plan.reader.all(sql.raw(`${statement} RETURNING id`))).toThrow('written outside a change');
    }
    expect(listAssets(plan.reader)).toHaveLength(1);
  });

  it('in every table of the plan, without a list that could forget one', () => {
    const plan = memoryPlan();
    const tables = plan.reader.all<{ name: string }>(sql`
      SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'`).map((row) => row.name);
    expect(tables.length).toBeGreaterThan(20);
    for (const table of tables.filter((name) => name !== 'schema_migration' && !name.startsWith('change_'))) {
      const triggers = plan.reader.all<{ name: string }>(sql`SELECT name FROM temp.sqlite_schema WHERE type = 'trigger' AND tbl_name = ${table}`);
      expect(triggers.map((row) => row.name).sort(), table).toEqual(['delete', 'insert', 'update'].map((event) => `watch_${table}_${event}`));
    }
  });

  it('and the history cannot be altered, even inside a change', () => {
    const plan = memoryPlan();
    plan.change(manager('Name the school'), (writer) => { setSchool(writer, { name: 'Hillcrest' }); });
    for (const forge of [
      (writer: Writer) => { writer.update(changeSet).set({ label: 'Something else' }).run(); },
      (writer: Writer) => { writer.delete(changeSet).run(); },
      (writer: Writer) => { writer.update(changeRow).set({ before: '{}' }).run(); },
      (writer: Writer) => { writer.delete(changeRow).run(); },
    ]) {
      expect(() => plan.change(manager('Forge'), forge)).toThrow('the history of a plan is never altered');
    }
    expect(plan.history().map((entry) => entry.label)).toEqual(['Name the school']);
  });

  it('and a row keeps its number for ever', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1')]));
    expect(() => plan.change(manager('Renumber'), (writer) => {
      writer.update(assets).set({ id: 99 }).where(eq(assets.id, 1)).run();
    })).toThrow('a row keeps its number');
    plan.change(manager('Remove'), (writer) => { deleteAssets(writer, [1]); });
    expect(plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-2')])).value).toEqual([2]);
  });

  it('and a change inside a change is refused, with the outer one', () => {
    const plan = memoryPlan();
    expect(refusalOf(() => plan.change(manager('Outer'), (writer) => {
      setSchool(writer, { name: 'Hillcrest' });
      plan.change(manager('Inner'), () => undefined);
    })).code).toBe('internal');
    expect(plan.history()).toEqual([]);
  });

  it('and an async function is refused: what it writes later would belong to no change', async () => {
    const plan = memoryPlan();
    let late: Promise<void> = Promise.resolve();
    const write = (writer: Writer): unknown => {
      setSchool(writer, { name: 'First' });
      late = (async () => {
        await Promise.resolve();
        setSchool(writer, { name: 'Late' });
      })();
      return late;
    };
    expect(refusalOf(() => plan.change(manager('Async'), write)).code).toBe('internal');
    await expect(late).rejects.toThrow('written outside a change');
    expect(plan.history()).toEqual([]);
    // @ts-expect-error The type says so as well.
    const compiled = (): unknown => plan.change(manager('Async'), async () => Promise.resolve(1));
    expect(refusalOf(compiled).code).toBe('internal');
  });
});

describe('the history', () => {
  it('sees what a bulk edit and a cascade did to each row', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => {
      insertAssets(writer, [laptop('LT-1', { warranties: [{ endsOn: '2027-01-31' }] }), laptop('LT-2')]);
    });
    plan.change(manager('Retire both'), (writer) => { updateAssets(writer, [1, 2], { status: 'retired' }); });
    plan.change(manager('Remove one'), (writer) => { deleteAssets(writer, [1]); });
    expect(plan.history().map(({ label, rows, tables }) => ({ label, rows, tables }))).toEqual([
      { label: 'Remove one', rows: 2, tables: ['assets', 'warranties'] },
      { label: 'Retire both', rows: 2, tables: ['assets'] },
      { label: 'Add', rows: 3, tables: ['assets', 'warranties'] },
    ]);
    expect(plan.rowHistory('warranties', 1).map(({ label, before, after }) => ({ label, before, after }))).toEqual([
      { label: 'Remove one', before: { asset_id: 1, ends_on: '2027-01-31', kind: 'standard' }, after: null },
      { label: 'Add', before: null, after: { asset_id: 1, ends_on: '2027-01-31', kind: 'standard' } },
    ]);
  });

  it('says who moved this and why, naming only what changed', () => {
    const plan = memoryPlan();
    plan.change(manager('Add'), (writer) => { insertAssets(writer, [laptop('LT-1')]); });
    plan.change({ label: 'Move to 2028/29', role: 'business_manager', reason: 'Lease of the copiers ends then' }, (writer) => {
      updateAssets(writer, [1], { movedTo: '2028-12-01', movedReason: 'Lease of the copiers ends then', quantity: 1 });
    });
    expect(plan.rowHistory('assets', 1)[0]).toEqual({
      changeId: 2, at: '2026-11-21T09:14:00.000Z', label: 'Move to 2028/29', role: 'business_manager',
      reason: 'Lease of the copiers ends then', kind: 'do',
      before: { moved_to: null, moved_reason: null },
      after: { moved_to: '2028-12-01', moved_reason: 'Lease of the copiers ends then' },
    });
  });

  it('comes page by page, the newest first', () => {
    const plan = memoryPlan();
    for (let year = 2026; year < 2036; year += 1) {
      plan.change(manager(`Budget ${year}`), (writer) => { setBudget(writer, { year, fundKey: 'delegated', costCategory: null, nature: null, pence: 100 }); });
    }
    const first = plan.history({ limit: 4 });
    expect(first.map((entry) => entry.label)).toEqual(['Budget 2035', 'Budget 2034', 'Budget 2033', 'Budget 2032']);
    expect(plan.history({ limit: 2, before: first.at(-1)?.id ?? 0 }).map((entry) => entry.label)).toEqual(['Budget 2031', 'Budget 2030']);
  });

  it('keeps every character: quotes, new lines, a currency sign, an emoji, a null', () => {
    const plan = memoryPlan();
    const notes = 'He said "£5" \\ then\nO’Brien\u0001 🖥';
    plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1', { notes })]));
    plan.change(manager('Remove'), (writer) => { deleteAssets(writer, [1]); });
    expect(plan.rowHistory('assets', 1)[0]?.before?.notes).toBe(notes);
    plan.undo('slt');
    expect(listAssets(plan.reader)[0]?.notes).toBe(notes);
  });
});

describe('hostile names stay names', () => {
  const hostile = ["'; DROP TABLE assets; --", '"); DELETE FROM assets; --', '`rm -rf`', '%00', '{"__proto__":1}', 'Robert\'); --'];

  it('in a register row, a room, a label and a reason, and through undo and redo', () => {
    const desk = office();
    const plan = desk.create();
    for (const name of hostile) {
      plan.change({ label: name, role: 'network_manager', reason: name }, (writer) => {
        insertAssets(writer, [laptop(name, { description: name, serial: name, notes: name, locationId: ensureLocation(writer, name) })]);
      });
    }
    expect(listAssets(plan.reader).map((asset) => asset.tag)).toEqual(hostile);
    for (let count = 0; count < hostile.length; count += 1) plan.undo('slt');
    expect(listAssets(plan.reader)).toEqual([]);
    for (let count = 0; count < hostile.length; count += 1) plan.redo('slt');
    expect(listAssets(plan.reader).map((asset) => asset.description)).toEqual(hostile);
    expect(listLocations(plan.reader).map((location) => location.name)).toEqual(hostile.map((name) => name.trim()));
    expect(plan.history({ limit: 1 })[0]?.label).toBe(hostile.at(-1));
    expect(plan.rowHistory("assets' OR 1=1 --", 1)).toEqual([]);
  });
});

describe('a day that does not exist', () => {
  it('is refused by the plan itself', () => {
    const plan = memoryPlan();
    for (const purchaseDate of ['2026-02-30', '2026-2-3', '21/11/2026', 'soon', '2026-11-21T00:00:00', '']) {
      expect(() => plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1', { purchaseDate })])), purchaseDate).toThrow('purchase_date_day');
    }
    plan.change(manager('Add'), (writer) => insertAssets(writer, [laptop('LT-1', { purchaseDate: '2024-02-29' }), laptop('LT-2', { purchaseDate: '1899-01-01' })]));
    expect(() => plan.change(manager('Cover'), (writer) => { addWarranty(writer, 1, { endsOn: '2026-13-01' }); })).toThrow('ends_on_day');
    expect(listWarranties(plan.reader, 1)).toEqual([]);
  });
});
