import { formatExact, formatPounds } from '../../money.ts';
import type { WhyStep } from '../../result.ts';
import type { Pence } from '../../vocabulary.ts';
import { listOf, startLower } from '../../words.ts';
import { ANSWER_STANDING_WORDS, type AnswerStanding } from './answers.ts';
import { isAgreedKind, isOpenKind, type LinkedNeed } from './linked-needs.ts';
import { needWords } from './road-words.ts';
import type { Road, RoadRow } from './road.ts';

const steps = (...texts: readonly (string | null)[]): WhyStep[] => texts.filter((text) => text !== null).map((text) => ({ text }));

const standingAt = ({ answered, byYear }: RoadRow, year: number): AnswerStanding => (year < 0 ? answered.standing : byYear[year] ?? answered.standing);

/** Why so many core requirements stand so at the end of a year: which came to it and which left it since the year before. */
export function whyCount(road: Road, standing: AnswerStanding, year: number): WhyStep[] {
  const there = road.rows.filter((row) => standingAt(row, year) === standing);
  const before = road.rows.filter((row) => standingAt(row, year - 1) === standing);
  const refs = (rows: readonly RoadRow[]): string => listOf(rows.map(({ answered }) => answered.requirement.ref));
  const came = there.filter((row) => !before.includes(row));
  const left = before.filter((row) => !there.includes(row));
  const since = year === 0 ? 'today' : road.years[year - 1]?.label ?? '';
  return steps(
    there.length === 0 ? `No core requirement is then “${startLower(ANSWER_STANDING_WORDS[standing])}”.` : `${ANSWER_STANDING_WORDS[standing]}: ${refs(there)}.`,
    came.length === 0 ? null : `New since ${since}: ${listOf(came.map((row) => `${row.answered.requirement.ref}${reasonFor(row, year)}`))}.`,
    left.length === 0 ? null : `No longer since ${since}: ${listOf(left.map((row) => `${row.answered.requirement.ref}, then ${startLower(ANSWER_STANDING_WORDS[standingAt(row, year)])}`))}.`,
    'What a person has answered stays so until a need that is agreed has been bought. What the register answers is asked again on the last day of the year, under the plan.',
  );
}

function reasonFor(row: RoadRow, year: number): string {
  if (row.closesIn === year) return row.closedBy === 'need' ? ' by a need that is agreed' : ' by planned replacements';
  return row.opensIn === year && row.opensBecause !== null ? ` (${row.opensBecause.replace(/\.$/u, '')})` : '';
}

export type RoadCostKind = 'agreed' | 'open' | 'refresh';

/** Why the gaps cost so much in a year: each need, or each requirement whose kit is replaced. */
export function whyRoadCost(road: Road, kind: RoadCostKind, year: number): WhyStep[] {
  if (kind === 'refresh') return whyRefresh(road, year);
  const is = kind === 'agreed' ? isAgreedKind : isOpenKind;
  const linked = road.rows.flatMap(({ answered, needs }) => needs.filter(({ state }) => is(state)).map((need) => ({ ref: answered.requirement.ref, need })));
  const of = (need: LinkedNeed): Pence => need.figures?.byYear[year] ?? 0;
  return steps(
    ...linked.filter(({ need }) => of(need) !== 0).map(({ ref, need }) => `${ref}: ${needWords(need)}, ${formatExact(of(need))}.`),
    kind === 'agreed' ? 'Of each need the option that was approved, with what another budget pays and what is in the plan already.' : 'Of each need the option that is recommended. Nothing of it is in the plan until somebody decides.',
  );
}

function whyRefresh(road: Road, year: number): WhyStep[] {
  const counted = new Set(road.rows.flatMap(({ refresh }) => refresh?.lines ?? []).filter(({ yearIndex }) => yearIndex === year));
  const byRow = road.rows.flatMap(({ answered, refresh }) => {
    const pence = refresh?.byYear[year] ?? 0;
    return pence === 0 ? [] : [`${answered.requirement.ref}: ${formatPounds(pence)} for what does not meet it today.`];
  });
  const unpriced = [...counted].reduce((sum, { netPence, quantity }) => sum + (netPence === null ? quantity : 0), 0);
  return steps(
    ...byRow, byRow.length > 1 ? 'Kit that several requirements speak of is counted once in the sum.' : null,
    unpriced === 0 ? null : `${unpriced} of them ${unpriced === 1 ? 'has' : 'have'} no price and ${unpriced === 1 ? 'is' : 'are'} not in the sum.`,
    'These replacements are in the forecast anyway: they are no new money.',
  );
}
