import { describe, expect, it } from 'vitest';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { kit, model } from '../fixtures.ts';
import { askedOf } from './standards-fixtures.ts';

const several = (count: number, parts: Partial<Asset>): Asset[] => Array.from({ length: count }, () => kit(parts));
const SWITCH = { categoryKey: 'network_switch', purchaseDate: '2021-09-01' } as const;
const POINT = { categoryKey: 'wireless_ap', purchaseDate: '2021-09-01' } as const;
const LAPTOP = { categoryKey: 'laptop', purchaseDate: '2023-09-01' } as const;
const TABLET = { categoryKey: 'tablet', purchaseDate: '2024-09-01' } as const;
const SERVER = { categoryKey: 'server', purchaseDate: '2024-09-01' } as const;

/** What the register says as [status, sentence, rows that are a gap, rows that are not known]. */
const said = (ref: string, parts: Partial<PlanSnapshot>, more: Parameters<typeof askedOf>[2] = {}): unknown[] => {
  const answer = askedOf(ref, parts, more);
  return [answer?.status, answer?.sentence, answer?.gapIds.length, answer?.unknownIds.length];
};
const kitSaid = (ref: string, assets: readonly Asset[], threshold: string | null = null): unknown[] => said(ref, { assets }, { threshold });

describe('switches past their maker’s support (NS-2), on 21 November 2026', () => {
  it.each<[string, readonly Asset[], readonly unknown[]]>([
    ['none at all', [], [null, 'The register has no switches.', 0, 0]],
    ['all of them supported', several(11, { ...SWITCH, vendorSupportEnd: '2029-06-30' }), ['meets', 'All 11 switches still get their maker’s updates.', 0, 0]],
    ['one, supported to that very day', [kit({ ...SWITCH, vendorSupportEnd: '2026-11-21' })], ['meets', 'The one switch still gets its maker’s updates.', 0, 0]],
    ['some of them past it', [...several(3, { ...SWITCH, vendorSupportEnd: '2026-06-30' }), ...several(8, { ...SWITCH, vendorSupportEnd: '2029-06-30' })],
      ['in_progress', '3 of 11 switches are past the end of their maker’s support.', 3, 0]],
    ['one of them past it, counted by quantity', [kit({ ...SWITCH, vendorSupportEnd: '2026-06-30' }), kit({ ...SWITCH, quantity: 10, vendorSupportEnd: '2029-06-30' })],
      ['in_progress', '1 of 11 switches is past the end of its maker’s support.', 1, 0]],
    ['all of them past it', several(2, { ...SWITCH, vendorSupportEnd: '2026-06-30' }), ['not_met', 'All 2 switches are past the end of their maker’s support.', 2, 0]],
    ['nothing known', several(4, SWITCH), [null, 'Of all 4 switches the register does not say when the maker’s support ends.', 0, 4]],
    ['some known', [kit({ ...SWITCH, vendorSupportEnd: '2029-06-30' }), kit(SWITCH)], [null, 'Of 1 of 2 switches the register does not say when the maker’s support ends.', 0, 1]],
    ['one past it and one not known', [kit({ ...SWITCH, vendorSupportEnd: '2020-06-30', purchaseDate: '2016-09-01' }), kit(SWITCH)],
      ['in_progress', '1 of 2 switches is past the end of its maker’s support. Of 1 more the register does not say when the maker’s support ends.', 1, 1]],
    ['past it and disposed of', [kit({ ...SWITCH, vendorSupportEnd: '2024-06-30', status: 'disposed' })], [null, 'The register has no switches.', 0, 0]],
  ])('%s', (_, assets, answer) => {
    expect(kitSaid('NS-2', assets)).toEqual(answer);
  });

  it('goes by the end that the model gives, and says which rows it means', () => {
    const models = [model({ id: 7, name: 'S48', categoryKey: 'network_switch', vendorSupportEnd: '2025-01-31' })];
    const answer = askedOf('NS-2', { models, assets: [kit({ ...SWITCH, modelId: 7, tag: 'HC-SW-03' })] });
    expect(answer?.status).toBe('not_met');
    expect(answer?.why.map(({ text }) => text).join('\n')).toContain('HC-SW-03 (support ended 31 Jan 2025)');
  });
});

