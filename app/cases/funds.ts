import { deleteFund, insertFund, mergeFund, setUsualFund, updateFund } from '../../db/repositories/fund-writer.ts';
import { FUND_RULES, fundInSentence, usualFund, type Fund } from '../../planning/budget/fund.ts';
import { rulesProblem, usualProblem } from '../../planning/budget/fund-rules.ts';
import { fundUses } from '../../planning/budget/fund-uses.ts';
import { financialYear } from '../../planning/calendar.ts';
import { FUND_KINDS, type FundKey } from '../../planning/vocabulary.ts';
import { foldedName, listOf } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireFund } from './found.ts';
import { different, given } from './given.ts';

/** A key of the school's own: its name in plain letters, numbered where it is taken. It never changes, whatever the fund is called later. */
function keyFor(name: string, funds: readonly Fund[]): FundKey {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/[^a-z0-9]+/gu, '_').replaceAll(/^[_0-9]+|_+$/gu, '').slice(0, 34) || 'fund';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? plain : `${plain}_${number}`;
    if (!funds.some((fund) => fund.key === key) && !isShipped(key)) return key;
  }
}

const isShipped = (key: FundKey): boolean => FUND_KINDS.some((kind) => kind === key);

function requireOwnName(funds: readonly Fund[], name: string, key: FundKey | null): void {
  const twin = funds.find((fund) => fund.key !== key && foldedName(fund.name) === foldedName(name));
  if (twin !== undefined) throw new Refusal('conflict', `There already is a fund called ${twin.name}.`, { field: 'name' });
}

function requireRules(fund: Fund): void {
  const problem = rulesProblem(fund);
  if (problem !== null) throw new Refusal('invalid_input', problem.sentence, { field: problem.field });
}

/** @throws Refusal where what the fund holds is settled: an agreed budget changes by virements alone, and a scenario's budget stands in place of the plan's. */
function requireMergeable(session: Session, fund: Fund, into: Fund): void {
  const { finance, budgets, school, scenarios } = session.snapshot();
  if (into.key === fund.key) throw new Refusal('invalid_input', `Name another fund for what is paid from ${fund.name}.`, { field: 'into' });
  const agreed = finance.approvals.find(({ year }) => budgets.some((line) => line.year === year && line.fundKey === fund.key));
  if (agreed !== undefined) {
    const { label } = financialYear(agreed.year, school.yearStartMonth);
    throw new Refusal('conflict', `The budget of ${label} is agreed: what ${fundInSentence([fund], fund.key)} has in it moves by virement alone.`, { field: 'key' });
  }
  const scenario = scenarios.find(({ differences }) => differences.some(({ change }) => change.kind === 'budget' && change.fundKey === fund.key));
  if (scenario !== undefined) throw new Refusal('conflict', `${scenario.name} has a budget of its own for ${fund.name}. Take that difference out of it first.`, { field: 'key' });
}

export const fundHandlers = {
  'fund.add': (session, { role, reason, kind, name, ...rules }) => {
    const { funds } = session.snapshot();
    requireOwnName(funds, name, null);
    const key = keyFor(name, funds);
    const fields = given(rules);
    requireRules({ ...FUND_RULES[kind], endsOn: null, ...fields, key, kind, name, usual: false });
    const { change } = session.change(`Add the fund ${name}`, { role, reason }, (writer) => insertFund(writer, { key, kind, name, ...fields }));
    return { change, value: { key } };
  },

  'fund.edit': (session, { role, reason, key, set }) => {
    const fund = requireFund(session, key);
    const fields = different(set, fund);
    if (JSON.stringify(fields.excludes) === JSON.stringify(fund.excludes)) delete fields.excludes;
    if (fields.name !== undefined) requireOwnName(session.snapshot().funds, fields.name, key);
    requireRules({ ...fund, ...fields });
    const renamed = fields.name !== undefined && Object.keys(fields).length === 1;
    const label = renamed ? `Rename ${fund.name} to ${fields.name}` : `Change the rules of ${fundInSentence([fund], key)}`;
    const { change } = session.change(label, { role, reason }, (writer) => updateFund(writer, key, fields));
    return { change, value: null };
  },

  'fund.remove': (session, { role, reason, key, into }) => {
    const snapshot = session.snapshot();
    const fund = requireFund(session, key);
    if (fund.usual) throw new Refusal('conflict', `${fund.name} is the usual fund. Make another fund the usual one first.`, { field: 'key' });
    const uses = fundUses(snapshot, key);
    if (into === null) {
      if (isShipped(key)) throw new Refusal('conflict', `${fund.name} comes with Kitplan and stays. What is paid from it can go to another fund.`, { field: 'key' });
      if (uses.length > 0) throw new Refusal('conflict', `${listOf(uses)} ${uses.length === 1 && /^(1|the) /.test(uses[0] ?? '') ? 'names' : 'name'} ${fund.name}. Say which fund takes over, and it can go.`, { field: 'into' });
      const { change } = session.change(`Remove the fund ${fund.name}`, { role, reason }, (writer) => deleteFund(writer, key));
      return { change, value: null };
    }
    const target = requireFund(session, into, 'into');
    requireMergeable(session, fund, target);
    const label = isShipped(key) ? `Pay from ${fundInSentence([target], into)} what ${fundInSentence([fund], key)} paid for` : `Merge ${fund.name} into ${target.name}`;
    const { change } = session.change(label, { role, reason }, (writer) => {
      mergeFund(writer, key, into);
      if (!isShipped(key)) deleteFund(writer, key);
    });
    return { change, value: null };
  },

  'fund.usual': (session, { role, reason, key }) => {
    const fund = requireFund(session, key);
    const problem = usualProblem(fund);
    if (problem !== null) throw new Refusal('conflict', problem, { field: 'key' });
    const already = usualFund(session.snapshot().funds).key === key;
    const { change } = session.change(`Pay what no fund is named for from ${fundInSentence([fund], key)}`, { role, reason }, (writer) => {
      if (!already) setUsualFund(writer, key);
    });
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'fund.add' | 'fund.edit' | 'fund.remove' | 'fund.usual'>;
