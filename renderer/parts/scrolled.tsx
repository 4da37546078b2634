import type { ReactNode } from 'react';

/** A table that is wider than its place: it scrolls by itself, also by keyboard. */
export function Scrolled({ label, className = 'sample', children }: { readonly label: string; readonly className?: string; readonly children: ReactNode }) {
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
  return <div className={className} role="region" aria-label={label} tabIndex={0}>{children}</div>;
}
