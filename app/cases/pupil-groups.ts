import {
  deleteDepartment, deleteYearGroup, insertDepartment, insertYearGroup, mergeDepartments, mergeYearGroups, updateDepartment, updateYearGroup,
} from '../../db/repositories/school-lists.ts';
import type { Writer } from '../../db/connection.ts';
import { formatCount } from '../../planning/money.ts';
import type { Asset, PlanSnapshot, YearGroup } from '../../planning/snapshot.ts';
import { foldedName, itemCount, listOf } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Recorded, Session } from '../session.ts';
import { different, given } from './given.ts';

/** Departments and year groups are kept alike: a name, pupils, and what belongs to them. */
type Keeper = {
  readonly one: string;
  readonly list: (snapshot: PlanSnapshot) => readonly YearGroup[];
  readonly groupOf: (asset: Asset) => number | null;
  /** What else belongs to one, in words: titles of software, conversations, needs. */
  readonly more: (snapshot: PlanSnapshot, id: number) => readonly string[];
  readonly insert: (writer: Writer, fields: Omit<YearGroup, 'id'>) => number;
  readonly update: (writer: Writer, id: number, fields: Partial<Omit<YearGroup, 'id'>>) => void;
  readonly merge: (writer: Writer, keepId: number, goIds: readonly number[]) => void;
  readonly remove: (writer: Writer, id: number) => void;
};

/** `2 software titles`, where there are any. */
const counted = (count: number, one: string, several: string): readonly string[] => (count === 0 ? [] : [`${formatCount(count)} ${count === 1 ? one : several}`]);

const DEPARTMENTS: Keeper = {
  one: 'department', list: ({ departments }) => departments, groupOf: ({ departmentId }) => departmentId,
  more: ({ software, analysis: { round, conversations, groups, needs } }, id) => {
    const ofIt = (list: readonly { readonly departmentId: number | null }[]): number => list.filter(({ departmentId }) => departmentId === id).length;
    return [
      counted(software.filter(({ departmentIds }) => departmentIds.includes(id)).length, 'software title', 'software titles'),
      counted(ofIt(round), 'person to be heard', 'people to be heard'), counted(ofIt(conversations), 'conversation', 'conversations'),
      counted(ofIt(groups.flatMap(({ members }) => members)), 'member of a user group', 'members of user groups'),
      counted(needs.filter(({ departmentId, evidence }) => departmentId === id || ofIt(evidence) > 0).length, 'need', 'needs'),
    ].flat();
  },
  insert: insertDepartment, update: updateDepartment, merge: mergeDepartments, remove: deleteDepartment,
};
const YEAR_GROUPS: Keeper = {
  one: 'year group', list: ({ yearGroups }) => yearGroups, groupOf: ({ yearGroupId }) => yearGroupId, more: () => [],
  insert: insertYearGroup, update: updateYearGroup, merge: mergeYearGroups, remove: deleteYearGroup,
};

const requireGroup = (session: Session, { one, list }: Keeper, id: number): YearGroup => {
  const found = list(session.snapshot()).find((group) => group.id === id);
  if (found === undefined) throw new Refusal('not_found', `No ${one} has the number ${id}. It may have been removed.`, { field: 'id' });
  return found;
};

const requireOwnName = (session: Session, { one, list }: Keeper, name: string, id: number | null): void => {
  const twin = list(session.snapshot()).find((group) => group.id !== id && foldedName(group.name) === foldedName(name));
  if (twin !== undefined) throw new Refusal('conflict', `There already is a ${one} called ${twin.name}. Two that are one can be merged.`, { field: 'name' });
};

const add = (session: Session, keeper: Keeper, recorded: Recorded, fields: Omit<YearGroup, 'id'>) => {
  requireOwnName(session, keeper, fields.name, null);
  const { change, value } = session.change(`Add the ${keeper.one} ${fields.name}`, recorded, (writer) => keeper.insert(writer, fields));
  return { change, value: { id: value } };
};

