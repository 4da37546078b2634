import { useEffect, useRef } from 'react';
import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../parts/button.tsx';
import { useEscape } from '../use-escape.ts';
import './list.css';

type FormBoxProps = {
  /** What sending it does, as its button says: "Add a contract". */
  readonly does: string;
  /** Its name where that says more: "Change Filtering". */
  readonly label?: string;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
};

/** A form in a side panel. It takes the focus when it opens; Esc leaves it and nothing is sent. */
export function FormBox({ does, label = does, onSubmit, onCancel, children }: FormBoxProps) {
  const form = useRef<HTMLFormElement>(null);
  useEscape(form, onCancel);
  useEffect(() => {
    const first = form.current?.querySelector<HTMLElement>('[data-autofocus]') ?? form.current?.querySelector<HTMLElement>('input, select');
    first?.focus();
  }, []);
  return (
    <form ref={form} className="list-form" aria-label={label} noValidate onSubmit={onSubmit}>
      {children}
      <div className="list-form-acts">
        <Button onClick={onCancel}>Cancel</Button>
        <Button variant="filled" type="submit">{does}</Button>
      </div>
    </form>
  );
}
