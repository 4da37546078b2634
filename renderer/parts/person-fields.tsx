import { useId } from 'react';
import type { Person } from '../../planning/analysis/people-words.ts';
import { CONVERSATION_ROLE_WORDS, CONVERSATION_ROLES, type ConversationRole } from '../../planning/analysis/vocabulary.ts';
import { usePlan } from '../lib/plan.tsx';
import { SelectField, TextField } from './field.tsx';
import { NameList } from './name-list.tsx';

/** Somebody as typed in a form: the department by its number as text, empty for none. */
export type TypedPerson = { readonly kind: ConversationRole; readonly role: string; readonly department: string };

export const NOBODY_TYPED: TypedPerson = { kind: 'subject_lead', role: CONVERSATION_ROLE_WORDS.subject_lead, department: '' };

export const typedPerson = ({ kind, role, departmentId }: Person): TypedPerson => ({ kind, role, department: departmentId === null ? '' : String(departmentId) });

export const readPerson = ({ kind, role, department }: TypedPerson): Person => ({ kind, role: role.trim(), departmentId: department === '' ? null : Number(department) });

/** What is wrong with the role, in words; null where it can be used. */
export const roleProblem = ({ role }: TypedPerson): string | null => (role.trim() === '' ? 'Say who, as a role such as SENDCo.' : null);

/** The role that comes with a kind of person, until somebody types another. */
const usualRole = (kind: ConversationRole): string => (kind === 'other' ? '' : CONVERSATION_ROLE_WORDS[kind]);

type PersonFieldsProps = {
  readonly typed: TypedPerson;
  readonly onTyped: (typed: TypedPerson) => void;
  /** What is wrong with the role, once the form was sent. */
  readonly problem: string | null;
};

/** Who somebody is: the kind of person, the role (never a name) and the department. */
export function PersonFields({ typed, onTyped, problem }: PersonFieldsProps) {
  const { snapshot: { analysis, departments } } = usePlan();
  const listId = useId();
  const roles = new Set([...analysis.round, ...analysis.conversations, ...analysis.groups.flatMap(({ members }) => members)].map(({ role }) => role));
  const chooseKind = (kind: ConversationRole): void =>
    onTyped({ ...typed, kind, role: typed.role.trim() === usualRole(typed.kind) || typed.role.trim() === '' ? usualRole(kind) : typed.role });
  return (
    <>
      <SelectField
        label="Kind of person" value={typed.kind} options={CONVERSATION_ROLES.map((kind) => ({ value: kind, label: CONVERSATION_ROLE_WORDS[kind] }))}
        onChange={(event) => chooseKind(CONVERSATION_ROLES.find((kind) => kind === event.currentTarget.value) ?? 'other')}
      />
      <SelectField
        label="Department" value={typed.department}
        options={[{ value: '', label: 'Whole school' }, ...departments.map(({ id, name }) => ({ value: String(id), label: name }))]}
        onChange={(event) => onTyped({ ...typed, department: event.currentTarget.value })}
      />
      <div className="wide">
        <TextField
          label="Role, not a name" maxLength={120} list={listId} placeholder="like SENDCo" value={typed.role} problem={problem}
          onChange={(event) => onTyped({ ...typed, role: event.currentTarget.value })}
        />
        <NameList id={listId} names={[...roles].toSorted()} />
      </div>
    </>
  );
}
