import { isHeads, MOST_HEADS } from '../agreements/driver.ts';
import { financialYearLabel } from '../calendar.ts';
import { categoryNamed } from '../categories.ts';
import { isSaneQuantity } from '../context.ts';
import { isLossRate } from '../loss-rate.ts';
import { formatCount, formatPounds, formatRate, isUnitPrice } from '../money.ts';
import { isLifeMonths } from '../policies.ts';
import { isRise } from '../price.ts';
import { isExtensionYears } from '../refresh/decision.ts';
import { hasUsableMonths, unknownLimits } from '../refresh/due.ts';
import { purchaseMonths } from '../refresh/window.ts';
import { assetName, modelTitle } from '../register/field-words.ts';
import { lineageOf } from '../scenarios/apply.ts';
import type { Asset, PlanSnapshot, RefreshPolicy } from '../snapshot.ts';
import { isShare } from '../value/terms.ts';
import type { BasisPoints, Pence } from '../vocabulary.ts';
import { kitName, listOf, spanOf } from '../words.ts';

/** A figure that came with a file and that no sum can use: where it stands, and what works in its place. */
export type Unusable = {
  /** "The pupil laptop policy: a life of 0 months". */
  readonly what: string;
  /** "A life is 1 to 600 months." */
  readonly works: string;
  readonly where: { readonly kind: 'asset'; readonly id: number } | { readonly kind: 'policy'; readonly categoryKey: string } | { readonly kind: 'school' };
};
type Where = Unusable['where'];

const asWhole = (value: number): string => (Number.isInteger(value) ? formatCount(value).replace('-', '−') : String(value));
const SCHOOL: Where = { kind: 'school' };

/** What a plan file made elsewhere holds that the sums pass over. Kitplan itself writes none of these. */
export const unusableValues = (snapshot: PlanSnapshot): Unusable[] => [
  ...ofSchool(snapshot), ...ofRolls(snapshot), ...snapshot.policies.flatMap((policy) => ofPolicy(snapshot, policy)), ...ofRises(snapshot),
  ...snapshot.models.flatMap((model) => ofPrice(`The price of the ${modelTitle(model)}`, model.unitPence, { kind: 'policy', categoryKey: model.categoryKey })),
  ...snapshot.assets.flatMap(ofAsset), ...ofActions(snapshot), ...ofScenarios(snapshot),
  ...snapshot.recurring.flatMap(({ name, amountPence, riseBp }) => [
    ...ofPrice(`The amount of ${name}`, amountPence, SCHOOL),
    ...(riseBp === null ? [] : ofRise(`${name} is`, 'a year', riseBp, SCHOOL)),
  ]),
];

function ofSchool({ school }: PlanSnapshot): Unusable[] {
  const { yearStartMonth, horizonYears, backlogYears, vatBp } = school;
  const within = (value: number, least: number, most: number): boolean => Number.isInteger(value) && value >= least && value <= most;
  return [
    ...(within(yearStartMonth, 1, 12) ? [] : [{
      what: `The school’s financial year starts in month ${asWhole(yearStartMonth)}; April is used.`, works: 'A month is 1 to 12.', where: SCHOOL,
    }]),
    ...(within(horizonYears, 3, 10) ? [] : [{
      what: `The plan is for ${asWhole(horizonYears)} years; five are used.`, works: 'A plan has 3 to 10 years.', where: SCHOOL,
    }]),
    ...(within(backlogYears, 1, 10) ? [] : [{
      what: `Overdue kit is bought over ${asWhole(backlogYears)} years; it is bought at once.`, works: 'A backlog is bought over 1 to 10 years.', where: SCHOOL,
    }]),
    ...(within(vatBp, 0, 10_000) ? [] : [{ what: `VAT is ${asWhole(vatBp)} hundredths of a per cent; 20% is used.`, works: 'VAT is 0 to 50%.', where: SCHOOL }]),
  ];
}

