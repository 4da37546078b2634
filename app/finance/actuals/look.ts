import { codeOfPlace } from '../../../planning/budget/words.ts';
import type { Actual, ActualsRun } from '../../../planning/budget/finance.ts';
import { forecast } from '../../../planning/forecast.ts';
import type { Forecast } from '../../../planning/result.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { COST_CATEGORIES, SPEND_NATURES, type IsoDate } from '../../../planning/vocabulary.ts';
import { actualsSentence } from '../../../planning/sentences/actuals.ts';
import type { ActualsLayout } from '../../contract/actuals-layout.ts';
import type { ActualsReport } from '../../contract/actuals.ts';
import type { RawTable } from '../../intake/raw-table.ts';
import { firstRows, LEFT_OUT_REASONS, lettersOf, readRows, type Asked, type ReadActual, type RowReading } from './read-rows.ts';

/** Refused rows, unknown codes and codes left out that are told one by one. */
const MOST_TOLD = 500;
const MOST_CODES = 12;
const ROWS_SHOWN = 12;

/** An export that has been read and held against the plan. */
export type Look = Asked & {
  readonly fingerprint: string; readonly table: RawTable; readonly layoutFrom: ActualsReport['layoutFrom'];
  readonly snapshot: PlanSnapshot; readonly asOf: IsoDate; readonly rows: readonly RowReading[];
};

export const lookAt = (of: Omit<Look, 'rows'>): Look => ({ ...of, rows: readRows(of.table, of.snapshot, of) });

export const matchedOf = ({ rows }: Look): readonly ReadActual[] => rows.flatMap((row) => (row.kind === 'matched' ? [row.actual] : []));

/** The export of the year that the plan has; null where it has none. */
const runOf = ({ snapshot, year }: Pick<Look, 'snapshot' | 'year'>): ActualsRun | null => snapshot.finance.actualsRuns.find((run) => run.year === year.year) ?? null;

const rowsOf = ({ finance }: PlanSnapshot, run: ActualsRun | null): readonly Actual[] => finance.actuals.filter(({ runId }) => runId === run?.id);

/** Whether the plan has exactly this already: the same file, the same days, the same rows. */
export function isUnchanged(look: Look): boolean {
  const run = runOf(look);
  if (run === null || run.sha256 !== look.fingerprint || run.through !== look.through) return false;
  const now = rowsOf(look.snapshot, run);
  const next = matchedOf(look);
  return now.length === next.length && next.every((actual, at) => {
    const there = now[at];
    return there !== undefined && (Object.keys(actual) as (keyof ReadActual)[]).every((key) => there[key] === actual[key]);
  });
}

/** The plan with what the export holds in place of what it had of that year. */
export function withActuals({ snapshot, year, through, table, fingerprint, ...look }: Look): PlanSnapshot {
  const { finance } = snapshot;
  const id = Math.max(0, ...finance.actualsRuns.map((run) => run.id)) + 1;
  const others = finance.actualsRuns.filter((run) => run.year !== year.year);
  const kept = finance.actuals.filter(({ runId }) => others.some((run) => run.id === runId));
  const rows = matchedOf({ snapshot, year, through, table, fingerprint, ...look }).map((actual, at): Actual => ({ id: 1_000_000_000 + at, runId: id, ...actual }));
  return {
    ...snapshot,
    finance: { ...finance, actualsRuns: [...others, { id, year: year.year, through, fileName: table.fileName, sha256: fingerprint }], actuals: [...kept, ...rows] },
  };
}

export function reportOf(look: Look): ActualsReport {
  const { fingerprint, table, layout, layoutFrom, year, through, rows, snapshot } = look;
  const ofKind = <Kind extends RowReading['kind']>(kind: Kind) => rows.filter((row): row is Extract<RowReading, { kind: Kind }> => row.kind === kind);
  const [matched, leftOut, refused] = [ofKind('matched'), ofKind('left_out'), ofKind('refused')];
  const run = runOf(look);
  const [now, then] = [yearOf(look, snapshot), yearOf(look, withActuals(look))];
  const report = {
    fingerprint, fileName: table.fileName, sheet: table.sheet, sheets: table.sheets.map(({ name, rows: count, hidden }) => ({ name, rows: count, hidden })),
    layout, layoutFrom, year: year.year, yearLabel: year.label, through, columns: lettersOf(table), firstRows: shownRows(look),
    read: moneyOf(rows.map(penceOf)), matched: moneyOf(matched.map(penceOf)), leftOut: moneyOf(leftOut.map(penceOf)), refused: moneyOf(refused.map(penceOf)),
    leftOutBy: LEFT_OUT_REASONS.flatMap((reason) => {
      const of = leftOut.filter((row) => row.reason === reason);
      const codes = reason === 'not_ict' ? [...new Set(of.map(({ ledgerCode }) => ledgerCode))].slice(0, MOST_CODES) : [];
      return of.length === 0 ? [] : [{ reason, ...moneyOf(of.map(penceOf)), codes }];
    }),
    refusedRows: refused.slice(0, MOST_TOLD).map(({ row, sentence }) => ({ row, sentence })),
    unknown: unknownIn(refused), places: placesIn(look, now),
    replaces: run === null ? null : { fileName: run.fileName, through: run.through }, unchanged: isUnchanged(look), before: yearMoney(now), after: yearMoney(then),
  };
  return { ...report, sentence: actualsSentence(report) };
}

