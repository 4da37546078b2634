import { useEffect, useRef, useState } from 'react';
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
 * Runs a thing at once, or where a pointer is held down when it is let go: words that appear at a field between the
 * two move what is below them from under the pointer, and the press on a tick box or a button is lost.
 */
function useAfterPress(): (run: () => void) => void {
  const pressed = useRef(false);
  const waiting = useRef<(() => void)[]>([]);
  useEffect(() => {
    const down = (): void => { pressed.current = true; };
    const up = (): void => {
      pressed.current = false;
      const runs = waiting.current.splice(0);
      // The click comes after the release.
      if (runs.length > 0) window.setTimeout(() => { for (const run of runs) run(); });
    };
    const ends = ['pointerup', 'pointercancel', 'dragend'];
    window.addEventListener('pointerdown', down, true);
    for (const end of ends) window.addEventListener(end, up, true);
    return () => {
      window.removeEventListener('pointerdown', down, true);
      for (const end of ends) window.removeEventListener(end, up, true);
    };
  }, []);
  return (run) => {
    if (pressed.current) waiting.current.push(run);
    else run();
  };
}

/** The texts of a form and what is wrong with them. A form with a problem shows it when it is sent, and sends nothing. */
export function useForm<Key extends string>(
  start: Typed<Key>, problemsOf: (typed: Typed<Key>) => Problems<Key>,
  send: (typed: Typed<Key>, set: (key: Key, text: string) => void) => void,
): Form<Key> {
  const [typed, setTyped] = useState(start);
  const [left, setLeft] = useState<ReadonlySet<Key>>(new Set());
  const [sent, setSent] = useState(false);
  const afterPress = useAfterPress();
  const problems = problemsOf(typed);
  const anyProblem = Object.values(problems).some((text) => text !== undefined);
  const problem = (key: Key): string | null => (sent || left.has(key) ? problems[key] ?? null : null);
  const set = (key: Key, text: string): void => setTyped((now) => ({ ...now, [key]: text }));
  return {
    typed, set, problem,
    field: (key) => ({
      name: key, value: typed[key], problem: problem(key),
      onChange: (event) => set(key, event.currentTarget.value),
      onBlur: () => afterPress(() => setLeft((known) => new Set(known).add(key))),
    }),
    onSubmit: (event) => {
      event.preventDefault();
      if (anyProblem) setSent(true);
      else send(typed, set);
    },
  };
}
