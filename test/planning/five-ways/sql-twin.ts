import Database from 'better-sqlite3';
import { planContext } from '../../../planning/context.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import type { CostCategory } from '../../../planning/vocabulary.ts';
import { addTo, cellKey, type CellMap } from './cells.ts';
import type { OracleOptions } from '../oracle-rules.ts';

/*
 * The kit of a plan once more, as one query of SQLite over its tables: dates are read, policies found, replacements
 * repeated, prices raised and losses expected in whole numbers and in SQL. Nothing of the engine is used but the names
 * of things. (The calendar is the plan's own: the other one shows the same events.)
 */

const FAR = 1_000_000;

/** A date written yyyy-mm-dd as months since January 2000. */
const month = (date: string): string => `((CAST(substr(${date}, 1, 4) AS INTEGER) - 2000) * 12 + CAST(substr(${date}, 6, 2) AS INTEGER) - 1)`;
/** The financial year of a month; all of them lie after 1900, so that the division cuts downwards. */
const yearOf = (months: string): string => `((${months} - @start + 1 + 1200) / 12 + 1900)`;
const or = (value: string): string => `coalesce(${value}, ${FAR})`;

const TABLES = `
  CREATE TABLE category (key TEXT PRIMARY KEY, cost TEXT) STRICT;
  CREATE TABLE model (id INTEGER PRIMARY KEY, unit INTEGER, dated TEXT, support TEXT) STRICT;
  CREATE TABLE policy (id INTEGER PRIMARY KEY, category TEXT, grp TEXT, model INTEGER, asset INTEGER, life INTEGER, before INTEGER, since INTEGER,
    binds TEXT, tolerance INTEGER, unit INTEGER, dated TEXT, up_at INTEGER, up_unit INTEGER, up_dated TEXT, loss INTEGER, fund TEXT) STRICT;
  CREATE TABLE asset (id INTEGER PRIMARY KEY, category TEXT, grp TEXT, model INTEGER, department INTEGER, location INTEGER, quantity INTEGER, standing TEXT,
    bought TEXT, used TEXT, paid INTEGER, cover TEXT, support TEXT, os TEXT, lease TEXT, own INTEGER, own_dated TEXT, moved TEXT, upgraded TEXT, succeeds INTEGER) STRICT;
  CREATE TABLE rise (category TEXT, year INTEGER, bp INTEGER, PRIMARY KEY (category, year)) STRICT, WITHOUT ROWID;
  CREATE INDEX policy_asset ON policy (asset) WHERE asset IS NOT NULL;
  CREATE INDEX policy_model ON policy (model) WHERE model IS NOT NULL;
  CREATE INDEX policy_kind ON policy (category, grp) WHERE asset IS NULL AND model IS NULL;
  CREATE INDEX order_of ON asset (succeeds) WHERE succeeds IS NOT NULL`;

