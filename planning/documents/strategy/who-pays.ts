import { fundName, fundNamed } from '../../budget/fund.ts';
import { budgetMatrix, type BudgetMatrix } from '../../budget/matrix.ts';
import { mayPayFor } from '../../budget/fund-words.ts';
import { reserveSentence, type ReserveCourse } from '../../budget/reserve.ts';
import { unfundedCosts, unfundedSentence } from '../../budget/sustainability.ts';
import { formatPounds, sumOf } from '../../money.ts';
import type { Forecast } from '../../result.ts';
import { money } from '../../sentences/say.ts';
import { SPEND_NATURES, type SpendNature } from '../../vocabulary.ts';
import { listOf } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, note, paragraph, type DocumentBlock, type DocumentTable } from '../model.ts';
import { namedFor } from '../names.ts';
import { yearColumns, yearsRow } from '../tables.ts';

type Money = Pick<DocumentFacts, 'snapshot' | 'forecast'>;

const NATURE_NAMES: Readonly<Record<SpendNature, string>> = { revenue: 'Revenue: running the school day by day', capital: 'Capital: large purchases that last' };

const matrixOf = ({ snapshot, forecast }: Money, nature: SpendNature | 'all' = 'all'): BudgetMatrix => budgetMatrix(snapshot, forecast, { nature, vat: 'net', by: 'fund' });
const costs = (cells: BudgetMatrix['total']): readonly number[] => cells.map(({ forecast }) => forecast);

/** Which fund pays how much in each year. A fund that pays nothing is not shown. */
function fundTable(facts: Money): DocumentTable {
  const { rows, total, years } = matrixOf(facts);
  const paying = rows.filter(({ cells }) => cells.some(({ forecast }) => forecast !== 0));
  return {
    kind: 'table', caption: 'Which money pays, by year, £', columns: yearColumns('Paid from', years.map(({ label }) => label)), note: null,
    rows: [...paying.map(({ name, cells }) => yearsRow('body', name, costs(cells))), yearsRow('grand', 'All money', costs(total))],
  };
}

/** The same cost once more, as the accounts will have it. */
function natureTable(facts: Money): DocumentTable {
  const { total, years } = matrixOf(facts);
  return {
    kind: 'table', caption: 'The same cost as revenue and capital, by year, £', columns: yearColumns('Booked as', years.map(({ label }) => label)), note: null,
    rows: [...SPEND_NATURES.map((nature) => yearsRow('body', NATURE_NAMES[nature], costs(matrixOf(facts, nature).total))), yearsRow('grand', 'Revenue and capital', costs(total))],
  };
}

/** Who pays, in words and two tables, with the rules that come with the money. */
export function whoPays(facts: DocumentFacts, reserve: ReserveCourse | null): readonly DocumentBlock[] {
  const { forecast } = facts;
  if (forecast.totals.plannedPence.every((pence) => pence === 0)) return [];
  return [heading('Who pays'), paragraph(payersSentence(facts)), fundTable(facts), natureTable(facts), ...reserveWords(facts, reserve), ...laterCosts(facts), ...rulesNote(facts)];
}

/** `The delegated budget pays £522,000 of £599,000. The devolved formula capital pays the rest.` */
function payersSentence(facts: Money): string {
  const { rows } = matrixOf(facts);
  const paying = rows.flatMap(({ said, cells }) => {
    const pence = costs(cells).reduce((sum, each) => sum + each, 0);
    return pence === 0 ? [] : [{ name: said[0] ?? '', pence }];
  }).toSorted((a, b) => b.pence - a.pence);
  const [most, ...others] = paying;
  if (most === undefined) return 'Nothing is paid in these years.';
  const all = formatPounds(paying.reduce((sum, { pence }) => sum + pence, 0));
  if (others.length === 0) return `All of it, ${all}, is paid from ${most.name}.`;
  const named = others.length > 3 ? `${String(others.length)} other sources pay` : `${listOf(others.map(({ name }) => name))} ${others.length === 1 ? 'pays' : 'pay'}`;
  return `Of ${all}, ${formatPounds(most.pence)} is paid from ${most.name}; ${named} the rest.`;
}

/** What the reserve is and how long it lasts. */
function reserveWords(facts: Money, reserve: ReserveCourse | null): readonly DocumentBlock[] {
  const { snapshot, forecast } = facts;
  if (snapshot.finance.reserve === null) return [paragraph('The school keeps no ICT reserve: money put by for a year in which ICT costs more.')];
  const what = 'The ICT reserve is money put by for a year in which ICT costs more.';
  if (reserve === null) return [paragraph(`${what} ${reserveSentence(snapshot, forecast, null)}`)];
  const begins = reserve.years[0];
  const holds = begins === undefined ? '' : ` It holds ${money(begins.startPence)} at the start of ${forecast.years[begins.yearIndex]?.label ?? ''}.`;
  return [paragraph(`${what}${holds} ${courseWords(forecast, reserve)}${boundWords(facts, reserve)}`)];
}

/** Why the reserve moves by less than a year has left, or more than it is over: what is left of a fund whose rest is not kept freely does not come into it. */
function boundWords(facts: Money, { reserve, years }: ReserveCourse): string {
  if (reserve.spread !== null) return '';
  const { funds } = facts.snapshot;
  const bound = matrixOf(facts).rows.filter(({ fundKey }) => fundKey !== null && fundNamed(funds, fundKey).leftOver !== 'kept');
  const left = years.flatMap(({ yearIndex }) => {
    const pence = sumOf(bound.map(({ cells }) => Math.max(0, cells[yearIndex]?.left ?? 0)));
    return pence === 0 ? [] : [`${money(pence)} in ${facts.forecast.years[yearIndex]?.label ?? ''}`];
  });
  return left.length === 0 ? '' : ` What is left of money that may only be spent on some things does not come into it, and pays for nothing else: ${listOf(left)}.`;
}

function courseWords({ years }: Forecast, { runsOut, belowFloor, reserve, years: course }: ReserveCourse): string {
  const label = (yearIndex: number): string => years[yearIndex]?.label ?? '';
  if (runsOut !== null) return `In ${label(runsOut.yearIndex)} it is used up, and ${money(runsOut.endPence)} short, if nothing changes.`;
  if (belowFloor !== null) return `It falls below the ${money(reserve.floorPence)} that the school means to keep in it in ${label(belowFloor.yearIndex)} if nothing changes.`;
  const last = course.at(-1);
  return last === undefined ? '' : `At the end of ${label(last.yearIndex)} it holds ${money(last.endPence)}.`;
}

/** What is bought in these years and costs something later that nobody has said who pays. */
function laterCosts({ snapshot, forecast, settings }: DocumentFacts): readonly DocumentBlock[] {
  const named = namedFor(settings.reader, snapshot);
  const found = unfundedCosts(named, forecast);
  return found.length === 0 ? [] : [paragraph(unfundedSentence(forecast, found))];
}

/** What money may be spent on alone. */
function rulesNote(facts: Money): readonly DocumentBlock[] {
  const { funds } = facts.snapshot;
  const rules = matrixOf(facts).rows.flatMap(({ fundKey, cells }) => {
    const fund = funds.find(({ key }) => key === fundKey);
    if (fund === undefined || cells.every(({ forecast }) => forecast === 0)) return [];
    const pays = mayPayFor(fund);
    return pays === 'anything' ? [] : [`${fundName(funds, fund.key)}: ${pays}`];
  });
  return rules.length === 0 ? [] : [note(`What some of this money may pay for. ${rules.join('; ')}.`)];
}
