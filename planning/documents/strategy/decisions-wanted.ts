import { amountOf, weighedNow } from '../../analysis/decisions/amount.ts';
import { toDecide } from '../../analysis/decisions/log.ts';
import type { Decision } from '../../analysis/facts.ts';
import { decisionRef } from '../../analysis/needs/refs.ts';
import { reserveCourse } from '../../budget/reserve.ts';
import { addMonths, formatDate, formatLongDate } from '../../calendar.ts';
import { formatPounds, sumOf } from '../../money.ts';
import { wholeCost } from '../../scenarios/compare-sentence.ts';
import { money } from '../../sentences/say.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { inWords, listOf, reasonWords, startLower, startUpper } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, italic, lead, words, type DocumentBlock, type DocumentTable, type Words } from '../model.ts';
import { figureColumn, moneyCell, tableRow, wordsColumn } from '../tables.ts';
import { drawnFrom } from './each-side.ts';
import { overYears, yearsWords, type OverYear } from './money-lead.ts';
import { spanOf } from './span.ts';

/** Decisions that a reader is asked for one by one; the rest are counted, and stand in the log. */
const MOST_WAITING = 6;
/** Decisions whose choices are shown. */
const MOST_CHOICES = 12;

/** What the reader is asked to decide. */
export function decisionsSection(facts: DocumentFacts): DraftSection {
  const items = decisionsWanted(facts);
  const waiting = toDecide(facts.plan.analysis);
  return {
    key: 'decisions', title: 'Decisions wanted',
    blocks: [
      lead(items.length === 0 ? 'Nothing has to be decided now.' : `${startUpper(inWords(items.length))} thing${items.length === 1 ? ' is' : 's are'} wanted of those who read this.`),
      ...decisionsBox(items), ...(waiting.length === 0 ? [] : [heading('What there is to choose between'), choicesTable(facts, waiting, MOST_CHOICES)]),
    ],
  };
}

export const decisionsBox = (items: readonly Words[]): readonly DocumentBlock[] => (items.length === 0 ? [] : [{ kind: 'box', title: 'What is asked of you', items, ordered: true }]);

/**
 * What has to be decided for the plan to hold, in the order in which it is asked: the plan itself, what the reserve gives, what
 * nobody pays yet, budgets that are not set, what waits for a decision, and when it is looked at again.
 */
export function decisionsWanted(facts: DocumentFacts, waiting: 'one by one' | 'together' = 'one by one'): readonly Words[] {
  return [...approval(facts), ...moneyWanted(facts), ...budgetsWanted(facts), ...waitingWanted(toDecide(facts.plan.analysis), waiting === 'together' ? 1 : MOST_WAITING, facts.forecast.asOf), ...again(facts)];
}

/** What waits for a decision: each by itself, or all in a sentence where there is no room for so many. */
function waitingWanted(waiting: readonly Decision[], most: number, asOf: IsoDate): readonly Words[] {
  const told = (decision: Decision): Words => waitingWords(decision, asOf);
  if (waiting.length <= most) return waiting.map(told);
  const shown = waiting.slice(0, most - 1);
  const rest = waiting.slice(most - 1);
  const first = rest[0]?.decideBy ?? null;
  const day = first === null ? '' : `, the first ${first < asOf ? 'late since' : 'by'} ${formatLongDate(first)}`;
  return [...shown.map(told), words(`Take the ${inWords(rest.length)} ${shown.length === 0 ? '' : 'other '}decisions that wait${day}. The log of decisions has them.`)];
}

const costsSomething = ({ forecast }: DocumentFacts): boolean => wholeCost(forecast) !== 0;

function approval(facts: DocumentFacts): readonly Words[] {
  const { scenario, forecast } = facts;
  if (!costsSomething(facts) || (scenario !== null && scenario.published !== null)) return [];
  const cost = `: ${formatPounds(wholeCost(forecast))} over ${yearsWords(forecast.years.length)}.`;
  return [scenario === null || scenario.parentId === null ? words(`Approve the plan for ${spanOf(facts)}${cost}`) : words('Approve the plan ', italic(scenario.name), ` for ${spanOf(facts)}${cost}`)];
}

