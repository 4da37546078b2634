import type { BudgetReasons } from '../../planning/budget/explain-cell.ts';
import { formatCount, sumOf } from '../../planning/money.ts';
import { assetsById } from '../../planning/ledger.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

/** The ways from a figure to the kit and the orders behind it. */
export function CellLinks({ reasons: { assetIds, orderIds } }: { readonly reasons: Pick<BudgetReasons, 'assetIds' | 'orderIds'> }) {
  const { go } = useNavigation();
  const { snapshot } = usePlan();
  const assets = assetsById(snapshot);
  const items = sumOf(assetIds.map((id) => assets.get(id)?.quantity ?? 0));
  if (assetIds.length === 0 && orderIds.length === 0) return null;
  return (
    <>
      {orderIds.map((orderId) => {
        const order = snapshot.orders.find(({ id }) => id === orderId);
        return <Button key={orderId} variant="link" small onClick={() => go('orders', { orderId })}>Order {order?.number ?? orderId}</Button>;
      })}
      {assetIds.length === 0 ? null : (
        <Button variant="link" small onClick={() => go('register', { filter: { ids: assetIds } })}>
          {items === 1 ? 'Show it in the register' : `Show the ${formatCount(items)} in the register`}
        </Button>
      )}
    </>
  );
}
