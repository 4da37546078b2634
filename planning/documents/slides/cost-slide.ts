import { reserveCourse } from '../../budget/reserve.ts';
import { formatPounds, sumOf } from '../../money.ts';
import { noticedByDifference } from '../../scenarios/noticed.ts';
import { strong } from '../../sentences/say.ts';
import type { Pence } from '../../vocabulary.ts';
import { inWords, startUpper } from '../../words.ts';
import type { ChartSpec } from '../chart-spec.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costChart } from '../figures/cost-figure.ts';
import { heading, paragraph, plainWords, words, type DocumentBlock, type Words } from '../model.ts';
import { namedFor } from '../names.ts';
import { decisionsWanted } from '../strategy/decisions-wanted.ts';
import { dearYear } from '../strategy/dear-year.ts';
import { drawnFrom, eachSide, optionsOf } from '../strategy/each-side.ts';
import { moneySentence, overYears, yearsWords } from '../strategy/money-lead.ts';

/** What each side gives: as many as stand beside a chart. The rest is said with the slide. */
const MOST_SIDES = 4;

/**
 * What each year costs against the budget as things stand, why one year differs, and what each side gives. Where a way forward
 * changes the costs, the chart shows them without it: the next slide shows them with it.
 */
export function costSlide(facts: DocumentFacts): DraftSection {
  const { snapshot, forecast } = facts;
  const reserve = reserveCourse(snapshot, forecast);
  const chart = chartAsThingsStand(facts);
  const dear = dearYear(facts);
  const sides = sidesInShort(facts);
  const none = forecast.totals.budgetPence === null && chart.series.length === 0;
  return {
    key: 'costs', title: titleOf(facts),
    blocks: [
      ...(none ? [paragraph('No cost is known yet, so there is no chart.')] : [{ kind: 'figure' as const, chart, ledger: null }]),
      ...(dear === null || dear.cause === '' ? [paragraph(...moneySentence(snapshot, forecast, reserve).parts)] : [paragraph(dear.cause)]),
      ...(sides.length === 0 ? [] : [heading('What each side gives'), { kind: 'list' as const, ordered: false, items: sides }]),
      ...today(facts),
    ],
    notes: [moneySentence(snapshot, forecast, reserve).text, ...(dear === null ? [] : [dear.text]), ...eachSide(facts, reserve).map(plainWords)],
  };
}

/** Whether the way forward makes any year dearer or cheaper. */
export const changesCosts = ({ planForecast, forecast }: DocumentFacts): boolean =>
  planForecast.totals.plannedPence.some((pence, year) => pence !== forecast.totals.plannedPence[year]);

function chartAsThingsStand(facts: DocumentFacts): ChartSpec {
  const { plan, planForecast, snapshot, forecast } = facts;
  return changesCosts(facts) ? { ...costChart(planForecast, reserveCourse(plan, planForecast)), key: 'cost_as_things_stand', title: 'Planned cost as things stand' } : costChart(forecast, reserveCourse(snapshot, forecast));
}

/** What nobody pays yet: in the plan as it stands, and with the way forward. */
function gaps({ plan, planForecast, snapshot, forecast }: DocumentFacts): { readonly years: number; readonly short: Pence; readonly over: number; readonly stays: Pence } {
  const before = overYears(planForecast, reserveCourse(plan, planForecast));
  const missing = before.filter(({ missingPence }) => missingPence > 0);
  const after = overYears(forecast, reserveCourse(snapshot, forecast));
  return { over: before.length, years: missing.length, short: sumOf(missing.map(({ missingPence }) => missingPence)), stays: sumOf(after.map(({ missingPence }) => missingPence)) };
}

/** `One year is short. We can close the gap.`: true of the figures, or nothing is said of a budget. */
function titleOf(facts: DocumentFacts): string {
  const { years: all, totals } = facts.planForecast;
  const budgeted = totals.budgetEntered.filter(Boolean).length;
  if (sumOf(totals.plannedPence) === 0) return 'What the plan costs is not known yet.';
  if (budgeted === 0) return `The plan costs ${formatPounds(sumOf(totals.plannedPence))} over ${yearsWords(all.length)}. No budget is set yet.`;
  const { years, over, short, stays } = gaps(facts);
  const which = budgeted === all.length ? '' : ' that has a budget';
  if (over === 0) return `Every year${which} fits its budget.`;
  if (years === 0) return `${startUpper(yearsWords(over))} ${over === 1 ? 'runs' : 'run'} over, and the ICT reserve pays for ${over === 1 ? 'it' : 'them'}.`;
  const is = `${startUpper(yearsWords(years))} ${years === 1 ? 'is' : 'are'} short.`;
  if (!changesCosts(facts) || stays >= short) return `${is} ${formatPounds(stays)} is still to be found.`;
  return stays === 0 ? `${is} We can close the gap.` : `${is} We can close all but ${formatPounds(stays)} of the gap.`;
}

/** What people will notice of the way forward, in one sentence for each, and what the reserve gives. */
function sidesInShort(facts: DocumentFacts): readonly Words[] {
  const { plan, snapshot, forecast, scenario, settings } = facts;
  const told = scenario === null ? [] : noticedByDifference(namedFor(settings.reader, plan), scenario.id, optionsOf(facts)).flatMap(({ told: said }) => said.map(({ parts }) => parts));
  const drawn = drawnFrom(overYears(forecast, reserveCourse(snapshot, forecast)));
  const finance = drawn === null ? [] : [words(strong('Finance'), ` lets the ICT reserve pay ${drawn}.`)];
  const room = MOST_SIDES - finance.length;
  const shown = told.length <= room ? told : told.slice(0, room - 1);
  const rest = told.length - shown.length;
  return [...shown, ...(rest === 0 ? [] : [words(`${startUpper(inWords(rest))} more changes, told with this slide.`)]), ...finance];
}

/** The first thing that is asked: the last slide has the others. */
function today(facts: DocumentFacts): DocumentBlock[] {
  const [first] = decisionsWanted(facts);
  return first === undefined ? [] : [{ kind: 'box', title: 'Today', items: [first], ordered: false }];
}
