import { Menu } from '@mantine/core';
import { Check, CircleDashed, Link2, Minus, PencilLine, Trash2 } from 'lucide-react';
import type { Objective } from '../../planning/analysis/development-facts.ts';
import { liveNeedsFor } from '../../planning/analysis/development/checks.ts';
import { actionStanding, actionWords, criteriaWords, ictStanding, nextAction } from '../../planning/analysis/development/standing.ts';
import { objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { StateWord } from '../parts/tag.tsx';
import { movedByKey, RowMenu, type Moves } from './row-menu.tsx';

type ObjectiveRowProps = {
  readonly objective: Objective;
  readonly place: number;
  readonly of: number;
  readonly open: boolean;
  readonly onOpen: (editing?: boolean) => void;
  readonly backTo: (key: string) => void;
};

/** One objective of the ledger: how far it is met, what comes next, what ICT has to do with it. */
export function ObjectiveRow({ objective, place, of, open, onOpen, backTo }: ObjectiveRowProps) {
  const { editable } = usePlan();
  const run = useCommand();
  const { id, number, name, statement, leadRole, state, closedOn } = objective;
  const key = `objective-${id}`;
  const moves: Moves = { place, of, moveTo: (to) => void run('objective.move', { id, to }).then(() => backTo(key)) };
  const rowClass = [open ? 'open' : '', state === 'open' ? '' : 'closed'].filter(Boolean).join(' ');
  return (
    <tr className={rowClass === '' ? undefined : rowClass} data-row={key} aria-current={open ? 'true' : undefined} {...(editable ? { onKeyDown: movedByKey(moves) } : {})}>
      <td className="dev-number">{number}</td>
      <th scope="row" className="dev-what">
        <button type="button" className="row-open" onClick={() => onOpen()}>{name}</button>
        {statement !== null && <small>{statement}</small>}
      </th>
      <td><CriteriaCell objective={objective} /></td>
      <td className="dev-next"><NextCell objective={objective} /></td>
      <td className="spare-column">{leadRole}</td>
      <td>
        {state === 'open' ? <IctCell objective={objective} /> : (
          <StateWord tone="ok" icon={state === 'met' ? <Check className="lucide s" aria-hidden="true" /> : <Minus className="lucide s" aria-hidden="true" />}>
            {state === 'met' ? 'Met' : 'Dropped'}{closedOn === null ? '' : ` ${formatDate(closedOn)}`}
          </StateWord>
        )}
      </td>
      <td className="dev-menu">
        {editable && (
          <RowMenu name={objectiveTitle(objective)} moves={moves}>
            <Menu.Item leftSection={<PencilLine aria-hidden="true" />} onClick={() => onOpen(true)}>Change, or move to another area</Menu.Item>
            <Menu.Divider />
            <Menu.Item leftSection={<Trash2 aria-hidden="true" />} onClick={() => void run('objective.remove', { id })}>Remove<small>Needs linked to it stay, without the link</small></Menu.Item>
          </RowMenu>
        )}
      </td>
    </tr>
  );
}

function CriteriaCell({ objective: { criteria } }: { readonly objective: Objective }) {
  const words = criteriaWords(criteria);
  if (criteria.length === 0) return <span className="q">{words}</span>;
  return criteria.every(({ status }) => status === 'met') ? <StateWord tone="ok">{words}</StateWord> : words;
}

function NextCell({ objective }: { readonly objective: Objective }) {
  const { asOf } = usePlan();
  const action = nextAction(objective);
  if (action === null) return <span className="q">{objective.actions.length === 0 ? 'None yet' : 'All done'}</span>;
  const standing = actionStanding(action, asOf);
  const words = actionWords(action, asOf);
  const late = objective.state === 'open' && (standing === 'overdue' || standing === 'soon');
  return <>{action.text}{late ? <small><StateWord tone={standing === 'overdue' ? 'over' : 'warn'}>{words}</StateWord></small> : <small>{words}</small>}</>;
}

function IctCell({ objective }: { readonly objective: Objective }) {
  const { snapshot: { analysis } } = usePlan();
  switch (ictStanding(analysis, objective)) {
    case 'linked': {
      const count = liveNeedsFor(analysis, objective.id).length;
      return <span className="state"><Link2 className="lucide s" aria-hidden="true" />{formatCount(count)} {count === 1 ? 'need' : 'needs'}</span>;
    }
    case 'none_needed': return <span className="q2">None needed</span>;
    case 'not_said': return <StateWord tone="warn" icon={<CircleDashed className="lucide s" aria-hidden="true" />}>Not said yet</StateWord>;
  }
}