const edit = (session: Session, keeper: Keeper, recorded: Recorded, id: number, set: Partial<Omit<YearGroup, 'id'>>) => {
  const group = requireGroup(session, keeper, id);
  const fields = different(set, group);
  if (fields.name !== undefined) requireOwnName(session, keeper, fields.name, id);
  const renamed = fields.name !== undefined && Object.keys(fields).length === 1;
  const label = renamed ? `Rename ${group.name} to ${fields.name}` : `Change the ${keeper.one} ${group.name}`;
  const { change } = session.change(label, recorded, (writer) => keeper.update(writer, id, fields));
  return { change, value: null };
};

const merge = (session: Session, keeper: Keeper, recorded: Recorded, keepId: number, ids: readonly number[]) => {
  const kept = requireGroup(session, keeper, keepId);
  const others = [...new Set(ids)].filter((id) => id !== keepId).map((id) => requireGroup(session, keeper, id));
  if (others.length === 0) throw new Refusal('invalid_input', `Name another ${keeper.one} that goes into it.`, { field: 'ids' });
  const going = others.map(({ id }) => id);
  const rows = session.snapshot().assets.filter((asset) => going.includes(keeper.groupOf(asset) ?? 0)).length;
  const { change } = session.change(`Merge ${listOf(others.map(({ name }) => name))} into ${kept.name}`, recorded, (writer) => {
    keeper.merge(writer, keepId, going);
    // Pupils of two spellings of one group are the same pupils: the kept one's number stands where it has one.
    const pupils = kept.pupils === null ? others.find((group) => group.pupils !== null)?.pupils : undefined;
    const target = kept.accessTarget === null ? others.find((group) => group.accessTarget !== null)?.accessTarget : undefined;
    keeper.update(writer, keepId, given({ pupils, accessTarget: target }));
  });
  return { change, value: { rows } };
};

const remove = (session: Session, keeper: Keeper, recorded: Recorded, id: number) => {
  const group = requireGroup(session, keeper, id);
  const snapshot = session.snapshot();
  const items = snapshot.assets.filter((asset) => keeper.groupOf(asset) === id).reduce((sum, { quantity }) => sum + quantity, 0);
  const use = [...(items > 0 ? [`${itemCount(items)} of kit`] : []), ...keeper.more(snapshot, id)];
  if (use.length > 0) throw new Refusal('conflict', `${group.name} still has ${listOf(use)}. Move that first, or merge ${group.name} into another ${keeper.one}.`, { field: 'id' });
  const { change } = session.change(`Remove the ${keeper.one} ${group.name}`, recorded, (writer) => keeper.remove(writer, id));
  return { change, value: null };
};

export const pupilGroupHandlers = {
  'departments.add': (session, { role, reason, ...fields }) => add(session, DEPARTMENTS, { role, reason }, fields),
  'departments.edit': (session, { role, reason, id, set }) => edit(session, DEPARTMENTS, { role, reason }, id, given(set)),
  'departments.merge': (session, { role, reason, keepId, ids }) => merge(session, DEPARTMENTS, { role, reason }, keepId, ids),
  'departments.remove': (session, { role, reason, id }) => remove(session, DEPARTMENTS, { role, reason }, id),
  'yearGroups.add': (session, { role, reason, ...fields }) => add(session, YEAR_GROUPS, { role, reason }, fields),
  'yearGroups.edit': (session, { role, reason, id, set }) => edit(session, YEAR_GROUPS, { role, reason }, id, given(set)),
  'yearGroups.merge': (session, { role, reason, keepId, ids }) => merge(session, YEAR_GROUPS, { role, reason }, keepId, ids),
  'yearGroups.remove': (session, { role, reason, id }) => remove(session, YEAR_GROUPS, { role, reason }, id),
} satisfies Partial<Handlers>;
