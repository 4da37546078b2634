import { codeWithTitle, placeRank } from '../budget/code-titles.ts';
import { fundInSentence, fundName, fundOrder } from '../budget/fund.ts';
import { categoryNamed } from '../categories.ts';
import { placeCalled } from '../places.ts';
import type { ForecastLine } from '../result.ts';
import type { Asset, PlanSnapshot } from '../snapshot.ts';
import { CHART_GROUPS, USER_GROUPS, type ChartGroup, type LineKind, type UserGroup } from '../vocabulary.ts';
import { kitName, rowName, startLower, startUpper } from '../words.ts';

/** What the rows of a ledger can be grouped by, in any order and any number of levels; the last level is the asset. */
export const DIMENSIONS = ['kind', 'room', 'department', 'fund', 'code', 'need'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const DIMENSION_WORDS: Readonly<Record<Dimension, string>> = {
  kind: 'Kind', room: 'Room', department: 'Department', fund: 'Fund', code: 'Code', need: 'Need',
};

/** How a ledger is grouped until somebody chooses otherwise. */
export const USUAL_LEVELS: readonly Dimension[] = ['kind', 'room'];

/** Levels as they were kept: those that this Kitplan knows, each once; the usual ones where none is left. */
export function readLevels(kept: readonly string[] | null): readonly Dimension[] {
  const levels = [...new Set(kept ?? [])].flatMap((name) => DIMENSIONS.find((dimension) => dimension === name) ?? []);
  return levels.length === 0 ? USUAL_LEVELS : levels;
}

/** `part`: replacements apart from the upgrades, extensions and disposals of the same kit. `leaf`: the asset or the cost. */
type Sorting = Dimension | 'part' | 'leaf';

/** One step down the ledger: of the lines so sorted, those with this value. */
export type Step = { readonly by: Sorting; readonly value: string };

export type AssetsById = ReadonlyMap<number, Asset>;

/** The value of what belongs to no one asset, such as a running cost: it is for the whole school. */
export const WHOLE_SCHOOL = 'school';

const assetOf = (line: ForecastLine, assets: AssetsById): Asset | undefined => (line.assetId === null ? undefined : assets.get(line.assetId));
const text = (value: number | string | null | undefined): string => (value === null || value === undefined ? '' : String(value));

/** What is grouped as a kind of its own, beside kit by category and user group. */
const OWN_KINDS: Readonly<Partial<Record<LineKind, string>>> = {
  loss: 'losses', consumable: 'consumables', recurring: 'running', need: 'needs',
};

const kitValues = new Map<string, Map<UserGroup | null, string>>();

/** The same text each time, so that looking it up costs nothing: a ledger asks it of every line. */
function kitValue(categoryKey: string, userGroup: UserGroup | null): string {
  let values = kitValues.get(categoryKey);
  if (values === undefined) kitValues.set(categoryKey, values = new Map());
  let value = values.get(userGroup);
  if (value === undefined) values.set(userGroup, value = `kit/${categoryKey}/${userGroup ?? ''}`);
  return value;
}

/** Under which value a line stands when lines are sorted so; empty where nobody has said. */
export function valueOf(by: Sorting, line: ForecastLine, assets: AssetsById): string {
  switch (by) {
    case 'kind': return (line.needId === null ? OWN_KINDS[line.kind] : 'needs') ?? kitValue(line.categoryKey, assetOf(line, assets)?.userGroup ?? null);
    case 'room': return line.assetId === null ? WHOLE_SCHOOL : text(assetOf(line, assets)?.locationId);
    case 'department': return line.assetId === null ? WHOLE_SCHOOL : text(assetOf(line, assets)?.departmentId);
    case 'fund': return line.paidFrom;
    case 'code': return line.code;
    case 'need': return text(line.needId);
    case 'part': return line.kind;
    case 'leaf': return leafOf(line);
  }
}

function leafOf(line: ForecastLine): string {
  if (line.assetId !== null) return `asset/${line.assetId}`;
  if (line.needId !== null) return `need/${line.needId}`;
  return line.recurringId === null ? `${line.kind}/${line.categoryKey}` : `cost/${line.recurringId}`;
}

/** Whether a line lies behind the row at the end of these steps. */
export const liesBehind = (path: readonly Step[], line: ForecastLine, assets: AssetsById): boolean =>
  path.every(({ by, value }) => valueOf(by, line, assets) === value);

/** What a row of the ledger is of. */
export type RowKind =
  | 'kit' | Exclude<Dimension, 'kind'> | 'asset' | 'upgrades' | 'extensions' | 'disposals' | 'losses' | 'consumables' | 'running' | 'cost' | 'needs';

/** Where a row stands: what all its lines share, as far as its steps say so. */
export type Standpoint = {
  readonly categoryKey: string | null;
  readonly userGroup: UserGroup | null;
  readonly locationId: number | null;
  readonly assetId: number | null;
  readonly recurringId: number | null;
};

/** How a row is called and ordered among its like. */
export type Described = {
  readonly kind: RowKind;
  readonly name: string;
  /** The name of one of what its quantity counts; the name itself where nothing is counted. */
  readonly nameOfOne: string;
  /** The kind of line whose items its quantity counts. */
  readonly counts: LineKind;
  readonly rank: readonly number[];
  readonly stands: Partial<Standpoint>;
  /** How a question about a figure names it: `of IT3`, `without a room`; nothing for a kind, which is named by what it counts. */
  readonly where?: string;
};

/** Devices first, as people ask for them, then up the chart. */
const KIT_ORDER: readonly ChartGroup[] = [...CHART_GROUPS.filter((group) => group !== 'running'), 'running'];
const AFTER_KIT: readonly string[] = ['losses', 'consumables', 'needs', 'running'];
const OTHER_KINDS: Readonly<Record<string, Omit<Described, 'rank' | 'stands'>>> = {
  losses: { kind: 'losses', name: 'Losses and breakages', nameOfOne: 'Loss or breakage', counts: 'loss' },
  consumables: { kind: 'consumables', name: 'Consumables', nameOfOne: 'Consumables', counts: 'replace' },
  needs: { kind: 'needs', name: 'Needs', nameOfOne: 'Needs', counts: 'need' },
  running: { kind: 'running', name: 'Running costs', nameOfOne: 'Running costs', counts: 'replace' },
};

/** Names the group of a step, by one of its lines. */
export type Describe = (step: Step, sample: ForecastLine) => Described;

/** Names the groups of one plan; reads its lists once. */
export function describer(snapshot: PlanSnapshot, assets: AssetsById): Describe {
  const order = new Map(snapshot.categories.map((category, index) => [category.key, index]));
  const funds = fundOrder(snapshot.funds);
  const placeName = placeCalled(snapshot.locations);
  const departments = new Map(snapshot.departments.map(({ id, name }) => [id, name]));
  const needs = new Map(snapshot.needs.map(({ id, name }) => [id, name]));
  const costs = new Map(snapshot.recurring.map((cost) => [cost.id, cost]));
  const uncounted = (kind: RowKind, name: string, rank: number, stands: Partial<Standpoint> = {}): Described =>
    ({ kind, name, nameOfOne: name, counts: 'replace', rank: [rank], stands });

  const kitKind = ({ categoryKey }: ForecastLine, userGroup: UserGroup | null): Described => {
    const category = categoryNamed(snapshot.categories, categoryKey);
    return {
      kind: 'kit', name: rowName(category, userGroup), nameOfOne: startUpper(kitName(category, userGroup, 1)), counts: 'replace',
      rank: [KIT_ORDER.indexOf(category.chartGroup), order.get(categoryKey) ?? order.size, userGroup === null ? USER_GROUPS.length : USER_GROUPS.indexOf(userGroup)],
      stands: { categoryKey, userGroup },
    };
  };
  /** Of a place or a department: those with a name, those without, then the whole school. */
  const named = (kind: 'room' | 'department', value: string, name: string | null): Described => {
    // Not "Whole school": a school may call a department so.
    if (value === WHOLE_SCHOOL) return { ...uncounted(kind, `For all ${kind}s`, 2), where: `for all ${kind}s` };
    if (name === null) return { ...uncounted(kind, `No ${kind} recorded`, 1), where: `without a ${kind}` };
    return { ...uncounted(kind, name, 0, kind === 'room' ? { locationId: Number(value) } : {}), where: `of ${name}` };
  };
  const fund = (value: string): Described => {
    const at = funds.indexOf(value);
    return { ...uncounted('fund', fundName(snapshot.funds, value), at < 0 ? funds.length : at), where: `paid from ${fundInSentence(snapshot.funds, value)}` };
  };
  const need = (value: string): Described => {
    if (value === '') return { ...uncounted('need', 'Not for a need', 1), where: 'for no need' };
    const name = needs.get(Number(value)) ?? 'A need that is no longer there';
    return { ...uncounted('need', name, 0), where: `for ${startLower(name)}` };
  };
  const part = ({ kind, categoryKey }: ForecastLine): Described => {
    if (kind === 'extend') return { kind: 'extensions', name: 'Cover and support extended', nameOfOne: 'Extension of cover or support', counts: kind, rank: [2], stands: {} };
    if (kind === 'disposal') return uncounted('disposals', 'Disposal and trade-in', 3);
    const upgrade = startUpper(upgradeWhat(snapshot, categoryKey));
    return { kind: 'upgrades', name: `${upgrade} upgrades`, nameOfOne: `${upgrade} upgrade`, counts: kind, rank: [1], stands: {} };
  };
  const leaf = (line: ForecastLine): Described => {
    const { assetId, recurringId, needId, categoryKey, kind } = line;
    if (assetId !== null) {
      const asset = assets.get(assetId);
      const name = asset === undefined ? '' : asset.tag === null ? asset.description : `${asset.tag} ${asset.description}`;
      return uncounted('asset', name, 0, { assetId, categoryKey, userGroup: asset?.userGroup ?? null, locationId: asset?.locationId ?? null });
    }
    if (needId !== null) return { ...uncounted('need', needs.get(needId) ?? 'A need that is no longer there', 0), counts: 'need' };
    if (recurringId !== null) return uncounted('cost', costs.get(recurringId)?.name ?? '', 0, { recurringId, categoryKey: costs.get(recurringId)?.categoryKey ?? null });
    const category = categoryNamed(snapshot.categories, categoryKey);
    const [several, one] = [rowName(category, null), startUpper(kitName(category, null, 1))];
    if (kind === 'loss') return { kind: 'losses', name: several, nameOfOne: one, counts: 'loss', rank: [0], stands: { categoryKey } };
    return uncounted(kind === 'consumable' ? 'consumables' : 'cost', several, 0, { categoryKey });
  };

  return ({ by, value }, sample) => {
    switch (by) {
      case 'kind': {
        const other = OTHER_KINDS[value];
        if (other === undefined) return kitKind(sample, assetOf(sample, assets)?.userGroup ?? null);
        return { ...other, rank: [KIT_ORDER.length + AFTER_KIT.indexOf(value)], stands: {} };
      }
      case 'room': return named('room', value, placeName(Number(value)));
      case 'department': return named('department', value, departments.get(Number(value)) ?? null);
      case 'fund': return fund(value);
      case 'code': return { ...uncounted('code', codeWithTitle(value, snapshot.finance.returnLines), placeRank(sample)), where: `under code ${value}` };
      case 'need': return need(value);
      case 'part': return part(sample);
      case 'leaf': return leaf(sample);
    }
  };
}

/** What the upgrades of a category fit: `memory`; `mid-life` where its policies name different things. */
function upgradeWhat(snapshot: PlanSnapshot, categoryKey: string): string {
  const names = new Set(snapshot.policies.flatMap((policy) =>
    policy.categoryKey === categoryKey && policy.upgrade !== null ? [policy.upgrade.what] : []));
  const [only] = names;
  return names.size === 1 && only !== undefined && only !== '' ? only : 'mid-life';
}
