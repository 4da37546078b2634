import { describe, expect, test } from 'vitest';
import type { Acknowledgement } from '../../../planning/agreements/agreement.ts';
import { contractKit, coverLots, lotCount, outOfCover } from '../../../planning/agreements/cover.ts';
import { planContext } from '../../../planning/context.ts';
import { coverSentence } from '../../../planning/sentences/agreements.ts';
import type { Asset, PlanSnapshot } from '../../../planning/snapshot.ts';
import { AS_OF, kit, policiesWith, schoolOf } from '../fixtures.ts';
import { contract, warranty } from './fixtures.ts';

const priced = policiesWith('laptop', { unitPence: 40_000, priceDate: '2026-09-01' });
const covered = (id: number, coverEnd: string | null, parts: Partial<Asset> = {}): Asset => kit({ id, coverEnd, ...parts });

const decided = (assetId: number, endsOn: string): Acknowledgement =>
  ({ id: assetId, subject: 'cover', assetId, agreementId: null, endsOn, decision: 'accept', reason: 'Spares are kept' });

const contextFor = (assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}) =>
  planContext(schoolOf({ assets, policies: priced, ...parts }), { asOf: AS_OF });

describe('kit in use that is out of cover', () => {
  test('is what is in service and whose cover is over or was never known, by items and by what replacing it costs', () => {
    const out = outOfCover(contextFor([
      covered(1, '2026-11-20'), // over since yesterday
      covered(2, '2026-11-21'), // covered today
      covered(3, null, { quantity: 30, status: 'on_loan' }), // never known
      covered(4, null, { status: 'retired' }), covered(5, '2020-01-01', { status: 'lost' }), covered(6, null, { status: 'ordered' }), // not in service
      covered(7, null, { categoryKey: 'software' }), // nothing that hardware cover is for
      covered(8, null, { categoryKey: 'camera' }), // in use, without a price
    ]));
    // 31 laptops at £400 of this year.
    expect(out).toEqual({ quantity: 32, assetIds: [1, 3, 8], replacementPence: 1_240_000, unpriced: 1, decided: 0 });
  });

  test('is told no more once somebody has decided about that end, and again when a later cover ends', () => {
    const acknowledgements = [decided(1, '2024-08-31')];
    expect(outOfCover(contextFor([covered(1, '2024-08-31')], { acknowledgements }))).toMatchObject({ quantity: 0, decided: 1 });
    expect(outOfCover(contextFor([covered(1, '2026-08-31')], { acknowledgements }))).toMatchObject({ quantity: 1, decided: 0 });
    // Another asset of the same day was not decided about.
    expect(outOfCover(contextFor([covered(2, '2024-08-31')], { acknowledgements }))).toMatchObject({ quantity: 1, decided: 0 });
  });

  test('of which no cover was ever known is told no more after a decision, until some cover is known', () => {
    const acknowledgements = [decided(1, AS_OF)];
    expect(outOfCover(contextFor([covered(1, null)], { acknowledgements }))).toMatchObject({ quantity: 0, decided: 1 });
    expect(outOfCover(contextFor([covered(1, '2026-08-31')], { acknowledgements }))).toMatchObject({ quantity: 1, decided: 0 });
  });

  test('is under cover while a contract that covers it renews itself', () => {
    const cover = contract({ coversHardware: true, autoRenews: true, end: '2026-03-31', assetIds: [1] });
    // The plan file knows the first end; today lies in the second term, to 31 March 2027.
    expect(outOfCover(contextFor([covered(1, '2026-03-31')], { contracts: [cover] })).quantity).toBe(0);
    expect(outOfCover(contextFor([covered(1, '2026-03-31')], { contracts: [{ ...cover, autoRenews: false }] })).quantity).toBe(1);
    expect(outOfCover(contextFor([covered(1, '2026-03-31')], { contracts: [{ ...cover, coversHardware: false }] })).quantity).toBe(1);
  });
});

