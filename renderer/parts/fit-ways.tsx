import { X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import type { FitSubject } from '../../planning/analysis/fit/subject.ts';
import { waysToRun, type Way, type WaysAsked } from '../../planning/analysis/fit/ways.ts';
import { formatPounds } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button, IconButton } from './button.tsx';
import { WhyFigure } from './why.tsx';

type FitWaysProps = {
  readonly subject: FitSubject;
  readonly chosen: { readonly needId: number; readonly optionId: number | null } | null;
  readonly asked: WaysAsked;
  /** "MU2, 4 laptops in 2026/27". */
  readonly where: string;
  readonly onClose: () => void;
};

/** Above nothing `£248 more`, below it `£60 less`. */
const costWords = (pence: number | null): string =>
  (pence === null ? 'no price' : pence === 0 ? 'costs nothing' : `${formatPounds(Math.abs(pence))} ${pence < 0 ? 'less' : 'more'}`);

/** What it would take to make something run in a room in a year: the cheapest over the plan's years first, each with its why. */
export function FitWays({ subject, chosen, asked, where, onClose }: FitWaysProps) {
  const { snapshot, options } = usePlan();
  const heading = useRef<HTMLHeadingElement>(null);
  const ways = useMemo(() => waysToRun(snapshot, options, subject, asked, chosen), [snapshot, options, subject, asked, chosen]);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className="fit-ways" role="group" aria-label={`What would it take for ${where}?`}>
      <div className="hd">
        <h3 ref={heading} tabIndex={-1}>What would it take? {where}</h3>
        <IconButton label="Close what it would take" small onClick={onClose}><X aria-hidden="true" /></IconButton>
      </div>
      {ways.length === 0
        ? <p>Nothing that the plan knows of: no more memory, no other room, no replacement and no model of the library makes it run there by then. A model that does can be added to the library.</p>
        : <ol>{ways.map((way) => <WayLine key={way.words} way={way} />)}</ol>}
    </div>
  );
}

function WayLine({ way: { words, makes, costPence, changes, steps } }: { readonly way: Way }) {
  const { setWhatIf } = usePlan();
  return (
    <li>
      <span>{words}{makes === 'slow' && <small className="q2"> runs slowly then</small>}</span>
      <WhyFigure title={`Why ${costWords(costPence)}?`} why={() => steps}>{costWords(costPence)}</WhyFigure>
      {changes.length > 0 ? <Button variant="link" small onClick={() => setWhatIf((whatIf) => [...whatIf, ...changes])}>Try it</Button> : <span />}
    </li>
  );
}
