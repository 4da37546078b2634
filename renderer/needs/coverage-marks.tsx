import { Ban, Check, CircleAlert, CircleCheck, CircleDashed, CirclePause, CirclePlus, CircleX, Clock, FlaskConical, Minus } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { COVERED_WORDS, type Covered } from '../../planning/analysis/coverage/covered.ts';
import type { CoverageState } from '../../planning/analysis/coverage/states.ts';
import { LINK_STRENGTH_WORDS, type LinkStrength } from '../../planning/analysis/vocabulary.ts';

/** A filled dot: the objective cannot be met without it; a half dot: it helps. Told apart by shape, not by colour. */
export function LinkMark({ strength }: { readonly strength: LinkStrength }) {
  return (
    <svg className="link-mark" viewBox="0 0 14 14" width="13" height="13" aria-hidden="true">
      <circle cx="7" cy="7" r="6" className="ring" />
      <path d={strength === 'essential' ? 'M7 1a6 6 0 0 1 0 12a6 6 0 0 1 0-12z' : 'M7 1a6 6 0 0 0 0 12z'} className="fill" />
    </svg>
  );
}

const COVERED_ICONS: Readonly<Record<Covered, readonly [icon: LucideIcon, tone: string]>> = {
  agreed: [Check, 'c-ok'], waiting: [Clock, 'c-warn'], gap: [CircleDashed, 'c-over'], no_ict: [Minus, 'q2'],
};

export function CoveredMark({ covered }: { readonly covered: Covered }) {
  const [Icon, tone] = COVERED_ICONS[covered];
  return <Icon className={`lucide ${tone}`} aria-hidden="true" />;
}

export const STATE_ICONS: Readonly<Record<CoverageState, readonly [icon: LucideIcon, tone: string]>> = {
  waiting: [Clock, 'c-warn'], new: [CirclePlus, 'c-warn'], unfunded: [CircleAlert, 'c-over'], funded: [CircleCheck, 'c-ok'], pilot: [FlaskConical, 'c-ok'],
  deferred: [CirclePause, 'q2'], no_objective: [CircleDashed, 'c-over'], merged: [Ban, 'q2'], declined: [CircleX, 'q2'], withdrawn: [Ban, 'q2'],
};

/** What the marks of the matrix mean. */
export function CoverageLegend({ withNoIct }: { readonly withNoIct: boolean }) {
  const strengths: readonly LinkStrength[] = ['essential', 'helps'];
  const answers: readonly Covered[] = withNoIct ? ['agreed', 'waiting', 'gap', 'no_ict'] : ['agreed', 'waiting', 'gap'];
  return (
    <ul className="lg coverage-legend" aria-label="What the marks mean">
      {strengths.map((strength) => <li key={strength}><LinkMark strength={strength} />{LINK_STRENGTH_WORDS[strength]}</li>)}
      {answers.map((covered) => <li key={covered} className={covered === 'no_ict' ? '' : covered === 'agreed' ? 'c-ok' : covered === 'waiting' ? 'c-warn' : 'c-over'}><CoveredMark covered={covered} />{COVERED_WORDS[covered]}</li>)}
    </ul>
  );
}
