import { X } from 'lucide-react';
import { useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from '../../parts/button.tsx';
import { useEscape } from '../use-escape.ts';

type ListPanelProps = {
  /** Over the title: what kind of thing it is. */
  readonly over: string;
  readonly title: string;
  readonly facts?: ReactNode;
  /** Buttons under the facts. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Everything about the row in focus, beside its list. Esc shuts it. */
export function ListPanel({ over, title, facts, actions, onClose, children }: ListPanelProps) {
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, onClose);
  return (
    <aside ref={panel} className="reg-panel" aria-label={title}>
      <div className="reg-panel-head">
        <span className="q2">{over}</span>
        <IconButton label="Hide the panel" tip="Hide the panel (Ctrl+\)" small onClick={onClose}><X aria-hidden="true" /></IconButton>
      </div>
      <h2 tabIndex={-1}>{title}</h2>
      {facts !== undefined && <p className="q2 reg-panel-facts">{facts}</p>}
      {actions !== undefined && <div className="reg-panel-acts">{actions}</div>}
      {children}
    </aside>
  );
}

export type Fact = { readonly name: string; readonly value: ReactNode };

/** What is known of a thing, a name and a value to each line; what is not known is left out. */
export function FactList({ facts }: { readonly facts: readonly (Fact | null)[] }) {
  return (
    <dl className="list-facts">
      {facts.filter((fact) => fact !== null).map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}