describe('cover of switches from the purchase (NS-3)', () => {
  const rest = ' The register cannot say whether they are managed from one place and update by themselves.';
  it.each<[string, readonly Asset[], string | null, readonly unknown[]]>([
    // Bought 1 September 2021, covered for five years to 31 August 2026: a day short, which is how cover is sold.
    ['five years, whatever of it is over', several(3, { ...SWITCH, coverEnd: '2026-08-31' }), null, [null, `All 3 switches have a long enough warranty.${rest}`, 0, 0]],
    ['three years', several(3, { ...SWITCH, coverEnd: '2024-08-31' }), null, ['not_met', 'All 3 switches have a shorter warranty than the standard asks.', 3, 0]],
    ['three years, where the school’s threshold asks for three', several(3, { ...SWITCH, coverEnd: '2024-08-31' }), 'warranty of 3', [null, `All 3 switches have a long enough warranty.${rest}`, 0, 0]],
    ['no purchase date', [kit({ ...SWITCH, purchaseDate: null, coverEnd: '2030-08-31' })], null, [null, 'Of the one switch the register does not say how long the warranty lasts from the purchase.', 0, 1]],
    ['no switch', [], null, [null, 'The register has no switches.', 0, 0]],
  ])('%s', (_, assets, threshold, answer) => {
    expect(kitSaid('NS-3', assets, threshold)).toEqual(answer);
  });
});

describe('support of access points (WL-4)', () => {
  it.each<[string, readonly Asset[], unknown, number]>([
    ['five years from the purchase and still supported', several(2, { ...POINT, vendorSupportEnd: '2027-08-31' }), null, 0],
    ['five years from the purchase, which are over', several(2, { ...POINT, vendorSupportEnd: '2026-10-31' }), 'not_met', 2],
    ['a contract on it for as long', several(2, { ...POINT, coverEnd: '2027-08-31' }), null, 0],
    ['two years only', [kit({ ...POINT, purchaseDate: '2026-01-01', vendorSupportEnd: '2028-01-01' }), kit({ ...POINT, vendorSupportEnd: '2027-08-31' })], 'in_progress', 1],
    ['nothing known', several(2, POINT), null, 0],
  ])('%s', (_, assets, status, gaps) => {
    const [found, , rows] = kitSaid('WL-4', assets);
    expect([found, rows]).toEqual([status, gaps]);
  });
});

describe('systems that still get fixes (CS-14)', () => {
  it.each<[string, readonly Asset[], readonly unknown[]]>([
    ['all in support: how soon fixes are put on is for a person', several(2, { ...LAPTOP, osEnd: '2028-10-10' }),
      [null, 'All 2 devices that run a system still get fixes. The register cannot say how soon fixes are put on.', 0, 0]],
    ['a system past its end', [kit({ ...LAPTOP, osEnd: '2025-10-14', osName: 'Windows 10' }), kit({ ...LAPTOP, osEnd: '2028-10-10' })],
      ['in_progress', '1 of 2 devices that run a system gets no more fixes, because its system or its maker’s support has ended.', 1, 0]],
    // That it could move to a newer one does not make it safe today.
    ['a system past its end that could be moved', [kit({ ...LAPTOP, osEnd: '2025-10-14', osCanMove: true })],
      ['not_met', 'The one device gets no more fixes, because its system or its maker’s support has ended.', 1, 0]],
    ['a maker’s end that has gone by', [kit({ categoryKey: 'chromebook', vendorSupportEnd: '2026-06-30' })],
      ['not_met', 'The one device gets no more fixes, because its system or its maker’s support has ended.', 1, 0]],
    ['a release without a named end', [kit({ ...LAPTOP, osReleaseId: 12 })], [null, 'The one device still gets fixes. The register cannot say how soon fixes are put on.', 0, 0]],
    ['nothing known', [kit(LAPTOP)], [null, 'Of the one device the register does not say the system, or when its support ends.', 0, 1]],
    ['only kit that runs no system', [kit({ categoryKey: 'projector' })], [null, 'The register has no devices that run a system.', 0, 0]],
  ])('%s', (_, assets, answer) => {
    expect(kitSaid('CS-14', assets)).toEqual(answer);
  });
});