function ofRolls({ rolls, school }: PlanSnapshot): Unusable[] {
  return rolls.flatMap((roll) => (['pupils', 'staff'] as const).flatMap((heads): Unusable[] => {
    const count = roll[heads];
    return count === null || isHeads(count, heads) ? [] : [{
      what: `The roll of ${financialYearLabel(roll.year, school.yearStartMonth)} is ${asWhole(count)} ${heads}; the school’s own number is used.`,
      works: `A roll is 0 to ${formatCount(MOST_HEADS[heads])} ${heads}.`, where: SCHOOL,
    }];
  }));
}

function ofPolicy(snapshot: PlanSnapshot, policy: RefreshPolicy): Unusable[] {
  const where: Where = { kind: 'policy', categoryKey: policy.categoryKey };
  const name = `The ${kitName(categoryNamed(snapshot.categories, policy.categoryKey), policy.userGroup, 1)} policy`;
  const { lifeMonths, toleranceMonths, lossBp, upgrade, bookLifeMonths, residualBp } = policy;
  return [
    ...(hasUsableMonths(policy) ? [] : [{
      what: `${name} has a life of ${asWhole(lifeMonths)} months and a tolerance of ${asWhole(toleranceMonths)}; its kit is left out.`,
      works: 'A life is 1 to 600 months, a tolerance at most 600 either way.', where,
    }]),
    ...(unknownLimits(policy).length === 0 ? [] : [{
      what: `${name} goes by ${listOf(unknownLimits(policy).map((limit) => `“${limit}”`))}, which Kitplan does not know; its kit is left out.`,
      works: 'A policy goes by age, cover, the maker’s support, the system’s support or the lease.', where,
    }]),
    ...(purchaseMonths(policy).length === policy.purchaseMonths.length ? [] : [{
      what: `${name} places purchases in month ${listOf(policy.purchaseMonths.filter((month) => !purchaseMonths(policy).includes(month)).map(asWhole))}, which is passed over.`,
      works: 'A month is 1 to 12.', where,
    }]),
    ...(lossBp === 0 || isLossRate(lossBp) ? [] : [{
      what: `${name} loses ${rateWords(lossBp)} a year; no losses are counted.`, works: 'A loss rate is 0 to 100%.', where,
    }]),
    ...(bookLifeMonths === null || isLifeMonths(bookLifeMonths) ? [] : [{
      what: `${name} writes its kit off over ${asWhole(bookLifeMonths)} months; the next policy’s life in the books, or the school’s own, is used.`, works: 'A life in the books is 1 to 600 months.', where,
    }]),
    ...(residualBp === null || isShare(residualBp) ? [] : [{
      what: `${name} leaves its kit in the books at ${rateWords(residualBp)} of its price; that is passed over.`, works: 'What it stands at in the end is 0 to 100% of its price.', where,
    }]),
    ...(upgrade === null || isLifeMonths(upgrade.atMonths) ? [] : [{
      what: `${name} fits ${upgrade.what} after ${asWhole(upgrade.atMonths)} months; the upgrade is left out.`, works: 'An upgrade comes after 1 to 600 months.', where,
    }]),
    ...ofPrice(`${name}: its price`, policy.unitPence, where), ...ofPrice(`${name}: the price of its upgrade`, upgrade?.unitPence ?? null, where),
    ...ofPrice(`${name}: what disposal costs`, policy.disposalPence, where), ...ofPrice(`${name}: what a trade-in brings`, policy.tradeInPence, where),
  ];
}

const rateWords = (bp: BasisPoints): string => (Number.isInteger(bp) ? `${bp < 0 ? '−' : ''}${formatRate(bp)}` : asWhole(bp));

/** `£20,000,000`, or what stands there where it is no whole number of pence. */
const priceWords = (pence: Pence): string => (Number.isSafeInteger(pence) ? formatPounds(pence, { pence: pence % 100 !== 0 }) : `${asWhole(pence)} pence`);

