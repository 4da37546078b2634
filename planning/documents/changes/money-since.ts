import { formatPounds, sumOf } from '../../money.ts';
import { compareScenarios, type LinePair } from '../../scenarios/compare.ts';
import type { Forecast } from '../../result.ts';
import { CHART_GROUPS, CHART_GROUP_WORDS, type Pence } from '../../vocabulary.ts';
import { yearCosts, yearDifferences, type YearDifference } from '../compare/year-costs.ts';
import { inWords, listOf } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts, Earlier } from '../facts.ts';
import { kitWords } from '../kit-words.ts';
import { lead, type DocumentTable, type TableCell, type TableRow } from '../model.ts';
import { countCell, documentTable, figureColumn, firstOf, moreNote, NOTHING, noteOf, tableRow, wordsColumn } from '../tables.ts';

/** A difference in whole pounds: `+1,234`, `−1,234`, a dash for none. */
export const moreCell = (pence: Pence | null): TableCell =>
  (pence === null ? { text: NOTHING } : { text: pence === 0 ? NOTHING : `${pence > 0 ? '+' : ''}${formatPounds(pence, { symbol: false })}`, pence });

const costCell = (pence: Pence | null, none = NOTHING): TableCell => (pence === null ? { text: none } : { text: formatPounds(pence, { symbol: false }), pence });

/** Each year's cost and budget as it was and as it is, and what makes the difference. */
export function costsSection({ forecast }: DocumentFacts, { forecast: then }: Earlier): DraftSection {
  const years = yearDifferences(yearCosts(then), yearCosts(forecast));
  const sumFor = (pick: (year: (typeof years)[number]) => Pence | null): Pence | null => {
    const known = years.flatMap((year) => (year.morePence === null ? [] : pick(year) ?? []));
    return known.length === 0 ? null : sumOf(known);
  };
  const rows = years.map(({ label, before, after, morePence }) => tableRow('body', label, costCell(before?.costPence ?? null), costCell(after?.costPence ?? null), moreCell(morePence),
    costCell(before?.budgetPence ?? null, 'not entered'), costCell(after?.budgetPence ?? null, 'not entered')));
  const alone = years.filter(({ morePence }) => morePence === null).length;
  return {
    key: 'costs', title: 'What it costs now, and what it cost then',
    blocks: [
      lead(`${directionWords(years)} ${budgetWords(years)}`),
      documentTable('Cost and budget of each year, then and now',
        [wordsColumn('Year', 1.4), figureColumn('Cost then, £'), figureColumn('Cost now, £'), figureColumn('More or less, £'), figureColumn('Budget then, £'), figureColumn('Budget now, £')],
        [...rows, tableRow('grand', alone === 0 ? 'All years' : 'Years that both have', costCell(sumFor(({ before }) => before?.costPence ?? null)), costCell(sumFor(({ after }) => after?.costPence ?? null)), moreCell(sumFor(({ morePence }) => morePence)), '', '')],
        noteOf('Costs are net of VAT. What was spent already in the first year is in them.', alone === 0 ? null : 'A year that only one of the two plans has is in no sum.')),
      ...groupsTable(then, forecast),
    ],
  };
}

/** `It costs less in three years and more in one.` */
function directionWords(years: readonly YearDifference[]): string {
  const count = (is: (pence: Pence) => boolean): number => years.filter(({ morePence }) => morePence !== null && is(morePence)).length;
  const said = ([[count((pence) => pence < 0), 'less'], [count((pence) => pence > 0), 'more'], [count((pence) => pence === 0), 'the same']] as const)
    .filter(([number]) => number > 0).map(([number, what], at) => `${what} in ${inWords(number)}${at === 0 ? ` year${number === 1 ? '' : 's'}` : ''}`);
  return said.length === 0 ? 'No year stands in both plans.' : `It costs ${listOf(said)}.`;
}

/** Which budgets are not what they were; a year that only one of the two has is none of them. */
function budgetWords(years: readonly YearDifference[]): string {
  const changed = years.filter(({ before, after }) => before !== null && after !== null && before.budgetPence !== after.budgetPence).map(({ label }) => label);
  return changed.length === 0 ? 'No budget was changed.' : `The budget of ${listOf(changed)} was changed.`;
}

