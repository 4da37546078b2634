import { useState } from 'react';
import { SPREAD_WORDS, SPREADS, type Spread } from '../../planning/smoothing.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { SpreadStroke } from '../chart/spread-lines.tsx';
import { readPounds } from '../lib/field-text.ts';
import { Check, TextField } from '../parts/field.tsx';

type SpreadChoiceProps = {
  readonly chosen: ReadonlySet<Spread>;
  readonly setChosen: (chosen: ReadonlySet<Spread>) => void;
  readonly setOpening: (pence: Pence) => void;
  /** Above the sums of the ledger, where they leave room for it. */
  readonly beside: boolean;
};

/** What is in the fund already. While it cannot be read, the figures stay with what could be read before. */
function OpeningField({ setOpening }: Pick<SpreadChoiceProps, 'setOpening'>) {
  const [typed, setTyped] = useState('');
  const reading = readPounds(typed);
  const type = (text: string): void => {
    setTyped(text);
    const read = readPounds(text);
    if (read.ok) setOpening(read.value ?? 0);
  };
  return (
    <TextField
      small label="In the fund already, £" inputMode="decimal" placeholder="0" value={typed} problem={reading.ok ? null : reading.message}
      onChange={(event) => type(event.target.value)}
    />
  );
}

/** The ways of paying that are drawn beside the plan as it falls due, and the key to their lines. */
export function SpreadChoice({ chosen, setChosen, setOpening, beside }: SpreadChoiceProps) {
  const put = (spread: Spread, on: boolean): void => {
    if (spread === 'sinking_fund') setOpening(0);
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
      {chosen.has('sinking_fund') ? <OpeningField setOpening={setOpening} /> : null}
    </fieldset>
  );
}