/** Every forecast row with its policy, its price and the month of its first purchase. */
const KIT = `
  ruled AS MATERIALIZED (
    SELECT asset.*, coalesce(
      (SELECT max(id) FROM policy WHERE asset = asset.id),
      (SELECT max(id) FROM policy WHERE asset IS NULL AND model IS NOT NULL AND model = asset.model),
      (SELECT max(id) FROM policy WHERE asset IS NULL AND model IS NULL AND category = asset.category AND grp = asset.grp),
      (SELECT max(id) FROM policy WHERE asset IS NULL AND model IS NULL AND category = asset.category AND grp IS NULL), 0) AS policy
    FROM asset WHERE standing IN ('here', 'coming')),
  /* An order comes on its day, or now where that has gone by. */
  coming AS MATERIALIZED (
    SELECT id, succeeds, quantity, CASE WHEN coalesce(${month('coalesce(used, bought)')}, -${FAR}) < @asOf THEN @today ELSE coalesce(used, bought) END AS day
    FROM asset WHERE standing = 'coming'),
  ordered AS (
    SELECT succeeds, quantity, ${month('day')} AS month,
      sum(quantity) OVER (PARTITION BY succeeds ORDER BY day, quantity ROWS UNBOUNDED PRECEDING) AS upto
    FROM coming WHERE succeeds IS NOT NULL),
  /* As far as the items of what they succeed go. */
  taken AS MATERIALIZED (
    SELECT ordered.succeeds AS id, ordered.month, min(asset.quantity, upto) - min(asset.quantity, upto - ordered.quantity) AS quantity
    FROM ordered JOIN asset ON asset.id = ordered.succeeds AND asset.standing = 'here'),
  dated AS (
    SELECT ruled.*, life, before, since, unit AS policy_unit, dated AS policy_dated, up_at, up_unit, coalesce(up_dated, dated, @today) AS up_dated, loss, fund,
      binds <> '' AS chained,
      ${month('coalesce(used, bought)')} AS served, ${month('moved')} AS moved_to,
      CASE WHEN binds LIKE '%life%' THEN ${month('coalesce(used, bought)')} END AS aged,
      min(${or(`CASE WHEN binds LIKE '%warranty%' THEN ${month('cover')} + tolerance END`)},
        ${or(`CASE WHEN binds LIKE '%vendor%' THEN ${month('coalesce(ruled.support, (SELECT support FROM model WHERE id = ruled.model))')} END`)},
        ${or(`CASE WHEN binds LIKE '%os%' THEN ${month('os')} END`)},
        ${or(`CASE WHEN binds LIKE '%contract%' THEN ${month('lease')} END`)}) AS other,
      quantity - (SELECT coalesce(sum(quantity), 0) FROM taken WHERE taken.id = ruled.id) AS left,
      coalesce(own, (SELECT unit FROM model WHERE id = ruled.model), unit, nullif(paid, 0)) AS price,
      coalesce(CASE WHEN own IS NOT NULL THEN coalesce(own_dated, @today) END,
        CASE WHEN (SELECT unit FROM model WHERE id = ruled.model) IS NOT NULL THEN coalesce((SELECT dated FROM model WHERE id = ruled.model), @today) END,
        CASE WHEN unit IS NOT NULL THEN coalesce(dated, @today) END, bought, @today) AS price_dated
    FROM ruled JOIN policy ON policy.id = ruled.policy),
  due AS (
    SELECT *, CASE
      WHEN standing = 'coming' THEN (SELECT ${month('day')} FROM coming WHERE coming.id = dated.id)
      WHEN moved_to IS NOT NULL THEN moved_to
      WHEN since IS NOT NULL AND min(${or('aged + before')}, other) < (since - 2000) * 12 + @start - 1 THEN min(${or('aged + before')}, other)
      ELSE min(${or('aged + life')}, other) END AS due
    FROM dated),
  kit AS MATERIALIZED (SELECT *, max(due, @asOf) AS first FROM due WHERE due < ${FAR})`;

/** Every purchase and upgrade: nothing is repeated but by a recursion. */
const EVENTS = `
  bought (kit, n, month, quantity, every, later) AS (
    SELECT id, 0, first, left, CASE WHEN chained THEN life END, CASE WHEN chained AND up_at < life THEN up_at END FROM kit WHERE left > 0
    UNION ALL
    SELECT kit, n + 1, month + every, quantity, every, later FROM bought WHERE month + every < @end),
  event AS (
    SELECT kit, 'replace' AS kind, n, month, quantity FROM bought
    UNION ALL
    SELECT kit, 'upgrade', n + 1, month + later, quantity FROM bought WHERE later IS NOT NULL
    UNION ALL
    SELECT id, 'upgrade', 0, served + up_at, quantity - (SELECT coalesce(sum(quantity), 0) FROM taken WHERE taken.id = kit.id AND taken.month <= served + up_at)
    FROM kit WHERE standing = 'here' AND upgraded IS NULL AND served + up_at < due),
  /* One row of indexes for each kind and each year that a price is of. */
  origin AS (
    SELECT DISTINCT category, ${yearOf(month('price_dated'))} AS year FROM kit
    UNION SELECT DISTINCT category, ${yearOf(month('up_dated'))} FROM kit WHERE up_at IS NOT NULL),
  indexed (category, origin, year, ppm) AS MATERIALIZED (
    SELECT category, year, year, 1000000 FROM origin
    UNION ALL
    SELECT indexed.category, origin, indexed.year + 1, CASE WHEN (ppm * (10000 + bp) + 5000) / 10000 <= 9000000 THEN (ppm * (10000 + bp) + 5000) / 10000 END
    FROM indexed JOIN rise ON rise.category = indexed.category AND rise.year = indexed.year + 1),
  index_row AS MATERIALIZED (SELECT * FROM indexed)`;

