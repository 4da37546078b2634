import { ArrowDown, ArrowUp, ChevronDown, Plus, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { DIMENSION_WORDS, DIMENSIONS, USUAL_LEVELS, type Dimension } from '../../planning/ledger/dimensions.ts';
import { startLower } from '../../planning/words.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Popover } from '../parts/popover.tsx';

type LevelsProps = { readonly levels: readonly Dimension[]; readonly onChange: (levels: readonly Dimension[]) => void };

const swapped = (levels: readonly Dimension[], at: number, to: number): readonly Dimension[] => {
  const [one, other] = [levels[at], levels[to]];
  return one === undefined || other === undefined ? levels : levels.with(at, other).with(to, one);
};

/** The levels from the outermost, each with a way up, down and out, then those that can be added. */
function Levels({ levels, onChange }: LevelsProps) {
  const list = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const change = (next: readonly Dimension[], focus: string): void => {
    wanted.current = focus;
    onChange(next);
  };
  // A row that has moved has lost the focus: it goes with it, or where that button is off now, to its fellow.
  useEffect(() => {
    if (wanted.current === null) return;
    const row = list.current?.querySelector(`[data-level="${wanted.current}"]`);
    (row?.querySelector<HTMLElement>('button:not(:disabled)') ?? list.current?.querySelector<HTMLElement>('button'))?.focus();
    wanted.current = null;
  });
  const left = DIMENSIONS.filter((dimension) => !levels.includes(dimension));
  return (
    <div ref={list} className="levels">
      <ol aria-label="Levels, from the outermost">
        {levels.map((dimension, at) => (
          <li key={dimension} data-level={dimension}>
            <span>{DIMENSION_WORDS[dimension]}</span>
            <IconButton small label={`${DIMENSION_WORDS[dimension]} further out`} disabled={at === 0} onClick={() => change(swapped(levels, at, at - 1), dimension)}><ArrowUp aria-hidden="true" /></IconButton>
            <IconButton small label={`${DIMENSION_WORDS[dimension]} further in`} disabled={at === levels.length - 1} onClick={() => change(swapped(levels, at, at + 1), dimension)}><ArrowDown aria-hidden="true" /></IconButton>
            <IconButton small label={`Leave ${startLower(DIMENSION_WORDS[dimension])} out`} disabled={levels.length === 1} onClick={() => change(levels.filter((each) => each !== dimension), levels[at === 0 ? 1 : at - 1] ?? dimension)}><X aria-hidden="true" /></IconButton>
          </li>
        ))}
        <li className="q2"><span>Single items</span></li>
      </ol>
      {left.length === 0 ? null : (
        <div className="levels-more">
          {left.map((dimension) => (
            <Button key={dimension} small icon={<Plus aria-hidden="true" />} onClick={() => change([...levels, dimension], dimension)}>{DIMENSION_WORDS[dimension]}</Button>
          ))}
        </div>
      )}
      {levels.join() === USUAL_LEVELS.join() ? null : <Button variant="link" small onClick={() => change(USUAL_LEVELS, 'kind')}>As it was at first: kind, room</Button>}
    </div>
  );
}

/** By what the rows of the ledger are grouped, level in level: chosen and ordered here, kept for the next visit. */
export function GroupedBy({ levels, onChange }: LevelsProps) {
  const [open, setOpen] = useState(false);
  const title = useId();
  const names = levels.map((level) => startLower(DIMENSION_WORDS[level])).join(', ');
  return (
    <>
      <span className="grouped-printed" aria-hidden="true">{names}</span>
      <Popover
        opened={open} onClose={() => setOpen(false)} width={290} position="bottom-start" labelledBy={title}
        target={(
          <button type="button" className="grouped-by" aria-haspopup="dialog" aria-expanded={open} aria-label={`Grouped by ${names}`} title={`Grouped by ${names}`} onClick={() => setOpen(!open)}>
            <span>{names}</span><ChevronDown className="lucide s" aria-hidden="true" />
          </button>
        )}
      >
        <h3 id={title}>Grouped by</h3>
        <Levels levels={levels} onChange={onChange} />
      </Popover>
    </>
  );
}
