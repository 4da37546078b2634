import {
  deleteDifferences, deleteScenario, insertDifference, insertScenario, insertVersion, readVersion, setDifferenceReason, updateScenario,
} from '../../db/repositories/scenarios.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import type { ReasonedChange } from '../../planning/scenarios/keep.ts';
import { BASE_SCENARIO_ID, type Scenario, type ScenarioDifference } from '../../planning/scenarios/scenario.ts';
import { describeWhatIf } from '../../planning/whatif.ts';
import { foldedName, inWords, listOf } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Recorded, Session } from '../session.ts';
import { given } from './given.ts';
import { freeze, thaw } from './published.ts';
import { changesLabel, reasonOf, requireChanges, requireOpenBudgets, writeChanges } from './scenario-changes.ts';
import { requireScenario, requireWorking } from './scenario-state.ts';

const requireFreeName = (session: Session, name: string, own: number | null): void => {
  const taken = session.snapshot().scenarios.find((scenario) => scenario.id !== own && foldedName(scenario.name) === foldedName(name));
  if (taken !== undefined) throw new Refusal('invalid_input', `There is a scenario called ${taken.name} already. Give this one another name.`, { field: 'name' });
};

/** A change is recorded with its own reason, else with the one that all of it was made for. */
const recordedFor = ({ role, reason }: Recorded, changes: readonly ReasonedChange[]): Recorded => {
  const reasons = new Set(changes.map((change) => change.reason));
  const [shared = null] = reasons;
  return { role, reason: reason ?? (reasons.size === 1 ? shared : null) };
};

type Found = { readonly scenario: Scenario; readonly difference: ScenarioDifference };

/** @throws Refusal `not_found` where no scenario has it, `conflict` where the one that has it is not a working copy. */
const requireDifference = (session: Session, id: number, field: string): Found => {
  for (const scenario of session.snapshot().scenarios) {
    const difference = scenario.differences.find((each) => each.id === id);
    if (difference === undefined) continue;
    requireWorking(scenario);
    return { scenario, difference };
  }
  throw new Refusal('not_found', `No scenario has a difference with the number ${id}. It may have been removed.`, { field });
};

const wordsOf = (session: Session, { scenario, difference }: Found): string =>
  describeWhatIf(applyScenario(session.snapshot(), scenario.parentId ?? BASE_SCENARIO_ID), [difference.change])[0] ?? '';

