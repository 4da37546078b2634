import { Fragment, useRef } from 'react';
import type { ReactNode } from 'react';
import { areaProblem, numberProblem, priorityProblem } from '../../planning/analysis/development/checks.ts';
import { nextNumber } from '../../planning/analysis/development/numbering.ts';
import type { Outline, OutlineArea, OutlinePriority } from '../../planning/analysis/development/outline.ts';
import { rolesKnown } from '../../planning/analysis/development/roles.ts';
import { startLower, withArticle } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { AreaRow, PriorityRow } from './heading-rows.tsx';
import { ObjectiveRow } from './objective-row.tsx';
import { QuickAdd } from './quick-add.tsx';
import { isAdding, type Adding, type AddingAt } from './use-adding.ts';

type PlanLedgerProps = {
  readonly outline: Outline;
  readonly openId: number | null;
  readonly adding: Adding;
  readonly onOpen: (objectiveId: number, editing?: boolean) => void;
};

/** A row that spans the table, which has a column that gives way where there is no room for it. */
function WholeRow({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  return <tr className={className}><td colSpan={6}>{children}</td><td className="spare-column">{''}</td></tr>;
}

/** The plan as it reads: each area with its priorities and objectives, and a line to type the next one in. */
export function PlanLedger({ outline, openId, adding, onOpen }: PlanLedgerProps) {
  const { editable } = usePlan();
  const { plan, areas } = outline;
  const table = useRef<HTMLTableElement>(null);
  // What was moved by keyboard keeps the focus in its new place.
  const backTo = (key: string): void => table.current?.querySelector<HTMLElement>(`[data-row="${key}"] button`)?.focus();
  return (
    <table className="l dev-plan" ref={table}>
      <caption className="vh">{plan.name}</caption>
      <thead>
        <tr>
          <th scope="col" className="dev-number">No.</th><th scope="col" className="dev-what">{plan.objectiveHeading}</th>
          <th scope="col">Success criteria</th><th scope="col" className="dev-next">Next action</th><th scope="col" className="spare-column">Led by</th>
          <th scope="col">ICT</th><th scope="col"><span className="vh">More</span></th>
        </tr>
      </thead>
      {areas.map((each, place) => (
        <tbody key={each.area.id}>
          <AreaRow outline={outline} area={each.area} place={place} adding={adding} backTo={backTo} />
          <Group outline={outline} area={each} group={each} openId={openId} adding={adding} onOpen={onOpen} backTo={backTo} />
          {each.priorities.map((group, at) => (
            <Fragment key={group.priority.id}>
              <PriorityRow outline={outline} area={each} priority={group.priority} place={at} backTo={backTo} />
              <Group outline={outline} area={each} group={group} openId={openId} adding={adding} onOpen={onOpen} backTo={backTo} />
            </Fragment>
          ))}
          <AddPriority area={each} heading={plan.priorityHeading} adding={adding} />
        </tbody>
      ))}
      {editable && <tbody><AddArea outline={outline} adding={adding} /></tbody>}
    </table>
  );
}

type GroupProps = PlanLedgerProps & { readonly area: OutlineArea; readonly group: OutlineArea | OutlinePriority; readonly backTo: (key: string) => void };

/** The objectives of an area or a priority, and the line for the next. */
function Group({ outline, area, group, openId, adding, onOpen, backTo }: GroupProps) {
  const { snapshot: { analysis }, editable } = usePlan();
  const run = useCommand();
  const areaId = area.area.id;
  const priorityId = 'priority' in group ? group.priority.id : null;
  const at: AddingAt = { what: 'objective', areaId, priorityId };
  const what = startLower(outline.plan.objectiveHeading);
  // An area with priorities takes its objectives through them, unless it has some of its own.
  const offered = priorityId !== null || area.priorities.length === 0 || area.objectives.length > 0;
  const below = priorityId === null ? area.area.name : 'priority' in group ? group.priority.name : '';
  return (
    <>
      {group.objectives.map((objective, place) => (
        <ObjectiveRow
          key={objective.id} objective={objective} place={place} of={group.objectives.length} open={openId === objective.id}
          onOpen={(editing) => onOpen(objective.id, editing)} backTo={backTo}
        />
      ))}
      {editable && isAdding(adding, at) && (
        <WholeRow className="dev-adding">
          <QuickAdd
            what={what} nameLabel={`${outline.plan.objectiveHeading}, in a few words`} suggest={(sent) => nextNumber(outline, group, sent)} roles={rolesKnown(analysis)}
            problemOf={({ number }) => numberProblem(analysis, outline.plan.id, number, null)}
            onAdd={async (values) => await run('objective.add', { areaId, priorityId, ...values }) !== null} onClose={adding.close}
          />
        </WholeRow>
      )}
      {editable && offered && !isAdding(adding, at) && (
        <WholeRow className="dev-add">
          <AddLink what={what} to={below} onClick={() => adding.open(at)} />
          {area.priorities.at(-1)?.priority.id === (priorityId ?? undefined) && <AddLink what={startLower(outline.plan.priorityHeading)} to={area.area.name} onClick={() => adding.open({ what: 'priority', areaId })} />}
        </WholeRow>
      )}
    </>
  );
}

type AddLinkProps = { readonly what: string; readonly to: string; readonly onClick: () => void };

const AddLink = ({ what, to, onClick }: AddLinkProps) => <Button variant="link" small onClick={onClick}>Add {withArticle(what)}<span className="vh"> to {to}</span></Button>;

function AddPriority({ area: { area }, heading, adding }: { readonly area: OutlineArea; readonly heading: string; readonly adding: Adding }) {
  const { snapshot: { analysis }, editable } = usePlan();
  const run = useCommand();
  if (!editable || !isAdding(adding, { what: 'priority', areaId: area.id })) return null;
  return (
    <WholeRow className="dev-adding">
      <QuickAdd
        what={startLower(heading)} nameLabel={heading} suggest={() => ''} roles={null} problemOf={({ number }) => priorityProblem(analysis, area.id, number, null)}
        onAdd={async ({ number, name }) => await run('priority.add', { areaId: area.id, number, name }) !== null} onClose={adding.close}
      />
    </WholeRow>
  );
}

function AddArea({ outline: { plan }, adding }: { readonly outline: Outline; readonly adding: Adding }) {
  const { snapshot: { analysis } } = usePlan();
  const run = useCommand();
  const what = startLower(plan.areaHeading);
  if (!isAdding(adding, { what: 'area' })) {
    return <WholeRow className="dev-add dev-last"><Button small onClick={() => adding.open({ what: 'area' })}>Add {withArticle(what)}</Button></WholeRow>;
  }
  return (
    <WholeRow className="dev-adding">
      <QuickAdd
        what={what} nameLabel={plan.areaHeading} suggest={null} roles={null} problemOf={({ name }) => areaProblem(analysis, plan.id, name, null)}
        onAdd={async ({ name }) => await run('area.add', { planId: plan.id, name }) !== null} onClose={adding.close}
      />
    </WholeRow>
  );
}
