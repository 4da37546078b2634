import { Menu } from '@mantine/core';
import { ListPlus, PencilLine, Target, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Area, Priority } from '../../planning/analysis/development-facts.ts';
import { priorityTitle, type Outline, type OutlineArea } from '../../planning/analysis/development/outline.ts';
import { startLower } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { AreaForm, PriorityForm } from './heading-forms.tsx';
import { movedByKey, RowMenu, type Moves } from './row-menu.tsx';
import type { Adding } from './use-adding.ts';

type AreaRowProps = { readonly outline: Outline; readonly area: Area; readonly place: number; readonly adding: Adding; readonly backTo: (key: string) => void };

/** The head of an area. */
export function AreaRow({ outline: { plan, areas }, area, place, adding, backTo }: AreaRowProps) {
  const { editable } = usePlan();
  const run = useCommand();
  const [renaming, setRenaming] = useState(false);
  const key = `area-${area.id}`;
  const done = (): void => {
    setRenaming(false);
    requestAnimationFrame(() => backTo(key));
  };
  const moves: Moves = { place, of: areas.length, moveTo: (to) => void run('area.move', { id: area.id, to }).then(() => backTo(key)) };
  return (
    <tr className="dev-area" data-row={key} {...(editable ? { onKeyDown: movedByKey(moves) } : {})}>
      <th scope="rowgroup" colSpan={5}>{renaming ? <AreaForm area={area} heading={plan.areaHeading} onDone={done} /> : area.name}</th>
      <td className="spare-column">{''}</td>
      <td className="dev-menu">
        {editable && (
          <RowMenu name={area.name} moves={moves}>
            <Menu.Item leftSection={<Target aria-hidden="true" />} onClick={() => adding.open({ what: 'objective', areaId: area.id, priorityId: null })}>Add to it: {startLower(plan.objectiveHeading)}</Menu.Item>
            <Menu.Item leftSection={<ListPlus aria-hidden="true" />} onClick={() => adding.open({ what: 'priority', areaId: area.id })}>Add to it: {startLower(plan.priorityHeading)}</Menu.Item>
            <Menu.Item leftSection={<PencilLine aria-hidden="true" />} onClick={() => setRenaming(true)}>Rename</Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<Trash2 aria-hidden="true" />} onClick={() => void run('area.remove', { id: area.id })}>Remove<small>With all that is in it</small></Menu.Item>
          </RowMenu>
        )}
      </td>
    </tr>
  );
}

type PriorityRowProps = { readonly outline: Outline; readonly area: OutlineArea; readonly priority: Priority; readonly place: number; readonly backTo: (key: string) => void };

/** The head of a priority, with why it is one. */
export function PriorityRow({ outline: { plan, areas }, area, priority, place, backTo }: PriorityRowProps) {
  const { editable } = usePlan();
  const run = useCommand();
  const [editing, setEditing] = useState(false);
  const key = `priority-${priority.id}`;
  const done = (): void => {
    setEditing(false);
    requestAnimationFrame(() => backTo(key));
  };
  const moves: Moves = { place, of: area.priorities.length, moveTo: (to) => void run('priority.move', { id: priority.id, to }).then(() => backTo(key)) };
  const others = areas.filter((each) => each.area.id !== area.area.id);
  return (
    <tr className="dev-priority" data-row={key} {...(editable ? { onKeyDown: movedByKey(moves) } : {})}>
      <th scope="rowgroup" colSpan={5}>
        {editing ? <PriorityForm priority={priority} heading={plan.priorityHeading} onDone={done} /> : (
          <>
            {priorityTitle(priority)}
            {priority.rationale !== null && <small>{priority.rationale}</small>}
            {priority.ownerRole !== null && <small>Kept by {priority.ownerRole}</small>}
          </>
        )}
      </th>
      <td className="spare-column">{''}</td>
      <td className="dev-menu">
        {editable && (
          <RowMenu name={priorityTitle(priority)} moves={moves}>
            <Menu.Item leftSection={<PencilLine aria-hidden="true" />} onClick={() => setEditing(true)}>Change<small>Its number, name, reason and who keeps it</small></Menu.Item>
            {others.length > 0 && <Menu.Label>Move it with what is in it to</Menu.Label>}
            {others.map((each) => <Menu.Item key={each.area.id} onClick={() => void run('priority.move', { id: priority.id, areaId: each.area.id })}>{each.area.name}</Menu.Item>)}
            <Menu.Divider />
            <Menu.Item leftSection={<Trash2 aria-hidden="true" />} onClick={() => void run('priority.remove', { id: priority.id })}>Remove<small>What is in it stays in {area.area.name}</small></Menu.Item>
          </RowMenu>
        )}
      </td>
    </tr>
  );
}
