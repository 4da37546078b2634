import { formatPounds } from '../../planning/money.ts';
import type { YearEffect } from '../../planning/refresh/move-effect.ts';
import type { Pence } from '../../planning/vocabulary.ts';

const change = (pence: Pence): string => `${pence > 0 ? '+' : ''}${formatPounds(pence)}`;

/** What each year costs now and would cost, and by how much that differs, before anything is changed. */
export function YearEffects({ years }: { readonly years: readonly YearEffect[] }) {
  if (years.length === 0) return <p className="effect-none">The cost of every year in the plan stays as it is.</p>;
  const together = years.reduce((sum, { before, after }) => sum + after - before, 0);
  return (
    <table className="l year-effects">
      <caption className="vh">What it does to the cost of the plan</caption>
      <thead>
        <tr><th scope="col">Planned cost</th><th scope="col" className="num">Now</th><th scope="col" className="num">Then</th><th scope="col" className="num">Change</th></tr>
      </thead>
      <tbody>
        {years.map(({ label, before, after }) => (
          <tr key={label}>
            <th scope="row">{label}</th><td className="num"><s>{formatPounds(before)}</s></td>
            <td className="num">{formatPounds(after)}</td><td className="num b">{change(after - before)}</td>
          </tr>
        ))}
      </tbody>
      {years.length > 1 && (
        <tfoot><tr className="tot"><th scope="row" colSpan={3}>Together</th><td className="num">{change(together)}</td></tr></tfoot>
      )}
    </table>
  );
}
