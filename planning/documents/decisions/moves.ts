import { decisionRef } from '../../analysis/needs/refs.ts';
import { reallocations, storyTotal, yearsOfMoves } from '../../analysis/decisions/story.ts';
import { placeName } from '../../budget/place-name.ts';
import { financialYearLabel, formatDate, formatLongDate } from '../../calendar.ts';
import { formatCount, formatExact, formatPounds } from '../../money.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import { inWords, listOf, reasonWords, startUpper } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, lead, paragraph, words, type DocumentBlock, type DocumentTable } from '../model.ts';
import { figureColumn, moneyCell, tableRow, wordsColumn } from '../tables.ts';

/** Years whose moves are listed, the newest; and moves in one year. */
const MOST_YEARS = 5;
const MOST_MOVES = 60;

/** Money that was moved from one part of the budget to another, and how each move came about. */
export function movesSection({ plan, forecast: { asOf } }: DocumentFacts): DraftSection {
  const years = yearsOfMoves(plan);
  const shown = years.slice(0, MOST_YEARS);
  const earlier = years.slice(MOST_YEARS).map((year) => financialYearLabel(year, plan.school.yearStartMonth));
  return {
    key: 'moves', title: 'Virements', landscape: true,
    blocks: [
      lead('A virement is money moved from one part of the budget to another in the same year. It adds nothing to the whole.'),
      ...(years.length === 0 ? [paragraph('No money has been moved by agreement yet.')] : shown.flatMap((year) => movesOfYear(plan, year, asOf))),
      ...(earlier.length === 0 ? [] : [paragraph(`Money was also moved in ${listOf(earlier)}; Budgets has those years.`)]), ...askedFor(plan),
    ],
  };
}

function movesOfYear(plan: PlanSnapshot, year: number, asOf: string): readonly DocumentBlock[] {
  const { moves, pence, sentence } = storyTotal(plan, year);
  const label = financialYearLabel(year, plan.school.yearStartMonth);
  const all = reallocations(plan, year, asOf);
  const table: DocumentTable = {
    kind: 'table', caption: `Money moved in ${label}`, note: all.length > MOST_MOVES ? `The newest ${MOST_MOVES} of ${formatCount(all.length)}.` : null,
    columns: [wordsColumn('Agreed', 1.2), figureColumn('£', 0.8), wordsColumn('Taken from', 2.2), wordsColumn('Given to', 2.2), wordsColumn('Why', 3), wordsColumn('Decision', 2.2), wordsColumn('How it went', 2)],
    rows: all.slice(0, MOST_MOVES).map(({ virement, agreedOn, takenFrom, decision, reason, how }) => tableRow('body', 
      formatDate(agreedOn), { ...moneyCell(virement.pence), text: formatPounds(virement.pence, { symbol: false, pence: virement.pence % 100 !== 0 }) }, takenFrom, placeName(plan, virement.to, year),
      `${startUpper(reason)}.`, decision === null ? 'None' : `${decisionRef(decision.number)} ${decision.title}`, how.text,
    )),
  };
  return [heading(label), paragraph(`${startUpper(inWords(moves))} move${moves === 1 ? '' : 's'} of money, ${formatExact(pence)} in all. ${sentence}`), table];
}

/** What was asked for and nobody has agreed to: in no budget yet. */
function askedFor(plan: PlanSnapshot): readonly DocumentBlock[] {
  const asked = plan.finance.virements.filter(({ agreedOn }) => agreedOn === null);
  if (asked.length === 0) return [];
  const items = asked.slice(0, MOST_MOVES).map(({ pence, from, to, year, askedBy, askedOn, reason }) =>
    words(`${formatExact(pence)} from ${placeName(plan, from, year)} to ${placeName(plan, to, year)} in ${financialYearLabel(year, plan.school.yearStartMonth)}, asked by ${askedBy} on ${formatLongDate(askedOn)}: ${reasonWords(reason)}.`));
  return [heading('Asked for and not agreed yet'), { kind: 'list', ordered: false, items }];
}