const ofPrice = (what: string, pence: Pence | null, where: Where): Unusable[] => pence === null || isUnitPrice(pence) ? [] : [{
  what: `${what} is ${priceWords(pence)} and counts as not known.`, works: 'A price is £0 to £10 million.', where,
}];

const ofRise = (what: string, when: string, bp: BasisPoints, where: Where): Unusable[] => isRise(bp) ? [] : [{
  what: `${what} to rise ${rateWords(bp)} ${when}; from then on no price is known.`, works: 'A rise is −50 to 50% a year.', where,
}];

function ofRises({ inflation, categories, school }: PlanSnapshot): Unusable[] {
  const label = (year: number): string => `in ${financialYearLabel(year, school.yearStartMonth)}`;
  return [
    ...ofRise('Prices are', 'a year', inflation.defaultBp, SCHOOL), ...(inflation.steps ?? []).flatMap(({ year, bp }) => ofRise('Prices are', label(year), bp, SCHOOL)),
    ...inflation.series.flatMap(({ categoryKey, bp, steps }) => {
      const what = `Prices of ${categoryNamed(categories, categoryKey).plural} are`;
      const where: Where = { kind: 'policy', categoryKey };
      return [...(bp === null ? [] : ofRise(what, 'a year', bp, where)), ...steps.flatMap((step) => ofRise(what, label(step.year), step.bp, where))];
    }),
  ];
}

function ofAsset(asset: Asset): Unusable[] {
  const name = assetName(asset);
  const where: Where = { kind: 'asset', id: asset.id };
  return [
    ...(isSaneQuantity(asset.quantity) ? [] : [{ what: `${name} stands for ${asWhole(asset.quantity)} items and is left out.`, works: 'A row stands for 1 to 1,000,000 items.', where }]),
    ...(asset.unitPaidPence === null || isUnitPrice(asset.unitPaidPence) ? [] : [{ what: `${name} was paid for with ${asWhole(asset.unitPaidPence)} pence; that price is passed over.`, works: 'A price is £0 to £10 million.', where }]),
    ...ofPrice(`The price of a replacement of ${name}`, asset.overridePence, where),
  ];
}

/** Ways forward that start from themselves, or from one that there is none of. */
const ofScenarios = ({ scenarios }: PlanSnapshot): Unusable[] => scenarios.filter(({ id }) => (lineageOf(scenarios, id)[0]?.parentId ?? null) !== null).map(({ name }) => ({
  what: `“${name}” does not lead back to the plan itself; it counts from where its parents are no longer known.`,
  works: 'A scenario starts from another one that leads back to the plan itself.', where: SCHOOL,
}));

/** What was decided about kit with a figure that says nothing: extensions by no years, a next use of no months. */
function ofActions({ actions, assets }: PlanSnapshot): Unusable[] {
  const names = new Map(assets.map((asset) => [asset.id, assetName(asset)]));
  return actions.flatMap(({ assetId, action, years, yearlyPence, nextMonths }): Unusable[] => {
    const name = names.get(assetId);
    if (name === undefined) return [];
    const where: Where = { kind: 'asset', id: assetId };
    if (action === 'pass_down') {
      return nextMonths === null || isLifeMonths(nextMonths) ? []
        : [{ what: `${name} is passed down for ${asWhole(nextMonths)} months; it is used until it fails.`, works: `A next use is 1 month to ${spanOf(600)}.`, where }];
    }
    if (action !== 'extend_cover' && action !== 'extend_support') return [];
    const what = action === 'extend_cover' ? 'cover' : 'support';
    if (!isExtensionYears(years)) {
      return [{ what: `The ${what} of ${name} is extended by ${years === null ? 'no number of' : asWhole(years)} years; nothing is counted for it.`, works: 'An extension is 1 to 10 years.', where }];
    }
    return ofPrice(`A year of longer ${what} of ${name}`, yearlyPence, where);
  });
}
