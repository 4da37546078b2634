import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Esc pressed anywhere inside a part leads back out of it; the innermost part that listens takes it. */
export function useEscape(part: RefObject<HTMLElement | null>, leave: () => void): void {
  const latest = useRef(leave);
  useEffect(() => { latest.current = leave; });
  useEffect(() => {
    const element = part.current;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    element?.addEventListener('keydown', onKeyDown);
    return () => element?.removeEventListener('keydown', onKeyDown);
  }, [part]);
}
