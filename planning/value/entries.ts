import { fundOfPurchase, lineBought, natureFinder, type Bought, type Natured } from '../budget/capital.ts';
import { hasCapitalCode } from '../budget/codes.ts';
import { fundNamed, usualFund } from '../budget/fund.ts';
import { financialYearOf } from '../calendar.ts';
import { isSaneQuantity, itemsOf, priceYearOf, type PlanContext } from '../context.ts';
import { upgradeBooked, type Booked } from '../finance/depreciation.ts';
import { isUnitPrice } from '../money.ts';
import { NO_POLICY, policyFor } from '../policies.ts';
import { upgradeBasis } from '../price.ts';
import { known, standingOf } from '../refresh/due.ts';
import { upgradeOf } from '../refresh/occurrences.ts';
import type { Forecast } from '../result.ts';
import type { Asset } from '../snapshot.ts';
import { boughtAs } from '../spent.ts';
import type { FundKey, IsoDate, Pence } from '../vocabulary.ts';
import { bookTermsOf, residualOf, type BookTerms } from './terms.ts';

/** One thing in the books, or so many of one kind: all is worked out for one of them and multiplied. */
export type BookEntry = {
  readonly what: 'kit' | 'upgrade';
  /** True for what the plan has still to buy. */
  readonly planned: boolean;
  readonly assetId: number | null;
  readonly categoryKey: string;
  /** The fund that paid; null where nobody wrote it down. */
  readonly fundKey: FundKey | null;
  readonly quantity: number;
  readonly one: Booked;
  readonly terms: BookTerms;
  readonly natured: Natured;
};

/** Why kit of the register is not in the books. */
export const OUT_OF_BOOKS = ['no_price', 'no_date', 'below', 'revenue', 'never_capital', 'leased', 'left_undated', 'unusable'] as const;
export type OutOfBooks = (typeof OUT_OF_BOOKS)[number];

