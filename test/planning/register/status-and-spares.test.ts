import { describe, expect, it, test } from 'vitest';
import { missingWords, statusRule, unwipedWords } from '../../../planning/register/status-rules.ts';
import { spareCounts } from '../../../planning/register/spares.ts';
import { standingOf } from '../../../planning/refresh/due.ts';
import type { Asset } from '../../../planning/snapshot.ts';
import { ASSET_STATUSES } from '../../../planning/vocabulary.ts';
import { kit, model, policiesWith, schoolOf } from '../fixtures.ts';

describe('a status', () => {
  test.each(ASSET_STATUSES)('%s says what the forecast does with such kit', (status) => {
    const { meaning } = statusRule(status);
    const said = meaning.includes('It counts in the forecast') ? 'in_service' : meaning.includes('as a purchase') ? 'on_the_way' : 'out';
    const standing = standingOf(status);
    expect(said).toBe(standing === 'in_service' || standing === 'on_the_way' ? standing : 'out');
  });

  const fibre = model({ id: 9, name: 'Fibre box', categoryKey: 'other', storageGb: 64 });
  test.each<[string, Partial<Asset>, string | null]>([
    ['a laptop that left', { status: 'disposed', disposedOn: '2026-10-01', disposalRoute: 'weee_recycle' }, 'Not written down yet: disposal certificate and data wiped on.'],
    ['a projector that left', { status: 'disposed', categoryKey: 'projector', disposedOn: '2026-10-01', disposalRoute: 'resale', disposalCertificate: 'W-1' }, null],
    ['a box whose model has storage', { status: 'disposed', categoryKey: 'other', modelId: 9, disposedOn: '2026-10-01', disposalRoute: 'resale', disposalCertificate: 'W-1' }, 'Not written down yet: data wiped on.'],
    ['kit on an order of the plan', { status: 'ordered', orderLineId: 4, inServiceDate: '2027-01-04' }, null],
    ['kit in use', { purchaseDate: '2024-09-01', locationId: 1 }, null],
    ['kit passed down', { status: 'cascaded', purchaseDate: '2020-09-01' }, 'Not written down yet: passed down on and room.'],
  ])('asks for what belongs to it: %s', (_, parts, words) => {
    expect(missingWords(kit(parts), parts.modelId === 9 ? fibre : null)).toBe(words);
  });

  test.each<[string, readonly Asset[], string | null]>([
    ['nothing at all', [], null],
    ['kit without storage', [kit({ categoryKey: 'monitor' })], null],
    ['a wiped laptop', [kit({ dataWipedOn: '2026-11-01' })], null],
    ['one laptop', [kit()], 'No data wipe is recorded for 1 laptop.'],
    ['a group and a server', [kit({ quantity: 3 }), kit({ categoryKey: 'server' })], 'No data wipe is recorded for 3 laptops and 1 server.'],
    ['many kinds', ['laptop', 'server', 'desktop', 'tablet', 'phone'].map((categoryKey) => kit({ categoryKey })),
      'No data wipe is recorded for 1 laptop, 1 server, 1 desktop and 2 more kinds.'],
  ])('without a data wipe is said: %s', (_, assets, words) => {
    expect(unwipedWords(schoolOf({ assets }), assets)).toBe(words);
  });
});

describe('the spare pool', () => {
  it('is counted by kind, with its share of what is in service and what a year’s losses would take', () => {
    const assets = [
      kit({ userGroup: 'pupil', quantity: 90 }), kit({ userGroup: 'pupil', status: 'spare', quantity: 6 }), kit({ userGroup: 'pupil', status: 'disposed', quantity: 40 }),
      kit({ userGroup: 'staff', quantity: 10 }), kit({ categoryKey: 'monitor', status: 'spare' }), kit({ categoryKey: 'server', quantity: 3 }),
    ];
    // Pupil laptops: 6 of 96 are 6.25 %, and 96 at 2 % are 1.92, so 2. Staff: 10 at 2 % are 0.2, so 1. Monitors: no rate.
    expect(spareCounts(schoolOf({ assets, policies: policiesWith('laptop', { lossBp: 200 }) }))).toEqual([
      { categoryKey: 'laptop', userGroup: 'staff', fleet: 10, spares: 0, shareBp: 0, needed: 1 },
      { categoryKey: 'laptop', userGroup: 'pupil', fleet: 96, spares: 6, shareBp: 625, needed: 2 },
      { categoryKey: 'monitor', userGroup: null, fleet: 1, spares: 1, shareBp: 10_000, needed: null },
    ]);
  });

  it('is empty where nobody has a spare or a rate', () => {
    expect(spareCounts(schoolOf({ assets: [kit(), kit({ categoryKey: 'server' })] }))).toEqual([]);
  });
});
