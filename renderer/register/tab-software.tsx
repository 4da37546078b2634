import { EmptyState } from '../parts/empty-state.tsx';

/** Software and subscriptions. */
export function SoftwareTab() {
  return <div className="page-body"><EmptyState title="Software and subscriptions">Nothing is kept here yet.</EmptyState></div>;
}
