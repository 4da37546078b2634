import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planInMemory } from '../support/plan-in-memory.ts';
import { readerInThisProcess } from './bring-in.ts';

const samples = process.env['KITPLAN_SAMPLES'] ?? '';
const present = samples !== '' && existsSync(samples);

/** What each sample becomes in an empty plan: rows read, rows refused, and where they went. Every other file is refused in words. */
const BECOMES: Readonly<Record<string, readonly [read: number, refused: number, where: 'assets' | 'software' | 'models' | 'ledger' | 'locations']>> = {
  'assets-dfe-get-help-with-tech/orders.csv': [2, 0, 'assets'],
  'assets-headerless/assets.csv': [10, 0, 'assets'],
  'assets-headerless/inventory.csv': [12, 0, 'assets'],
  'assets-intune-oea/intune-devices.csv': [211, 32, 'assets'],
  'assets-ralph/back_office_assets.csv': [2, 0, 'assets'],
  'assets-ralph/warehouses_semicolon.csv': [3, 0, 'assets'],
  'assets-ralph/warehouses_tab.csv': [3, 0, 'assets'],
  'assets-shelf/shelf.nu-example-asset-import-from-content.csv': [4, 0, 'assets'],
  'assets-snipe-it/assets-sample-BAD.csv': [200, 0, 'assets'],
  'assets-snipe-it/assets-sample.csv': [22, 0, 'assets'],
  'assets-snipe-it/licenses-sample.csv': [50, 0, 'software'],
  'assets-snipe-it/models-sample.csv': [20, 0, 'models'],
  'csv-messytables/blank_line.ods': [3, 0, 'assets'],
  'xlsx-calamine/empty_s_attribute.xlsx': [4, 0, 'assets'],
  'xlsx-calamine/strict_iso_paths.xlsx': [75, 0, 'assets'],
  'xlsx-calamine/table-multiple.xlsx': [4, 0, 'assets'],
};
/** Read in a process of their own elsewhere: made to do harm. */
const HOSTILE = /^(xlsx-poi|zip-yauzl)\//;

const everyFile = present
  ? readdirSync(samples, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => readdirSync(join(samples, name)).map((file) => `${name}/${file}`))
    .filter((path) => !HOSTILE.test(path) && !path.endsWith('PROVENANCE.md')).toSorted()
  : [];

describe.skipIf(!present)('every sample file in a plan', () => {
  test('comes in whole and changes nothing the second time, or is refused in words and leaves no trace', async () => {
    expect(Object.keys(BECOMES).filter((path) => !everyFile.includes(path))).toEqual([]);
    for (const path of everyFile) {
      using plan = planInMemory({ spawnReader: readerInThisProcess });
      const file = { fileName: path.split('/').at(-1) ?? path, base64: readFileSync(join(samples, path)).toString('base64') };
      const expected = BECOMES[path];
      const first = await plan.dispatch('intake.commit', file);
      expect(first.ok, `${path}: ${first.ok ? 'it came in' : first.error.message}`).toBe(expected !== undefined);
      if (expected === undefined || !first.ok) {
        expect(first).toMatchObject({ error: { code: 'refused_file', message: expect.stringContaining(file.fileName) } });
        expect(await plan.call('plan.history', {})).toEqual([]);
        continue;
      }
      const [read, refused, where] = expected;
      const { snapshot } = await plan.call('plan.snapshot', {});
      const again = await plan.call('intake.commit', file);
      const { rows } = again.value;
      expect([rows.read, rows.refused.length, rows.new, rows.changed, rows.unchanged], path).toEqual([read, refused, 0, 0, read - refused]);
      expect(again.change, path).toBeNull();
      expect(snapshot[where].length, path).toBeGreaterThan(0);
      if (where !== 'assets') expect(snapshot.assets, path).toEqual([]);
    }
  }, 120_000);

  test('Snipe-IT’s licences become titles with their seats, price and end, and no licence key goes in', async () => {
    using plan = planInMemory({ spawnReader: readerInThisProcess });
    const text = readFileSync(join(samples, 'assets-snipe-it/licenses-sample.csv'));
    await plan.call('intake.commit', { fileName: 'licences.csv', base64: text.toString('base64') });
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.software).toHaveLength(50);
    expect(snapshot.software[0]).toMatchObject({
      name: 'Acetaminophen, Chlorpheniramine maleate, Phenylephrine HCl', publisher: 'Mayer-Bergnaum', units: 56, driver: 'per_seat',
      amountPence: 1_258, period: 'once', start: '2008-11-24', end: '2016-02-26', reference: '749317252-8',
    });
    expect(JSON.stringify(await plan.call('plan.snapshot', {}))).not.toContain('4c2713a1');
  });
});
