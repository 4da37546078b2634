import { describe, expect, it } from 'vitest';
import { explainAsset } from '../../../planning/explain.ts';
import { forecast } from '../../../planning/forecast.ts';
import { assumptionWords, boughtWhen, boughtWords } from '../../../planning/quality/assumed.ts';
import { mendEffect } from '../../../planning/quality/mend.ts';
import { suggestDates } from '../../../planning/quality/suggest-dates.ts';
import { suggestionsFor, type BulkField } from '../../../planning/quality/suggest-values.ts';
import { walkRound } from '../../../planning/quality/walk-round.ts';
import type { Asset, PlanSnapshot, Warranty } from '../../../planning/snapshot.ts';
import { AS_OF, department, kit, model, place, schoolOf } from '../fixtures.ts';

const camera = (parts: Partial<Asset> = {}): Asset => kit({ categoryKey: 'camera', description: 'Field camera', ...parts });
const standard = (assetId: number, startsOn: string): Warranty =>
  ({ id: assetId, assetId, startsOn, endsOn: '2099-01-01', supplierId: null, reference: null, kind: 'standard', costPence: null });

describe('when kit without a date was probably bought', () => {
  const suggested = (row: Asset, others: readonly Asset[], parts: Partial<PlanSnapshot> = {}): string => {
    const [found] = suggestDates(schoolOf({ assets: [row, ...others], ...parts }), [row], AS_OF);
    return found === undefined || found.found === null ? 'nothing' : `${found.found.date} ${found.found.exactness}: ${found.found.evidence}`;
  };

  it('goes by the start of its warranty, then by others on its order', () => {
    const row = camera({ orderNumber: '3980' });
    const others = [camera({ orderNumber: '3980', purchaseDate: '2021-09-13' }), camera({ orderNumber: ' 3980', quantity: 7, purchaseDate: '2021-09-13' })];
    expect(suggested(row, others)).toBe('2021-09-13 day: order 3980, 8 of them');
    expect(suggested(row, others, { warranties: [standard(row.id, '2021-09-20')] })).toBe('2021-09-20 day: its warranty starts 20 Sep 2021');
  });

  it('is only as exact as the others agree: a day, a month, a year, or nothing', () => {
    const row = camera({ orderNumber: '3980' });
    const on = (...dates: readonly string[]) => suggested(row, dates.map((purchaseDate) => camera({ orderNumber: '3980', purchaseDate })));
    expect(on('2021-09-13', '2021-09-13')).toMatch(/^2021-09-13 day/);
    expect(on('2021-09-13', '2021-09-27')).toMatch(/^2021-09-01 month/);
    expect(on('2021-02-01', '2021-11-27')).toMatch(/^2021-09-01 year/);
    expect(on('2021-02-01', '2022-11-27')).toBe('nothing');
  });

  it('lies between serial numbers on either side that agree and are near', () => {
    const at = (serial: string, purchaseDate: string) => camera({ serial, purchaseDate });
    const row = camera({ serial: 'FC-2150' });
    expect(suggested(row, [at('FC-2100', '2019-09-02'), at('FC-2299', '2019-09-02')])).toBe('2019-09-02 day: serial range FC-2100 to FC-2299');
    expect(suggested(row, [at('FC-2100', '2019-01-10'), at('FC-2299', '2019-10-02')])).toBe('2019-09-01 year: serial range FC-2100 to FC-2299');
    expect(suggested(row, [at('FC-2100', '2019-09-02'), at('FC-9999', '2019-09-02')])).toBe('nothing');
    expect(suggested(row, [at('FC-2100', '2019-09-02')])).toBe('nothing');
    expect(suggested(row, [at('XX-2100', '2019-09-02'), at('XX-2299', '2019-09-02')])).toBe('nothing');
    expect(suggested(camera({ serial: '2.15E+03' }), [at('2.15', '2019-09-02')])).toBe('nothing');
  });

  it('lies between tags on either side, or goes by the others of its model in its room, or all of its model', () => {
    const tagged = (tag: string, purchaseDate: string) => camera({ tag, purchaseDate });
    expect(suggested(camera({ tag: 'HC-CM-07' }), [tagged('HC-CM-06', '2024-09-09'), tagged('HC-CM-12', '2024-09-09')])).toBe('2024-09-09 day: tags HC-CM-06 to HC-CM-12');
    const inArt = { modelId: 1, locationId: 1 };
    const batch = [camera({ ...inArt, purchaseDate: '2020-09-01' }), camera({ ...inArt, purchaseDate: '2020-09-01' })];
    expect(suggested(camera(inArt), [...batch, camera({ modelId: 1, locationId: 2, purchaseDate: '2015-01-01' })])).toBe('2020-09-01 day: 2 of its model in that room, 1 Sep 2020');
    expect(suggested(camera({ modelId: 1 }), batch)).toBe('2020-09-01 day: the 2 others of its model, 1 Sep 2020');
  });

  it('goes by the end of its warranty where all others of its model had the same length', () => {
    const others = [1, 2, 3].map(() => camera({ modelId: 1, purchaseDate: '2020-09-01', coverEnd: '2022-09-01' }));
    const mixed = others.map((row, at) => ({ ...row, id: row.id + 5_000, purchaseDate: `20${18 + at}-09-01`, coverEnd: `20${20 + at}-09-01` }));
    expect(suggested(camera({ modelId: 1, coverEnd: '2025-03-20' }), mixed)).toBe('2023-03-01 month: warranty to 20 Mar 2025, 24 months on the 3 others');
  });

  it('is never in the time to come, after its own cover, nor built on dates that were themselves assumed', () => {
    const row = camera({ orderNumber: '1', coverEnd: '2020-01-01' });
    expect(suggested(row, [camera({ orderNumber: '1', purchaseDate: '2021-09-13' })])).toBe('nothing');
    expect(suggested(camera({ orderNumber: '1' }), [camera({ orderNumber: '1', purchaseDate: '2026-12-13', status: 'ordered' })])).toBe('nothing');
    expect(suggested(camera({ orderNumber: '1' }), [camera({ orderNumber: '1', purchaseDate: '2021-09-13', purchaseDateAssumed: true })])).toBe('nothing');
  });
});

