import { PackageCheck, Truck } from 'lucide-react';
import { useMemo } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { explainDifference } from '../../planning/orders/explain.ts';
import { differenceWords, ORDER_STATE_WORDS, ordersTotal, type Figures, type OrderProgress, type OrderState, type Sum } from '../../planning/orders/progress.ts';
import { listOf } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { StateWord } from '../parts/tag.tsx';
import { WhyFigure } from '../parts/why.tsx';

/** Without the £, which the heading carries; a dash where there is nothing, and words where nobody knows. */
export const sumWords = ({ pence, unknown }: Sum): string => {
  if (unknown > 0 && pence === 0) return 'not known';
  return pence === 0 ? '–' : `${formatPounds(pence, { symbol: false })}${unknown > 0 ? ' and more' : ''}`;
};

export function OrderStateWord({ state }: { readonly state: OrderState }) {
  const words = ORDER_STATE_WORDS[state];
  if (state === 'received') return <StateWord tone="ok" icon={<PackageCheck className="lucide s" aria-hidden="true" />}>{words}</StateWord>;
  if (state === 'cancelled') return <span className="q2">{words}</span>;
  return <StateWord tone="warn" icon={<Truck className="lucide s" aria-hidden="true" />}>{words}</StateWord>;
}

/** "£750 under plan", which can be asked why. */
export function Difference({ orders, figures, of }: { readonly orders: readonly Pick<OrderProgress, 'lines'>[]; readonly figures: Figures; readonly of: string }) {
  const words = differenceWords(figures);
  if (figures.came + figures.outstanding === 0) return <span className="q2">–</span>;
  return (
    <WhyFigure title={`Why ${words}${of}?`} why={() => explainDifference(orders, figures)} className={(figures.differencePence ?? 0) > 0 ? 'c-over' : ''}>
      {words}
    </WhyFigure>
  );
}

const whatWords = ({ lines }: OrderProgress): string => listOf(lines.map(({ line }) => `${formatCount(line.quantity)} ${line.description}`));

function OrderRow({ progress, open, onOpen }: { readonly progress: OrderProgress; readonly open: boolean; readonly onOpen: () => void }) {
  const { snapshot } = usePlan();
  const { order, state, came, outstanding, cancelled } = progress;
  const supplier = snapshot.suppliers.find(({ id }) => id === order.supplierId)?.name;
  return (
    <tr className={open ? 'open' : undefined} aria-current={open ? 'true' : undefined}>
      <th scope="row"><button type="button" className="row-open" aria-expanded={open} onClick={onOpen}>{order.number}</button></th>
      <td><OrderStateWord state={state} /></td>
      <td className="what">{whatWords(progress)}</td>
      <td className="spare-column">{supplier ?? <span className="q2">not said</span>}</td>
      <td className="num spare-column">{formatDate(order.orderedOn)}</td>
      <td className="num">{order.expectedOn === null ? <span className="q2">–</span> : formatDate(order.expectedOn)}</td>
      <td className="num">{formatCount(came)} of {formatCount(came + outstanding)}{cancelled > 0 && <small className="q2"> ({formatCount(cancelled)} cancelled)</small>}</td>
      <td className="num spare-column">{sumWords(progress.planned)}</td>
      <td className="num">{sumWords(progress.ordered)}</td>
      <td className="num">{sumWords(progress.paid)}</td>
      <td className="num"><Difference orders={[progress]} figures={progress} of={`, order ${order.number}`} /></td>
    </tr>
  );
}

type OrdersListProps = { readonly orders: readonly OrderProgress[]; readonly openId: number | null; readonly onOpen: (orderId: number) => void };

/** A cell of the totals that has no sum. */
const NOTHING = '\u00a0';

/** Every order with what has come and what it comes to beside what was planned. */
export function OrdersList({ orders, openId, onOpen }: OrdersListProps) {
  const total = useMemo(() => ordersTotal(orders), [orders]);
  return (
    <table className="l orders-list">
      <caption className="vh">Orders, in £ net of VAT</caption>
      <thead>
        <tr>
          <th scope="col">Order</th><th scope="col">State</th><th scope="col">What</th><th scope="col" className="spare-column">Supplier</th>
          <th scope="col" className="num spare-column">Ordered on</th><th scope="col" className="num">Expected</th><th scope="col" className="num">Come</th>
          <th scope="col" className="num spare-column">Planned, £</th><th scope="col" className="num">Ordered, £</th><th scope="col" className="num">Paid, £</th>
          <th scope="col" className="num">Against plan</th>
        </tr>
      </thead>
      <tbody>
        {orders.map((progress) => <OrderRow key={progress.order.id} progress={progress} open={progress.order.id === openId} onOpen={() => onOpen(progress.order.id)} />)}
      </tbody>
      <tfoot>
        <tr className="tot">
          <th scope="row" colSpan={3}>All orders</th><td className="spare-column">{NOTHING}</td><td className="spare-column">{NOTHING}</td><td>{NOTHING}</td>
          <td className="num">{formatCount(total.came)} of {formatCount(total.came + total.outstanding)}</td>
          <td className="num spare-column">{sumWords(total.planned)}</td>
          <td className="num">{sumWords(total.ordered)}</td>
          <td className="num">{sumWords(total.paid)}</td>
          <td className="num"><Difference orders={orders} figures={total} of=" in all" /></td>
        </tr>
      </tfoot>
    </table>
  );
}
