import { Menu } from '@mantine/core';
import { BookCheck, Check, ChevronDown, Columns3, Copy, Lock, LockOpen, PencilLine, Stamp } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import type { Scenario } from '../../planning/scenarios/scenario.ts';
import { SCENARIO_STATE_WORDS, type ScenarioState } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { CopyScenario } from '../parts/scenario-dialogs.tsx';
import { differencesWords } from '../parts/scenario-words.ts';

const STATE_ICONS: Readonly<Record<ScenarioState, LucideIcon>> = { working: PencilLine, locked: Lock, published: BookCheck };

/** "Working copy. 3 differences from Keep to policy." */
function OneScenario({ scenario, scenarios }: { readonly scenario: Scenario; readonly scenarios: readonly Scenario[] }) {
  const Icon = STATE_ICONS[scenario.state];
  const published = scenario.published === null ? '' : `, as at ${formatDate(scenario.published.asOf)}`;
  return (
    <Menu.RadioItem value={String(scenario.id)} closeMenuOnClick checkIcon={<Check aria-hidden="true" />}>
      <span className="scenario-name">{scenario.name}{scenario.recommended && <em>Recommended</em>}</span>
      <small className="scenario-state"><Icon className="lucide s" aria-hidden="true" />{SCENARIO_STATE_WORDS[scenario.state]}{published}. {differencesWords(scenario, scenarios)}</small>
    </Menu.RadioItem>
  );
}

/** What can be done with the scenario that is open. */
function Acts({ scenario, onCopy }: { readonly scenario: Scenario; readonly onCopy: () => void }) {
  const { writable, asOf } = useSavedPlan();
  const run = useCommand();
  const { go } = useNavigation();
  const { id, state, parentId } = scenario;
  return (
    <>
      <Menu.Item leftSection={<Columns3 />} onClick={() => go('scenarios')}>Compare scenarios</Menu.Item>
      {writable && <Menu.Item leftSection={<Copy />} onClick={onCopy}>Copy {scenario.name}</Menu.Item>}
      {writable && state === 'working' && (
        <Menu.Item leftSection={<Lock />} onClick={() => void run('scenario.state', { id, state: 'locked' })}>
          Lock it<small>Then it is changed only by copying it</small>
        </Menu.Item>
      )}
      {writable && state === 'locked' && (
        <Menu.Item leftSection={<LockOpen />} onClick={() => void run('scenario.state', { id, state: 'working' })}>Unlock it</Menu.Item>
      )}
      {writable && state !== 'published' && parentId !== null && (
        <Menu.Item leftSection={<Stamp />} onClick={() => void run('scenario.publish', { id, asOf })}>
          Publish it<small>Its figures are kept as they are on {formatDate(asOf)}</small>
        </Menu.Item>
      )}
    </>
  );
}

/** The scenario that every page shows, and the ways to another one. */
export function ScenarioMenu() {
  const { facts: { scenarios }, scenario, setScenario, trying, writable } = useSavedPlan();
  const [copied, setCopied] = useState<Scenario | null>(null);
  const settled = scenario.state !== 'working' || !writable;
  const state = trying ? '+ what-if' : writable ? SCENARIO_STATE_WORDS[scenario.state] : 'Read only';
  return (
    <>
      <Menu position="bottom-start" width={340}>
        <Menu.Target>
          <button type="button" className={trying ? 'ctx-item scenario changed' : 'ctx-item scenario'}>
            <small>Scenario</small>
            <span>
              <span title={scenario.name}>{scenario.name}</span> <em>{state}</em>
              {settled && <Lock className="lucide s" aria-hidden="true" />}<ChevronDown className="lucide s" aria-hidden="true" />
            </span>
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>The way forward that every page shows</Menu.Label>
          <Menu.RadioGroup value={String(scenario.id)} onChange={(value) => setScenario(Number(value))}>
            {scenarios.map((each) => <OneScenario key={each.id} scenario={each} scenarios={scenarios} />)}
          </Menu.RadioGroup>
          <Menu.Divider />
          <Acts scenario={scenario} onCopy={() => setCopied(scenario)} />
        </Menu.Dropdown>
      </Menu>
      {copied !== null && <CopyScenario scenario={copied} onClose={() => setCopied(null)} />}
    </>
  );
}
