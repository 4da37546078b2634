import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './button.tsx';

type SidePanelProps = {
  readonly title: string;
  /** A few grey words above the title. */
  readonly above?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/**
 * What was asked for, beside the list it came from. It takes the focus when it opens, Esc closes it, and whoever
 * opened it puts the focus back.
 */
export function SidePanel({ title, above, onClose, children }: SidePanelProps) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const panel = useRef<HTMLElement>(null);
  const held = useRef(false);
  const closing = useRef(onClose);
  useEffect(() => { closing.current = onClose; });
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    const place = panel.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      closing.current();
    };
    place?.addEventListener('keydown', onKeyDown);
    return () => place?.removeEventListener('keydown', onKeyDown);
  }, []);
  // Where what had the focus gives way to a form, that begins in its first field; otherwise the title keeps it.
  useEffect(() => {
    if (!held.current || document.activeElement !== document.body) return;
    (panel.current?.querySelector<HTMLElement>('form input, form select') ?? heading.current)?.focus();
  });
  // React tells of no blur for what it takes away.
  const whoHolds = { onFocus: () => { held.current = true; }, onBlur: () => { held.current = false; } };
  return (
    <aside ref={panel} className="side" aria-labelledby={id} {...whoHolds}>
      <div className="side-head">
        <div>
          {above !== undefined && <p className="q2">{above}</p>}
          <h2 ref={heading} id={id} tabIndex={-1}>{title}</h2>
        </div>
        <IconButton label="Close the panel" small onClick={onClose}><X aria-hidden="true" /></IconButton>
      </div>
      {children}
    </aside>
  );
}
