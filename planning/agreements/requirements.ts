import { itemsOf } from '../context.ts';
import { formatCount } from '../money.ts';
import { standingOf } from '../refresh/due.ts';
import type { Asset, AssetModel, PlanSnapshot } from '../snapshot.ts';
import { categoryNamed } from '../categories.ts';
import { kitCount, listOf } from '../words.ts';
import type { SoftwareTitle } from './agreement.ts';

/**
 * Whether the school's computers are large enough for a title: the memory and storage of their models against
 * what the title needs. Desktops and laptops alone are looked at, because tablets and Chromebooks run what their
 * own store gives them; where a title says which departments use it, only theirs are. A processor is in words
 * and left to people.
 */
export type Readiness = {
  /** Items looked at. */
  readonly quantity: number;
  readonly runs: number;
  readonly tooSmall: number;
  /** Their model does not say how much they have. */
  readonly unknown: number;
  /** Where it is too small or not known, by department, those with most first; null is kit of no department. */
  readonly byDepartment: readonly ReadinessGroup[];
  /** The same by model; null is kit without one. */
  readonly byModel: readonly ReadinessGroup[];
  readonly tooSmallIds: readonly number[];
  readonly unknownIds: readonly number[];
  /** "Runs on 212 of 224 desktops; 12 have 4 GB of memory." */
  readonly text: string;
};

export type ReadinessGroup = { readonly id: number | null; readonly runs: number; readonly tooSmall: number; readonly unknown: number };

type Answer = 'runs' | 'tooSmall' | 'unknown';
type Needs = Pick<SoftwareTitle, 'needsMemoryGb' | 'needsStorageGb' | 'departmentIds'>;
type Checked = { readonly asset: Asset; readonly items: number; readonly answer: Answer; readonly lacks: string | null };

const COMPUTERS: readonly string[] = ['desktop', 'laptop'];

/** One shortfall is enough to say no; what is not known cannot make up for it, nor can it say yes. */
function check(model: AssetModel | null, needs: Needs): Pick<Checked, 'answer' | 'lacks'> {
  const measured = [
    { need: needs.needsMemoryGb, has: model?.memoryGb ?? null, what: 'memory' },
    { need: needs.needsStorageGb, has: model?.storageGb ?? null, what: 'storage' },
  ].flatMap(({ need, ...rest }) => (need === null ? [] : [{ need, ...rest }]));
  const short = measured.find(({ need, has }) => has !== null && has < need);
  if (short !== undefined) return { answer: 'tooSmall', lacks: `${formatCount(short.has ?? 0)} GB of ${short.what}` };
  return { answer: measured.some(({ has }) => has === null) ? 'unknown' : 'runs', lacks: null };
}

/** Null where the title says nothing in gigabytes, or the school has no computer that it could run on. */
export function readinessOf(snapshot: PlanSnapshot, title: Needs): Readiness | null {
  if (title.needsMemoryGb === null && title.needsStorageGb === null) return null;
  const theirs = new Set(title.departmentIds);
  const computers = snapshot.assets.filter((asset) => COMPUTERS.includes(asset.categoryKey) && standingOf(asset.status) === 'in_service'
    && (theirs.size === 0 || (asset.departmentId !== null && theirs.has(asset.departmentId))));
  if (computers.length === 0) return null;
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  const modelOf = ({ modelId }: Asset): AssetModel | null => (modelId === null ? null : models.get(modelId) ?? null);
  const checked = computers.map((asset): Checked => ({ asset, items: itemsOf(asset), ...check(modelOf(asset), title) }));
  const of = (answer: Answer): readonly Checked[] => checked.filter((each) => each.answer === answer);
  const counts = { quantity: sum(checked), runs: sum(of('runs')), tooSmall: sum(of('tooSmall')), unknown: sum(of('unknown')) };
  return {
    ...counts,
    byDepartment: groupsOf(checked, ({ asset }) => asset.departmentId),
    byModel: groupsOf(checked, ({ asset }) => asset.modelId),
    tooSmallIds: of('tooSmall').map(({ asset }) => asset.id),
    unknownIds: of('unknown').map(({ asset }) => asset.id),
    text: readinessText(snapshot, checked, counts),
  };
}

const sum = (checked: readonly Checked[]): number => checked.reduce((total, { items }) => total + items, 0);

function groupsOf(checked: readonly Checked[], key: (each: Checked) => number | null): ReadinessGroup[] {
  const counted = [...Map.groupBy(checked, key)].map(([id, group]): ReadinessGroup => {
    const of = (answer: Answer): number => sum(group.filter((each) => each.answer === answer));
    return { id, runs: of('runs'), tooSmall: of('tooSmall'), unknown: of('unknown') };
  });
  return counted.filter(({ tooSmall, unknown }) => tooSmall + unknown > 0)
    .sort((a, b) => b.tooSmall - a.tooSmall || b.unknown - a.unknown || (a.id ?? 0) - (b.id ?? 0));
}

function readinessText(
  snapshot: PlanSnapshot, checked: readonly Checked[], { quantity, runs, tooSmall, unknown }: Pick<Readiness, 'quantity' | 'runs' | 'tooSmall' | 'unknown'>,
): string {
  const kinds = new Set(checked.map(({ asset }) => asset.categoryKey));
  const [only] = kinds;
  const kit = kinds.size === 1 && only !== undefined
    ? kitCount(categoryNamed(snapshot.categories, only), null, quantity) : `${formatCount(quantity)} computers`;
  if (runs === quantity) return quantity === 1 ? 'Runs on the only one.' : `Runs on all ${kit}.`;
  const lacking = [...Map.groupBy(checked.filter(({ lacks }) => lacks !== null), ({ lacks }) => lacks)]
    .sort((a, b) => sum(b[1]) - sum(a[1]))
    .map(([lacks, group]) => `${formatCount(sum(group))} ${sum(group) === 1 ? 'has' : 'have'} ${lacks ?? ''}`);
  const notKnown = unknown === 0 ? [] : [`of ${formatCount(unknown)} it is not known`];
  const first = tooSmall + unknown === quantity && runs === 0 ? `Runs on none of ${kit} for certain` : `Runs on ${formatCount(runs)} of ${kit}`;
  return `${first}; ${listOf([...lacking, ...notKnown])}.`;
}
