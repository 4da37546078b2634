import { policyTitle } from '../../../planning/assumption-words.ts';
import { financialYearOf } from '../../../planning/calendar.ts';
import { isLifeMonths } from '../../../planning/policies.ts';
import { known } from '../../../planning/refresh/due.ts';
import { upgradeOf } from '../../../planning/refresh/occurrences.ts';
import type { AssetModel, RefreshPolicy } from '../../../planning/snapshot.ts';
import type { BindingFactor } from '../../../planning/vocabulary.ts';
import { address, formulaCell, numberCell, textCell } from '../cells.ts';
import type { WorkbookCell, WorkbookName, WorkbookSheet } from '../workbook-writer.ts';
import {
  amountFormula, carriedFormula, dateOrNothing, indexRowFormula, liveTable, moneyOrNothing, monthsOr, NO_PRICE, numberOrNothing, serialOf, yearFormula,
  type LiveColumn,
} from './live-cells.ts';
import type { LivePlan } from './live-plan.ts';
import { appliesFrom, comesRoundEvery, ENDLESS, NEVER_MONTH, successorUpgradeAt, upgradePricedOn, upgradePriceIn } from './row-values.ts';

type Named = { readonly sheet: WorkbookSheet; readonly names: readonly WorkbookName[] };

const HEAD_ROW = 1;
const POLICIES = 'Policies';
const MODELS = 'Model prices';

/** In order from the left; formulas of a row name its other columns by these keys. */
const POLICY_KEYS = [
  'no', 'policy', 'life', 'byLife', 'byCover', 'byMaker', 'bySystem', 'byLease', 'tolerance', 'price', 'priceDate', 'upgradeAt', 'upgradePrice',
  'upgradeDate', 'fromYear', 'lifeBefore', 'kind', 'every', 'successorAt', 'ownAt', 'from', 'pricedOn', 'upgradePricedOn', 'upgradeYear', 'upgradeIndex',
] as const;
type PolicyKey = (typeof POLICY_KEYS)[number];
const at = (key: PolicyKey, row: number): string => address({ row, column: POLICY_KEYS.indexOf(key) + 1 });

const yes = (binds: boolean): WorkbookCell | null => (binds ? textCell('yes') : null);