const penceOf = (row: RowReading): number => (row.kind === 'matched' ? row.actual.pence : row.pence);
const moneyOf = (pence: readonly number[]): { rows: number; pence: number } => ({ rows: pence.length, pence: pence.reduce((sum, each) => sum + each, 0) });

function shownRows({ table, layout, rows }: Look): ActualsReport['firstRows'] {
  const outcomes = new Map(rows.map(({ row, kind }) => [row, kind]));
  return firstRows(table, layout.startRow, ROWS_SHOWN).map((shown) => ({ ...shown, outcome: outcomes.get(shown.row) ?? 'above' }));
}

function unknownIn(refused: readonly Extract<RowReading, { kind: 'refused' }>[]): ActualsReport['unknown'] {
  const groups = Map.groupBy(refused.filter(({ unknown }) => unknown !== null), ({ unknown }) => `${unknown?.what} ${unknown?.code.toLowerCase()}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || first.unknown === null) return [];
    return [{ ...first.unknown, ...moneyOf(group.map(penceOf)), description: group.find(({ description }) => description !== null)?.description ?? null, firstRow: first.row }];
  }).sort((a, b) => Math.abs(b.pence) - Math.abs(a.pence) || a.firstRow - b.firstRow).slice(0, MOST_TOLD);
}

type PlaceRow = ActualsReport['places'][number];

/** By code and fund: what the export holds, and what the plan counts as spent of the days that it covers now. */
function placesIn(look: Look, now: Forecast): PlaceRow[] {
  const { snapshot, year, through } = look;
  const found = new Map<string, PlaceRow>();
  const at = ({ costCategory, nature, fundKey }: Pick<Actual, 'costCategory' | 'nature' | 'fundKey'>): PlaceRow => {
    const key = `${costCategory}/${nature}/${fundKey}`;
    const there = found.get(key) ?? { costCategory, nature, fundKey, code: codeOfPlace(snapshot, { costCategory, nature, fundKey }, year.year) ?? '', pence: 0, committedPence: null, nowPence: 0 };
    found.set(key, there);
    return there;
  };
  for (const actual of matchedOf(look)) {
    const place = at(actual);
    place.pence += actual.pence;
    if (actual.committedPence !== null) place.committedPence = (place.committedPence ?? 0) + actual.committedPence;
  }
  for (const { date, paidFrom, costCategory, nature, pence } of now.spent) if (date <= through) at({ costCategory, nature, fundKey: paidFrom }).nowPence += pence;
  const rank = ({ costCategory, nature }: PlaceRow): number => COST_CATEGORIES.indexOf(costCategory) + COST_CATEGORIES.length * SPEND_NATURES.indexOf(nature);
  const funds = snapshot.funds.map(({ key }) => key);
  return [...found.values()].sort((a, b) => rank(a) - rank(b) || funds.indexOf(a.fundKey) - funds.indexOf(b.fundKey));
}

/** The year as the plan counts it. */
const yearOf = ({ asOf, year }: Look, snapshot: PlanSnapshot): Forecast => forecast(snapshot, { asOf, firstYear: year.year, years: 1 });

const yearMoney = ({ totals }: Forecast): ActualsReport['before'] => ({
  alreadyPence: totals.alreadyPence[0] ?? 0, toComePence: totals.totalPence[0] ?? 0, plannedPence: totals.plannedPence[0] ?? 0, budgetPence: totals.budgetPence?.[0] ?? null,
});

/** How an export would be read if nobody said: see `guessLayout`. */
export type KnownLayout = { readonly layout: ActualsLayout; readonly from: ActualsReport['layoutFrom'] };
