import { EmptyState } from '../parts/empty-state.tsx';

/** Consumables and losses. */
export function LedgerTab() {
  return <div className="page-body"><EmptyState title="Consumables and losses">Nothing is kept here yet.</EmptyState></div>;
}