/** The difference by what it is spent on, where there is one: its columns add up to those above. */
function groupsTable(then: Forecast, now: Forecast): DocumentTable[] {
  const common = now.years.flatMap(({ year, label }, at) => {
    const was = then.years.findIndex((each) => each.year === year);
    return was === -1 ? [] : [{ label, at, was }];
  });
  const moreOf = (group: (typeof CHART_GROUPS)[number]): Pence[] => common.map(({ at, was }) => (now.totals.plannedByChartGroup[group][at] ?? 0) - (then.totals.plannedByChartGroup[group][was] ?? 0));
  const rowFor = (kind: TableRow['kind'], name: string, years: readonly Pence[]): TableRow => tableRow(kind, name, ...years.map(moreCell), moreCell(sumOf(years)));
  const groups = CHART_GROUPS.map((group) => ({ name: CHART_GROUP_WORDS[group], years: moreOf(group) })).filter(({ years }) => years.some((pence) => pence !== 0));
  return groups.length === 0 ? [] : [documentTable('What is more or less, by what it is spent on',
    [wordsColumn('', 2), ...common.map(({ label }) => figureColumn(label)), figureColumn('All, £')],
    [...groups.map(({ name, years }) => rowFor('body', name, years)), rowFor('grand', 'All together', common.map((_, year) => sumOf(groups.map(({ years }) => years[year] ?? 0))))])];
}

/** Longer lists are for the refresh plan itself. */
const MOST_ROWS = 40;

const CHANGED_WORDS: Readonly<Record<LinePair['change'], (before: string, after: string) => string>> = {
  added: (_, after) => `Now planned in ${after}`, removed: (before) => `No longer to come in ${before}`,
  moved: (before, after) => `Moved from ${before} to ${after}`, changed: (_, after) => `Another number or price in ${after}`,
};

/**
 * What is planned otherwise than it was, kind by kind, where both plans have the same years; null where they do not. With
 * what was spent in the meantime its rows add up to the difference of all years.
 */
export function plannedSection({ snapshot, forecast, settings: { reader } }: DocumentFacts, { snapshot: was, forecast: then }: Earlier): DraftSection | null {
  if (then.years[0]?.start !== forecast.years[0]?.start || then.years.length !== forecast.years.length) return null;
  const { pairs, spent, plannedPence } = compareScenarios({ snapshot: was, forecast: then }, { snapshot, forecast });
  const yearOf = (pair: LinePair, side: 'before' | 'after'): string => forecast.years[pair[side]?.yearIndex ?? -1]?.label ?? '';
  const nameOf = ({ before, after }: LinePair): string => kitWords(snapshot.categories, (after ?? before)?.categoryKey ?? '', reader);
  const grouped = [...Map.groupBy(pairs, (pair) => [nameOf(pair), pair.change, yearOf(pair, 'before'), yearOf(pair, 'after')].join('\n')).values()].map((alike) => {
    const [first] = alike;
    return {
      name: first === undefined ? '' : nameOf(first), what: first === undefined ? '' : CHANGED_WORDS[first.change](yearOf(first, 'before'), yearOf(first, 'after')),
      items: sumOf(alike.map(({ before, after }) => (after ?? before)?.quantity ?? 0)), pence: sumOf(alike.map(({ before, after }) => (after?.netPence ?? 0) - (before?.netPence ?? 0))),
    };
  }).toSorted((a, b) => Math.abs(b.pence) - Math.abs(a.pence));
  const spentPence = sumOf(spent.map(({ before, after }) => after - before));
  const { shown, more } = firstOf(grouped, MOST_ROWS);
  const rest = sumOf(grouped.slice(MOST_ROWS).map(({ pence }) => pence));
  if (grouped.length === 0 && spentPence === 0) return { key: 'planned', title: 'What is planned otherwise', blocks: [lead('Everything is planned as it was.')] };
  return {
    key: 'planned', title: 'What is planned otherwise',
    blocks: [
      lead('What comes in another year, or costs something else, the largest difference first.'),
      documentTable('What is planned otherwise, by kind of kit or cost',
        [wordsColumn('What', 2.4), wordsColumn('How', 3), figureColumn('Items'), figureColumn('More or less, £', 1.3)],
        [
          ...shown.map(({ name, what, items, pence }) => tableRow('body', name, what, countCell(items), moreCell(pence))),
          ...(more === 0 ? [] : [tableRow('body', 'Everything else', '', '', moreCell(rest))]),
          ...(spentPence === 0 ? [] : [tableRow('body', 'Spent in the meantime', 'Bought or paid since', '', moreCell(spentPence))]),
          tableRow('grand', 'All together', '', '', moreCell(sumOf(plannedPence))),
        ], moreNote(more, 'difference', 'differences')),
    ],
  };
}
