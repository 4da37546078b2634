import { mergeAssetRows, splitAssetRow, type RowMerge } from '../../db/repositories/asset-parts.ts';
import { updateAssets } from '../../db/repositories/assets.ts';
import type { Writer } from '../../db/connection.ts';
import { formatCount } from '../../planning/money.ts';
import { assetName } from '../../planning/register/field-words.ts';
import { isWhole, MERGE_FIELDS, planMerge, type MergeField, type MergePlan } from '../../planning/register/merge.ts';
import { planSplit, type SplitInto, type SplitPlan } from '../../planning/register/split.ts';
import { linkRefusal } from '../../planning/register/succession.ts';
import { itemCount } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireAssets } from './asset-requests.ts';

type Allowed<Plan> = Extract<Plan, { readonly ok: true }>;

/** How the group is to be taken apart, or the sentence why it cannot. */
export const requireSplit = (session: Session, id: number, into: SplitInto): Allowed<SplitPlan> => {
  const plan = planSplit(session.snapshot(), session.today(), id, into);
  if (!plan.ok) throw new Refusal('invalid_input', plan.sentence, { field: plan.field });
  return plan;
};

/** Writes the parts of a group; answers its rows, the one that stayed first. */
export const writeSplit = (writer: Writer, { rows }: Allowed<SplitPlan>): readonly number[] => {
  let partIds: readonly number[] = [];
  for (const { id, stays, copies } of rows) {
    const own = writerRow(partIds);
    const ids = splitAssetRow(writer, id, own(stays), copies.map(own));
    if (partIds.length === 0) partIds = [id, ...ids];
  }
  return partIds;
};

type Part = Allowed<SplitPlan>['rows'][number]['stays'];
type Own = { readonly tag: string | null; readonly serial: string | null; readonly quantity: number; readonly succeedsAssetId?: number };

/** What a part has of its own; only what was on order for the group is pointed at another row. */
const writerRow = (partIds: readonly number[]) => ({ succeedsPart, ...own }: Part): Own => {
  const succeeds = succeedsPart === null ? undefined : partIds[succeedsPart];
  return succeeds === undefined ? own : { ...own, succeedsAssetId: succeeds };
};

const rowMergeOf = ({ keepId, goIds, quantity, takes, numbersNote }: Allowed<MergePlan>): RowMerge => {
  const fields = Object.entries(takes) as readonly (readonly [MergeField, number | null])[];
  return {
    keepId, goIds, quantity, note: numbersNote === '' ? '' : `Merged from ${numbersNote}`,
    columns: fields.flatMap(([field, from]) => (MERGE_FIELDS[field].length === 0 ? [] : [{ columns: MERGE_FIELDS[field], from }])),
    wholes: fields.flatMap(([field, from]) =>
      (from !== null && isWhole(field) ? [{ whole: field, from }] : [])),
  };
};

const splitWords: Readonly<Record<SplitInto['kind'], (into: SplitInto) => string>> = {
  singles: () => 'into single items',
  groups: (into) => (into.kind === 'groups' ? `: ${formatCount(into.quantity)} taken off` : ''),
  list: (into) => (into.kind === 'list' ? `by a list of ${formatCount(into.items.length)}` : ''),
};

export const registerPartsHandlers = {
  'register.split': (session, { role, reason, id, into }) => {
    const plan = requireSplit(session, id, into);
    const [asset] = requireAssets(session, [id]);
    const label = `Split ${asset === undefined ? 'a group' : `${assetName(asset)} (${itemCount(asset.quantity)})`} ${splitWords[into.kind](into)}`.replace(' :', ':');
    const { value, change } = session.change(label, { role, reason }, (writer) => writeSplit(writer, plan));
    return { change, value: { ids: [...value] } };
  },

  'register.merge': (session, { role, reason, ids, holds }) => {
    const plan = planMerge(session.snapshot(), session.today(), ids, holds);
    if (!plan.ok) throw new Refusal('invalid_input', plan.sentence, { field: plan.field });
    const [kept] = requireAssets(session, [plan.keepId]);
    const label = `Merge ${formatCount(plan.goIds.length + 1)} rows into one group of ${formatCount(plan.quantity)}: ${kept?.description ?? ''}`;
    const { change } = session.change(label, { role, reason }, (writer) => mergeAssetRows(writer, rowMergeOf(plan)));
    return { change, value: { id: plan.keepId, quantity: plan.quantity } };
  },

  'register.link': (session, { role, reason, id, succeedsId }) => {
    const [asset] = requireAssets(session, [id]);
    const name = asset === undefined ? '' : assetName(asset);
    const refusal = succeedsId === null ? null : linkRefusal(session.snapshot().assets, id, succeedsId);
    if (refusal !== null) throw new Refusal('invalid_input', refusal, { field: 'succeedsId' });
    const [before] = succeedsId === null ? [] : requireAssets(session, [succeedsId]);
    const label = before === undefined ? `Say that ${name} replaced nothing` : `Say that ${name} replaced ${assetName(before)}`;
    const { change } = session.change(label, { role, reason }, (writer) => updateAssets(writer, [id], { succeedsAssetId: succeedsId }));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'register.split' | 'register.merge' | 'register.link'>;
