import { CFR_CODES, categoryNamed } from '../../../planning/categories.ts';
import { known, makerEnd, serviceDate } from '../../../planning/refresh/due.ts';
import { assetName } from '../../../planning/register/field-words.ts';
import type { IsoDate, MonthIndex, Pence } from '../../../planning/vocabulary.ts';
import { startUpper } from '../../../planning/words.ts';
import { address, formulaCell, numberCell, pounds, textCell } from '../cells.ts';
import type { WorkbookCell, WorkbookName, WorkbookRow, WorkbookSheet } from '../workbook-writer.ts';
import {
  amountFormula, carriedFormula, dateOrNothing, indexRowFormula, liveTable, moneyOrNothing, NO_PRICE, serialOf, sheetMonth,
  yearFormula, type LiveColumn,
} from './live-cells.ts';
import type { LivePlan, LiveRow } from './live-plan.ts';
import { appliesFrom, NEVER, NEVER_MONTH, systemEnd, type RowLimit, type RowYear } from './row-values.ts';

export const KIT_SHEET = 'Kit';

/** Above the header: the year, its first month and its column of the index, over the columns of each year. */
const YEAR_ROW = 1;
const MONTH_ROW = 2;
const INDEX_ROW = 3;
const HEAD_ROW = 4;

/** In order from the left: what is known of the row, to be changed; then what follows from it. The years come after. */
const KEYS = [
  'tag', 'what', 'kind', 'kindNo', 'costCategory', 'quantity', 'onOrder', 'policyNo', 'since', 'cover', 'maker', 'system', 'lease', 'moved', 'ownPrice', 'ownDate',
  'modelNo', 'paid', 'bought', 'upgraded', 'lifeEnd', 'lifeBefore', 'coverLimit', 'makerLimit', 'systemLimit', 'leaseLimit',
  'otherLimit', 'earlierDue', 'applies', 'due', 'dueMonth', 'status', 'month', 'every', 'modelPrice', 'policyPrice', 'from', 'price', 'pricedOn', 'priceYear', 'indexRow', 'upgradeAge', 'upgradeMonth', 'successorMonth',
] as const;
type Key = (typeof KEYS)[number];
const at = (key: Key, row: number): string => `$${address({ row, column: KEYS.indexOf(key) + 1 })}`;

const NEVER_SERIAL = serialOf(NEVER);

/** Short formulas, one step to a column: they can be followed by eye, and every program works them out alike. */
const ofPolicy = (named: string, row: number): string => `INDEX(${named},${at('policyNo', row)})`;

/** A limit where the policy goes by it and its day is known. */
const limitFormula = (day: Key, named: string, row: number, date = at(day, row)): string =>
  `IF(${ofPolicy(named, row)}<>"yes",${NEVER_SERIAL},IF(${at(day, row)}="",${NEVER_SERIAL},${date}))`;

/** Events that begin in a month and come round: how many lie in the twelve months from `yearMonth`. */
const countFormula = (first: string, row: number, yearMonth: string): string => {
  const by = (month: string): string => `MAX(0,INT((${month}-${first})/${at('every', row)})+1)`;
  return `(${by(`${yearMonth}+11`)}-${by(`${yearMonth}-1`)})`;
};

const dateFormula = (formula: string, date: IsoDate): WorkbookCell => formulaCell(formula, serialOf(date), 'dateOrUnknown');

/** So many months after a day: the same day, or the last one of a shorter month. Written out, because not every program's EDATE is right. */
const monthsAfter = (day: Key, named: string, row: number): string => {
  const [of, months] = [at(day, row), ofPolicy(named, row)];
  return `MIN(DATE(YEAR(${of}),MONTH(${of})+${months},DAY(${of})),DATE(YEAR(${of}),MONTH(${of})+${months}+1,0))`;
};

/** Set by hand, else the earliest limit; where a new life came in with a year, kit due before it keeps the earlier one. */
const dueFormula = (row: number): string => `IF(${at('moved', row)}<>"",${at('moved', row)},`
  + `IF(${at('earlierDue', row)}<${at('applies', row)},${at('earlierDue', row)},MIN(${at('otherLimit', row)},${at('lifeEnd', row)})))`;