describe('support and warranty at the purchase (LD-3a, LD-3b)', () => {
  it.each<[string, string, readonly Asset[], string | null, unknown, number]>([
    ['laptops with five and three years', 'LD-3a', several(2, { ...LAPTOP, vendorSupportEnd: '2028-09-01', coverEnd: '2026-08-31' }), null, 'meets', 0],
    ['laptops with a short warranty', 'LD-3a', [kit({ ...LAPTOP, vendorSupportEnd: '2028-09-01', coverEnd: '2024-08-31' }), kit({ ...LAPTOP, vendorSupportEnd: '2029-09-01', coverEnd: '2027-08-31' })], null, 'in_progress', 1],
    ['laptops with short support and no known warranty', 'LD-3a', [kit({ ...LAPTOP, vendorSupportEnd: '2026-12-31' })], null, 'not_met', 1],
    ['laptops whose warranty nobody wrote down', 'LD-3a', [kit({ ...LAPTOP, vendorSupportEnd: '2029-09-01' })], null, null, 0],
    ['laptops under a shorter threshold of the school’s', 'LD-3a', [kit({ ...LAPTOP, vendorSupportEnd: '2026-12-31', coverEnd: '2024-08-31' })], 'support of 3 and warranty of 1', 'meets', 0],
    ['tablets with three and two years: the screen is for a person', 'LD-3b', [kit({ ...TABLET, vendorSupportEnd: '2029-01-01', coverEnd: '2026-08-31' })], null, null, 0],
    ['tablets with one year of warranty', 'LD-3b', [kit({ ...TABLET, vendorSupportEnd: '2029-01-01', coverEnd: '2025-08-31' })], null, 'not_met', 1],
  ])('%s', (_, ref, assets, threshold, status, gaps) => {
    const [found, , rows] = kitSaid(ref, assets, threshold);
    expect([found, rows]).toEqual([status, gaps]);
  });
});

describe('cover of servers (SS-1b), their updates (SS-2), and warranted cabling (NC-4)', () => {
  it.each<[string, string, readonly Asset[], unknown, number]>([
    ['covered', 'SS-1b', [kit({ ...SERVER, coverEnd: '2028-08-31' })], 'meets', 0],
    ['out of cover', 'SS-1b', [kit({ ...SERVER, coverEnd: '2026-08-31' }), kit({ ...SERVER, coverEnd: '2028-08-31' })], 'in_progress', 1],
    ['cover not known', 'SS-1b', [kit(SERVER)], null, 0],
    // Five years from September 2024: replaced in September 2029, a year after its maker stops.
    ['covered, but replaced only after its support ends', 'SS-1b', [kit({ ...SERVER, coverEnd: '2030-08-31', vendorSupportEnd: '2028-08-31', movedTo: '2029-09-01' })], 'not_met', 1],
    ['a system past its end', 'SS-2', [kit({ ...SERVER, osEnd: '2023-10-10' })], 'not_met', 1],
    ['a system in support: the review is for a person', 'SS-2', [kit({ ...SERVER, osEnd: '2031-10-14' })], null, 0],
    ['cabling with twenty years', 'NC-4', [kit({ categoryKey: 'cabling', purchaseDate: '2015-08-01', coverEnd: '2035-07-31' })], 'meets', 0],
    ['cabling with ten', 'NC-4', [kit({ categoryKey: 'cabling', purchaseDate: '2015-08-01', coverEnd: '2025-07-31' })], 'not_met', 1],
  ])('%s', (_, ref, assets, status, gaps) => {
    const [found, , rows] = kitSaid(ref, assets);
    expect([found, rows]).toEqual([status, gaps]);
  });
});

