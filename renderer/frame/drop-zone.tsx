import { useEffect, useState } from 'react';
import { droppedFileTaker } from '../lib/dropped-file.ts';

const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * A file dropped anywhere on the window is read as a register, unless the page in front reads files of its own. Choosing
 * one with a button does the same.
 * Without a plan to read it for (`onFile` null) the drop does nothing: left alone, the browser would show the
 * file in place of Kitplan.
 */
export function DropZone({ onFile }: { readonly onFile: ((file: File) => void) | null }) {
  const [over, setOver] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragover', (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(onFile === null ? null : `Drop the ${droppedFileTaker()?.what ?? 'kit list'} to read it. Nothing changes yet.`);
    }, { signal });
    window.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(null);
    }, { signal });
    window.addEventListener('drop', (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(null);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined && onFile !== null) (droppedFileTaker()?.onFile ?? onFile)(file);
    }, { signal });
    return () => stop.abort();
  }, [onFile]);
  return over === null ? null : <div className="drop">{over}</div>;
}
