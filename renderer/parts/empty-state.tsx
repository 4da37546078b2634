import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly title: string;
  /** What this is for, in two sentences. */
  readonly children: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      <h3>{title}</h3>
      <p>{children}</p>
      {action}
    </div>
  );
}