describe('other gaps', () => {
  const first = (field: BulkField, assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}): string => {
    const snapshot = schoolOf({ assets, ...parts });
    const [row] = suggestionsFor(snapshot, forecast(snapshot, { asOf: AS_OF }), field);
    return row === undefined ? 'none' : row.found === null ? 'nothing' : `${row.found.shown} (${row.found.evidence})`;
  };
  const printer = (parts: Partial<Asset>): Asset => kit({ categoryKey: 'printer', modelId: 1, purchaseDate: '2023-07-10', locationId: 1, unitPaidPence: 16_400, coverEnd: '2026-07-10', ...parts });

  it('a warranty ends like the others of its order, or after the length that its model came with', () => {
    expect(first('warrantyEnd', [printer({ coverEnd: null, orderNumber: '4391' }), printer({ orderNumber: '4391' })])).toBe('10 Jul 2026 (order 4391, 1 of them)');
    const others = [printer({ purchaseDate: '2021-01-01', coverEnd: '2024-01-01' }), printer({ purchaseDate: '2022-01-01', coverEnd: '2025-01-01' })];
    expect(first('warrantyEnd', [printer({ coverEnd: null }), ...others])).toBe('10 Jul 2026 (3 years on the 2 others of its model)');
    expect(first('warrantyEnd', [printer({ coverEnd: null }), printer({ purchaseDate: '2021-01-01', coverEnd: '2022-01-01' }), ...others])).toBe('nothing');
  });

  it('a price is that of its model on the same order or day, where they agree', () => {
    expect(first('pricePaid', [printer({ unitPaidPence: null }), printer({}), printer({})])).toBe('£164 (2 of its model bought that day)');
    expect(first('pricePaid', [printer({ unitPaidPence: null }), printer({}), printer({ unitPaidPence: 17_000 })])).toBe('nothing');
  });

  it('a room is that of the tags on either side', () => {
    const rooms = { locations: [place(1, 'Art 2'), place(2, 'Hall')] };
    expect(first('room', [printer({ tag: 'P-8', locationId: null }), printer({ tag: 'P-7' }), printer({ tag: 'P-9' })], rooms)).toBe('Art 2 (tags P-7 and P-9)');
    expect(first('room', [printer({ tag: 'P-8', locationId: null }), printer({ tag: 'P-7' }), printer({ tag: 'P-9', locationId: 2 })], rooms)).toBe('nothing');
  });

  it('are listed with those first that have something to go by', () => {
    const snapshot = schoolOf({ assets: [camera({ tag: 'A' }), camera({ tag: 'B', orderNumber: '1' }), camera({ orderNumber: '1', purchaseDate: '2024-09-09' })] });
    expect(suggestionsFor(snapshot, forecast(snapshot, { asOf: AS_OF }), 'purchaseDate').map(({ asset }) => asset.tag)).toEqual(['B', 'A']);
  });
});

