import { useState } from 'react';
import type { OwnOrder } from '../../planning/budget/rule-effect.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

/** How many are shown before the rest is asked for. */
const FIRST = 5;

const Codes = ({ codes, capital }: { readonly codes: readonly string[]; readonly capital: boolean }) =>
  (capital ? <b>{codes.join(' and ')}</b> : <span className="q2">{codes.join(' and ')}</span>);

const unitWords = ({ unitPence, leastUnitPence }: OwnOrder): string =>
  (unitPence === leastUnitPence ? formatPounds(unitPence) : `${formatPounds(leastUnitPence)} to ${formatPounds(unitPence)}`);

/** What the plan buys from the rule's first year on, coded by the item and by the order. */
export function OrdersTable({ orders }: { readonly orders: readonly OwnOrder[] }) {
  const { savedForecast: { years } } = useSavedPlan();
  const [all, setAll] = useState(false);
  if (orders.length === 0) return <p className="settings-note">The plan buys nothing yet in these years that could be capital.</p>;
  return (
    <>
      <table className="l settings-orders">
        <caption className="vh">Your own orders, coded by the item and by the order</caption>
        <thead>
          <tr>
            <th scope="col">Your own orders</th><th scope="col" className="num">£</th><th scope="col">One item</th><th scope="col">By item</th><th scope="col">By order</th>
          </tr>
        </thead>
        <tbody>
          {(all ? orders : orders.slice(0, FIRST)).map((order) => (
            <tr key={`${order.yearIndex} ${order.name}`}>
              <th scope="row">{order.name}, {years[order.yearIndex]?.label}</th>
              <td className="num">{formatPounds(order.netPence, { symbol: false })}</td>
              <td className="q2">{unitWords(order)}</td>
              <td><Codes codes={order.byItem} capital={order.natureByItem === 'capital'} /></td>
              <td><Codes codes={order.byOrder} capital={order.natureByOrder === 'capital'} /></td>
            </tr>
          ))}
        </tbody>
      </table>
      {orders.length > FIRST && <p className="settings-more"><Button variant="link" small aria-expanded={all} onClick={() => setAll(!all)}>{all ? 'Show the first five' : `Show all ${formatCount(orders.length)}`}</Button></p>}
    </>
  );
}
