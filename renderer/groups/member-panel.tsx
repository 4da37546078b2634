import { useState } from 'react';
import type { FormEvent } from 'react';
import type { GroupMember, PeopleGroup } from '../../planning/analysis/facts.ts';
import { useCommand } from '../lib/commands.tsx';
import { Button } from '../parts/button.tsx';
import { NOBODY_TYPED, PersonFields, readPerson, roleProblem, typedPerson } from '../parts/person-fields.tsx';
import { SidePanel } from '../parts/side-panel.tsx';

type MemberPanelProps = { readonly group: PeopleGroup; /** Null adds one. */ readonly member: GroupMember | null; readonly onClose: () => void };

/** Somebody is put into a group, as a role. */
export function MemberPanel({ group, member, onClose }: MemberPanelProps) {
  const run = useCommand();
  const [typed, setTyped] = useState(member === null ? NOBODY_TYPED : typedPerson(member));
  const [asked, setAsked] = useState(false);
  const problem = roleProblem(typed);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (problem !== null) return;
    const done = member === null ? await run('group.addMember', { groupId: group.id, person: readPerson(typed) }) : await run('group.editMember', { id: member.id, set: readPerson(typed) });
    if (done !== null) onClose();
  };
  const remove = async (id: number): Promise<void> => {
    if (await run('group.removeMember', { id }) !== null) onClose();
  };
  return (
    <SidePanel title={member === null ? 'Add a member' : 'Change a member'} above={group.name} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="fields"><PersonFields typed={typed} problem={asked ? problem : null} onTyped={setTyped} /></div>
        <div className="acts">
          {member !== null && <Button onClick={() => void remove(member.id)}>Take out of the group</Button>}
          <Button variant="filled" type="submit">{member === null ? 'Add the member' : 'Change the member'}</Button>
        </div>
      </form>
    </SidePanel>
  );
}
