import { sumOf } from '../money.ts';
import { followedBy, money, say, strong, type Sentence, type SentencePart } from '../sentences/say.ts';
import type { Pence } from '../vocabulary.ts';
import { inWords, itemCount, listOf, startUpper } from '../words.ts';
import type { BudgetMatrix, BudgetRow } from './matrix.ts';

/**
 * The sentence that opens the budget page: how the open year should finish, which codes are over in it, which later
 * years are over and where. Made from the figures on screen alone; each claim is checked before it is made.
 */
export function budgetSentence(matrix: BudgetMatrix): Sentence {
  const { years, total, entered } = matrix;
  const [open] = years;
  if (open === undefined) return say('');
  const spends = total.some((cell) => cell.forecast !== 0 || cell.unpriced > 0);
  if (!spends && !entered.includes(true)) return say('There is neither a budget nor anything to pay for in these years yet.');
  if (!hasBudget(matrix)) return followedBy(withoutBudget(matrix), unpriced(matrix));
  const sentences = [openYear(matrix), codesOver(matrix), laterYears(matrix), notDivided(matrix), unpriced(matrix)];
  return sentences.reduce<Sentence>((whole, next) => (whole.text === '' ? next ?? whole : followedBy(whole, next)), say(''));
}

/** Whether a budget stands against what is on screen in some year. */
const hasBudget = ({ total }: BudgetMatrix): boolean => total.some(({ left }) => left !== null);

const NATURE_WORDS = { all: '', revenue: 'revenue spending in ', capital: 'capital spending in ' } as const;

/** `2026/27`, `with VAT, revenue spending in 2026/27`: what the whole sentence is of. */
const subjectOf = ({ years, view }: BudgetMatrix): string =>
  `${view.vat === 'gross' ? 'with VAT, ' : ''}${NATURE_WORDS[view.nature]}${years[0]?.label ?? ''}`;

function withoutBudget(matrix: BudgetMatrix): Sentence {
  const { total, view, entered } = matrix;
  const what = subjectOf(matrix);
  const whole = total[0];
  const none = entered.includes(true)
    ? `The budget is not divided into revenue and capital, so what is over cannot be said of ${view.nature} alone.`
    : 'No budget has been entered yet, so nothing can be over or under.';
  if (whole === undefined || (whole.forecast === 0 && whole.unpriced > 0)) return say(`What ${NATURE_WORDS[view.nature]}${matrix.years[0]?.label ?? ''} comes to is not known yet. ${none}`);
  return say(`${what} should come to `, strong(money(whole.forecast)), `. ${none}`);
}

function openYear(matrix: BudgetMatrix): Sentence {
  const { total, view } = matrix;
  const what = subjectOf(matrix);
  const { left, forecast } = total[0] ?? { left: null, forecast: 0 };
  if (left === null) return say(`${what} should come to `, strong(money(forecast)), ` and has no budget${view.nature === 'all' ? '' : ' of its own'} yet.`);
  if (left === 0) return say(`${what} should finish `, strong('exactly on budget'), '.');
  return say(`${what} should finish `, strong(`${money(left)} ${left < 0 ? 'over' : 'under'}`), '.');
}

type Over = { readonly name: string; readonly pence: Pence };

/** Rows that are over in a year, the most first. */
const oversIn = (rows: readonly BudgetRow[], year: number): readonly Over[] => rows
  .flatMap((row): Over[] => {
    const left = row.cells[year]?.left ?? null;
    return left === null || left >= 0 ? [] : [{ name: row.said[year] ?? row.name, pence: -left }];
  })
  .toSorted((a, b) => b.pence - a.pence);

/** `E20F is £500 over.`; of more than three how many, and the most. */
function codesOver({ rows, view }: BudgetMatrix): Sentence | null {
  const overs = oversIn(rows, 0);
  const [most] = overs;
  if (most === undefined) return null;
  const is = ({ name, pence }: Over): string => `${name} is ${money(pence)} over`;
  if (overs.length <= 3) return say(`${startUpper(listOf(overs.map(is)))}.`);
  return say(`${startUpper(inWords(overs.length))} ${view.by === 'code' ? 'codes' : 'funds'} are over, most of all ${most.name}, by ${money(most.pence)}.`);
}

