import { useEffect, useRef } from 'react';

/** Fewer letters than this are a person's, however fast. */
const LEAST = 4;
/** The most that may lie between two letters, and on average between all of them, in ms: no hand types so fast for long. */
const LONGEST_GAP_MS = 60;
const MEAN_GAP_MS = 30;

export type Keystroke = { readonly key: string; readonly at: number };

/** What a scanner typed before Enter came at `at`; null where it was a person's hand. */
export const scannedCode = (strokes: readonly Keystroke[], at: number): string | null => {
  const [first] = strokes;
  if (first === undefined || strokes.length < LEAST) return null;
  return (at - first.at) / strokes.length <= MEAN_GAP_MS ? strokes.map(({ key }) => key).join('') : null;
};

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio]), textarea, select'));

/**
 * A barcode scanner is a keyboard that types very fast and ends with Enter. What it types anywhere but in a field
 * comes here; a field gets what is scanned into it, as it should.
 */
export function useScanner(onScan: (code: string) => void): void {
  const latest = useRef(onScan);
  useEffect(() => { latest.current = onScan; });
  useEffect(() => {
    let strokes: Keystroke[] = [];
    const onKeyDown = (event: KeyboardEvent): void => {
      const at = event.timeStamp;
      const last = strokes.at(-1);
      if (last !== undefined && at - last.at > LONGEST_GAP_MS) strokes = [];
      if (event.key === 'Enter') {
        const code = scannedCode(strokes, at);
        strokes = [];
        // Behind a dialog nothing is found: what is scanned there belongs to it.
        if (code === null || document.querySelector('[aria-modal=true]') !== null) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        latest.current(code);
      } else if (event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey) {
        // The first letter may open a cell for typing: the letters after it belong to the scan all the same.
        if (strokes.length > 0 || !isField(event.target)) strokes.push({ key: event.key, at });
      } else if (event.key !== 'Shift') strokes = [];
    };
    window.addEventListener('keydown', onKeyDown, true);
    return () => window.removeEventListener('keydown', onKeyDown, true);
  }, []);
}
