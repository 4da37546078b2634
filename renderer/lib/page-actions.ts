import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';

/** Something that can be done on the page in front, offered in the search box too. */
export type PageAction = {
  readonly text: string;
  readonly icon: LucideIcon;
  readonly run: () => void;
  /** Its key, or what it is about. */
  readonly hint?: string;
  /** What else people call it. */
  readonly alsoCalled?: string;
};

/** Asked when the box opens, so that a page pays nothing for offering. */
const declared = new Set<() => readonly PageAction[]>();

/** Offers what can be done here for as long as the calling part is on screen. */
export function usePageActions(actions: () => readonly PageAction[]): void {
  const latest = useRef(actions);
  useEffect(() => { latest.current = actions; });
  useEffect(() => {
    const read = (): readonly PageAction[] => latest.current();
    declared.add(read);
    return () => { declared.delete(read); };
  }, []);
}

/** Everything that the page in front offers now. */
export const pageActions = (): readonly PageAction[] => Array.from(declared).flatMap((read) => read());