function upgradeMonthFormula(row: number): string {
  const age = at('upgradeAge', row);
  return `IF(${at('upgraded', row)}<>"",${NEVER_MONTH},IF(${age}<asof_month,${NEVER_MONTH},IF(${age}>=${at('dueMonth', row)},${NEVER_MONTH},${age})))`;
}

const monthOrNever = (month: MonthIndex | null): number => (month === null ? NEVER_MONTH : sheetMonth(month));

const limitColumn = (header: string, limit: RowLimit, formula: (row: number) => string): LiveColumn<LiveRow> =>
  ({ header, width: 12, cell: ({ values }, row) => dateFormula(formula(row), values.limits[limit]) });

/** One of four, by where the price is from: the first of them that is known. */
const bySource = (row: number, own: string, model: string, policy: string, paid: string): string =>
  `IF(${at('ownPrice', row)}<>"",${own},IF(${at('modelPrice', row)}<>"",${model},IF(${at('policyPrice', row)}<>"",${policy},IF(N(${at('paid', row)})>0,${paid},""))))`;

/** A price looked up elsewhere, which may be missing there. */
const knownPrice = (looked: string, pence: Pence | null, none?: string): WorkbookCell => {
  const found = `IF(${looked}="","",${looked})`;
  return formulaCell(none === undefined ? found : `IF(${none},"",${found})`, pence === null ? '' : pounds(pence), 'pence');
};

const orAsAt = (cell: string): string => `IF(${cell}="",as_at,${cell})`;