describe('disposals (LD-4)', () => {
  const GONE = { ...LAPTOP, status: 'disposed', disposedOn: '2026-06-30' } as const;
  it.each<[string, readonly Asset[], readonly unknown[]]>([
    ['none', [kit(LAPTOP)], [null, 'No disposal is recorded in the last three years.', 0, 0]],
    ['with certificate and wipe', [kit({ ...GONE, disposalCertificate: 'W-1', dataWipedOn: '2026-06-29' })],
      [null, 'The one item disposed of in the last three years has a certificate, and a data wipe where data was kept. The register cannot say whether energy use counts when new ones are chosen.', 0, 0]],
    ['without a wipe', [kit({ ...GONE, disposalCertificate: 'W-1' }), kit({ ...GONE, disposalCertificate: 'W-1', dataWipedOn: '2026-06-29' })],
      ['in_progress', 'Of 2 items disposed of in the last three years, 1 has no data wipe on record.', 1, 0]],
    ['without either', [kit({ ...GONE, quantity: 4 })], ['not_met', 'Of 4 items disposed of in the last three years, 4 have no certificate on record and 4 have no data wipe on record.', 1, 0]],
    ['a projector needs no wipe', [kit({ ...GONE, categoryKey: 'projector', disposalCertificate: 'W-1' })],
      [null, 'The one item disposed of in the last three years has a certificate, and a data wipe where data was kept. The register cannot say whether energy use counts when new ones are chosen.', 0, 0]],
    ['long ago', [kit({ ...GONE, disposedOn: '2019-06-30' })], [null, 'No disposal is recorded in the last three years.', 0, 0]],
  ])('%s', (_, assets, answer) => {
    expect(kitSaid('LD-4', assets)).toEqual(answer);
  });
});

describe('the lists themselves (CS-2, CS-13, DL-3)', () => {
  it('are called empty where they are, and leave the list of personal data to a person', () => {
    expect(said('CS-2', { assets: [] })).toEqual(['not_met', 'The plan has no list of kit, software and contracts.', 0, 0]);
    expect(said('CS-2', { assets: [kit({ quantity: 12 })] })).toEqual(['in_progress', 'The plan has no list of software and contracts.', 0, 0]);
  });

  it('count the devices whose end of support nobody wrote down', () => {
    const assets = [...several(2, LAPTOP), kit({ ...LAPTOP, osEnd: '2028-10-10' })];
    expect(said('CS-13', { assets })).toEqual(['in_progress', 'The end of support is not in the register for 2 of 3 devices.', 2, 0]);
    expect(said('CS-13', { assets: assets.slice(2) })[0]).toBeNull();
    expect(said('CS-13', { assets: [] })).toEqual([null, 'The register has no device that runs a system, and no software.', 0, 0]);
  });

  it('are not called reviewed because somebody changed them, but are a gap where nobody did for a year', () => {
    const assets = [kit()];
    const record = (changedOn: string) => ({ list: 'kit', changedOn, label: 'Bring in kit.csv' } as const);
    expect(said('DL-3', { assets }, { records: [record('2026-11-02')] })[0]).toBeNull();
    expect(said('DL-3', { assets }, { records: [record('2026-11-02')] })[1]).toContain('last changed on 2 November 2026 (Bring in kit.csv)');
    expect(said('DL-3', { assets }, { records: [record('2025-11-20')] })).toEqual(['in_progress', 'Nobody has changed the list of kit for over a year.', 0, 0]);
    expect(said('DL-3', { assets })[0]).toBeNull();
    expect(said('DL-3', {})[1]).toBe('The plan has no kit and no contracts yet.');
  });
});

it.each(['WL-1', 'CS-10', 'CS-15', 'BB-5', 'FM-5', 'EDS-4', 'constructor'])('nobody reads %s in a register: a person answers', (ref) => {
  expect(askedOf(ref, { assets: [kit()] })).toBeNull();
});