/** What one costs in the year of a month, where the row of indexes is joined: a price of a later year is taken as it is. */
const priceIn = (unit: string, dated: string, months: string): string =>
  `CASE WHEN ${yearOf(months)} <= ${yearOf(month(dated))} THEN ${unit} ELSE (${unit} * ppm + 500000) / 1000000 END`;
const joinIndex = (dated: string, months: string): string =>
  `LEFT JOIN index_row ON index_row.category = kit.category AND index_row.origin = ${yearOf(month(dated))} AND index_row.year = ${yearOf(months)}`;

/** Losses: items × months × basis points at risk, made whole as they add up year by year. */
const LOSSES = `
  risk AS MATERIALIZED (
    SELECT id AS kit, left AS quantity, CASE WHEN standing = 'coming' THEN first ELSE max(@asOf, coalesce(served, @asOf)) END AS starts, @end AS ends FROM kit WHERE loss > 0
    UNION ALL
    SELECT kit.id, taken.quantity, max(@asOf, coalesce(served, @asOf)), min(taken.month, @end) FROM kit JOIN taken ON taken.id = kit.id WHERE loss > 0),
  span AS (SELECT value AS year, max(@asOf, @first + value * 12) AS starts, @first + value * 12 + 12 AS ends FROM json_each(@years)),
  expected AS (
    SELECT kit.category, span.year, sum(risk.quantity * loss * max(0, min(span.ends, risk.ends) - risk.starts)) AS upto,
      sum(CASE WHEN ${priceIn('price', 'price_dated', 'span.starts')} IS NULL THEN 0 ELSE risk.quantity * loss * max(0, min(span.ends, risk.ends) - max(span.starts, risk.starts)) END) AS weight,
      sum(risk.quantity * loss * max(0, min(span.ends, risk.ends) - max(span.starts, risk.starts)) * coalesce(${priceIn('price', 'price_dated', 'span.starts')}, 0)) AS weighted
    FROM risk JOIN kit ON kit.id = risk.kit CROSS JOIN span ${joinIndex('price_dated', 'span.starts')} GROUP BY kit.category, span.year),
  whole AS (
    SELECT *, (2 * upto + 120000) / 240000 - coalesce(lag((2 * upto + 120000) / 240000) OVER (PARTITION BY category ORDER BY year), 0) AS items FROM expected)`;

const QUERY = `
  WITH RECURSIVE ${KIT}, ${EVENTS}, ${LOSSES}
  SELECT kit.category, department, location, cost, fund, (month - @first) / 12 AS year, kind, sum(event.quantity) AS quantity,
    sum(event.quantity * coalesce(CASE
      WHEN kind = 'upgrade' THEN ${priceIn('up_unit', 'up_dated', 'month')}
      WHEN standing = 'coming' AND n = 0 AND paid > 0 THEN paid
      ELSE ${priceIn('price', 'price_dated', 'month')} END, 0)) AS pence
  FROM event JOIN kit ON kit.id = event.kit JOIN category ON category.key = kit.category
    ${joinIndex("CASE WHEN kind = 'upgrade' THEN up_dated ELSE price_dated END", 'month')}
  WHERE month >= max(@first, @asOf) AND month < @end AND event.quantity > 0
  GROUP BY 1, 2, 3, 4, 5, 6, 7
  UNION ALL
  SELECT category, NULL, NULL, cost, NULL, year, 'loss', items, CASE WHEN weight > 0 THEN items * ((2 * weighted + weight) / (2 * weight)) ELSE 0 END
  FROM whole JOIN category ON category.key = category WHERE items > 0`;

type Found = {
  readonly category: string; readonly department: bigint | null; readonly location: bigint | null; readonly cost: CostCategory; readonly fund: string | null;
  readonly year: bigint; readonly kind: 'replace' | 'upgrade' | 'loss'; readonly quantity: bigint; readonly pence: bigint;
};

