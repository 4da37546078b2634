import { memo, useId } from 'react';

type PeriodSwitchProps = { readonly byTerm: boolean; readonly onChange: (byTerm: boolean) => void };

/** Years or terms across the ledger and its chart. */
export const PeriodSwitch = memo(function PeriodSwitch({ byTerm, onChange }: PeriodSwitchProps) {
  const name = useId();
  const choice = (words: string, terms: boolean) => (
    <label className={byTerm === terms ? 'chosen' : undefined}>
      <input type="radio" name={name} checked={byTerm === terms} onChange={() => onChange(terms)} />{words}
    </label>
  );
  return (
    <fieldset className="segmented">
      <legend className="vh">Across the ledger</legend>
      {choice('Years', false)}
      {choice('Terms', true)}
    </fieldset>
  );
});
