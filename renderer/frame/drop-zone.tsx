import { useEffect, useState } from 'react';

const carriesFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true;

/**
 * A file dropped anywhere on the window is read as a register. Choosing one with a button does the same.
 * Without a plan to read it for (`onFile` null) the drop does nothing: left alone, the browser would show the
 * file in place of Kitplan.
 */
export function DropZone({ onFile }: { readonly onFile: ((file: File) => void) | null }) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('dragover', (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(onFile !== null);
    }, { signal });
    window.addEventListener('dragleave', (event) => {
      if (event.relatedTarget === null) setOver(false);
    }, { signal });
    window.addEventListener('drop', (event) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) onFile?.(file);
    }, { signal });
    return () => stop.abort();
  }, [onFile]);
  return over ? <div className="drop">Drop the kit list to read it. Nothing changes yet.</div> : null;
}
