import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

type LineFormProps = {
  /** What it does: "Add the next objective". */
  readonly label: string;
  readonly className?: string;
  readonly onSend: () => Promise<void>;
  /** Esc leaves it, and what it stands in stays open. */
  readonly onLeave: () => void;
  readonly children: ReactNode;
};

/** A form that opens in its place in a list: the focus begins in the field marked `data-first`, Enter sends it, Esc leaves. */
export function LineForm({ label, className, onSend, onLeave, children }: LineFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const leaving = useRef(onLeave);
  useEffect(() => { leaving.current = onLeave; });
  useEffect(() => {
    const place = form.current;
    place?.querySelector<HTMLElement>('[data-first]')?.focus();
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      leaving.current();
    };
    place?.addEventListener('keydown', onKeyDown);
    return () => place?.removeEventListener('keydown', onKeyDown);
  }, []);
  return <form ref={form} className={className} noValidate aria-label={label} onSubmit={(event) => { event.preventDefault(); void onSend(); }}>{children}</form>;
}
