import { useEffect, useState } from 'react';
import type { ChangeEvent, FormEvent } from 'react';

type Typed<Key extends string> = Readonly<Record<Key, string>>;
export type Problems<Key extends string> = Partial<Readonly<Record<Key, string>>>;

type Control = HTMLInputElement | HTMLSelectElement;

/** What a field needs to be wired to a form. */
export type Wiring = {
  readonly name: string;
  readonly value: string;
  readonly problem: string | null;
  readonly onChange: (event: ChangeEvent<Control>) => void;
  readonly onBlur: () => void;
};

export type Form<Key extends string> = {
  readonly typed: Typed<Key>;
  readonly set: (key: Key, text: string) => void;
  /** The words at a field: once it was left or the form was sent, not while a date is half typed. */
  readonly problem: (key: Key) => string | null;
  readonly field: (key: Key) => Wiring;
  readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
};

/**
 * The texts of a form and what is wrong with them. Sending a form with a problem puts the focus on the first field
 * that has one, and sends nothing.
 */
export function useForm<Key extends string>(
  start: Typed<Key>, problemsOf: (typed: Typed<Key>) => Problems<Key>,
  send: (typed: Typed<Key>, set: (key: Key, text: string) => void) => void,
): Form<Key> {
  const [typed, setTyped] = useState(start);
  const [left, setLeft] = useState<ReadonlySet<Key>>(new Set());
  const [sent, setSent] = useState<{ readonly form: HTMLFormElement } | null>(null);
  const problems = problemsOf(typed);
  const anyProblem = Object.values(problems).some((text) => text !== undefined);
  useEffect(() => {
    sent?.form.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [sent]);
  const problem = (key: Key): string | null => (sent !== null || left.has(key) ? problems[key] ?? null : null);
  const set = (key: Key, text: string): void => setTyped((now) => ({ ...now, [key]: text }));
  return {
    typed, set, problem,
    field: (key) => ({
      name: key, value: typed[key], problem: problem(key),
      onChange: (event) => set(key, event.currentTarget.value),
      onBlur: () => setLeft((known) => new Set(known).add(key)),
    }),
    onSubmit: (event) => {
      event.preventDefault();
      if (anyProblem) setSent({ form: event.currentTarget });
      else send(typed, set);
    },
  };
}
