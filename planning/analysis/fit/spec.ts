import type { PlanContext } from '../../context.ts';
import { candidates, makerEnd } from '../../refresh/due.ts';
import { NO_POLICY, policyFor } from '../../policies.ts';
import { modelTitle } from '../../register/field-words.ts';
import type { Asset, AssetModel } from '../../snapshot.ts';
import { systemNamed, type NamedSystem } from '../../support/system-name.ts';
import type { IsoDate } from '../../vocabulary.ts';

/** What one computer is, as far as anybody knows. */
export type Spec = {
  readonly categoryKey: string;
  readonly modelId: number | null;
  /** Its model, or the register's words for it. */
  readonly name: string;
  readonly memoryGb: number | null;
  /** True where it has `memoryGb` or more: more was fitted and nobody has said how much it has now, or had before. */
  readonly memoryRaised: boolean;
  readonly cores: number | null;
  readonly storageGb: number | null;
  readonly system: NamedSystem | null;
  readonly systemWords: string | null;
  /** New kit comes with the system of its day: new enough for whatever is asked of its family. */
  readonly systemNew: boolean;
  /** Whether it can be moved on to a newer system as it is. */
  readonly canMove: boolean;
  /** The last day of security updates, with what was decided to be paid for; null where it can move on, or nobody knows. */
  readonly systemEnd: IsoDate | null;
  readonly makerEnd: IsoDate | null;
};

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  one: 1, single: 1, two: 2, dual: 2, three: 3, four: 4, quad: 4, six: 6, eight: 8, ten: 10, twelve: 12, fourteen: 14, sixteen: 16,
};

/** Cores of a model: its own figure, else what the words for its processor say: "Six cores", "8-core", "quad core". */
export function coresOf(model: Pick<AssetModel, 'cores' | 'processor'> | null): number | null {
  if (model === null || model.cores !== null) return model?.cores ?? null;
  const [, said = ''] = /\b(\d{1,3}|[a-z]+)[\s-]*cores?\b/iu.exec(model.processor ?? '') ?? [];
  const cores = /^\d/.test(said) ? Number(said) : NUMBER_WORDS[said.toLowerCase()] ?? 0;
  return cores >= 1 && cores <= 512 ? cores : null;
}

/** What an upgrade is said to bring the memory to: "memory to 16 GB". Null where its words do not say. */
export function memoryBrought(what: string): number | null {
  const [, said = ''] = /\b(\d{1,5})\s*gb\b/iu.exec(what) ?? [];
  return said === '' ? null : Number(said);
}

/** Whether an upgrade is one of memory. */
export const isMemory = (what: string): boolean => /\bmemory\b|\bram\b/iu.test(what) || memoryBrought(what) !== null;

/** With more memory fitted: to the gigabytes said, or to some that nobody has said. Never less than there was, also of what nobody has said. */
export function withMemory(spec: Spec, to: number | null): Spec {
  if (to === null) return { ...spec, memoryRaised: true };
  return { ...spec, memoryGb: Math.max(to, spec.memoryGb ?? 0), memoryRaised: spec.memoryRaised || spec.memoryGb === null };
}

export const withStorage = (spec: Spec, to: number | null): Spec =>
  (to === null ? spec : { ...spec, storageGb: Math.max(to, spec.storageGb ?? 0) });

/** What a row of the register is today. */
export function specOf(context: PlanContext, asset: Asset): Spec {
  const model = context.model(asset.modelId);
  const policy = policyFor(asset, context.snapshot.policies) ?? NO_POLICY;
  const limits = candidates(asset, policy, model, policy.lifeMonths, context.decisionOf(asset.id), context.asOfMonth);
  const end = (factor: 'os_end' | 'vendor_support_end'): IsoDate | null => limits.find((limit) => limit.factor === factor)?.date ?? null;
  const spec: Spec = {
    ...measured(model), categoryKey: asset.categoryKey, modelId: asset.modelId, name: model === null ? asset.description : modelTitle(model),
    system: systemNamed(asset.osName), systemWords: asset.osName, systemNew: false, canMove: asset.osCanMove,
    systemEnd: end('os_end'), makerEnd: end('vendor_support_end') ?? makerEnd(asset, model),
  };
  const upgrade = policy.upgrade;
  return asset.upgradeDoneOn !== null && upgrade !== null && isMemory(upgrade.what) ? withMemory(spec, memoryBrought(upgrade.what)) : spec;
}

const measured = (model: AssetModel | null): Pick<Spec, 'memoryGb' | 'memoryRaised' | 'cores' | 'storageGb'> =>
  ({ memoryGb: model?.memoryGb ?? null, memoryRaised: false, cores: coresOf(model), storageGb: model?.storageGb ?? null });

/** What is bought in the place of something: the model that follows, with the system of its day. */
export function specOfNew(context: PlanContext, model: AssetModel | null, categoryKey: string, before: Spec | null): Spec {
  const same = before !== null && (model === null || model.id === before.modelId);
  const system = (same ? null : systemOfModel(context, model)) ?? before?.system ?? null;
  return {
    ...measured(model), categoryKey, modelId: model?.id ?? null, name: model === null ? before?.name ?? 'A new computer' : modelTitle(model),
    system: system === null ? null : { product: system.product, version: [] }, systemWords: null, systemNew: system !== null,
    canMove: true, systemEnd: null, makerEnd: model?.vendorSupportEnd ?? null,
  };
}

const familiesByPlan = new WeakMap<PlanContext, ReadonlyMap<number, NamedSystem>>();

/** Which family of systems a model comes with: what other kit of it runs, or what its name says. */
function systemOfModel(context: PlanContext, model: AssetModel | null): NamedSystem | null {
  if (model === null) return null;
  let families = familiesByPlan.get(context);
  if (families === undefined) familiesByPlan.set(context, families = familiesOf(context.snapshot.assets));
  const running = families.get(model.id);
  if (running !== undefined) return running;
  return /\b(?:i?mac|macbook)\b/iu.test(modelTitle(model)) ? { product: 'macos', version: [] } : null;
}

/** What kit of each model runs, as the first row of it that says so has it. */
function familiesOf(assets: readonly Asset[]): ReadonlyMap<number, NamedSystem> {
  const families = new Map<number, NamedSystem>();
  for (const { modelId, osName } of assets) {
    if (modelId === null || osName === null || families.has(modelId)) continue;
    const system = systemNamed(osName);
    if (system !== null) families.set(modelId, system);
  }
  return families;
}
