import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { freeze, thaw } from '../../app/cases/published.ts';
import { Refusal } from '../../app/refusal.ts';
import type { VersionRow } from '../../db/repositories/scenarios.ts';
import { NO_ANALYSIS } from '../../planning/analysis/facts.ts';
import { NO_FINANCE } from '../../planning/budget/finance.ts';
import { forecast } from '../../planning/forecast.ts';
import { SHIPPED_POLICIES } from '../../planning/policies.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { kit, policiesWith, schoolOf } from '../planning/fixtures.ts';
import { sampleSnapshot } from '../support/sample-snapshot.ts';

const AS_OF = '2026-11-21';

type Frozen = { readonly snapshot: Readonly<Record<string, unknown>>; readonly totals: Readonly<Record<string, unknown>> };

const rowOf = (frozen: string): VersionRow => ({ id: 1, scenarioId: 2, publishedAt: '2026-11-21T09:00:00.000Z', asOf: AS_OF, engineVersion: '0.4.0', frozen });

/** A published plan as another Kitplan would have written it. */
const rewritten = (snapshot: PlanSnapshot, change: (frozen: Frozen) => Frozen): VersionRow => {
  const frozen = JSON.parse(inflateRawSync(Buffer.from(freeze(snapshot, 1, AS_OF), 'base64')).toString('utf8')) as Frozen;
  return rowOf(deflateRawSync(JSON.stringify(change(frozen))).toString('base64'));
};

const without = (value: unknown, fields: readonly string[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(value as object).filter(([field]) => !fields.includes(field)));

describe('a plan that an older Kitplan published', () => {
  const school = sampleSnapshot();

  it('opens with the figures it was published with where its facts had fewer fields', () => {
    // Before scenarios there were no decisions, rolls or needs; a policy said less, the school had three settings fewer.
    const older = rewritten(school, ({ snapshot, totals }) => ({
      totals,
      snapshot: {
        ...without(snapshot, ['rolls', 'actions', 'needs', 'analysis', 'finance', 'scenarios', 'settled']),
        school: without(snapshot.school, ['backlogYears', 'vatBp', 'priceAgeMonths']),
        policies: (snapshot.policies as object[]).map((policy) => without(policy, [
          'leastMonths', 'mostMonths', 'priceSource', 'replacementModelId', 'lossFrom', 'purchaseMonths', 'fundKey', 'disposalPence', 'tradeInPence',
        ])),
        assets: (snapshot.assets as object[]).map((asset) => without(asset, ['passedDownOn'])),
        models: (snapshot.models as object[]).map((model) => without(model, ['cores'])),
        software: (snapshot.software as object[]).map((title) => without(title, ['leastMemoryGb', 'needsCores', 'leastCores'])),
      },
    }));
    const version = thaw(older, 'Recommended');
    expect(version.totals).toEqual(forecast(school, { asOf: AS_OF }).totals);
    expect(version.snapshot).toMatchObject({ rolls: [], actions: [], needs: [], analysis: NO_ANALYSIS, finance: NO_FINANCE, scenarios: [], school: { backlogYears: 1, vatBp: 2_000, priceAgeMonths: 24 } });
    const [policy] = version.snapshot.policies.filter(({ categoryKey }) => categoryKey === 'server');
    expect(policy).toMatchObject({ lossFrom: 'policy', purchaseMonths: [], replacementModelId: null, lifeMonths: SHIPPED_POLICIES[0]?.lifeMonths });
    // Hillcrest's policies of today go by a model, a loss record or a window in places: without them the sums are others, never a crash.
    expect(forecast(version.snapshot, { asOf: AS_OF }).totals.totalPence.every(Number.isSafeInteger)).toBe(true);
  });

  it('is the same in every field where nothing was missing', () => {
    const small = schoolOf({ assets: [kit({ purchaseDate: '2024-09-02', unitPaidPence: 36_500 })], policies: policiesWith('laptop', { upgrade: null }), inflation: { defaultBp: 300, shipped: true, series: [] } });
    const { snapshot, totals } = thaw(rowOf(freeze(small, 1, AS_OF)), 'Recommended');
    expect(snapshot).toStrictEqual({ ...small, scenarios: [] });
    expect(totals).toStrictEqual(forecast(small, { asOf: AS_OF }).totals);
  });

  it('is refused in a sentence where what is missing had to be there, or the file is damaged', () => {
    const nameless = rewritten(school, ({ snapshot, totals }) => ({ totals, snapshot: { ...snapshot, school: without(snapshot.school, ['name']) } }));
    for (const row of [nameless, rowOf('bm90IGRlZmxhdGVk')]) {
      expect(() => thaw(row, 'Recommended')).toThrow(Refusal);
      expect(() => thaw(row, 'Recommended')).toThrow('The published figures of Recommended cannot be read by this Kitplan. They were written by Kitplan 0.4.0; a backup of that time may still have them.');
    }
  });
});
