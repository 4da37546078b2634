import { formatLongDate, formatMonth } from '../calendar.ts';
import { formatCount, sumOf } from '../money.ts';
import { followedBy, money, say, strong, type Sentence } from '../sentences/say.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import { listOf } from '../words.ts';
import { schemeOn } from './codes.ts';
import { becomes } from './profile.ts';
import { yearOfColumn, type ReturnKind, type ReturnTable } from './returns.ts';

export const RETURN_NAMES: Readonly<Record<ReturnKind, string>> = { bfr: 'Budget forecast return', cfr: 'Consistent financial reporting' };

/** The return that a school makes on a day. */
export const ownReturn = (snapshot: PlanSnapshot, asOf: IsoDate): ReturnKind => (schemeOn(snapshot, asOf) === 'academy' ? 'bfr' : 'cfr');

/** Columns that hold each month once: the two parts of each year, or the years. */
const apart = ({ kind, columns }: ReturnTable): number => (kind === 'bfr' ? 6 : columns.length);

/**
 * The sentence over a return: what its years come to and under which line most of it stands, whether it is the return
 * that the school makes, what is not in it.
 */
export function returnSentence(snapshot: PlanSnapshot, table: ReturnTable, asOf: IsoDate): Sentence {
  const claims = [mostOf(table), ownWords(snapshot, table, asOf), unpricedWords(table)];
  return claims.reduce(followedBy, yearsOf(table));
}

function yearsOf(table: ReturnTable): Sentence {
  const { kind, columns, total, vat } = table;
  const years = [...Map.groupBy(columns.slice(0, apart(table)).map((column, at) => ({ label: yearOfColumn(kind, column), pence: total[at] ?? 0 })), ({ label }) => label)]
    .map(([label, of]) => `${money(sumOf(of.map(({ pence }) => pence)))} in ${label}`);
  if (total.every((pence) => pence === 0)) return say('There is nothing with a price to return in these years.');
  return say(`${vat === 'gross' ? 'With VAT, ICT' : 'ICT'} comes to `, strong(listOf(years)), `, ${kind === 'bfr' ? 'September to August' : 'April to March'}.`);
}

function mostOf(table: ReturnTable): Sentence | null {
  const until = apart(table);
  const sums = table.rows.map(({ name, number, pence }) => ({ name: table.kind === 'cfr' && number !== null ? `${number} ${name}` : name, pence: sumOf(pence.slice(0, until)) }));
  const [most] = sums.toSorted((a, b) => b.pence - a.pence);
  return most === undefined || most.pence <= 0 ? null : say(`Most stands under ${most.name}: ${money(most.pence)}.`);
}

const SCHOOLS: Readonly<Record<ReturnKind, string>> = { bfr: 'an academy', cfr: 'a maintained school' };

function ownWords(snapshot: PlanSnapshot, { kind }: ReturnTable, asOf: IsoDate): Sentence | null {
  const { conversion } = snapshot.finance.profile;
  if (conversion !== null && conversion.on > asOf) return say(`The school becomes ${becomes(conversion.type)} on ${formatLongDate(conversion.on)}: ${kind === 'bfr' ? 'it makes this return from then on' : 'it makes this return until then'}.`);
  return ownReturn(snapshot, asOf) === kind ? null : say(`It is the return of ${SCHOOLS[kind]}, shown for comparison: this school makes the other.`);
}

const unpricedWords = ({ unpriced }: ReturnTable): Sentence | null =>
  (unpriced.length === 0 ? null : say(`Not in it, because nobody has said what they cost: ${listOf(unpriced.map(({ name, quantity }) => `${name} (${formatCount(quantity)})`))}.`));

/** What the columns are, and how their sums stand to one another: the note under a return. */
export function returnNote({ kind, columns, memo }: ReturnTable): string {
  const [first] = columns;
  const from = first === undefined ? '' : formatMonth(first.firstMonth);
  const columnWords = kind === 'bfr'
    ? `Y1 begins in ${from} and is the previous year: Kitplan knows of it what the register and the running costs tell, the finance system knows the rest. P1 is September to March, P2 April to August. Y3P1 and Y3P2 together are Y2 of the three years’ forecast.`
    : `Years are April to March, from ${from}.`;
  return [
    columnWords, 'Each cost stands in the month in which it falls. Every total is its lines to the penny; shown in whole pounds, lines can look £1 or so away from it.',
    ...(memo.length === 0 ? [] : ['Revenue that pays for capital is shown once more under the total, and is not in it.']),
    ...(kind === 'bfr' ? ['DfE’s numbers of lines are filled in under Settings, Money profile.'] : []),
  ].join(' ');
}
