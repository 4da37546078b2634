import { EmptyState } from '../parts/empty-state.tsx';

/** Warranties and contracts. */
export function CoverTab() {
  return <div className="page-body"><EmptyState title="Warranties and contracts">Nothing is kept here yet.</EmptyState></div>;
}
