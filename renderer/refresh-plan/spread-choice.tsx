import { useState } from 'react';
import { formatExact } from '../../planning/money.ts';
import { SPREAD_WORDS, SPREADS, type Spread } from '../../planning/smoothing.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { SpreadStroke } from '../chart/spread-lines.tsx';
import { readPounds } from '../lib/field-text.ts';
import { Check, TextField } from '../parts/field.tsx';

type SpreadChoiceProps = {
  readonly chosen: ReadonlySet<Spread>;
  readonly setChosen: (chosen: ReadonlySet<Spread>) => void;
  /** What the reserve holds before the first year, and how that is kept; null where the plan cannot be changed. */
  readonly opening: Pence;
  readonly keepOpening: ((pence: Pence) => void) | null;
  /** Above the sums of the ledger, where they leave room for it. */
  readonly beside: boolean;
};

const openingText = (pence: Pence): string => (pence === 0 ? '' : formatExact(pence).replace('£', ''));

/** What is in the reserve already, kept with Enter or on leaving the field. While it cannot be read, the plan keeps what it had. */
function OpeningField({ opening, keepOpening }: Pick<SpreadChoiceProps, 'opening' | 'keepOpening'>) {
  const [typed, setTyped] = useState(() => openingText(opening));
  const [of, setOf] = useState(opening);
  // Undone, or changed on the Budgets page: the field follows.
  if (of !== opening) {
    setOf(opening);
    setTyped(openingText(opening));
  }
  const reading = readPounds(typed);
  const keep = (): void => {
    if (reading.ok && (reading.value ?? 0) !== opening) keepOpening?.(reading.value ?? 0);
  };
  return (
    <TextField
      small label="In the reserve already, £" inputMode="decimal" placeholder="0" value={typed} disabled={keepOpening === null} problem={reading.ok ? null : reading.message}
      onChange={(event) => setTyped(event.target.value)} onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
      }}
    />
  );
}

/** The ways of paying that are drawn beside the plan as it falls due, and the key to their lines. */
export function SpreadChoice({ chosen, setChosen, opening, keepOpening, beside }: SpreadChoiceProps) {
  const put = (spread: Spread, on: boolean): void => {
    setChosen(new Set(SPREADS.filter((each) => (each === spread ? on : chosen.has(each)))));
  };
  return (
    <fieldset className={beside ? 'spread-choice beside' : 'spread-choice'}>
      <legend>As due, beside</legend>
      {SPREADS.map((spread) => (
        <Check key={spread} checked={chosen.has(spread)} onChange={(event) => put(spread, event.target.checked)}>
          {SPREAD_WORDS[spread]}
          <svg width="20" height="12" viewBox="0 0 20 12" aria-hidden="true"><SpreadStroke spread={spread} d="M1.5 6H19" /></svg>
        </Check>
      ))}
      {chosen.has('sinking_fund') ? <OpeningField opening={opening} keepOpening={keepOpening} /> : null}
    </fieldset>
  );
}
