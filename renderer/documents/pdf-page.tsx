import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { drawPage, pageSize, type DrawnPage } from './draw-page.ts';
import type { OpenPdf } from './pdf-file.ts';

export type Fit = 'page' | 'width';

/** Room around the page, in CSS pixels, and how far a narrow page is blown up at most. */
const ROOM = { across: 44, down: 28 };
const MOST_SCALE = 2;
const LEAST_SCALE = 0.3;

const scaleFor = (fit: Fit, page: { readonly width: number; readonly height: number }, room: { readonly width: number; readonly height: number }): number => {
  const wide = (room.width - ROOM.across) / page.width;
  const whole = fit === 'page' ? Math.min(wide, (room.height - ROOM.down) / page.height) : wide;
  return Math.min(MOST_SCALE, Math.max(LEAST_SCALE, whole));
};

/** The page drawn to fit; the one before stays until it is there. */
function useDrawn(open: OpenPdf, at: number, fit: Fit, room: { readonly width: number; readonly height: number }): DrawnPage | null {
  const [drawn, setDrawn] = useState<DrawnPage | null>(null);
  const { width, height } = room;
  useEffect(() => {
    if (width === 0) return undefined;
    let left = false;
    const draw = async (): Promise<void> => {
      const page = await drawPage(open, at, scaleFor(fit, await pageSize(open, at), { width, height }));
      if (!left) setDrawn(page);
    };
    draw().catch((fault: unknown) => {
      // A document that was closed while it was drawn: another one is on its way.
      if (!left) throw fault;
    });
    return () => { left = true; };
  }, [open, at, fit, width, height]);
  return drawn;
}

/** Puts what was drawn outside React into its place. */
function useHeld(drawn: DrawnPage | null) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (drawn !== null) sheet.current?.replaceChildren(drawn.picture, drawn.words);
  }, [drawn]);
  return sheet;
}

type PdfPageProps = { readonly open: OpenPdf; /** Counts from 0. */ readonly at: number; readonly fit: Fit; readonly label: string; readonly onPage: (at: number) => void };

/** One page as it is printed, with its words over the picture for those who hear or copy them. Its keys turn the page. */
export function PdfPage({ open, at, fit, label, onPage }: PdfPageProps) {
  const { ref: measured, width, height } = useElementSize<HTMLDivElement>();
  const drawn = useDrawn(open, at, fit, { width, height });
  const sheet = useHeld(drawn);
  const view = useRef<HTMLElement>(null);
  // A page that was turned to begins at its top.
  const turned = useRef(at);
  useEffect(() => {
    if (turned.current !== at) view.current?.scrollTo(0, 0);
    turned.current = at;
  }, [at]);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const next = turnedTo(event, at, open.pages);
    if (next === null) return;
    event.preventDefault();
    onPage(next);
  };
  return (
    // A page larger than its place is scrolled by keyboard: it can have the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions
    <section ref={view} className="doc-view" aria-label={label} tabIndex={0} onKeyDown={onKeyDown}>
      <div ref={measured} className="doc-room">
        <div className="doc-sheet" style={drawn === null ? undefined : { width: drawn.width, height: drawn.height }}>
          <div ref={sheet} />
          {drawn?.links.map(({ box: [left, bottom, right, top], page }, index) => (
            // For the pointer alone: the list of sections beside the page leads to the same places with targets that are large enough.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
            <span
              key={index} className="doc-link" aria-hidden="true" onClick={() => onPage(page)}
              style={{ left: left * drawn.scale, top: drawn.height - top * drawn.scale, width: (right - left) * drawn.scale, height: (top - bottom) * drawn.scale }}
            />
          ))}
        </div>
      </div>
    </section>
  );
}

/** Which page a key turns to; null where the key is not for turning, or belongs to scrolling within the page. */
function turnedTo({ key, currentTarget: { scrollTop, scrollHeight, clientHeight } }: KeyboardEvent<HTMLElement>, at: number, pages: number): number | null {
  const bounded = (page: number): number | null => (page < 0 || page >= pages || page === at ? null : page);
  if (key === 'ArrowRight' || (key === 'PageDown' && scrollTop + clientHeight >= scrollHeight - 2)) return bounded(at + 1);
  if (key === 'ArrowLeft' || (key === 'PageUp' && scrollTop <= 2)) return bounded(at - 1);
  if (key === 'Home') return bounded(0);
  return key === 'End' ? bounded(pages - 1) : null;
}
