import { useEffect, useRef } from 'react';

/** What a page does with a file that is dropped while it is in front. */
export type DroppedFileTaker = {
  /** "chart of accounts", as the window asks for it. */
  readonly what: string;
  readonly onFile: (file: File) => void;
};

let taking: (() => DroppedFileTaker) | null = null;

/** Takes dropped files for as long as the calling page is in front; elsewhere they are read as a register. */
export function useDroppedFile(taker: DroppedFileTaker): void {
  const latest = useRef(taker);
  useEffect(() => { latest.current = taker; });
  useEffect(() => {
    const read = (): DroppedFileTaker => latest.current;
    taking = read;
    return () => { if (taking === read) taking = null; };
  }, []);
}

/** Who takes a file that is dropped now; null where nobody asked for it. */
export const droppedFileTaker = (): DroppedFileTaker | null => taking?.() ?? null;
