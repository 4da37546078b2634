import { SPREAD_WORDS, SPREADS, type Spread } from '../../planning/smoothing.ts';
import { SpreadStroke } from '../chart/spread-lines.tsx';
import { Check } from '../parts/field.tsx';

type SpreadChoiceProps = {
  readonly chosen: ReadonlySet<Spread>;
  readonly setChosen: (chosen: ReadonlySet<Spread>) => void;
  /** Above the sums of the ledger, where they leave room for it. */
  readonly beside: boolean;
};

/** The ways of paying that are drawn beside the plan as it falls due, and the key to their lines. */
export function SpreadChoice({ chosen, setChosen, beside }: SpreadChoiceProps) {
  const put = (spread: Spread, on: boolean): void => setChosen(new Set(SPREADS.filter((each) => (each === spread ? on : chosen.has(each)))));
  return (
    <fieldset className={beside ? 'spread-choice beside' : 'spread-choice'}>
      <legend>As due, beside</legend>
      {SPREADS.map((spread) => (
        <Check key={spread} checked={chosen.has(spread)} onChange={(event) => put(spread, event.target.checked)}>
          {SPREAD_WORDS[spread]}
          <svg width="20" height="12" viewBox="0 0 20 12" aria-hidden="true"><SpreadStroke spread={spread} d="M1.5 6H19" /></svg>
        </Check>
      ))}
    </fieldset>
  );
}