function laterYears(matrix: BudgetMatrix): Sentence | null {
  const later = matrix.years.slice(1).map(({ label }, at) => ({ label, year: at + 1, left: matrix.total[at + 1]?.left ?? null }));
  const known = later.flatMap(({ label, year, left }) => (left === null ? [] : [{ label, year, left }]));
  if (known.length === 0) return later.length === 0 ? null : say(`No later year has a budget yet.`);
  const over = known.filter(({ left }) => left < 0).toSorted((a, b) => a.left - b.left);
  if (over.length === 0) return say(known.length === later.length ? allLaterFit(known.length) : `${startUpper(inWords(known.length))} later year${known.length === 1 ? ' has a budget and fits it' : 's have a budget and fit it'}.`);
  const [worst] = over;
  if (worst === undefined) return null;
  const claim = ({ label, left }: typeof worst): (string | SentencePart)[] => [`${label} is `, strong(`${money(left)} over`)];
  const where = whereOver(matrix, worst.year);
  if (over.length === 1) return say(...claim(worst), where === null ? '.' : `, ${where}.`);
  if (over.length === 2) {
    const [first, second] = over.toSorted((a, b) => a.year - b.year);
    if (first === undefined || second === undefined) return null;
    return say(...claim(first), ' and ', ...claim(second), where === null ? '.' : `, in ${worst.label} ${where}.`);
  }
  return say(
    strong(`${startUpper(inWords(over.length))} later years are over`), `, by ${money(sumOf(over.map(({ left }) => left)))} in all; `,
    `the most is ${worst.label}, by ${money(worst.left)}${where === null ? '' : `, ${where}`}.`,
  );
}

const allLaterFit = (count: number): string =>
  (count === 1 ? 'The year after fits its budget.' : `The ${inWords(count)} years after fit their budgets.`);

/** `almost all in E20E and E20B`: the fewest rows, three at most, that hold nine tenths of all that is over in a year. */
function whereOver({ rows }: BudgetMatrix, year: number): string | null {
  const overs = oversIn(rows, year);
  // Where nothing has been divided there is nowhere to point to.
  if (rows.every((row) => row.kind === 'undivided' || (row.cells[year]?.allocated ?? null) === null)) return null;
  const all = sumOf(overs.map(({ pence }) => pence));
  for (let count = 1; count <= Math.min(3, overs.length); count++) {
    const these = overs.slice(0, count);
    const held = sumOf(these.map(({ pence }) => pence));
    if (held === all) return `all in ${listOf(these.map(({ name }) => name))}`;
    if (held * 10 >= all * 9) return `almost all in ${listOf(these.map(({ name }) => name))}`;
  }
  const [most] = overs;
  return most !== undefined && most.pence * 2 >= all ? `most of it in ${most.name}` : null;
}

/** While money of the open year has no code, no code of it can be said to be over. */
function notDivided({ rows, years, view, total }: BudgetMatrix): Sentence | null {
  const undivided = rows.flatMap((row) => (row.kind === 'undivided' ? [row] : row.children.filter(({ kind }) => kind === 'undivided')));
  const pence = sumOf(undivided.map(({ cells }) => cells[0]?.allocated ?? 0));
  if (pence <= 0 || view.nature !== 'all') return null;
  return pence === total[0]?.allocated
    ? say(`The budget of ${years[0]?.label ?? ''} is not divided by code yet.`)
    : say(`${money(pence)} of ${years[0]?.label ?? ''} is not divided by code yet.`);
}

const unpriced = ({ unpriced: quantity }: BudgetMatrix): Sentence | null =>
  (quantity === 0 ? null : say(`${itemCount(quantity)} without a price ${quantity === 1 ? 'is' : 'are'} not in these figures.`));
