import {
  deleteCosts, deleteOption, insertCost, insertOption, updateCost, updateOption, type NewCost, type NewOption,
} from '../../db/repositories/needs.ts';
import type { Need, NeedOption } from '../../planning/analysis/need-facts.ts';
import { decisionRef } from '../../planning/analysis/needs/refs.ts';
import { isAgreed, standingDecision } from '../../planning/analysis/planned.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import { different, given } from './given.ts';
import { checkedCost, costOf, requireCost, requireNeed, requireOption } from './need-checks.ts';
import { requireBaseWorking } from './scenario-state.ts';
import type { Session } from '../session.ts';

/** `Better model of Music Technology suite`: what a change of an option is about. */
const called = (need: Need, option: Pick<NeedOption, 'name'>): string => `${option.name} for ${need.name}`;

/** @throws Refusal where somebody has decided on the option, so that it can no longer be taken off */
function requireUndecided({ analysis }: PlanSnapshot, option: NeedOption): void {
  const made = analysis.decisions.find(({ optionId, choice }) => optionId === option.id && choice !== null);
  if (made === undefined) return;
  throw new Refusal('invalid_input', `${option.name} was decided on in ${decisionRef(made.number)}, so it stays in the record. Take that decision back first, or decide on another option.`, { field: 'id' });
}

/** @throws Refusal `conflict` where the option was approved and the base is locked: what it costs is then part of the locked plan. */
function requireCostsOpen(snapshot: PlanSnapshot, { id }: Pick<NeedOption, 'id'>): void {
  const { needs, decisions } = snapshot.analysis;
  const need = needs.find(({ options }) => options.some((option) => option.id === id));
  const decision = need === undefined ? null : standingDecision(decisions, need.id);
  if (isAgreed(decision) && decision?.optionId === id) requireBaseWorking(snapshot);
}

type AskedCosts = NonNullable<Parsed<'option.edit'>['set']['costs']>;

/** The costs of an option as a form sends them back: those with a number are there already. */
function costsOf(session: Session, option: NeedOption, asked: AskedCosts): { readonly id: number | null; readonly cost: NewCost }[] {
  return asked.map(({ id = null, ...cost }, index) => {
    if (id !== null && !option.costs.some((each) => each.id === id)) {
      throw new Refusal('not_found', `${option.name} has no cost with the number ${id}. It may have been removed.`, { field: `set.costs.${index}.id` });
    }
    return { id, cost: costOf(session, cost, `set.costs.${index}.`) };
  });
}

export const needOptionHandlers = {
  'option.add': (session, { role, reason, needId, costs: asked, ...option }) => {
    const need = requireNeed(session.snapshot(), needId, 'needId');
    const costs = asked.map((cost, index) => costOf(session, cost, `costs.${index}.`));
    const added: NewOption = { ...option, recommended: false, costs: [] };
    const { change, value } = session.change(`Add the option ${called(need, option)}`, { role, reason }, (writer) => {
      const id = insertOption(writer, needId, added);
      return { id, costIds: costs.map((cost) => insertCost(writer, id, cost)) };
    });
    return { change, value };
  },

  'option.edit': (session, { role, reason, id, set: { costs: asked, ...set } }) => {
    const { need, option } = requireOption(session.snapshot(), id);
    const costs = asked === undefined ? null : costsOf(session, option, asked);
    if (costs !== null) requireCostsOpen(session.snapshot(), option);
    const { change } = session.change(`Change the option ${called(need, option)}`, { role, reason }, (writer) => {
      updateOption(writer, id, given(set));
      if (costs === null) return;
      deleteCosts(writer, option.costs.filter((cost) => !costs.some((each) => each.id === cost.id)).map((cost) => cost.id));
      for (const { id: costId, cost } of costs) {
        const before = option.costs.find((each) => each.id === costId);
        if (before === undefined) insertCost(writer, id, cost);
        else updateCost(writer, before.id, different(cost, before));
      }
    });
    return { change, value: null };
  },

  'option.remove': (session, { role, reason, id }) => {
    const { need, option } = requireOption(session.snapshot(), id);
    requireUndecided(session.snapshot(), option);
    const { change } = session.change(`Remove the option ${called(need, option)}`, { role, reason }, (writer) => deleteOption(writer, id));
    return { change, value: null };
  },

  'cost.add': (session, { role, reason, optionId, ...asked }) => {
    const { option } = requireOption(session.snapshot(), optionId, 'optionId');
    requireCostsOpen(session.snapshot(), option);
    const cost = costOf(session, asked);
    const { change, value } = session.change(`Add ${cost.name} to the option ${option.name}`, { role, reason }, (writer) => insertCost(writer, optionId, cost));
    return { change, value: { id: value } };
  },

  'cost.edit': (session, { role, reason, id, set }) => {
    const { option, cost } = requireCost(session.snapshot(), id);
    requireCostsOpen(session.snapshot(), option);
    const { id: _id, position: _position, ...before } = cost;
    const after = checkedCost(session, { ...before, ...given(set) }, 'set.');
    const { change } = session.change(`Change ${cost.name} of the option ${option.name}`, { role, reason }, (writer) => updateCost(writer, id, different(after, before)));
    return { change, value: null };
  },

  'cost.remove': (session, { role, reason, id }) => {
    const { option, cost } = requireCost(session.snapshot(), id);
    requireCostsOpen(session.snapshot(), option);
    const { change } = session.change(`Remove ${cost.name} from the option ${option.name}`, { role, reason }, (writer) => deleteCosts(writer, [id]));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'option.add' | 'option.edit' | 'option.remove' | 'cost.add' | 'cost.edit' | 'cost.remove'>;
