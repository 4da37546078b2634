import { formatLongDate } from '../../calendar.ts';
import { priceYearOf, type PlanContext } from '../../context.ts';
import { formatCount, formatExact } from '../../money.ts';
import { policyFor } from '../../policies.ts';
import { upgradeBasis, type PriceBasis } from '../../price.ts';
import type { PlanChange } from '../../scenarios/change.ts';
import type { RefreshPolicy } from '../../snapshot.ts';
import type { Pence } from '../../vocabulary.ts';
import { judge } from './judge.ts';
import { lookedAt } from './planned-kit.ts';
import { isMemory, withMemory } from './spec.ts';
import { gigabytes, thresholdOf } from './subject.ts';
import type { Lacking, Way } from './ways.ts';

/** More memory, where that is all that is lacking: fitted for it, or what the plan fits anyway made large enough. */
export function memoryWays(lacking: Lacking): readonly Way[] {
  const { subject: { requirements }, kit: { context }, groups, asked } = lacking;
  const memory = thresholdOf(requirements.needsMemoryGb, requirements.leastMemoryGb);
  if (memory === null) return [];
  const { day } = lookedAt(context, asked.yearIndex);
  const then = groups.map((group) => ({ group, after: group.spec.memoryGb === null ? 'unknown' : judge(withMemory(group.spec, memory.well), requirements, day).answer }));
  if (then.some(({ after }) => after === 'no' || after === 'unknown')) return [];
  // Kit that is slow for something else, and has memory enough, is left alone.
  const short = then.filter(({ group, after }) => after !== group.judgement.answer).map(({ group }) => group);
  const makes = then.every(({ after }) => after === 'runs') ? 'runs' : 'slow';
  if (short.length === 0 || (makes === 'slow' && lacking.answer === 'slow')) return [];
  const meant = only(lacking, short);
  return short.every(({ spec }) => spec.memoryRaised) ? plannedUpgrade(meant, memory.well, makes) : [fitted(meant, memory.well, makes)];
}

/** The same with some of the groups alone. */
function only(lacking: Lacking, groups: Lacking['groups']): Lacking {
  if (groups.length === lacking.groups.length) return lacking;
  const items = groups.reduce((sum, group) => sum + group.items, 0);
  return { ...lacking, groups, items, words: `${formatCount(items)} of ${lacking.words}` };
}

/** Memory at the price that the plan knows for it, in the year it is needed: the policy's own, else that of another kind of kit. */
function fitted(lacking: Lacking, to: number, makes: Way['makes']): Way {
  const { kit: { context }, groups, words, year, place, items } = lacking;
  const month = Math.max(context.asOfMonth, context.years[lacking.asked.yearIndex]?.firstMonth ?? 0);
  const found = groups.map((group) => ({ group, price: memoryPrice(lacking, group.assetIds[0] ?? null, group.spec.categoryKey) }));
  const parts = found.map(({ group, price }): Pence | null => {
    const each = price === null ? null : context.prices.priceIn(price.basis, context.prices.seriesFor(group.spec.categoryKey), priceYearOf(context, month));
    return each === null ? null : each * group.items;
  });
  const costPence = parts.reduce<Pence | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
  const [first] = found;
  return {
    kind: 'memory', words: `Fit ${words} with memory to ${gigabytes(to)}`, changes: [], costPence, makes,
    steps: [
      `${words} in ${place} lack memory above all: with ${gigabytes(to)} it runs${makes === 'slow' ? ' slowly' : ''}.`,
      first?.price === null || first === undefined ? 'The plan knows no price of more memory: ask for one, and write it down as the mid-life upgrade of a policy.'
        : `A memory upgrade costs ${formatExact(first.price.basis.unitPence)} as of ${formatLongDate(first.price.basis.priceDate)}, says ${first.price.own ? 'the policy of this kit' : 'the policy of other kit'}; ask whether that is for ${gigabytes(to)}.`,
      ...(costPence === null ? [] : [`With the rise of prices up to ${year}, ${formatCount(items)} come to ${formatExact(costPence)}.`]),
      'It is no change that can be tried as a what-if: write it down as a cost of an option, with the memory that it brings.',
    ].map((text) => ({ text })),
  };
}

type MemoryPrice = { readonly basis: PriceBasis; readonly own: boolean };

function memoryPrice({ snapshot, kit: { context } }: Lacking, assetId: number | null, categoryKey: string): MemoryPrice | null {
  const asset = snapshot.assets.find(({ id }) => id === assetId);
  const own = asset === undefined ? null : policyFor(asset, snapshot.policies);
  const priced = own === null ? null : basisIn(context, own);
  if (priced !== null) return { basis: priced, own: true };
  const others = snapshot.policies.toSorted((a, b) => Number(b.categoryKey === categoryKey) - Number(a.categoryKey === categoryKey) || a.id - b.id);
  for (const policy of others) {
    const basis = basisIn(context, policy);
    if (basis !== null) return { basis, own: false };
  }
  return null;
}

const basisIn = (context: PlanContext, policy: RefreshPolicy): PriceBasis | null =>
  (policy.upgrade === null || !isMemory(policy.upgrade.what) ? null : upgradeBasis(policy.upgrade, policy, context.asOf, context.schoolStartMonth));

/** What the plan fits anyway, said to bring what is needed: at the price that it has. */
function plannedUpgrade({ snapshot, groups, words }: Lacking, to: number, makes: Way['makes']): readonly Way[] {
  const ids = new Set(groups.flatMap(({ assetIds }) => assetIds));
  const policies = new Set(snapshot.assets.filter(({ id }) => ids.has(id)).flatMap((asset) => policyFor(asset, snapshot.policies) ?? []));
  const changes = [...policies].flatMap(({ categoryKey, userGroup, modelId, assetId, upgrade }): PlanChange[] => (upgrade === null ? [] : [{
    kind: 'policy', categoryKey, userGroup, ...(modelId === null ? {} : { modelId }), ...(assetId === null ? {} : { assetId }),
    set: { upgrade: { ...upgrade, what: `memory to ${gigabytes(to)}` } },
  }]));
  if (changes.length === 0) return [];
  return [{
    kind: 'memory', words: `Have the memory that the plan fits to ${words} bring ${gigabytes(to)}`, changes, costPence: 0, makes,
    steps: [
      'The policy fits more memory to this kit and does not say how much it has then.',
      `Said to be to ${gigabytes(to)}, it is enough. The price stays the one that the policy has; where that is for less memory, change it there.`,
    ].map((text) => ({ text })),
  }];
}
