import { formatPounds } from '../../planning/money.ts';
import type { WhyStep } from '../../planning/result.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { WhyFigure } from '../parts/why.tsx';

type PolicyCostProps = {
  readonly pence: Pence;
  /** What it was before the edit; null where it is new. */
  readonly was: Pence | null;
  readonly why: () => readonly WhyStep[];
};

/** What a row comes to over the years of the plan, with what it was before the edit struck through. */
export function PolicyCost({ pence, was, why }: PolicyCostProps) {
  const changed = was !== null && was !== pence;
  const figure = formatPounds(pence, { symbol: false });
  return (
    <>
      {changed && <s>{formatPounds(was, { symbol: false })}</s>}
      {pence === 0 ? figure : <WhyFigure title={`Why ${formatPounds(pence)}?`} why={why}><span className={changed ? 'b' : undefined}>{figure}</span></WhyFigure>}
    </>
  );
}
