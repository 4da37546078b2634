import './orders.css';
import { PackagePlus, Printer } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { ordersProgress } from '../../planning/orders/progress.ts';
import { ordersSentence } from '../../planning/orders/sentence.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import type { PageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { OrderForm } from './order-form.tsx';
import { OrderPanel } from './order-panel.tsx';
import { OrdersList } from './orders-list.tsx';
import { ReceiveForm } from './receive-form.tsx';

/** From plan to kit: what is ordered, what has come of it, and how it compares with what was planned. */
export function OrdersPage() {
  const { visit } = useNavigation();
  const params = usePageParams('orders');
  // A jump from another page asks for something new: the page starts afresh.
  return <OrdersVisit key={visit} params={params} />;
}

/** What stands in the panel beside the list. */
type Beside = { readonly kind: 'draft'; readonly assetIds: readonly number[] }
  | { readonly kind: 'order'; readonly orderId: number } | { readonly kind: 'receive'; readonly orderId: number; readonly lineId: number };

const askedFor = ({ draft, orderId }: Partial<PageParams['orders']>, editable: boolean): Beside | null => {
  if (draft !== undefined && editable) return { kind: 'draft', assetIds: draft.assetIds };
  return orderId === undefined ? null : { kind: 'order', orderId };
};

function OrdersVisit({ params }: { readonly params: Partial<PageParams['orders']> }) {
  const { snapshot, asOf, editable } = usePlan();
  const [beside, setBeside] = useState(() => askedFor(params, editable));
  const list = useRef<HTMLDivElement>(null);
  const orders = useMemo(() => ordersProgress(snapshot), [snapshot]);
  const sentence = useMemo(() => ordersSentence(orders, asOf), [orders, asOf]);
  const open = beside === null || beside.kind === 'draft' ? null : orders.find(({ order }) => order.id === beside.orderId) ?? null;
  const receiving = beside?.kind === 'receive' ? open?.lines.find(({ line }) => line.id === beside.lineId) ?? null : null;
  const place = (): void => setBeside({ kind: 'draft', assetIds: [] });
  const show = (orderId: number): void => setBeside({ kind: 'order', orderId });
  const close = (): void => {
    setBeside(null);
    list.current?.querySelector<HTMLElement>('[aria-current=true] button, button')?.focus();
  };
  useShortcuts(editable ? [{ keys: 'Alt+N', does: 'Place an order', run: place, inFields: true }] : []);
  return (
    <div className={beside === null ? 'orders' : 'orders beside'}>
      <PageHead
        title="Orders" sentence={sentence.parts}
        actions={(
          <>
            <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print the orders</Button>
            {editable && beside?.kind !== 'draft' && <Button variant="filled" icon={<PackagePlus aria-hidden="true" />} onClick={place}>Place an order</Button>}
          </>
        )}
      />
      <div className="with-side">
        <div className="body" ref={list}>
          <h2 className="vh">All orders</h2>
          {orders.length === 0 ? <NoOrders /> : <OrdersList orders={orders} openId={open?.order.id ?? null} onOpen={show} />}
        </div>
        {beside?.kind === 'draft' && editable && <OrderForm assetIds={beside.assetIds} onClose={close} onPlaced={show} />}
        {open !== null && receiving === null && (
          <OrderPanel key={open.order.id} progress={open} onClose={close} onReceive={(lineId) => setBeside({ kind: 'receive', orderId: open.order.id, lineId })} />
        )}
        {open !== null && receiving !== null && (
          <ReceiveForm key={receiving.line.id} progress={open} line={receiving} onClose={() => show(open.order.id)} />
        )}
      </div>
    </div>
  );
}

function NoOrders() {
  const { go } = useNavigation();
  return (
    <EmptyState title="No orders yet" action={<Button onClick={() => go('refresh-plan')}>See what falls due</Button>}>
      An order takes the place of what falls due, at the price that was agreed. When it comes, Kitplan makes its register rows with their cover and settles what they replace.
    </EmptyState>
  );
}
