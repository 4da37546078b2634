import { formatLongDate } from '../../calendar.ts';
import { formatCount, formatExact } from '../../money.ts';
import type { WhyStep } from '../../result.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import { listOf, startLower } from '../../words.ts';
import { decisionRef, needTitle, objectiveTitle } from '../needs/refs.ts';
import { DECISION_CHOICE_WORDS } from '../vocabulary.ts';
import type { Coverage, NeedRow } from './coverage.ts';
import type { SpendGroup } from './spend.ts';
import { COVERAGE_STATE_WORDS, isAgreedState, spokenState } from './states.ts';

/** Why a need is in its state: what was decided, who pays, and what it serves. */
export function stateSteps(coverage: Coverage, row: NeedRow, { analysis }: Pick<PlanSnapshot, 'analysis'>): readonly WhyStep[] {
  return [...decisionSteps(row), ...moneySteps(row), ...servesSteps(coverage, row, analysis.objectives)].map((text) => ({ text }));
}

function decisionSteps({ decision, waiting, late, option }: NeedRow): string[] {
  const choice = decision?.choice ?? null;
  const made = decision === null || choice === null ? ['Nothing has been decided about it.'] : [
    `${decisionRef(decision.number)}, ${decision.decidedOn === null ? '' : `on ${formatLongDate(decision.decidedOn)}, `}by ${decision.decider}: ${startLower(DECISION_CHOICE_WORDS[choice])}${option !== null && decision.optionId === option.id ? `, option “${option.name}”` : ''}.`,
    ...(choice === 'approve_pilot' && decision.pilotUntil !== null ? [`It is tried out until ${formatLongDate(decision.pilotUntil)}.`] : []),
  ];
  return waiting === null ? made : [...made, `${decisionRef(waiting.number)}: ${startLower(spokenState('waiting', waiting, late))}, by ${waiting.decider}.`];
}

function moneySteps({ funding, state, pence, option }: NeedRow): string[] {
  if (funding === null) return [];
  const nothing = pence === 0 && option !== null && funding.problems.length === 0 ? ['It costs nothing.'] : [];
  const verdict = isAgreedState(state) && funding.problems.length === 0 ? ['Nothing stands against its money, so it is funded.'] : [];
  return [...nothing, ...funding.problems.map(({ text }) => text), ...funding.paid, ...verdict];
}

function servesSteps({ columns, plan }: Coverage, { cells, need }: NeedRow, objectives: PlanSnapshot['analysis']['objectives']): string[] {
  const titles = (strength: 'essential' | 'helps'): string[] => columns.filter((_, at) => cells[at] === strength).map(({ objective }) => objectiveTitle(objective));
  const [essential, helps] = [titles('essential'), titles('helps')];
  if (essential.length + helps.length > 0) {
    return [
      ...(essential.length > 0 ? [`${listOf(essential)} cannot be met without it.`] : []), ...(helps.length > 0 ? [`It helps ${listOf(helps)}.`] : []),
    ];
  }
  const closed = need.links.flatMap(({ objectiveId }) => objectives.find(({ id }) => id === objectiveId) ?? []);
  if (plan === null) return ['There is no school development plan that it could serve.'];
  if (closed.length === 0) return ['It is tied to no objective of the school development plan.'];
  return [`It is tied to ${listOf(closed.map((objective) => `${objectiveTitle(objective)} (${objective.state === 'open' ? 'of another plan' : objective.state})`))}, and to no objective that is open now.`];
}

/** Why the cost of a need is what it is: its option, and each cost of it. */
export function costSteps({ years }: Pick<Coverage, 'years'>, { option, pence, unpriced, decision }: NeedRow, costs: readonly { readonly name: string; readonly pence: number }[]): readonly WhyStep[] {
  if (option === null || pence === null) return [{ text: 'No option of it has been agreed or recommended, so what it will cost is not known.' }];
  const which = decision?.optionId === option.id ? 'agreed' : 'recommended';
  return [
    { text: `Option “${option.name}”, the one ${which}, over ${years} years, net.` },
    ...costs.map((cost) => ({ text: `${cost.name}: ${formatExact(cost.pence)}.` })),
    ...(costs.length > 1 ? [{ text: `Together ${formatExact(pence)}.` }] : []),
    ...(unpriced === 0 ? [] : [{ text: `${unpriced === 1 ? 'One cost has' : `${formatCount(unpriced)} costs have`} no price and ${unpriced === 1 ? 'is' : 'are'} not in it.` }]),
  ];
}

/** Why some money serves no objective. */
export function spendSteps({ spend }: Pick<Coverage, 'spend'>, group: SpendGroup | null, labels: readonly string[]): readonly WhyStep[] {
  if (group === null) {
    return [
      { text: `${formatExact(spend.totalPence)} is still to come in the plan’s years, net.` },
      ...(spend.serves.length === 0 ? [{ text: 'No need was agreed that serves an open objective and costs the plan anything.' }]
        : spend.serves.map(({ name, pence }) => ({ text: `${name} serves an objective: ${formatExact(pence)}.` }))),
      { text: `${formatExact(spend.totalPence)} − ${formatExact(spend.servesPence)} = ${formatExact(spend.nonePence)}. It may be right: much kit keeps the school going and serves no single objective.` },
    ];
  }
  const years = group.byYear.flatMap((pence, at) => (pence === 0 ? [] : [`${labels[at] ?? ''}: ${formatExact(pence)}`]));
  return [
    { text: `${group.name}: ${formatCount(group.lines)} line${group.lines === 1 ? '' : 's'} of the forecast.` },
    ...(years.length > 0 ? [{ text: `${listOf(years)}.` }] : []),
    ...(group.unpriced > 0 ? [{ text: `${formatCount(group.unpriced)} without a price ${group.unpriced === 1 ? 'is' : 'are'} not in it.` }] : []),
    { text: 'No need that was agreed and serves an open objective has these lines or counts on them.' },
  ];
}

/** A cell of the matrix for those who hear it: "Music Technology suite: cannot be met without it for 2.1 A level Music Technology". */
export function spokenCell({ need, cells }: Pick<NeedRow, 'need' | 'cells'>, { columns }: Pick<Coverage, 'columns'>, column: number): string {
  const title = columns[column] === undefined ? '' : objectiveTitle(columns[column].objective);
  const strength = cells[column] ?? null;
  return `${need.name}: ${strength === null ? 'serves nothing of' : strength === 'essential' ? 'cannot be met without it for' : 'helps'} ${title}`;
}

/** A need as a list names it, with its state: "N-07 Drones, declined". */
export const leftOutWords = ({ need, state }: NeedRow): string => `${needTitle(need)}, ${startLower(COVERAGE_STATE_WORDS[state])}`;
