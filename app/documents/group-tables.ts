import { needRef } from '../../planning/analysis/needs/refs.ts';
import { CONVERSATION_ROLE_WORDS, IDEA_FATE_WORDS } from '../../planning/analysis/vocabulary.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { TableColumn, TableDocument } from './table-document.ts';

const text = (heading: string, width: number): TableColumn => ({ heading, kind: 'text', width });

const IDEA_COLUMNS: readonly TableColumn[] = [
  text('User group', 26), { heading: 'Raised on', kind: 'date', width: 13 }, text('Idea', 60), text('What became of it', 20), text('Because', 50), text('Need', 8), text('What the need is', 30),
];

/** Every idea of every group with its fate and the need it became. */
export const ideasTable = ({ analysis: { groups, needs }, school }: PlanSnapshot, asOf: IsoDate): TableDocument => ({
  title: 'Ideas of user groups', sheet: 'Ideas', school: school.name, asOf, columns: IDEA_COLUMNS,
  rows: groups.flatMap(({ name, ideas }) => ideas.map(({ raisedOn, text: idea, fate, because, needId }) => {
    const need = needs.find(({ id }) => id === needId);
    return [name, raisedOn, idea, IDEA_FATE_WORDS[fate], because, need === undefined ? null : needRef(need.number), need?.name ?? null];
  })),
});

const MEMBER_COLUMNS: readonly TableColumn[] = [text('User group', 26), text('Kind of person', 20), text('Role', 26), text('Department', 22)];

/** Every member of every group, as roles. */
export const membersTable = ({ analysis: { groups }, departments, school }: PlanSnapshot, asOf: IsoDate): TableDocument => ({
  title: 'Members of user groups', sheet: 'Members', school: school.name, asOf, columns: MEMBER_COLUMNS,
  rows: groups.flatMap(({ name, members }) => members.map(({ kind, role, departmentId }) =>
    [name, CONVERSATION_ROLE_WORDS[kind], role, departments.find(({ id }) => id === departmentId)?.name ?? null])),
});