/** What is known of each row, and what follows before any year. */
function fixedColumns({ context, policies, models, kinds, indexYears }: LivePlan): Readonly<Record<Key, LiveColumn<LiveRow>>> {
  const { snapshot } = context;
  const indexRowOf = ({ asset, values }: LiveRow): number | null => (values.priceYear === null ? null
    : kinds.indexOf(asset.categoryKey) * (indexYears.last - indexYears.first + 1) + values.priceYear - indexYears.first + 1);
  return {
    tag: { header: 'Tag', width: 14, cell: ({ asset: { tag } }) => (tag === null ? null : textCell(tag)) },
    what: { header: 'What it is', width: 32, cell: ({ asset }) => textCell(asset.description === '' ? assetName(asset) : asset.description) },
    kind: { header: 'Kind', width: 20, cell: ({ asset }) => textCell(startUpper(categoryNamed(snapshot.categories, asset.categoryKey).plural)) },
    kindNo: { header: 'Kind no.', width: 7, named: 'kit_kind', cell: ({ asset }) => numberCell(kinds.indexOf(asset.categoryKey) + 1, 'faintNumber') },
    costCategory: { header: 'Cost category', width: 22, named: 'kit_cost_category', cell: ({ costCategory }) => textCell(CFR_CODES[costCategory].title) },
    quantity: { header: 'Quantity', width: 9, cell: ({ asset }) => numberCell(asset.quantity, 'count') },
    onOrder: { header: 'Less, on order', width: 9, cell: ({ onOrder }) => (onOrder === 0 ? null : numberCell(onOrder, 'count')) },
    policyNo: { header: 'Policy no.', width: 8, cell: ({ policy }) => numberCell(policies.indexOf(policy) + 1, 'faintNumber') },
    since: { header: 'In service since', width: 12, cell: ({ asset }) => dateOrNothing(serviceDate(asset, context.asOfMonth)) },
    cover: { header: 'Cover ends', width: 12, cell: ({ asset }) => dateOrNothing(known(asset.coverEnd)) },
    maker: { header: 'Maker’s support ends', width: 12, cell: ({ asset }) => dateOrNothing(makerEnd(asset, context.model(asset.modelId))) },
    system: { header: 'System support ends, no way on', width: 12, cell: ({ asset }) => dateOrNothing(systemEnd(asset)) },
    lease: { header: 'Lease ends', width: 12, cell: ({ asset }) => dateOrNothing(known(asset.leaseEnd)) },
    moved: { header: 'Moved by hand to', width: 12, cell: ({ asset }) => dateOrNothing(known(asset.movedTo)) },
    ownPrice: { header: 'Its own price', width: 11, cell: ({ asset }) => moneyOrNothing(asset.overridePence) },
    ownDate: { header: 'Priced on', width: 12, cell: ({ asset }) => dateOrNothing(known(asset.overridePriceDate)) },
    modelNo: { header: 'Model no.', width: 8, cell: ({ model }) => (model === null ? null : numberCell(models.indexOf(model) + 1, 'faintNumber')) },
    paid: { header: 'Paid for one', width: 11, cell: ({ asset }) => moneyOrNothing(asset.unitPaidPence) },
    bought: { header: 'Bought on', width: 12, cell: ({ asset }) => dateOrNothing(known(asset.purchaseDate)) },
    upgraded: { header: 'Upgraded on', width: 12, cell: ({ asset: { upgradeDoneOn } }) => (upgradeDoneOn === null ? null : dateOrNothing(known(upgradeDoneOn)) ?? textCell(upgradeDoneOn)) },
    lifeEnd: limitColumn('Its life ends', 'life', (row) => limitFormula('since', 'pol_by_life', row, monthsAfter('since', 'pol_life', row))),
    lifeBefore: limitColumn('Its earlier life ends', 'lifeBefore', (row) =>
      `IF(${at('applies', row)}=0,${NEVER_SERIAL},${limitFormula('since', 'pol_by_life', row, monthsAfter('since', 'pol_before', row))})`),
    coverLimit: limitColumn('By its cover', 'cover', (row) => limitFormula('cover', 'pol_by_cover', row, monthsAfter('cover', 'pol_tolerance', row))),
    makerLimit: limitColumn('By its maker’s support', 'maker', (row) => limitFormula('maker', 'pol_by_maker', row)),
    systemLimit: limitColumn('By its system’s support', 'system', (row) => limitFormula('system', 'pol_by_system', row)),
    leaseLimit: limitColumn('By its lease', 'lease', (row) => limitFormula('lease', 'pol_by_lease', row)),
    otherLimit: {
      header: 'Earliest but age', width: 12,
      cell: ({ values }, row) => dateFormula(`MIN(${at('coverLimit', row)}:${at('leaseLimit', row)})`, values.otherLimit),
    },
    earlierDue: {
      header: 'Due by its earlier life', width: 12,
      cell: ({ values }, row) => dateFormula(`MIN(${at('otherLimit', row)},${at('lifeBefore', row)})`, values.earlierDue),
    },
    applies: {
      header: 'Life applies from', width: 12,
      cell: ({ policy }, row) => {
        const from = appliesFrom(policy, context.schoolStartMonth);
        return formulaCell(ofPolicy('pol_from', row), from === null ? 0 : serialOf(from), 'faintNumber');
      },
    },
    due: { header: 'Due', width: 12, cell: ({ values }, row) => dateFormula(dueFormula(row), values.due) },
    dueMonth: {
      header: 'Due, month no.', width: 10,
      cell: ({ values }, row) => formulaCell(`YEAR(${at('due', row)})*12+MONTH(${at('due', row)})`, sheetMonth(values.dueMonth), 'faintNumber'),
    },
    status: {
      header: 'Overdue', width: 9,
      cell: ({ values }, row) => formulaCell(`IF(${at('dueMonth', row)}<asof_month,"overdue","")`, values.overdue ? 'overdue' : '', 'text'),
    },
    month: {
      header: 'First bought, month no.', width: 10,
      cell: ({ values }, row) => formulaCell(`MAX(${at('dueMonth', row)},asof_month)`, sheetMonth(values.month), 'faintNumber'),
    },
    every: { header: 'Comes round every', width: 9, cell: ({ values }, row) => formulaCell(ofPolicy('pol_every', row), values.every, 'faintNumber') },
    modelPrice: {
      header: 'Price of its model', width: 11,
      cell: ({ model }, row) => knownPrice(`INDEX(mod_price,MAX(${at('modelNo', row)},1))`, model?.unitPence ?? null, `${at('modelNo', row)}=""`),
    },
    policyPrice: { header: 'Price of its policy', width: 11, cell: ({ policy }, row) => knownPrice(ofPolicy('pol_price', row), policy.unitPence) },
    from: {
      header: 'Price from', width: 9,
      cell: ({ values }, row) => formulaCell(bySource(row, '"own"', '"model"', '"policy"', '"paid"'), values.from, 'text'),
    },
    price: {
      header: 'Price of one', width: 11,
      cell: ({ values }, row) => formulaCell(
        bySource(row, at('ownPrice', row), at('modelPrice', row), at('policyPrice', row), at('paid', row)),
        values.basePence === null ? '' : pounds(values.basePence), 'pence'),
    },
    pricedOn: {
      header: 'Price counts from', width: 12,
      cell: ({ values }, row) => formulaCell(
        bySource(row, orAsAt(at('ownDate', row)), `INDEX(mod_date,MAX(${at('modelNo', row)},1))`, ofPolicy('pol_date', row), orAsAt(at('bought', row))),
        values.priceDate === null ? '' : serialOf(values.priceDate), 'date'),
    },
    priceYear: {
      header: 'Price of year', width: 9,
      cell: ({ values }, row) => formulaCell(`IF(${at('from', row)}="","",${yearFormula(at('pricedOn', row))})`, values.priceYear ?? '', 'faintNumber'),
    },
    indexRow: {
      header: 'Row of the index', width: 9,
      cell: (live, row) => formulaCell(`IF(${at('from', row)}="","",${indexRowFormula(at('kindNo', row), at('priceYear', row))})`, indexRowOf(live) ?? '', 'faintNumber'),
    },
    upgradeAge: {
      header: 'Of age for its upgrade, month no.', width: 11,
      cell: ({ values }, row) => formulaCell(
        `IF(${at('since', row)}="",${NEVER_MONTH},IF(${ofPolicy('pol_own_at', row)}=${NEVER_MONTH},${NEVER_MONTH},YEAR(${at('since', row)})*12+MONTH(${at('since', row)})+${ofPolicy('pol_own_at', row)}))`,
        monthOrNever(values.upgradeAge), 'faintNumber'),
    },
    upgradeMonth: {
      header: 'Upgraded, month no.', width: 10,
      cell: ({ values }, row) => formulaCell(upgradeMonthFormula(row), monthOrNever(values.upgradeMonth), 'faintNumber'),
    },
    successorMonth: {
      header: 'Successor upgraded, month no.', width: 11,
      cell: ({ values }, row) => formulaCell(
        `IF(${ofPolicy('pol_successor_at', row)}=${NEVER_MONTH},${NEVER_MONTH},${at('month', row)}+${ofPolicy('pol_successor_at', row)})`,
        monthOrNever(values.successorMonth), 'faintNumber'),
    },
  };
}

