import { useId, useState, type CSSProperties, type KeyboardEvent } from 'react';
import { TriangleAlert } from 'lucide-react';
import type { Typed } from '../lib/typed-figures.ts';

type PolicySliderProps = {
  readonly label: string;
  readonly value: number;
  /** What the saved plan says: shown as a dashed ghost while a what-if differs from it. */
  readonly saved: number;
  readonly range: { readonly least: number; readonly most: number; readonly step: number; readonly tickEvery: number };
  readonly write: (value: number) => string;
  readonly read: (text: string) => Typed<number>;
  /** Where the figure comes from: "Shipped with Kitplan, not the school's own". */
  readonly note: string | null;
  readonly onChange: (value: number) => void;
};

const share = (value: number, least: number, most: number): number =>
  Math.min(1, Math.max(0, (value - least) / (most - least)));

/** A figure that can be dragged, stepped with the arrow keys, or typed; with a ghost where it was. */
export function PolicySlider({ label, value, saved, range, write, read, note, onChange }: PolicySliderProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ids = useId();
  const { least, most, step, tickEvery } = range;
  const changed = value !== saved;
  const ticks = Array.from({ length: Math.floor((most - least) / tickEvery) + 1 }, (_, index) => least + index * tickEvery);

  const keep = () => {
    if (draft === null) return;
    const typed = read(draft);
    if ('problem' in typed) {
      setProblem(typed.problem);
      return;
    }
    setDraft(null);
    setProblem(null);
    if (typed.figure !== value) onChange(typed.figure);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') keep();
    if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      setDraft(null);
      setProblem(null);
    }
  };
  return (
    <div className={changed ? 'policy-slider changed' : 'policy-slider'}>
      <div className="policy-name">
        <span id={`${ids}-label`}>{label}</span>
        <input
          className="policy-figure" type="text" inputMode="decimal" autoComplete="off"
          aria-labelledby={`${ids}-label`} aria-invalid={problem !== null}
          aria-describedby={problem === null ? `${ids}-note` : `${ids}-problem`}
          value={draft ?? write(value)} onChange={(event) => setDraft(event.target.value)}
          onFocus={(event) => event.target.select()} onBlur={keep} onKeyDown={onKeyDown}
        />
      </div>
      <div className="policy-track" style={{ '--at': share(value, least, most), '--was': share(saved, least, most) } as CSSProperties}>
        <input
          type="range" min={least} max={most} step={step} value={value}
          aria-labelledby={`${ids}-label`} aria-valuetext={write(value)}
          onChange={(event) => {
            setDraft(null);
            setProblem(null);
            onChange(Number(event.target.value));
          }}
        />
        {changed ? <i className="ghost" aria-hidden="true" /> : null}
        <span className="ticks" aria-hidden="true">
          {ticks.map((tick) => <i key={tick} style={{ '--tick': share(tick, least, most) } as CSSProperties} />)}
        </span>
      </div>
      {problem === null ? null : (
        <p className="problem" id={`${ids}-problem`}><TriangleAlert aria-hidden="true" />{problem}</p>
      )}
      <p className="policy-note" id={`${ids}-note`}>{changed ? `Was ${write(saved)}.` : note}</p>
    </div>
  );
}