/** The cells of a plan's kit as SQLite works them out. */
export function cellsOfSql(snapshot: PlanSnapshot, options: OracleOptions, costOf: (categoryKey: string) => CostCategory): CellMap {
  using database = opened();
  fill(database, snapshot, options.asOf, costOf);
  const { firstMonth, endMonth, asOfMonth, schoolStartMonth, years } = planContext(snapshot, options);
  const whole = { first: firstMonth, end: endMonth, asOf: asOfMonth, start: schoolStartMonth };
  const asked = Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, BigInt(value)]));
  const cells: CellMap = new Map();
  const query = database.prepare<[object], Found>(QUERY).safeIntegers();
  for (const row of query.all({ ...asked, today: options.asOf, years: JSON.stringify(years.map((_, index) => index)) })) {
    const key = cellKey({
      categoryKey: row.category, departmentId: row.department === null ? null : Number(row.department), locationId: row.location === null ? null : Number(row.location),
      costCategory: row.cost, fundKey: row.fund, yearIndex: Number(row.year), kind: row.kind,
    });
    addTo(cells, key, row.quantity, row.pence);
  }
  return cells;
}

const opened = (): Database.Database & Disposable => {
  const database = new Database(':memory:');
  database.exec(TABLES);
  return Object.assign(database, { [Symbol.dispose]: () => { database.close(); } });
};

const IN_SERVICE: readonly string[] = ['in_stock', 'in_use', 'on_loan', 'in_repair', 'spare', 'cascaded'];
const standing = (status: string): string => (IN_SERVICE.includes(status) ? 'here' : status === 'planned' || status === 'ordered' ? 'coming' : 'gone');

/** An end of the maker's support that lies before the purchase is no end. */
const supportCounted = ({ vendorSupportEnd, purchaseDate }: PlanSnapshot['assets'][number]): string | null =>
  (vendorSupportEnd !== null && purchaseDate !== null && vendorSupportEnd < purchaseDate ? null : vendorSupportEnd);

/** Kit that is there cannot begin to be used in a month still to come, unless it lies in stock. */
const usedCounted = ({ inServiceDate, status }: PlanSnapshot['assets'][number], asOf: string): string | null =>
  (inServiceDate !== null && standing(status) === 'here' && status !== 'in_stock' && inServiceDate.slice(0, 7) > asOf.slice(0, 7) ? null : inServiceDate);

function fill(database: Database.Database, snapshot: PlanSnapshot, asOf: string, costOf: (categoryKey: string) => CostCategory): void {
  const into = (table: string, columns: number): Database.Statement => database.prepare(`INSERT INTO ${table} VALUES (${Array.from({ length: columns }, () => '?').join(', ')})`);
  database.transaction(() => {
    const [category, model, policy, asset, rise] = [into('category', 2), into('model', 4), into('policy', 17), into('asset', 20), into('rise', 3)];
    for (const { key } of snapshot.categories) category.run(key, costOf(key));
    for (const each of snapshot.models) model.run(each.id, each.unitPence, each.priceDate, each.vendorSupportEnd);
    policy.run(0, '', null, null, 0, 60, 60, null, '', 0, null, null, null, null, null, 0, null);
    for (const each of snapshot.policies) {
      policy.run(each.id, each.categoryKey, each.userGroup, each.modelId, each.assetId, each.lifeMonths, each.lifeMonthsBefore, each.fromYear, each.binding.join(' '),
        each.toleranceMonths, each.unitPence, each.priceDate, each.upgrade?.atMonths ?? null, each.upgrade?.unitPence ?? null, each.upgrade?.priceDate ?? null, each.lossBp, each.fundKey);
    }
    for (const each of snapshot.assets) {
      asset.run(each.id, each.categoryKey, each.userGroup, each.modelId, each.departmentId, each.locationId, each.quantity, standing(each.status),
        each.purchaseDate, usedCounted(each, asOf), each.unitPaidPence, each.coverEnd, supportCounted(each), each.osCanMove ? null : each.osEnd, each.leaseEnd,
        each.overridePence, each.overridePriceDate, each.movedTo, each.upgradeDoneOn, each.succeedsAssetId);
    }
    for (const { key } of snapshot.categories) {
      const own = snapshot.inflation.series.find((series) => series.categoryKey === key);
      const { steps: usual = [], defaultBp } = snapshot.inflation;
      for (let year = 2010; year <= 2040; year++) {
        const stepOf = (steps: typeof usual): number | undefined => steps.find((step) => step.year === year)?.bp;
        rise.run(key, year, stepOf(own?.steps ?? []) ?? own?.bp ?? stepOf(usual) ?? defaultBp);
      }
    }
  })();
}