describe('cover by lots', () => {
  test('puts equal periods of equal kit together, the next end first, what is over after it, what is unknown last', () => {
    const assets = [
      covered(1, '2027-01-14', { modelId: null, description: 'Tamar 14 laptop' }), covered(2, '2027-01-14', { description: 'tamar 14 laptop ' }),
      covered(3, '2029-08-14'), covered(4, '2025-12-12'), covered(5, '2026-02-01'), covered(6, null), covered(7, null, { status: 'disposed' }),
    ];
    const warranties = [
      warranty(1, '2027-01-14'), warranty(2, '2027-01-14'), warranty(3, '2029-08-14'), warranty(4, '2025-12-12'), warranty(5, '2026-02-01'),
    ];
    const lots = coverLots(contextFor(assets, { warranties }));
    expect(lots.map(({ endsOn, quantity, endingSoon, uncovered }) => [endsOn, quantity, endingSoon, uncovered.quantity])).toEqual([
      ['2027-01-14', 2, 2, 0], ['2029-08-14', 1, 0, 0], ['2026-02-01', 1, 0, 1], ['2025-12-12', 1, 0, 1], [null, 1, 0, 1],
    ]);
    expect(lots.map(({ kind }) => kind)).toEqual(['standard', 'standard', 'standard', 'standard', 'unknown']);
    expect(lotCount(schoolOf({ assets, warranties }))).toBe(lots.length);
    expect(lots[0]?.warrantyIds).toEqual(warranties.slice(0, 2).map(({ id }) => id));
  });

  test('says what goes on under a later period instead of calling it out of cover', () => {
    const warranties = [warranty(1, '2026-08-31'), warranty(1, '2028-08-31', { kind: 'extension', costPence: 4_500 })];
    const lots = coverLots(contextFor([covered(1, '2028-08-31', { quantity: 10 })], { warranties }));
    expect(lots.map(({ kind, extended, uncovered }) => [kind, extended, uncovered.quantity])).toEqual([['extension', 0, 0], ['standard', 10, 0]]);
  });

  test('parts what differs in supplier, reference, cost or start', () => {
    const assets = [1, 2, 3, 4].map((id) => covered(id, '2028-08-31'));
    const warranties = [
      warranty(1, '2028-08-31'), warranty(2, '2028-08-31', { supplierId: 3 }), warranty(3, '2028-08-31', { reference: 'A' }),
      warranty(4, '2028-08-31', { startsOn: '2025-09-01' }),
    ];
    expect(coverLots(contextFor(assets, { warranties }))).toHaveLength(4);
  });
});

describe('the kit of a contract', () => {
  test('is counted in items, and is out of cover once a contract that covers it is over', () => {
    const over = contract({ coversHardware: true, end: '2026-03-31', assetIds: [1, 2, 99] });
    const found = contractKit(contextFor([covered(1, '2026-03-31', { quantity: 5 }), covered(2, '2028-01-01')], { contracts: [over] }));
    expect(found.get(over.id)).toMatchObject({ quantity: 6, inService: 6, uncovered: { quantity: 5, assetIds: [1] } });
  });
});

describe('the opening sentence of warranties and contracts', () => {
  const sentence = (assets: readonly Asset[], parts: Partial<PlanSnapshot> = {}): string =>
    coverSentence(schoolOf({ assets, policies: priced, ...parts }), AS_OF).text;
  const notice = (end: string) => contract({ end, noticeDays: 60, autoRenews: true });
  const long = [warranty(1, '2029-01-01')];

  test('says that nothing is recorded', () => {
    expect(sentence([])).toBe('No warranty and no contract is recorded yet.');
  });

  test('does not call covered what is not there', () => {
    expect(sentence([], { contracts: [notice('2027-04-01')] }))
      .toBe('1 contract wants notice by 31 January 2027; the register has no kit in use yet that cover could be missing for.');
  });

  test('says so when there is nothing to do', () => {
    expect(sentence([covered(1, '2029-01-01')], { warranties: long, contracts: [contract()] }))
      .toBe('Everything in use is under cover; no contract wants notice before 20 February 2027.');
    expect(sentence([covered(1, '2029-01-01')], { warranties: long })).toBe('Everything in use is under cover.');
  });

  test('names the first day of notice, and what is used without cover', () => {
    expect(sentence([covered(1, null)], { contracts: [notice('2027-04-01')] }))
      .toBe('1 contract wants notice by 31 January 2027; 1 item in use is out of cover.');
    expect(sentence([covered(1, null, { quantity: 140 })], { contracts: [notice('2027-04-01'), notice('2027-03-31'), notice('2027-04-01')] }))
      .toBe('3 contracts want notice, the first by 30 January 2027; 140 items in use are out of cover.');
  });

  test('adds what is about to leave cover, and owns up to what goes on without it by decision', () => {
    const warranties = [warranty(1, '2026-12-12')];
    expect(sentence([covered(1, '2026-12-12', { quantity: 32 }), covered(2, null)], { warranties }))
      .toBe('1 item in use is out of cover. 32 more leave cover by 19 February 2027.');
    expect(sentence([covered(2, '2024-08-31')], { warranties, acknowledgements: [decided(2, '2024-08-31')] }))
      .toBe('Everything in use is under cover or goes on without it by decision (1 item).');
  });

  test('leaves out a contract that somebody has decided about, for that term alone', () => {
    const decision = (agreementId: number, endsOn: string): Acknowledgement =>
      ({ id: 1, subject: 'agreement', assetId: null, agreementId, endsOn, decision: 'renew', reason: 'Still the cheapest' });
    const one = notice('2027-04-01');
    expect(sentence([], { contracts: [one], acknowledgements: [decision(one.id, '2027-04-01')] })).toContain('no contract wants notice');
    expect(sentence([], { contracts: [one], acknowledgements: [decision(one.id, '2026-04-01')] })).toContain('1 contract wants notice');
  });
});