/** A row of the register that is not in the books. */
export type LeftOutRow = {
  readonly assetId: number;
  readonly reason: OutOfBooks;
  readonly quantity: number;
  /** While it is, or was, at the school: null where nobody knows. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
};

/** What the school owns by its register, as its books have it. */
export type BookEntries = { readonly entries: readonly BookEntry[]; readonly leftOut: readonly LeftOutRow[] };

/**
 * Every row of the register that has come, in the books or left out under its reason. In the books is what counts as
 * capital: by its fund, by the code of its order, or by the capital rule of the year it was bought in. Of a year for
 * which the school has set no rule, everything with a price that can be capital is shown. What the plan has still to buy
 * in a year counts among what is bought together in it.
 */
export function bookEntries(context: PlanContext, plan: Pick<Forecast, 'lines'>): BookEntries {
  const entries: BookEntry[] = [];
  const leftOut: LeftOutRow[] = [];
  const leased = leasedIds(context);
  const fitted = new Map(context.snapshot.assets.flatMap((asset) => {
    const upgrade = fittedTo(context, asset);
    return upgrade === null ? [] : [[asset.id, upgrade] as const];
  }));
  const byId = new Map(context.snapshot.assets.map((asset) => [asset.id, asset]));
  const toCome = plan.lines.map((line) => lineBought(context, line, line.paidFrom, (id) => byId.get(id ?? -1) ?? null));
  const natureOf = natureFinder(context, [...toCome, ...[...fitted.values()].map(({ bought }) => bought)]);
  const usual = usualFund(context.snapshot.funds).key;
  for (const asset of context.snapshot.assets) {
    if (standingOf(asset.status) === 'on_the_way') continue;
    const natured = natureOf(purchase(context, asset, usual));
    const reason = reasonOut(context, asset, natured, leased);
    if (reason !== null) leftOut.push({ assetId: asset.id, reason, quantity: itemsOf(asset), from: known(asset.purchaseDate), until: leftOn(asset) });
    else entries.push(...entriesOf(context, asset, natured, fitted.get(asset.id) ?? null, natureOf));
  }
  return { entries, leftOut };
}

/** A row of the register as the capital rule sees it. Without a day it is of no year: nothing but its fund and kind then counts. */
function purchase(context: PlanContext, asset: Asset, usual: FundKey): Bought {
  const { costCategory } = context.category(asset.categoryKey);
  const bought = boughtAs(asset);
  return {
    year: bought === null ? 0 : priceYearOf(context, bought.month), costCategory, paidFrom: fundOfPurchase(context, asset) ?? usual,
    lasts: hasCapitalCode(costCategory), unitPence: asset.unitPaidPence, netPence: bought?.pence ?? null, asset,
  };
}

/** The kit of a row, and the upgrade that was fitted to it where that stands in the books too. */
function entriesOf(context: PlanContext, asset: Asset, natured: Natured, fitted: Fitted | null, natureOf: (bought: Bought) => Natured): BookEntry[] {
  const terms = bookTermsOf(context.snapshot, asset);
  const pricePence = asset.unitPaidPence ?? 0;
  const one: Booked = {
    pricePence, residualPence: residualOf(pricePence, terms), lifeMonths: terms.lifeMonths, boughtOn: asset.purchaseDate ?? '', leftOn: leftOn(asset),
  };
  const kit: BookEntry = {
    what: 'kit', planned: false, assetId: asset.id, categoryKey: asset.categoryKey, fundKey: fundOfPurchase(context, asset), quantity: asset.quantity, one, terms, natured,
  };
  const upgradeNature = fitted === null ? null : natureOf(fitted.bought);
  if (fitted === null || upgradeNature === null || outByNature(upgradeNature) !== null) return [kit];
  // The threshold has been held against it by the rule of its year.
  const upgrade = upgradeBooked(one, fitted.on, fitted.pence, 0);
  return upgrade === null ? [kit] : [kit, { ...kit, what: 'upgrade', fundKey: fitted.fundKey ?? kit.fundKey, one: upgrade, natured: upgradeNature }];
}

/** The day a row left the school; null while it is there, or where nobody wrote the day down. */
const leftOn = (asset: Asset): IsoDate | null => (standingOf(asset.status) === 'in_service' ? null : known(asset.disposedOn));

/** Kit that has gone. What is out of use and still in the school stands in the books until it leaves. */
const hasGone = ({ status }: Asset): boolean => status === 'disposed' || status === 'lost' || status === 'stolen';

function reasonOut({ snapshot }: PlanContext, asset: Asset, natured: Natured, leased: ReadonlySet<number>): OutOfBooks | null {
  if (!isSaneQuantity(asset.quantity) || (asset.unitPaidPence !== null && !isUnitPrice(asset.unitPaidPence))) return 'unusable';
  const left = leftOn(asset);
  const bought = known(asset.purchaseDate);
  if ((hasGone(asset) && left === null) || (left !== null && bought !== null && left < bought)) return 'left_undated';
  const fund = asset.fundKey === null ? null : fundNamed(snapshot.funds, asset.fundKey);
  if (asset.leaseEnd !== null || leased.has(asset.id) || fund?.kind === 'lease') return 'leased';
  if (natured.natureReason === 'never_capital') return 'never_capital';
  if (asset.unitPaidPence === null) return 'no_price';
  return bought === null ? 'no_date' : outByNature(natured);
}

function outByNature({ nature, natureReason }: Natured): OutOfBooks | null {
  if (nature === 'capital' || natureReason === 'no_rule') return null;
  return natureReason === 'never_capital' || natureReason === 'below' ? natureReason : 'revenue';
}

/** Rows that a lease names. */
const leasedIds = ({ snapshot }: PlanContext): ReadonlySet<number> =>
  new Set(snapshot.contracts.flatMap(({ contractKind, assetIds }) => (contractKind === 'lease' ? assetIds : [])));

/** An upgrade that was fitted: nobody writes down what it cost, so its policy's price of that year stands for it. */
type Fitted = { readonly on: IsoDate; readonly pence: Pence; readonly fundKey: FundKey | null; readonly bought: Bought };

function fittedTo(context: PlanContext, asset: Asset): Fitted | null {
  const on = known(asset.upgradeDoneOn);
  const policy = policyFor(asset, context.snapshot.policies) ?? NO_POLICY;
  const upgrade = upgradeOf(policy);
  if (on === null || upgrade === null || !isSaneQuantity(asset.quantity)) return null;
  const basis = upgradeBasis(upgrade, policy, context.asOf, context.schoolStartMonth);
  const year = financialYearOf(on, context.schoolStartMonth);
  const pence = basis === null ? null : context.prices.priceIn(basis, context.prices.seriesFor(asset.categoryKey), year);
  if (pence === null) return null;
  const usual = usualFund(context.snapshot.funds).key;
  const kit = purchase(context, asset, usual);
  const fundKey = policy.fundKey ?? fundOfPurchase(context, asset);
  return { on, pence, fundKey, bought: { ...kit, year, paidFrom: fundKey ?? usual, unitPence: pence, netPence: pence * asset.quantity, asset: null } };
}