/** Four blocks of a column for each year: items, price of one, upgrades, cost. */
const BLOCKS = ['items', 'unit', 'upgrades', 'cost'] as const;
type Block = (typeof BLOCKS)[number];
const BLOCK_WORDS: Readonly<Record<Block, string>> = { items: 'Items', unit: 'Price of one', upgrades: 'Upgrades', cost: 'Cost' };

/** The name of a block's column in a year, for the totals: `kit_cost_2026`. */
export const kitName = (block: 'items' | 'cost', year: number): string => `kit_${block}_${year}`;

const yearColumn = (block: Block, years: number, yearAt: number): number => KEYS.length + 1 + BLOCKS.indexOf(block) * years + yearAt;

function yearCell(block: Block, years: number, yearAt: number, said: RowYear, row: number): WorkbookCell {
  const column = yearColumn(block, years, yearAt);
  const cell = (of: Block): string => address({ row, column: yearColumn(of, years, yearAt) });
  const head = (headRow: number): string => address({ row: headRow, column }).replace(/\d+$/, '$$$&');
  const quantity = `(${at('quantity', row)}-N(${at('onOrder', row)}))`;
  switch (block) {
    case 'items': return formulaCell(`${quantity}*${countFormula(at('month', row), row, head(MONTH_ROW))}`, said.items, 'count');
    case 'unit': return amountFormula(
      `IF(${at('from', row)}="","${NO_PRICE}",${carriedFormula(at('price', row), at('indexRow', row), head(INDEX_ROW))})`, said.unitPence);
    case 'upgrades': {
      const own = `IF(${at('upgradeMonth', row)}<${head(MONTH_ROW)},0,IF(${at('upgradeMonth', row)}>${head(MONTH_ROW)}+11,0,1))`;
      return formulaCell(`${quantity}*(${own}+${countFormula(at('successorMonth', row), row, head(MONTH_ROW))})`, said.upgrades, 'count');
    }
    case 'cost': {
      const upgrade = `INDEX(pol_upgrade,${at('policyNo', row)},${yearAt + 1})`;
      const priced = `IF(ISNUMBER(${cell('unit')}),${cell('items')},0)+IF(ISNUMBER(${upgrade}),${cell('upgrades')},0)`;
      const sum = `IF(ISNUMBER(${cell('unit')}),${cell('items')}*${cell('unit')},0)+IF(ISNUMBER(${upgrade}),${cell('upgrades')}*${upgrade},0)`;
      return amountFormula(`IF(${cell('items')}+${cell('upgrades')}=0,0,IF(${priced}=0,"${NO_PRICE}",ROUND(${sum},2)))`, said.pence);
    }
  }
}