export const scenarioHandlers = {
  'scenario.add': (session, { role, reason, name, note, startFrom, differences }) => {
    requireScenario(session, startFrom, 'startFrom');
    requireFreeName(session, name, null);
    const changes = requireChanges(session, startFrom, differences, 'differences');
    const scenario = { name, note: reasonOf(note), parentId: startFrom, state: 'working', recommended: false } as const;
    const { value, change } = session.change(`Add the scenario ${name}`, recordedFor({ role, reason }, changes), (writer) => {
      const id = insertScenario(writer, scenario);
      writeChanges(session, writer, { ...scenario, id, differences: [], published: null }, changes);
      return id;
    });
    return { change, value: { id: value } };
  },

  'scenario.copy': (session, { role, reason, id, name }) => {
    const original = requireScenario(session, id);
    requireFreeName(session, name, null);
    const copy = { name, note: original.note, parentId: original.parentId ?? original.id, state: 'working', recommended: false } as const;
    const { value, change } = session.change(`Copy ${original.name} as ${name}`, { role, reason }, (writer) => {
      const copyId = insertScenario(writer, copy);
      for (const difference of original.differences) insertDifference(writer, copyId, difference.change, difference.reason);
      return copyId;
    });
    return { change, value: { id: value } };
  },

  'scenario.edit': (session, { role, reason, id, name, note, recommended }) => {
    const before = requireScenario(session, id);
    if (name !== undefined || note !== undefined) requireWorking(before);
    if (name !== undefined) requireFreeName(session, name, id);
    const fields = given({ name, note: note === undefined ? undefined : reasonOf(note), recommended });
    const label = name !== undefined && name !== before.name ? `Rename ${before.name} to ${name}`
      : note !== undefined && note !== before.note ? `Change the note of ${before.name}`
        : recommended === false ? `Recommend ${before.name} no longer` : `Recommend ${before.name}`;
    const others = recommended === true ? session.snapshot().scenarios.filter((scenario) => scenario.recommended && scenario.id !== id) : [];
    const { change } = session.change(label, { role, reason }, (writer) => {
      for (const other of others) updateScenario(writer, other.id, { recommended: false });
      updateScenario(writer, id, fields);
    });
    return { change, value: null };
  },

  'scenario.state': (session, { role, reason, id, state }) => {
    const scenario = requireScenario(session, id);
    if (scenario.state === 'published') requireWorking(scenario);
    const { change } = session.change(`${state === 'locked' ? 'Lock' : 'Unlock'} ${scenario.name}`, { role, reason },
      (writer) => updateScenario(writer, id, { state }));
    return { change, value: null };
  },

  'scenario.publish': (session, { role, reason, id, asOf }) => {
    const { name, parentId, published } = requireScenario(session, id);
    if (parentId === null) {
      throw new Refusal('conflict', `${name} is the plan itself and goes on changing with it. Copy it, then publish the copy.`, { field: 'id' });
    }
    if (published !== null) throw new Refusal('conflict', `${name} is published already. Copy it to publish other figures.`, { field: 'id' });
    const version = { scenarioId: id, publishedAt: session.ports.now().toISOString(), asOf, engineVersion: session.ports.version, frozen: freeze(session.snapshot(), id, asOf) };
    const { change } = session.change(`Publish ${name}`, { role, reason }, (writer) => {
      insertVersion(writer, version);
      updateScenario(writer, id, { state: 'published' });
    });
    return { change, value: null };
  },

  'scenario.remove': (session, { role, reason, id }) => {
    const { name, parentId } = requireScenario(session, id);
    if (parentId === null) throw new Refusal('conflict', `${name} is the plan itself: it stays.`, { field: 'id' });
    const children = session.snapshot().scenarios.filter((scenario) => scenario.parentId === id);
    if (children.length > 0) {
      throw new Refusal('conflict', `${listOf(children.map((child) => child.name))} ${children.length === 1 ? 'starts' : 'start'} from ${name}. Remove ${children.length === 1 ? 'that one' : 'those'} first.`, { field: 'id' });
    }
    const { change } = session.change(`Remove the scenario ${name}`, { role, reason }, (writer) => deleteScenario(writer, id));
    return { change, value: null };
  },

  'scenario.change': (session, { role, reason, scenarioId, changes: asked }) => {
    const scenario = requireScenario(session, scenarioId, 'scenarioId');
    requireWorking(scenario);
    const changes = requireChanges(session, scenarioId, asked, 'changes');
    if (scenario.parentId === null) requireOpenBudgets(session, changes, 'changes');
    const { change } = session.change(changesLabel(session, scenario, changes), recordedFor({ role, reason }, changes),
      (writer) => writeChanges(session, writer, scenario, changes));
    return { change, value: null };
  },

  'scenario.drop': (session, { role, reason, differenceIds }) => {
    const found = [...new Set(differenceIds)].map((id) => requireDifference(session, id, 'differenceIds'));
    const names = listOf([...new Set(found.map(({ scenario }) => scenario.name))]);
    const [only] = found;
    const what = only !== undefined && found.length === 1 ? wordsOf(session, only) : `${inWords(found.length)} differences`;
    const { change } = session.change(`Take out of ${names}: ${what}`, { role, reason },
      (writer) => deleteDifferences(writer, found.map(({ difference }) => difference.id)));
    return { change, value: null };
  },

  'scenario.reason': (session, { role, reason, differenceId }) => {
    const found = requireDifference(session, differenceId, 'differenceId');
    const because = reasonOf(reason);
    const label = `${because === null ? 'Take back' : 'Give'} the reason in ${found.scenario.name}: ${wordsOf(session, found)}`;
    const { change } = session.change(label, { role, reason: because }, (writer) => setDifferenceReason(writer, differenceId, because));
    return { change, value: null };
  },

  'scenario.version': (session, { scenarioId }) => {
    const { name } = requireScenario(session, scenarioId, 'scenarioId');
    const version = readVersion(session.plan().reader, scenarioId);
    if (version === undefined) throw new Refusal('not_found', `${name} has not been published.`, { field: 'scenarioId' });
    return thaw(version, name);
  },
} satisfies Pick<Handlers,
  | 'scenario.add' | 'scenario.copy' | 'scenario.edit' | 'scenario.state' | 'scenario.publish' | 'scenario.remove' | 'scenario.change'
  | 'scenario.drop' | 'scenario.reason' | 'scenario.version'>;
