import { CFR_CODES, categoryNamed } from '../categories.ts';
import type { ForecastOptions } from '../context.ts';
import { explainLine } from '../explain.ts';
import { assetsById } from '../ledger.ts';
import type { Forecast, ForecastLine } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { CHART_GROUP_WORDS, CHART_GROUPS, COST_CATEGORIES, LINE_KINDS, USER_GROUPS, type LineKind, type Pence } from '../vocabulary.ts';
import { foldedName, kitName, startUpper } from '../words.ts';

/** What a question about a figure found: its lines, under the name that people read; or what it could have named. */
export type FigureFound =
  | { readonly name: string; readonly lines: readonly ForecastLine[] }
  | { readonly unknown: 'year' | 'of'; readonly known: readonly string[] };

/** What the lines of one kind are called together. */
const KIND_PLURALS: Readonly<Record<LineKind, string>> = {
  replace: 'replacements', upgrade: 'upgrades', extend: 'extensions', disposal: 'disposals', recurring: 'running costs', consumable: 'consumables',
  loss: 'losses', need: 'needs',
};

type Named = { readonly name: string; readonly also?: readonly string[]; /** What heads the answer, where that is not the name. */ readonly title?: string; readonly holds: (line: ForecastLine) => boolean };

/**
 * Everything a figure can be of, the widest first. Of two with the same name the wider counts, but a kind of kit counts
 * before a group of the chart: `servers` is the row of that name, `servers group` has the storage units with them.
 */
function whatThereIs(snapshot: PlanSnapshot, forecast: Forecast): readonly Named[] {
  const assets = assetsById(snapshot);
  const groupOf = ({ assetId }: ForecastLine) => (assetId === null ? undefined : assets.get(assetId)?.userGroup);
  const keys = [...new Set([...snapshot.categories.map(({ key }) => key), ...forecast.lines.map(({ categoryKey }) => categoryKey)])];
  const kinds = keys.map((key) => categoryNamed(snapshot.categories, key));
  return [
    // Not what has been spent in the open year: that has no lines.
    { name: 'total', also: ['still to come', 'everything', 'all'], title: 'Still to come', holds: () => true },
    ...CHART_GROUPS.map((group): Named => {
      const words = CHART_GROUP_WORDS[group];
      const taken = kinds.some(({ plural }) => foldedName(plural) === foldedName(words));
      return { name: taken ? `${words} group` : words, also: taken ? [] : [group], holds: ({ chartGroup }) => chartGroup === group };
    }),
    ...kinds.map(({ key, singular, plural }): Named => ({ name: plural, also: [key, singular], holds: ({ categoryKey }) => categoryKey === key })),
    ...kinds.flatMap((kind) => USER_GROUPS.map((group): Named => ({
      name: kitName(kind, group, 2), also: [kitName(kind, group, 1)], holds: (line) => line.categoryKey === kind.key && groupOf(line) === group,
    }))),
    ...LINE_KINDS.map((kind): Named => ({ name: KIND_PLURALS[kind], also: [kind], holds: (line) => line.kind === kind })),
    ...[...new Set([...COST_CATEGORIES.flatMap((cost) => [CFR_CODES[cost].revenue, CFR_CODES[cost].capital ?? CFR_CODES[cost].revenue]), ...Object.keys(forecast.totals.byCode)])]
      .map((code): Named => ({ name: code, holds: (line) => line.code === code })),
    ...snapshot.departments.map(({ id, name }): Named => ({ name, holds: ({ assetId }) => assetId !== null && assets.get(assetId)?.departmentId === id })),
    ...snapshot.locations.map(({ id, name }): Named => ({ name, holds: ({ assetId }) => assetId !== null && assets.get(assetId)?.locationId === id })),
  ];
}

/**
 * The lines behind a figure as people name it: a year (`2028/29`, `2028` or `all`) and what it is of: a kind of kit
 * (`laptops`, `pupil laptops`), a chart group, a code, a room, a department, `losses`, or `total`.
 */
export function figureNamed(snapshot: PlanSnapshot, forecast: Forecast, year: string, of: string): FigureFound {
  const asked = foldedName(year);
  const at = forecast.years.findIndex(({ label, year: start }) => asked === label || asked === String(start));
  if (at < 0 && asked !== 'all') return { unknown: 'year', known: [...forecast.years.map(({ label }) => label), 'all'] };
  const lines = at < 0 ? forecast.lines : forecast.lines.filter(({ yearIndex }) => yearIndex === at);
  const all = whatThereIs(snapshot, forecast);
  const found = all.find(({ name, also = [] }) => [name, ...also].some((each) => foldedName(each) === foldedName(of)));
  if (found === undefined) return { unknown: 'of', known: [...new Set(all.filter(({ holds }) => lines.some(holds)).map(({ name }) => name))] };
  return { name: `${found.title ?? startUpper(found.name)} in ${at < 0 ? 'all years' : forecast.years[at]?.label ?? ''}`, lines: lines.filter(found.holds) };
}

/** Lines with the same reasons, taken together. */
export type ExplainedPart = {
  readonly kind: LineKind;
  readonly yearIndex: number;
  readonly lines: readonly ForecastLine[];
  readonly quantity: number;
  readonly unitPence: Pence | null;
  /** Null where no price is known. */
  readonly netPence: Pence | null;
  /** The reasons of each of its lines. */
  readonly steps: readonly string[];
};

/** The reasons of many lines: those that share theirs together, the dearest first. Their amounts add up to the lines'. */
export function explainLines(snapshot: PlanSnapshot, options: ForecastOptions, lines: readonly ForecastLine[]): readonly ExplainedPart[] {
  const told = lines.map((line) => ({ line, steps: explainLine(snapshot, options, line).map(({ text }) => text) }));
  const groups = Map.groupBy(told, ({ line, steps }) => JSON.stringify([line.yearIndex, line.kind, line.quantity, line.unitPence, steps]));
  const parts = [...groups.values()].flatMap((group): ExplainedPart[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { kind, yearIndex, unitPence, netPence } = first.line;
    return [{
      kind, yearIndex, unitPence, steps: first.steps, lines: group.map(({ line }) => line),
      quantity: group.reduce((sum, { line }) => sum + line.quantity, 0), netPence: netPence === null ? null : netPence * group.length,
    }];
  });
  return parts.sort((a, b) => (b.netPence ?? -1) - (a.netPence ?? -1));
}
