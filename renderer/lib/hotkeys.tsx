import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';

/**
 * The keyboard of the screen in front: whoever declares a shortcut gets its key and a line in the list that
 * F1 shows. Written as people read them: `Ctrl+K`, `Alt+1`, `F6`, `Shift+F6`. Ctrl is Command on a Mac.
 */
export type Shortcut = {
  readonly keys: string;
  /** What it does, for the list: "Search, jump, do". */
  readonly does: string;
  /** Absent where the part itself handles the key (arrows in a grid) and only the list needs to know. */
  readonly run?: () => void;
  /** Whether it also works while typing in a field; Ctrl+Z there belongs to the field. */
  readonly inFields?: boolean;
};

type Registry = {
  readonly shortcuts: readonly Shortcut[];
  readonly add: (owner: symbol, shortcuts: readonly Shortcut[]) => void;
  readonly remove: (owner: symbol) => void;
};

const RegistryContext = createContext<Registry | null>(null);

const MODIFIERS = ['Ctrl', 'Alt', 'Shift'] as const;

/** The combination an event stands for, in the same words as `Shortcut.keys`. */
function keysOf(event: KeyboardEvent): string {
  const held = { Ctrl: event.ctrlKey || event.metaKey, Alt: event.altKey, Shift: event.shiftKey };
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  const key = digit !== undefined && event.altKey ? digit : event.key;
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key;
  return [...MODIFIERS.filter((modifier) => held[modifier]), name].join('+');
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement
  && (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=radio], [type=range])'));

export function HotkeysProvider({ children }: { readonly children: ReactNode }) {
  const [byOwner, setByOwner] = useState<ReadonlyMap<symbol, readonly Shortcut[]>>(new Map());
  const shortcuts = useMemo(() => [...byOwner.values()].flat(), [byOwner]);
  const latest = useRef(shortcuts);
  useEffect(() => { latest.current = shortcuts; }, [shortcuts]);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return;
      const pressed = keysOf(event);
      // The one declared last wins: a page's own use of a key goes before the frame's.
      const found = latest.current.findLast((shortcut) => shortcut.run !== undefined && shortcut.keys === pressed
        && (shortcut.inFields === true || !isField(event.target)));
      if (found?.run === undefined) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const actions = useMemo(() => ({
    add: (owner: symbol, list: readonly Shortcut[]) => setByOwner((before) => new Map(before).set(owner, list)),
    remove: (owner: symbol) => setByOwner((before) => {
      const after = new Map(before);
      after.delete(owner);
      return after;
    }),
  }), []);
  const registry = useMemo(() => ({ shortcuts, ...actions }), [shortcuts, actions]);
  return <RegistryContext value={registry}>{children}</RegistryContext>;
}

function useRegistry(): Registry {
  const registry = useContext(RegistryContext);
  if (registry === null) throw new Error('useShortcuts needs a HotkeysProvider above it.');
  return registry;
}

type Declared = readonly [keys: string, does: string, runs: boolean, inFields: boolean];

/** Declares shortcuts for as long as the calling part is on screen. The callbacks may change on every render. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { add, remove } = useRegistry();
  const latest = useRef(shortcuts);
  useEffect(() => { latest.current = shortcuts; });
  // Compared as text, so that a list written anew on every render is declared once.
  const declared = JSON.stringify(shortcuts.map(({ keys, does, run, inFields }): Declared => [keys, does, run !== undefined, inFields === true]));
  useEffect(() => {
    const owner = Symbol('shortcuts');
    const list: readonly Declared[] = JSON.parse(declared);
    add(owner, list.map(([keys, does, runs, inFields], at) => ({
      keys, does, inFields, ...(runs ? { run: () => latest.current[at]?.run?.() } : {}),
    })));
    return () => remove(owner);
  }, [declared, add, remove]);
}

/** Every shortcut that works on this screen now, for the list behind F1. */
export const useAllShortcuts = (): readonly Shortcut[] => useRegistry().shortcuts;
