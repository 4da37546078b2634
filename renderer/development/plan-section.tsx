import { Menu } from '@mantine/core';
import { ChevronDown, FilePlus2, ListPlus, PencilLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { DevelopmentPlan } from '../../planning/analysis/development-facts.ts';
import type { Outline } from '../../planning/analysis/development/outline.ts';
import { planYearsWords } from '../../planning/analysis/development/paper.ts';
import { STARTING_SETS, type StartingSetKey } from '../../planning/analysis/development/starting-sets.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { PlanForm } from './plan-form.tsx';
import { PlanLedger } from './plan-ledger.tsx';
import { StartingSetField } from './starting-set-field.tsx';
import type { Adding } from './use-adding.ts';

type PlanSectionProps = {
  readonly outline: Outline;
  readonly plans: readonly DevelopmentPlan[];
  readonly openId: number | null;
  readonly adding: Adding;
  readonly onChoose: (planId: number) => void;
  readonly onOpen: (objectiveId: number, editing?: boolean) => void;
  /** Starts another plan beside this one. */
  readonly onStart: () => void;
};

/** A development plan with its years, and the others that the school keeps. */
export function PlanSection({ outline, plans, openId, adding, onChoose, onOpen, onStart }: PlanSectionProps) {
  const { editable } = usePlan();
  const run = useCommand();
  const [dialog, setDialog] = useState<'edit' | 'areas' | null>(null);
  const { plan } = outline;
  const owner = plan.ownerRole === null ? '' : `, kept by ${plan.ownerRole}`;
  return (
    <Section
      title={plan.name} aside={`${planYearsWords(plan)}${owner}`}
      link={(
        <>
          {plans.length > 1 && (
            <span className="dev-choose">
              <SelectField
                small hideLabel label="Which development plan" value={String(plan.id)} onChange={(event) => onChoose(Number(event.target.value))}
                options={plans.map((each) => ({ value: String(each.id), label: `${each.name}, ${each.startsOn.slice(0, 4)} to ${each.endsOn.slice(0, 4)}` }))}
              />
            </span>
          )}
          {editable && (
            <Menu position="bottom-end" width={260} transitionProps={{ duration: 80 }}>
              <Menu.Target><Button small>The plan<ChevronDown className="lucide s" aria-hidden="true" /></Button></Menu.Target>
              <Menu.Dropdown>
                <Menu.Item leftSection={<PencilLine aria-hidden="true" />} onClick={() => setDialog('edit')}>Change the plan<small>Its name, years and words for areas</small></Menu.Item>
                <Menu.Item leftSection={<ListPlus aria-hidden="true" />} onClick={() => setDialog('areas')}>Add the areas of an inspectorate</Menu.Item>
                <Menu.Item leftSection={<FilePlus2 aria-hidden="true" />} onClick={onStart}>Start another plan<small>This one stays to be read</small></Menu.Item>
                <Menu.Divider />
                <Menu.Item leftSection={<Trash2 aria-hidden="true" />} onClick={() => void run('development.removePlan', { id: plan.id })}>Remove the plan<small>With all that is in it</small></Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </>
      )}
    >
      <PlanLedger outline={outline} openId={openId} adding={adding} onOpen={onOpen} />
      <Dialog opened={dialog !== null} onClose={() => setDialog(null)} title={dialog === 'areas' ? 'Add areas' : 'Change the plan'} width={560}>
        {dialog === 'edit' && <PlanForm plan={plan} onDone={() => setDialog(null)} />}
        {dialog === 'areas' && <AreasForm planId={plan.id} onDone={() => setDialog(null)} />}
      </Dialog>
    </Section>
  );
}

function AreasForm({ planId, onDone }: { readonly planId: number; readonly onDone: () => void }) {
  const run = useCommand();
  const [set, setSet] = useState<StartingSetKey | ''>(STARTING_SETS[0]);
  const add = async (): Promise<void> => {
    if (set !== '' && await run('development.startWith', { planId, set }) !== null) onDone();
  };
  return (
    <form className="dev-starting" onSubmit={(event) => { event.preventDefault(); void add(); }}>
      <StartingSetField value={set} onChange={setSet} />
      <p className="q2">Areas that the plan has already are left as they are.</p>
      <div className="dialog-acts"><Button onClick={onDone}>Cancel</Button><Button variant="filled" type="submit">Add the areas</Button></div>
    </form>
  );
}
