import { describe, expect, it } from 'vitest';
import { sampleRegisterCsv } from '../../app/sample/register-csv.ts';
import { SAMPLE_AS_OF, sampleSchool } from '../../app/sample/school.ts';
import { forecast } from '../../planning/forecast.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { planInMemory, testPlan } from '../support/plan-in-memory.ts';
import { csvFile } from '../support/register-file.ts';
import { sampleSnapshot } from '../support/sample-snapshot.ts';
import { structureFaults } from '../support/xlsx-structure.ts';

/** The register with names for numbers, by tag. */
const byTag = ({ assets, locations, departments, suppliers, models }: PlanSnapshot): Map<string | null, unknown> => {
  const name = (list: readonly { readonly id: number; readonly name: string }[], id: number | null): string | null =>
    list.find((each) => each.id === id)?.name ?? null;
  return new Map(assets.map((asset) => {
    const model = models.find(({ id }) => id === asset.modelId);
    return [asset.tag, {
      serial: asset.serial, description: asset.description, categoryKey: asset.categoryKey, userGroup: asset.userGroup,
      quantity: asset.quantity, status: asset.status, purchaseDate: asset.purchaseDate, unitPaidPence: asset.unitPaidPence,
      coverEnd: asset.coverEnd, orderNumber: asset.orderNumber, notes: asset.notes, make: model?.make, model: model?.name,
      room: name(locations, asset.locationId), department: name(departments, asset.departmentId), supplier: name(suppliers, asset.supplierId),
    }];
  }));
};

describe('Hillcrest as a plan file', () => {
  it('holds what the sample says, and forecasts the same', async () => {
    using plan = testPlan({ kind: 'nothing' });
    const state = await plan.call('plan.sample', {});
    expect(state).toMatchObject({ schoolName: 'Hillcrest School', sample: true, assetRows: sampleSchool().assets.length });
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(byTag(snapshot)).toEqual(byTag(sampleSnapshot()));
    const inFile = forecast(snapshot, { asOf: SAMPLE_AS_OF });
    const inMemory = forecast(sampleSnapshot(), { asOf: SAMPLE_AS_OF });
    expect(inFile.totals).toEqual(inMemory.totals);
    expect(inFile.notInForecast).toEqual(inMemory.notInForecast);
  });
});

describe('Hillcrest’s workbook', () => {
  it('comes through the contract as a sound .xlsx file', async () => {
    using plan = testPlan({ kind: 'nothing' });
    await plan.call('plan.sample', {});
    const file = await plan.call('documents.workbook', { asOf: SAMPLE_AS_OF });
    expect(file.fileName).toBe('Hillcrest School refresh forecast 2026-11-21.xlsx');
    expect(structureFaults(Buffer.from(file.base64, 'base64'))).toEqual([]);
  });
});

describe('Hillcrest’s register as a CSV file', () => {
  it('comes in as the same assets, without a row lost', async () => {
    using plan = planInMemory();
    const rows = sampleSchool().assets.length;
    const { value: { rows: counts, leftOut } } = await plan.call('intake.commit', csvFile(sampleRegisterCsv(), 'Hillcrest kit list.csv'));
    expect(leftOut).toEqual([]);
    expect(counts).toMatchObject({ read: rows + 1, new: rows, changed: 0, unchanged: 0 });
    // The total at the end is refused, and said.
    expect(counts.refused).toHaveLength(1);
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(byTag(snapshot)).toEqual(byTag(sampleSnapshot()));
  });

  it('changes nothing when it comes in again', async () => {
    using plan = planInMemory();
    const file = csvFile(sampleRegisterCsv(), 'Hillcrest kit list.csv');
    await plan.call('intake.commit', file);
    const { change, value } = await plan.call('intake.commit', file);
    expect(change).toBeNull();
    expect(value.rows).toMatchObject({ new: 0, changed: 0, unchanged: sampleSchool().assets.length });
  });

  it('changes nothing in the plan of Hillcrest that was made from the same list', async () => {
    using plan = testPlan({ kind: 'nothing' });
    await plan.call('plan.sample', {});
    const { value } = await plan.call('intake.commit', csvFile(sampleRegisterCsv(), 'Hillcrest kit list.csv'));
    expect(value.rows).toMatchObject({ new: 0, changed: 0, unchanged: sampleSchool().assets.length });
  });
});