/** What the reserve is to give, what is to stay in it, and what nobody pays yet. */
function moneyWanted({ snapshot, forecast }: DocumentFacts): readonly Words[] {
  const reserve = reserveCourse(snapshot, forecast);
  const over = overYears(forecast, reserve);
  const drawn = drawnFrom(over);
  const keeps = reserve !== null && reserve.reserve.spread === null && reserve.years.some(({ changePence }) => changePence > 0);
  return [
    ...(drawn === null ? [] : [words(`Agree that the ICT reserve pays ${drawn}.`)]),
    ...(keeps && over.length > 0 ? [words(`Agree that ICT money that is not spent stays in the ICT reserve until ${forecast.years.at(-1)?.label ?? ''}.`)] : []),
    ...missingWords(over.filter(({ missingPence }) => missingPence > 0)),
  ];
}

/** `Say where the money is to come from for 2028/29 (£461 more than the ICT reserve holds) and 2029/30 (£3,731).` */
function missingWords(missing: readonly OverYear[]): readonly Words[] {
  if (missing.length === 0) return [];
  const named = missing.map(({ label, missingPence, reservePence }) => `${label} (${money(missingPence)}${reservePence > 0 ? ' more than the ICT reserve can give' : ''})`);
  return [words(`Say where the money is to come from for ${named.length > 3 ? `the ${inWords(named.length)} years that run over, ${money(sumOf(missing.map(({ missingPence }) => missingPence)))} in all` : listOf(named)}.`)];
}

function budgetsWanted(facts: DocumentFacts): readonly Words[] {
  const { years, totals } = facts.forecast;
  const none = years.filter((_, index) => totals.budgetEntered[index] !== true).map(({ label }) => label);
  if (none.length === 0 || !costsSomething(facts)) return [];
  const which = none.length > 3 ? `the ${inWords(none.length)} years from ${none[0] ?? ''} to ${none.at(-1) ?? ''}` : listOf(none);
  return [words(`Set a budget for ICT in ${which}.`)];
}

/** `Music Technology suite: choose an option. The leadership team decides by 27 November 2026.`, `… was to decide by …` once that day has passed. */
function waitingWords({ title, decider, decideBy }: Decision, asOf: IsoDate): Words {
  const who = startUpper(theRole(decider));
  const decides = decideBy === null ? 'decides; no day is set' : `${decideBy < asOf ? 'was to decide' : 'decides'} by ${formatLongDate(decideBy)}`;
  return words(`${startUpper(reasonWords(title))}. ${who} ${decides}.`);
}

/** A role in a sentence. One typed with its article has it already. */
const theRole = (role: string): string => `the ${startLower(role.replace(/^the /iu, ''))}`;

/** A year on, when pupils and prices are known again. */
function again(facts: DocumentFacts): readonly Words[] {
  if (!costsSomething(facts)) return [];
  const day = formatLongDate(addMonths(facts.settings.heldOn ?? facts.forecast.asOf, 12));
  return [words(`Look at the plan again in ${day.replace(/^\d+ /u, '')}, with the pupil numbers and prices of that day.`)];
}

/** What each decision that waits chooses between, with what each choice costs and brings: the figures of the plan itself, as its log of decisions has them. */
export function choicesTable({ plan, planForecast }: DocumentFacts, waiting: readonly Decision[], most: number): DocumentTable {
  const more = waiting.length > most ? ` ${startUpper(inWords(waiting.length - most))} more decisions wait, and stand in the log of decisions as Excel.` : '';
  return {
    kind: 'table', caption: 'Decisions that wait, and the choices', note: `Costs are for all years of the plan, net of VAT.${more}`,
    columns: [wordsColumn('Choice', 3), wordsColumn('What follows', 3), figureColumn('Cost, £', 1.1)],
    rows: waiting.slice(0, most).flatMap((decision) => {
      const weighed = weighedNow(plan, planForecast, decision);
      const by = decision.decideBy === null ? '' : `, ${decision.decideBy < planForecast.asOf ? 'late since' : 'by'} ${formatDate(decision.decideBy)}`;
      const amount = amountOf(weighed);
      const said = weighed.length > 0 || amount !== null;
      return [
        { kind: 'group' as const, cells: [{ text: `${decisionRef(decision.number)} ${decision.title} (${decision.decider}${by})` }] },
        ...(said ? weighed.map(({ name, follows, pence, chosen }) => tableRow('body', { text: chosen ? `${name} (recommended)` : name, ...(chosen && { strong: true }) }, follows ?? '–', moneyCell(pence, 'not known'))) : [tableRow('body', 'No choices have been written down yet', '–', '–')]),
      ];
    }),
  };
}
