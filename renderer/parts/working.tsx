import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

type WorkingProps = {
  /** "Reading Hillcrest kit list 2026.xlsx" */
  readonly label: string;
  /** Share done, 0 to 1; left out while it is not known. */
  readonly done?: number;
  readonly onStop?: () => void;
};

const PATIENCE_MS = 500;

/** What is being worked on: nothing for half a second, then a bar. */
export function Working({ label, done, onStop }: WorkingProps) {
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setShown(true), PATIENCE_MS);
    return () => window.clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className="working" role="status">
      <span>{label}</span>
      <progress aria-label={label} {...(done === undefined ? {} : { value: done })} max={1} />
      {onStop !== undefined && <div><Button small onClick={onStop}>Stop</Button></div>}
    </div>
  );
}
