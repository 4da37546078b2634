import type { ActualsReport } from '../../app/contract/actuals.ts';
import { placeTitle } from '../../planning/budget/code-titles.ts';
import { fundName } from '../../planning/budget/fund.ts';
import { formatCount, formatExact, formatPounds, sumOf } from '../../planning/money.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { usePlan } from '../lib/plan.tsx';
import { Section } from '../parts/section.tsx';

export const rowsWords = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;
const plain = (pence: Pence): string => formatPounds(pence, { symbol: false });

const LEFT_OUT_WORDS: Readonly<Record<ActualsReport['leftOutBy'][number]['reason'], string>> = {
  ignored_text: 'hold a text to leave out', no_money: 'hold no money', not_ict: 'are not ICT by their ledger code', cost_centre: 'are booked to a cost centre that does not count as ICT',
};

/** What the export holds by code and fund, beside what the plan counts as spent of those days now. */
export function PlacesTable({ found }: { readonly found: ActualsReport }) {
  const { snapshot } = usePlan();
  const { places, replaces, yearLabel } = found;
  const committed = places.some(({ committedPence }) => committedPence !== null);
  const total = { pence: sumOf(places.map(({ pence }) => pence)), now: sumOf(places.map(({ nowPence }) => nowPence)), committed: sumOf(places.map(({ committedPence }) => committedPence ?? 0)) };
  return (
    <Section title={`Spent in ${yearLabel}, by code and fund`} aside={`In £, beside what the plan counts of those days now${replaces === null ? '' : `, by ${replaces.fileName}`}`}>
      <table className="l">
        <thead>
          <tr>
            <th scope="col">Code</th><th scope="col">For</th><th scope="col">Fund</th><th scope="col" className="num">Export</th>
            {committed && <th scope="col" className="num">Committed</th>}
            <th scope="col" className="num">Now</th><th scope="col" className="num">Difference</th>
          </tr>
        </thead>
        <tbody>
          {places.map(({ costCategory, nature, fundKey, code, pence, committedPence, nowPence }) => (
            <tr key={`${costCategory} ${nature} ${fundKey}`}>
              <th scope="row"><b>{code}</b></th>
              <td>{placeTitle(costCategory, nature)}</td>
              <td className="nw">{fundName(snapshot.funds, fundKey)}</td>
              <td className="num">{plain(pence)}</td>
              {committed && <td className="num">{committedPence === null ? '' : plain(committedPence)}</td>}
              <td className="num">{plain(nowPence)}</td>
              <td className="num">{plain(pence - nowPence)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="tot">
            <th scope="row" colSpan={3}>All ICT</th><td className="num">{plain(total.pence)}</td>
            {committed && <td className="num">{plain(total.committed)}</td>}
            <td className="num">{plain(total.now)}</td><td className="num">{plain(total.pence - total.now)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

/** Every row and every pound accounted for, and what the year comes to with it. */
export function EveryRow({ found }: { readonly found: ActualsReport }) {
  const { read, matched, leftOut, refused, leftOutBy, before, after, yearLabel } = found;
  const left = after.budgetPence === null ? null : after.budgetPence - after.plannedPence;
  return (
    <Section title="Every row accounted for" aside={`${rowsWords(read.rows)}, ${formatExact(read.pence)}`}>
      <ul className="plain actuals-points">
        <li><b>{rowsWords(matched.rows)}</b> come in: {formatExact(matched.pence)}.</li>
        {leftOutBy.map(({ reason, rows, pence, codes }) => (
          <li key={reason}><b>{rowsWords(rows)}</b> {rows === 1 ? LEFT_OUT_WORDS[reason].replace(/^hold /u, 'holds ').replace(/^are /u, 'is ') : LEFT_OUT_WORDS[reason]}: {formatExact(pence)} left out{codes.length === 0 ? '' : ` (${codes.join(', ')}${codes.length === 12 ? ' …' : ''})`}.</li>
        ))}
        {refused.rows > 0 && <li><b>{rowsWords(refused.rows)}</b> cannot come in: {formatExact(refused.pence)}, as far as it can be read.</li>}
        {leftOut.rows + refused.rows === 0 && <li>Nothing is left out and nothing is refused.</li>}
      </ul>
      <p className="q2">
        {yearLabel} has then spent {formatExact(after.alreadyPence)} (now {formatExact(before.alreadyPence)}) and should come to {formatExact(after.plannedPence)} (now {formatExact(before.plannedPence)})
        {left === null ? '.' : `, ${formatExact(Math.abs(left))} ${left < 0 ? 'over' : 'under'} its budget.`}
      </p>
    </Section>
  );
}
