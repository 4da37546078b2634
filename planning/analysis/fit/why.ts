import { formatLongDate, formatMonth } from '../../calendar.ts';
import { categoryNamed } from '../../categories.ts';
import { formatCount } from '../../money.ts';
import type { WhyStep } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import { kitCount, startUpper } from '../../words.ts';
import type { FitCell, FitReport, FitRow, JudgedGroup } from './check.ts';
import { FIT_WORDS } from './judge.ts';
import { alikeTogether } from './planned-kit.ts';
import { coresOf, isMemory } from './spec.ts';
import { kindsFor, requirementWords } from './subject.ts';
import { policyFor } from '../../policies.ts';

/** Why a room has its answer in a year: the rule, what is asked for, each kind of kit there with how it came and how it stands, and what follows for the room. */
export function fitSteps(snapshot: PlanSnapshot, { subject, years }: FitReport, row: FitRow, yearIndex: number): readonly WhyStep[] {
  const year = years[yearIndex];
  const cell = row.cells[yearIndex];
  if (year === undefined || cell === undefined) return [];
  const kinds = kindsFor(subject.requirements).map((key) => categoryNamed(snapshot.categories, key).plural);
  return [
    `${subject.name} needs ${requirementWords(subject.requirements) ?? 'nothing that can be compared'}. ${startUpper(kinds.join(' and '))} are looked at.`,
    `A year is answered as things stand on its last day, ${formatLongDate(year.end)}: all that the plan buys, fits and takes away by then has happened.`,
    ...(cell.items === 0 ? [cell.reason] : alikeTogether(cell.groups).toSorted((a, b) => b.items - a.items).flatMap((group) => groupSteps(snapshot, group))),
    ...(cell.items < 2 ? [] : [roomStep(cell)]),
    ...(cell.from === null ? [] : [`That is so from ${formatMonth(cell.from)}.`]),
  ].map((text) => ({ text }));
}

function groupSteps(snapshot: PlanSnapshot, group: JudgedGroup): readonly string[] {
  const { items, spec, judgement } = group;
  const kit = kitCount(categoryNamed(snapshot.categories, spec.categoryKey), null, items);
  const checks = judgement.checks.map(({ words }) => words);
  const model = snapshot.models.find(({ id }) => id === spec.modelId) ?? null;
  return [
    `${kit}: ${spec.name}, ${cameWords(snapshot, group)}. ${checks.length === 0 ? 'Nothing asked for is lacking' : startUpper(checks.join('; '))}. ${startUpper(verdictWords(judgement.answer))}.`,
    ...(spec.modelId === null && spec.memoryGb === null ? [`Of ${spec.name} no model is named, so nobody knows what it has inside.`] : []),
    ...(model !== null && model.cores === null && coresOf(model) !== null && judgement.checks.some(({ about }) => about === 'cores')
      ? [`The cores of ${spec.name} are read from the words for its processor, “${model.processor ?? ''}”.`] : []),
  ];
}

const verdictWords = (answer: JudgedGroup['judgement']['answer']): string =>
  ({ runs: 'it runs', slow: 'it runs slowly', no: 'it does not run', unknown: 'whether it runs is not known' })[answer];

/** How kit came to be there. */
function cameWords(snapshot: PlanSnapshot, { origin, since, broughtBy, spec, assetIds }: JudgedGroup): string {
  const when = since === null ? '' : since.first === since.last ? ` in ${formatMonth(since.first)}` : ` from ${formatMonth(since.first)} to ${formatMonth(since.last)}`;
  switch (origin) {
    case 'today': return 'there today and not replaced by then';
    case 'order': return `on order, expected${when}`;
    case 'need': return `brought by ${broughtBy ?? 'a need'}${when}`;
    case 'upgrade': return broughtBy === null ? `with the ${upgradeWords(snapshot, assetIds)} that the policy fits${when}` : `with what ${broughtBy} fits${when}`;
    case 'replacement': {
      const like = snapshot.assets.filter(({ id }) => assetIds.includes(id)).every(({ modelId }) => modelId === spec.modelId);
      return `bought${when} to replace what is there today${like ? ': the policy names no other model, so like is bought for like' : ', the model that the policy names'}`;
    }
  }
}

const upgradeWords = (snapshot: PlanSnapshot, assetIds: readonly number[]): string => {
  const asset = snapshot.assets.find(({ id }) => assetIds.includes(id));
  const what = asset === undefined ? undefined : policyFor(asset, snapshot.policies)?.upgrade?.what;
  return what === undefined || !isMemory(what) ? 'memory' : what;
};

function roomStep({ words, answer, counts, items }: FitCell): string {
  const mixed = Math.max(counts.runs, counts.slow, counts.no, counts.unknown) < items;
  if (!mixed) return `All ${formatCount(items)} stand alike: ${FIT_WORDS[answer].toLowerCase()}.`;
  const rule = counts.runs + counts.slow === items ? 'A room is as slow as the slowest in it'
    : answer === 'slow' ? 'On more than half of the room it runs, so the room counts as slow' : 'It runs on no more than half of the room, so the room counts as its worst';
  return `${words}. ${rule}.`;
}
