import { useEffect, useRef } from 'react';
import type { FocusEvent } from 'react';

type FocusKept = {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
};

/**
 * The focus never falls out of the page with what had it: where a form in the side panel is sent or left, the panel's
 * title takes it, and where the panel is shut, the list does. Goes on the part that holds both.
 */
export function useFocusKept(backToList: () => void): FocusKept {
  const panel = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (panel.current === null || document.activeElement !== document.body) return;
    const title = document.querySelector<HTMLElement>('.reg-panel > h2');
    panel.current = null;
    if (title === null) backToList();
    else title.focus();
  });
  return {
    onFocus: ({ target }) => { panel.current = target.closest<HTMLElement>('.reg-panel'); },
    // React tells nothing of the blur of what it takes away: only of one that a person made.
    onBlur: () => { panel.current = null; },
  };
}
