import './scenarios.css';
import { Menu } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { compareSentence, type Named } from '../../planning/scenarios/compare-sentence.ts';
import { BASE_SCENARIO_ID, type Scenario } from '../../planning/scenarios/scenario.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { AddScenario, CopyScenario, RenameScenario } from '../parts/scenario-dialogs.tsx';
import { CompareTable, sameYears } from './compare-table.tsx';
import { DifferenceLedger } from './difference-ledger.tsx';
import { DifferencesList } from './differences-list.tsx';
import { useColumns, type Column } from './use-sides.ts';

const MOST_COLUMNS = 4;

/** The plan itself, the one recommended and the one that is open come first; then as they were made. */
function firstChosen(scenarios: readonly Scenario[], openId: number): readonly number[] {
  const rank = ({ id, recommended }: Scenario): number => (id === BASE_SCENARIO_ID ? 0 : recommended ? 1 : id === openId ? 2 : 3);
  return scenarios.toSorted((a, b) => rank(a) - rank(b) || a.id - b.id).slice(0, 3).map(({ id }) => id);
}

type Task = { readonly does: 'add' } | { readonly does: 'copy' | 'rename'; readonly scenario: Scenario };

/** Which scenarios stand side by side. */
function Chosen({ scenarios, chosen, onChoose }: { readonly scenarios: readonly Scenario[]; readonly chosen: readonly number[]; readonly onChoose: (ids: readonly number[]) => void }) {
  return (
    <fieldset className="scenario-choice">
      <legend>Side by side</legend>
      {scenarios.map(({ id, name }) => {
        const on = chosen.includes(id);
        const stuck = on ? chosen.length === 1 : chosen.length >= MOST_COLUMNS;
        return (
          <label key={id} className="check">
            <input type="checkbox" checked={on} disabled={stuck} onChange={() => onChoose(on ? chosen.filter((each) => each !== id) : [...chosen, id])} />{name}
          </label>
        );
      })}
      {chosen.length >= MOST_COLUMNS && scenarios.length > MOST_COLUMNS && <span className="q2">Four at a time: take one away to show another.</span>}
    </fieldset>
  );
}

function HeadActs({ column: { scenario }, onTask }: { readonly column: Column; readonly onTask: (task: Task) => void }) {
  const { writable, scenario: open, setScenario, facts: { scenarios } } = usePlan();
  const run = useCommand();
  const { id, name, parentId, state, recommended } = scenario;
  return (
    <>
      {open.id === id ? <span className="q2">Open on every page</span> : <Button variant="link" small onClick={() => setScenario(id)}>Open it</Button>}
      {writable && (
        <Menu position="bottom-start" width={230}>
          <Menu.Target><Button variant="link" small>Change<span className="vh"> {name}</span></Button></Menu.Target>
          <Menu.Dropdown>
            {!recommended && <Menu.Item onClick={() => void run('scenario.edit', { id, recommended: true })}>Recommend it</Menu.Item>}
            {recommended && <Menu.Item onClick={() => void run('scenario.edit', { id, recommended: false })}>Recommend it no longer</Menu.Item>}
            {state === 'working' && <Menu.Item onClick={() => onTask({ does: 'rename', scenario })}>Name and note</Menu.Item>}
            <Menu.Item onClick={() => onTask({ does: 'copy', scenario })}>Copy it</Menu.Item>
            {state === 'working' && <Menu.Item onClick={() => void run('scenario.state', { id, state: 'locked' })}>Lock it</Menu.Item>}
            {state === 'locked' && <Menu.Item onClick={() => void run('scenario.state', { id, state: 'working' })}>Unlock it</Menu.Item>}
            {parentId !== null && !scenarios.some((each) => each.parentId === id) && <Menu.Item onClick={() => void run('scenario.remove', { id })}>Remove it</Menu.Item>}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}

const named = ({ scenario, forecast }: Column): Named => ({ name: scenario.name, forecast });

/** Which of the columns the sentence is about, and which it is compared with. */
function mainOf(columns: readonly Column[], openId: number): { readonly main: Column | undefined; readonly other: Column | undefined } {
  const other = columns.find(({ scenario }) => scenario.id === BASE_SCENARIO_ID) ?? columns[0];
  const rest = columns.filter((column) => column !== other && other !== undefined && sameYears(column, other));
  return { other, main: rest.find(({ scenario }) => scenario.id === openId) ?? rest.find(({ scenario }) => scenario.recommended) ?? rest[0] };
}

/** Ways forward side by side: what each costs and risks, what people will notice, and what makes the difference. */
export function ScenariosPage() {
  const { facts: { scenarios }, scenario: open, writable } = usePlan();
  const [picked, setPicked] = useState<readonly number[] | null>(null);
  const [about, setAbout] = useState<{ readonly id: number; readonly times: number } | null>(null);
  const [task, setTask] = useState<Task | null>(null);
  const chosen = (picked ?? firstChosen(scenarios, open.id)).filter((id) => scenarios.some((scenario) => scenario.id === id));
  const shown = scenarios.filter(({ id }) => chosen.includes(id));
  const columns = useColumns(shown.length === 0 ? scenarios.slice(0, 1) : shown);
  const { main, other } = mainOf(columns, open.id);
  const sentence = useMemo(() => (other === undefined ? null : compareSentence(named(main ?? other), main === undefined ? null : named(other))), [main, other]);
  const opened = columns.find(({ scenario }) => scenario.id === about?.id) ?? main;
  if (other === undefined || sentence === null) return null;
  const close = (): void => setTask(null);
  return (
    <>
      <PageHead
        title="Compare scenarios" sentence={sentence.parts}
        actions={writable && <Button icon={<Plus aria-hidden="true" />} onClick={() => setTask({ does: 'add' })}>Add a scenario</Button>}
      />
      <div className="page-body scenarios">
        <Chosen scenarios={scenarios} chosen={shown.map(({ id }) => id)} onChoose={setPicked} />
        <CompareTable columns={columns} other={other} base={scenarios.find(({ id }) => id === BASE_SCENARIO_ID)?.name ?? ''} openedId={opened?.scenario.id ?? null} onOpen={(id) => setAbout((was) => ({ id, times: (was?.times ?? 0) + 1 }))} renderActs={(column) => <HeadActs column={column} onTask={setTask} />} />
        {opened !== undefined && opened !== other && sameYears(opened, other) && <DifferenceLedger key={`${other.scenario.id} ${opened.scenario.id}`} before={other} after={opened} asked={about?.times ?? 0} />}
        <DifferencesList column={opened ?? other} />
      </div>
      {task?.does === 'add' && <AddScenario onClose={close} />}
      {task?.does === 'copy' && <CopyScenario scenario={task.scenario} onClose={close} />}
      {task?.does === 'rename' && <RenameScenario scenario={task.scenario} onClose={close} />}
    </>
  );
}
