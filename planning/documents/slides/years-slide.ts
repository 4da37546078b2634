import { reserveCourse } from '../../budget/reserve.ts';
import { ledgerRows } from '../../ledger.ts';
import { formatCount, formatPounds, sumOf } from '../../money.ts';
import { wholeCost } from '../../scenarios/compare-sentence.ts';
import { strong } from '../../sentences/say.ts';
import { listOf, startLower, startUpper } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, paragraph, plainWords, words, type DocumentTable, type Words } from '../model.ts';
import { costFigure } from '../strategy/costs.ts';
import { moneySentence, overYears, yearsWords } from '../strategy/money-lead.ts';
import { figureColumn, moneyCell, tableRow, wordsColumn } from '../tables.ts';
import { changesCosts } from './cost-slide.ts';

/** Kinds of kit named in one year. */
const MOST_KINDS = 3;
const MOST_BESIDE = 2;

/** What the money buys in each year: beside the chart of the way forward, or as a table where the slide before has the chart already. */
export function yearsSlide(facts: DocumentFacts): DraftSection {
  const { snapshot, forecast } = facts;
  const reserve = reserveCourse(snapshot, forecast);
  const money = moneySentence(snapshot, forecast, reserve).text;
  const section = { key: 'years', title: titleOf(facts), notes: [money, ...spentNote(facts), ...boughtInYears(facts, MOST_KINDS).map(plainWords)] };
  if (forecast.totals.plannedPence.every((pence) => pence === 0)) return { ...section, notes: [money], blocks: [paragraph('Nothing with a known price falls due in these years.')] };
  if (!changesCosts(facts)) return { ...section, blocks: [yearsTable(facts)] };
  return { ...section, blocks: [...costFigure(facts), heading('What it buys'), { kind: 'list', ordered: false, items: boughtInYears(facts, MOST_BESIDE) }] };
}

function titleOf(facts: DocumentFacts): string {
  const { snapshot, forecast, scenario } = facts;
  if (!changesCosts(facts) || scenario === null) return `What the money buys in ${yearsWords(forecast.years.length)}`;
  if (forecast.totals.budgetPence === null) return `${scenario.name} costs ${formatPounds(wholeCost(forecast))} over ${yearsWords(forecast.years.length)}.`;
  const missing = sumOf(overYears(forecast, reserveCourse(snapshot, forecast)).map(({ missingPence }) => missingPence));
  return missing === 0 ? `${scenario.name} leaves no year short of money.` : `${scenario.name} leaves ${formatPounds(missing)} to be found.`;
}

type Bought = { readonly label: string; readonly names: readonly string[]; readonly more: number };

/** The kinds of kit and running costs that cost most in each year, with how many items of each. */
function boughtBy({ snapshot, forecast }: DocumentFacts, most: number): readonly Bought[] {
  const rows = ledgerRows(snapshot, forecast, { levels: ['kind'] }).rows.flatMap((row) => (row.kind === 'needs' ? row.children : [row]));
  return forecast.years.map(({ label }, year) => {
    const there = rows.flatMap((row) => {
      const cell = row.cells[year];
      return cell === undefined || cell.lines === 0 ? [] : [{ name: row.name, ...cell }];
    }).toSorted((a, b) => b.pence - a.pence);
    const names = there.slice(0, most).map(({ name, quantity }) => (quantity === 0 ? startLower(name) : `${formatCount(quantity)} ${startLower(name)}`));
    return { label, names, more: there.length - names.length };
  });
}

const namesWords = ({ names, more }: Bought): string =>
  (names.length === 0 ? 'nothing falls due' : listOf([...names, ...(more === 0 ? [] : [`${formatCount(more)} other kind${more === 1 ? '' : 's'} of cost`])]));

const boughtInYears = (facts: DocumentFacts, most: number): readonly Words[] =>
  boughtBy(facts, most).map((bought) => words(strong(bought.label), `: ${namesWords(bought)}.`));

function yearsTable(facts: DocumentFacts): DocumentTable {
  const { totals } = facts.forecast;
  const left = totals.budgetEntered.map((entered, year) => (entered ? totals.differencePence?.[year] ?? null : null));
  const budgeted = left.some((pence) => pence !== null);
  return {
    kind: 'table', caption: 'The dearest of each year', note: spentNote(facts)[0] ?? null,
    columns: [wordsColumn('Year', 1), wordsColumn('What it buys', 5), figureColumn('Cost, £', 1.2), ...(budgeted ? [figureColumn('Against budget', 1.5)] : [])],
    rows: boughtBy(facts, MOST_KINDS).map((bought, year) => {
      const pence = left[year] ?? null;
      const against = pence === null ? { text: 'not entered' } : { text: `${formatPounds(Math.abs(pence), { symbol: false })} ${pence < 0 ? 'over' : 'left'}`, pence, strong: pence < 0 };
      return tableRow('body', { text: bought.label, strong: true }, startUpper(namesWords(bought)), moneyCell(totals.plannedPence[year] ?? 0), ...(budgeted ? [against] : []));
    }),
  };
}

const spentNote = ({ forecast: { totals, years } }: DocumentFacts): readonly string[] =>
  totals.alreadyPence.flatMap((pence, year) => (pence === 0 ? [] : [`The cost of ${years[year]?.label ?? ''} includes ${formatPounds(pence)} that is spent already.`]));