describe('a date that is assumed', () => {
  const about = { purchaseDate: '2021-09-01', purchaseDateAssumed: true, purchaseDateBasis: 'order 3980, 8 of them' };

  it('says "about" everywhere, and what it goes by', () => {
    expect(boughtWords(about)).toBe('about Sep 2021');
    expect(boughtWords({ ...about, purchaseDate: '2021-09-13' })).toBe('about 13 Sep 2021');
    expect(boughtWhen(about)).toBe('about September 2021');
    expect(assumptionWords(about)).toBe('That date is assumed, going by order 3980, 8 of them.');
    expect(boughtWords({ ...about, purchaseDateAssumed: false })).toBe('1 Sep 2021');
    expect(assumptionWords({ ...about, purchaseDateAssumed: false })).toBeNull();
    expect(boughtWords({ ...about, purchaseDate: null })).toBeNull();
  });

  it('is the first reason of every figure that rests on it', () => {
    const row = camera({ ...about, overridePence: 10_000, overridePriceDate: AS_OF });
    const steps = explainAsset(schoolOf({ assets: [row] }), { asOf: AS_OF }, row.id).steps.map(({ text }) => text);
    expect(steps.slice(0, 2)).toEqual(['Bought about September 2021.', 'That date is assumed, going by order 3980, 8 of them.']);
  });

  it('tells before it is given what it costs in each year, and how many are still left out', () => {
    // Kept four years: bought September 2023, due September 2027 (2027/28) and again September 2031, after the plan.
    const rows = [camera({ overridePence: 10_000, overridePriceDate: '2027-04-01' }), camera()];
    const snapshot = schoolOf({ assets: rows });
    const before = forecast(snapshot, { asOf: AS_OF });
    expect(mendEffect(snapshot, before, { asOf: AS_OF }, new Map([[rows[0]?.id ?? 0, { purchaseDate: '2023-09-01', purchaseDateAssumed: true }]])))
      .toEqual({ years: [{ label: '2027/28', pence: 10_000 }], totalPence: 10_000, stillLeftOut: 1 });
    expect(mendEffect(snapshot, before, { asOf: AS_OF }, new Map())).toEqual({ years: [], totalPence: 0, stillLeftOut: 2 });
  });
});

describe('the walk-round list', () => {
  it('goes from room to room with a box for what can be read off the kit, and a dash where nothing is needed', () => {
    const snapshot = schoolOf({
      locations: [place(1, 'IT10'), place(2, 'IT2')], departments: [department(1, 'Computing')], models: [model({ id: 1, name: '400', categoryKey: 'desktop' })],
      assets: [
        kit({ tag: 'D-10', categoryKey: 'desktop', description: 'Kestrel 400', locationId: 2, purchaseDate: '2023-12-12', coverEnd: '2026-12-12', departmentId: 1 }),
        kit({ tag: 'D-9', categoryKey: 'desktop', description: 'Kestrel 400', locationId: 2, serial: 'K4', departmentId: 1 }),
        kit({ tag: 'D-1', categoryKey: 'desktop', locationId: 1, serial: 'K5', purchaseDate: '2023-12-12', coverEnd: '2026-12-12', departmentId: 1 }),
        kit({ categoryKey: 'cabling', description: 'Patch panel', quantity: 12 }), kit({ tag: 'GONE', status: 'disposed', locationId: 1 }),
      ],
    });
    const told = walkRound(snapshot).map(({ room, lines }) => [room, ...lines.map(({ what, items, cells }) =>
      `${items} ${what}: ${Object.values(cells).map((cell) => (cell.kind === 'known' ? cell.text : cell.kind === 'box' ? '[ ]' : '–')).join(' | ')}`)]);
    expect(told).toEqual([
      ['IT2', '1 Kestrel 400: D-9 | K4 | [ ] | [ ] | Computing', '1 Kestrel 400: D-10 | [ ] | 12 Dec 2023 | 12 Dec 2026 | Computing'],
      [null, '12 Patch panel: [ ] | – | [ ] | – | –'],
    ]);
  });
});