/** The rows over the header: for each year its number, its first month and its column of the price index. */
function yearHeads({ context, indexYears }: LivePlan): WorkbookRow[] {
  const row = (label: string, cellFor: (year: number, column: number) => WorkbookCell): WorkbookRow => ({
    cells: [
      textCell(label, 'faint'), ...Array.from({ length: KEYS.length - 1 }, () => null),
      ...BLOCKS.flatMap((_, block) => context.years.map(({ year }, yearAt) => cellFor(year, KEYS.length + 1 + block * context.years.length + yearAt))),
    ],
  });
  const yearOf = (column: number): string => address({ row: YEAR_ROW, column });
  return [
    row('Financial year starting in', (year) => numberCell(year, 'faintNumber')),
    row('Its first month, as a number', (year, column) => formulaCell(`${yearOf(column)}*12+start_month`, year * 12 + context.schoolStartMonth, 'faintNumber')),
    row('Its column of the index', (year, column) => formulaCell(`${yearOf(column)}-index_first+1`, year - indexYears.first + 1, 'faintNumber')),
  ];
}

/** One row for each row of the register that goes by formula: what is known of it, and every year's items and cost. */
export function kitSheet(live: LivePlan): { readonly sheet: WorkbookSheet; readonly names: readonly WorkbookName[] } {
  const { years } = live.context;
  const fixed = fixedColumns(live);
  const yearColumns = BLOCKS.flatMap((block) => years.map(({ label, year }, yearAt): LiveColumn<LiveRow> => ({
    header: `${BLOCK_WORDS[block]} ${label}`, width: 11, ...(block === 'items' || block === 'cost' ? { named: kitName(block, year) } : {}),
    cell: ({ values }, row) => {
      const said = values.years[yearAt];
      return said === undefined ? null : yearCell(block, years.length, yearAt, said, row);
    },
  })));
  const columns = [...KEYS.map((key) => fixed[key]), ...yearColumns];
  const table = liveTable(KIT_SHEET, columns, live.rows, HEAD_ROW);
  return {
    sheet: {
      name: KIT_SHEET, columnWidths: columns.map(({ width }) => width), rows: [...yearHeads(live), ...table.rows], frozen: { rows: HEAD_ROW, columns: 2 },
      repeatedRows: { first: HEAD_ROW, last: HEAD_ROW }, printedColumns: null, fit: 'one_page_wide',
      filterOver: { from: { row: HEAD_ROW, column: 1 }, to: { row: table.lastRow - 1, column: columns.length } },
    },
    names: table.names,
  };
}
