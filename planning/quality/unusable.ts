import { isSaneQuantity } from '../context.ts';
import { formatCount, isUnitPrice } from '../money.ts';
import { isUsable } from '../refresh/due.ts';
import { assetName } from '../register/field-words.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { categoryNamed } from '../categories.ts';
import { kitName } from '../words.ts';

/** A figure that came with a file and that no sum can use: where it stands, and what works in its place. */
export type Unusable = {
  /** "The pupil laptop policy: a life of 0 months". */
  readonly what: string;
  /** "A life is 1 to 600 months." */
  readonly works: string;
  readonly where: { readonly kind: 'asset'; readonly id: number } | { readonly kind: 'policy'; readonly categoryKey: string } | { readonly kind: 'school' };
};

const asWhole = (value: number): string => (Number.isInteger(value) ? formatCount(value).replace('-', '−') : String(value));

/** What a plan file made elsewhere holds that the sums pass over. Kitplan itself writes none of these. */
export function unusableValues(snapshot: PlanSnapshot): Unusable[] {
  const { school } = snapshot;
  return [
    ...(school.yearStartMonth >= 1 && school.yearStartMonth <= 12 && Number.isInteger(school.yearStartMonth) ? [] : [{
      what: `The school’s financial year starts in month ${asWhole(school.yearStartMonth)}; April is used.`, works: 'A month is 1 to 12.', where: { kind: 'school' } as const,
    }]),
    ...(school.horizonYears >= 3 && school.horizonYears <= 10 && Number.isInteger(school.horizonYears) ? [] : [{
      what: `The plan is for ${asWhole(school.horizonYears)} years; five are used.`, works: 'A plan has 3 to 10 years.', where: { kind: 'school' } as const,
    }]),
    ...snapshot.policies.flatMap((policy): Unusable[] => (isUsable(policy) ? [] : [{
      what: `The ${kitName(categoryNamed(snapshot.categories, policy.categoryKey), policy.userGroup, 1)} policy has a life of ${asWhole(policy.lifeMonths)} months and a tolerance of ${asWhole(policy.toleranceMonths)}; its kit is left out.`,
      works: 'A life is 1 to 600 months, a tolerance at most 600 either way.', where: { kind: 'policy', categoryKey: policy.categoryKey },
    }])),
    ...snapshot.assets.flatMap((asset): Unusable[] => {
      const name = assetName(asset);
      const where = { kind: 'asset', id: asset.id } as const;
      return [
        ...(isSaneQuantity(asset.quantity) ? [] : [{ what: `${name} stands for ${asWhole(asset.quantity)} items and is left out.`, works: 'A row stands for 1 to 1,000,000 items.', where }]),
        ...(asset.unitPaidPence === null || isUnitPrice(asset.unitPaidPence) ? [] : [{ what: `${name} was paid for with ${asWhole(asset.unitPaidPence)} pence; that price is passed over.`, works: 'A price is £0 to £10 million.', where }]),
      ];
    }),
  ];
}