/** The policies that the rows go by, each known by its number. The first part is there to be changed. */
export function policiesSheet({ context, policies, kinds, indexYears }: LivePlan): Named {
  const { snapshot, asOf, schoolStartMonth } = context;
  const upgradeYear = (policy: RefreshPolicy): number => financialYearOf(upgradePricedOn(policy, asOf), schoolStartMonth);
  const binding = (header: string, named: string, factor: BindingFactor): LiveColumn<RefreshPolicy> =>
    ({ header, width: 9, named, cell: (policy) => yes(policy.binding.includes(factor)) });
  const columns: Readonly<Record<PolicyKey, LiveColumn<RefreshPolicy>>> = {
    no: { header: 'No.', width: 6, cell: (_, row) => numberCell(row - HEAD_ROW, 'faintNumber') },
    policy: { header: 'Policy', width: 40, cell: (policy) => textCell(policyTitle(snapshot, policy)) },
    life: { header: 'Kept, months', width: 9, named: 'pol_life', cell: ({ lifeMonths }) => numberCell(lifeMonths, 'index') },
    byLife: binding('By age', 'pol_by_life', 'policy_life'),
    byCover: binding('By cover', 'pol_by_cover', 'warranty_end'),
    byMaker: binding('By maker’s support', 'pol_by_maker', 'vendor_support_end'),
    bySystem: binding('By system support', 'pol_by_system', 'os_end'),
    byLease: binding('By lease', 'pol_by_lease', 'contract_end'),
    tolerance: { header: 'Months after cover', width: 9, named: 'pol_tolerance', cell: ({ toleranceMonths }) => numberCell(toleranceMonths, 'index') },
    price: { header: 'Price of one', width: 12, named: 'pol_price', cell: ({ unitPence }) => moneyOrNothing(unitPence) },
    priceDate: { header: 'Priced on', width: 12, cell: ({ priceDate }) => dateOrNothing(known(priceDate)) },
    upgradeAt: { header: 'Upgrade after, months', width: 10, cell: (policy) => numberOrNothing(upgradeOf(policy)?.atMonths ?? null) },
    upgradePrice: { header: 'Upgrade price', width: 12, cell: (policy) => moneyOrNothing(upgradeOf(policy)?.unitPence ?? null) },
    upgradeDate: { header: 'Upgrade priced on', width: 12, cell: (policy) => dateOrNothing(known(upgradeOf(policy)?.priceDate ?? null)) },
    fromYear: { header: 'Life applies from year', width: 10, cell: ({ fromYear }) => (fromYear === null ? null : numberCell(fromYear, 'faintNumber')) },
    lifeBefore: {
      header: 'Life before, months', width: 10, named: 'pol_before',
      cell: ({ lifeMonthsBefore }) => numberOrNothing(lifeMonthsBefore !== null && isLifeMonths(lifeMonthsBefore) ? lifeMonthsBefore : null),
    },
    kind: { header: 'Kind no.', width: 7, cell: ({ categoryKey }) => (kinds.includes(categoryKey) ? numberCell(kinds.indexOf(categoryKey) + 1, 'faintNumber') : null) },
    every: {
      header: 'Comes round every', width: 10, named: 'pol_every',
      cell: (policy, row) => formulaCell(`IF(COUNTIF(${at('byLife', row)}:${at('byLease', row)},"yes")=0,${ENDLESS},${at('life', row)})`, comesRoundEvery(policy), 'index'),
    },
    successorAt: {
      header: 'Successor upgraded after', width: 11, named: 'pol_successor_at',
      cell: (policy, row) => formulaCell(
        `IF(${at('upgradeAt', row)}="",${NEVER_MONTH},IF(AND(${at('every', row)}<${ENDLESS},${at('upgradeAt', row)}<${at('every', row)}),${at('upgradeAt', row)},${NEVER_MONTH}))`,
        monthsOr(successorUpgradeAt(policy)), 'index'),
    },
    ownAt: {
      header: 'Own upgrade after', width: 11, named: 'pol_own_at',
      cell: (policy, row) => formulaCell(`IF(${at('upgradeAt', row)}="",${NEVER_MONTH},${at('upgradeAt', row)})`, monthsOr(upgradeOf(policy)?.atMonths ?? null), 'index'),
    },
    from: {
      header: 'Life applies from', width: 12, named: 'pol_from',
      cell: (policy, row) => {
        const from = appliesFrom(policy, schoolStartMonth);
        return formulaCell(`IF(OR(${at('fromYear', row)}="",${at('lifeBefore', row)}=""),0,DATE(${at('fromYear', row)},start_month,1))`, from === null ? 0 : serialOf(from), 'index');
      },
    },
    pricedOn: {
      header: 'Price counts from', width: 12, named: 'pol_date',
      cell: ({ priceDate }, row) => formulaCell(`IF(${at('priceDate', row)}="",as_at,${at('priceDate', row)})`, serialOf(known(priceDate) ?? asOf), 'date'),
    },
    upgradePricedOn: {
      header: 'Upgrade price counts from', width: 12,
      cell: (policy, row) => formulaCell(`IF(${at('upgradeDate', row)}="",${at('pricedOn', row)},${at('upgradeDate', row)})`, serialOf(upgradePricedOn(policy, asOf)), 'date'),
    },
    upgradeYear: {
      header: 'Upgrade price of year', width: 9,
      cell: (policy, row) => formulaCell(yearFormula(at('upgradePricedOn', row)), upgradeYear(policy), 'faintNumber'),
    },
    upgradeIndex: {
      header: 'Row of the index', width: 9,
      cell: (policy, row) => formulaCell(
        indexRowFormula(at('kind', row), at('upgradeYear', row)), kinds.indexOf(policy.categoryKey) * (indexYears.last - indexYears.first + 1) + upgradeYear(policy) - indexYears.first + 1,
        'faintNumber'),
    },
  };
  const years = context.years.map(({ year, label }): LiveColumn<RefreshPolicy> => ({
    header: `Upgrade in ${label}`, width: 11,
    cell: (policy, row) => {
      const carried = carriedFormula(at('upgradePrice', row), at('upgradeIndex', row), `${year}-index_first+1`);
      return amountFormula(`IF(${at('upgradePrice', row)}="","${NO_PRICE}",${carried})`, upgradePriceIn(context, policy, year));
    },
  }));
  const all = [...POLICY_KEYS.map((key) => columns[key]), ...years];
  const table = liveTable(POLICIES, all, policies, HEAD_ROW);
  return {
    sheet: {
      name: POLICIES, columnWidths: all.map(({ width }) => width), rows: table.rows, frozen: { rows: HEAD_ROW, columns: 2 },
      repeatedRows: { first: HEAD_ROW, last: HEAD_ROW }, printedColumns: null, fit: 'one_page_wide',
    },
    names: [...table.names, {
      name: 'pol_upgrade', sheet: POLICIES,
      range: { from: { row: HEAD_ROW + 1, column: POLICY_KEYS.length + 1 }, to: { row: table.lastRow, column: all.length } },
    }],
  };
}

/** The models whose price counts, each known by its number. */
export function modelsSheet({ context, models }: LivePlan): Named {
  const columns: readonly LiveColumn<AssetModel>[] = [
    { header: 'No.', width: 6, cell: (_, row) => numberCell(row - HEAD_ROW, 'faintNumber') },
    { header: 'Model', width: 40, cell: ({ make, name }) => textCell([make, name].filter((part) => part !== null).join(' ')) },
    { header: 'Price of one', width: 12, named: 'mod_price', cell: ({ unitPence }) => moneyOrNothing(unitPence) },
    { header: 'Priced on', width: 12, cell: ({ priceDate }) => dateOrNothing(known(priceDate)) },
    {
      header: 'Price counts from', width: 12, named: 'mod_date',
      cell: ({ priceDate }, row) => formulaCell(`IF(D${row}="",as_at,D${row})`, serialOf(known(priceDate) ?? context.asOf), 'date'),
    },
  ];
  const table = liveTable(MODELS, columns, models, HEAD_ROW);
  return {
    sheet: {
      name: MODELS, columnWidths: columns.map(({ width }) => width), rows: table.rows, frozen: { rows: HEAD_ROW, columns: 2 },
      repeatedRows: { first: HEAD_ROW, last: HEAD_ROW }, printedColumns: null, fit: 'one_page_wide',
    },
    names: table.names,
  };
}
