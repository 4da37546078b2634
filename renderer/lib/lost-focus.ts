import { useEffect } from 'react';

/** What a person would call the place they were in: its name is read out when the focus comes to it. */
const PLACES = 'section, aside, form, [role=tabpanel], main';

/**
 * A row that was settled is gone, a button that has done its work is greyed out, and the focus would fall out of the
 * page with it: whoever works by keyboard would begin at the top again. The section they were in takes it, unless the
 * page itself puts it somewhere better.
 */
export function useLostFocus(): void {
  useEffect(() => {
    let last: Element | null = null;
    let places: readonly HTMLElement[] = [];
    const isLost = (): boolean =>
      last !== null && document.activeElement === document.body && (!last.isConnected || last.matches(':disabled'));
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return;
      last = target;
      // While it is in the page: it cannot be asked once it is not.
      const around: HTMLElement[] = [];
      for (let at = target.closest<HTMLElement>(PLACES); at !== null; at = at.parentElement?.closest<HTMLElement>(PLACES) ?? null) around.push(at);
      // What floats over the page gives the focus back itself when it goes.
      const floating = target.closest('#floating');
      places = floating === null ? around : around.filter((place) => floating.contains(place));
    };
    let pressed: { readonly at: number; readonly on: EventTarget | null } = { at: -1, on: null };
    const onPress = ({ timeStamp, target }: Event): void => { pressed = { at: timeStamp, on: target }; };
    // A browser tells alike of focus that is taken from under a person and of focus that they take away by pressing
    // on nothing: only the second follows at once on a press that was elsewhere.
    const onBlur = ({ timeStamp, relatedTarget }: FocusEvent): void => {
      const elsewhere = !(pressed.on instanceof Node && last?.contains(pressed.on) === true);
      if (relatedTarget === null && elsewhere && timeStamp - pressed.at < AT_ONCE_MS) last = null;
    };
    const bringBack = (): void => {
      if (!isLost()) return;
      const place = places.find((each) => each.isConnected);
      if (place === undefined) return;
      if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
      place.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (isLost()) window.setTimeout(bringBack, SOON_MS);
    });
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    document.addEventListener('pointerdown', onPress, true);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('focusout', onBlur);
    return () => {
      observer.disconnect();
      document.removeEventListener('pointerdown', onPress, true);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('focusout', onBlur);
    };
  }, []);
}

const AT_ONCE_MS = 50;
/** Long enough for a page or a dialog to put the focus where it wants it, too short to press a key in between. */
const SOON_MS = 120;
