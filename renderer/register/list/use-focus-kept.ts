import { useEffect, useRef } from 'react';
import type { FocusEvent } from 'react';

type FocusKept = {
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
};

/** Where the focus was: in the side panel, or in a cell of a table above the list. */
type Held = { readonly panel: boolean; readonly cell: HTMLElement | null };

/**
 * The focus never falls out of the page with what had it: where a form in the side panel is sent or left, the panel's
 * title takes it; where the panel is shut, the list does; and a cell keeps it whose button has done its work.
 */
export function useFocusKept(backToList: () => void): FocusKept {
  const held = useRef<Held | null>(null);
  useEffect(() => {
    if (held.current === null || document.activeElement !== document.body) return;
    const { panel, cell } = held.current;
    held.current = null;
    const title = document.querySelector<HTMLElement>('.reg-panel > h2');
    if (panel && title !== null) title.focus();
    else if (panel) backToList();
    else if (cell?.isConnected === true) {
      cell.tabIndex = -1;
      cell.focus();
    }
  });
  return {
    onFocus: ({ target }) => { held.current = { panel: target.closest('.reg-panel') !== null, cell: target.closest<HTMLElement>('td') }; },
    // React tells nothing of the blur of what it takes away: only of one that a person made.
    onBlur: () => { held.current = null; },
  };
}
