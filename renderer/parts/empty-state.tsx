import type { ReactNode } from 'react';

type EmptyStateProps = {
  readonly title: string;
  /** What this is for, in two sentences. */
  readonly children: ReactNode;
  /** One button. */
  readonly action?: ReactNode;
  /** True where no section stands between it and the page's title: its heading then comes next after that. */
  readonly underTitle?: boolean;
};

export function EmptyState({ title, children, action, underTitle = false }: EmptyStateProps) {
  const Heading = underTitle ? 'h2' : 'h3';
  return (
    <div className="empty">
      <Heading>{title}</Heading>
      <p>{children}</p>
      {action}
    </div>
  );
}
