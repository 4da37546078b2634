import { accessOf, estateBy, type EstateGroup } from '../../access/access.ts';
import { accessSentence } from '../../access/sentence.ts';
import { formatCount, sumOf } from '../../money.ts';
import { itemCount, listOf, startLower } from '../../words.ts';
import type { ChartSpec } from '../chart-spec.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { kitWords } from '../kit-words.ts';
import { paragraph, type DocumentBlock } from '../model.ts';
import { estateSentence, overdueBy } from '../strategy/estate.ts';
import { measureRows } from '../strategy/knowing.ts';
import { leftOutSentence } from '../strategy/left-out.ts';
import { leftOutOf } from '../../quality/left-out.ts';
import { documentTable, wordsColumn } from '../tables.ts';

/** Bars that are read across a room; smaller kinds are one bar. */
const MOST_BARS = 7;

const NO_KIT = 'Once kit is in the register, this slide shows how much there is and how old it is.';

/** What the school has, how much of it is past its planned age, and what is measured. */
export function nowSlide(facts: DocumentFacts): DraftSection {
  const { snapshot, forecast, settings: { reader } } = facts;
  const { all, groups } = estateBy(snapshot, forecast.asOf, (categoryKey) => kitWords(snapshot.categories, categoryKey, reader));
  const section = { key: 'now', title: titleOf(all.quantity, forecast.overdueQuantity) };
  if (all.quantity === 0) return { ...section, blocks: [paragraph(NO_KIT)], notes: [NO_KIT] };
  return {
    ...section,
    blocks: [{ kind: 'figure', chart: kitChart(groups, overdueBy(snapshot, forecast)), ledger: null }, ...measures(facts)],
    notes: [
      estateSentence(all, forecast.overdueQuantity).text, accessSentence(accessOf(snapshot, forecast.asOf)).text,
      leftOutSentence(forecast, leftOutOf(snapshot, forecast)).text,
    ],
  };
}

function titleOf(quantity: number, overdue: number): string {
  if (quantity === 0) return 'No kit is in the register yet.';
  if (overdue === 0) return quantity === 1 ? 'The one item of kit is not known to be past its planned age.' : `None of our ${formatCount(quantity)} items of kit is known to be past its planned age.`;
  return quantity === 1 ? 'The one item of kit is past its planned age.' : `${formatCount(overdue)} of our ${formatCount(quantity)} items of kit ${overdue === 1 ? 'is past its' : 'are past their'} planned age.`;
}

type Bar = { readonly name: string; readonly quantity: number; readonly past: number };

/** How much of each kind of kit there is, and how much of that is past its planned age: the most first. */
function kitChart(groups: readonly EstateGroup[], overdue: ReadonlyMap<string, number>): ChartSpec {
  const bars = groups.map(({ group, quantity, categoryKeys }): Bar => ({ name: group, quantity, past: Math.min(quantity, sumOf(categoryKeys.map((key) => overdue.get(key) ?? 0))) }));
  const shown = bars.length > MOST_BARS + 1 ? bars.slice(0, MOST_BARS) : bars;
  const rest = bars.slice(shown.length);
  const drawn = rest.length === 0 ? shown : [...shown, { name: `${formatCount(rest.length)} other kinds`, quantity: sumOf(rest.map((bar) => bar.quantity)), past: sumOf(rest.map((bar) => bar.past)) }];
  return {
    key: 'kit_by_kind', title: 'Kit by kind, and how much is past its planned age', kind: 'bars', unit: 'count', categories: drawn.map(({ name }) => name), line: null, marks: [],
    series: [
      { key: 'past', name: 'Past its planned age', tone: 'second', values: drawn.map(({ past }) => past) },
      { key: 'rest', name: 'Not past it, or age not known', tone: 'fifth', values: drawn.map(({ quantity, past }) => quantity - past) },
    ],
    altText: `Bars of items by kind: ${listOf(drawn.map(({ name, quantity, past }) => `${startLower(name)} ${itemCount(quantity)}${past === 0 ? '' : `, ${formatCount(past)} past ${past === 1 ? 'its' : 'their'} planned age`}`))}.`,
  };
}

function measures(facts: DocumentFacts): DocumentBlock[] {
  const rows = measureRows(facts);
  return rows.length === 0 ? [] : [documentTable('What we measure', [wordsColumn('Measure', 3), wordsColumn('Today', 1.6), wordsColumn('We want', 1.6)], rows)];
}
