/** F6 goes round the parts of the window: rail, sheet, side panel. */

const panes = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('[data-pane], aside')].filter((pane) => pane.offsetParent !== null);

/** Focuses the next pane (or the one before), at its current item where it has one. */
export function moveToPane(step: 1 | -1): void {
  const all = panes();
  const here = all.findIndex((pane) => pane.contains(document.activeElement));
  const next = all[((here === -1 && step === -1 ? 0 : here) + step + all.length) % all.length];
  if (next === undefined) return;
  const inside = next.querySelector<HTMLElement>('[aria-current=page], h1[tabindex]');
  if (inside === null && !next.hasAttribute('tabindex')) next.tabIndex = -1;
  (inside ?? next).focus();
}
