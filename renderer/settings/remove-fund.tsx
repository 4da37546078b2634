import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Fund } from '../../planning/budget/fund.ts';
import { fundUses } from '../../planning/budget/fund-uses.ts';
import { FUND_KINDS } from '../../planning/vocabulary.ts';
import { listOf, startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';

type RemoveFundProps = { readonly fund: Fund; readonly onBack: () => void; readonly onDone: () => void };

/** Takes a fund out; what is paid from it goes to another. One that comes with Kitplan stays, with nothing paid from it. */
export function RemoveFund({ fund, onBack, onDone }: RemoveFundProps) {
  const { facts } = useSavedPlan();
  const run = useCommand();
  const [into, setInto] = useState('');
  const [asked, setAsked] = useState(false);
  const uses = fundUses(facts, fund.key);
  const shipped = FUND_KINDS.some((kind) => kind === fund.key);
  const needed = uses.length > 0;
  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (needed && into === '') return;
    if (await run('fund.remove', { key: fund.key, into: into === '' ? null : into }) !== null) onDone();
  };
  const others = facts.funds.filter(({ key }) => key !== fund.key).map(({ key, name }) => ({ value: key, label: name }));
  return (
    <form className="settings-form" noValidate onSubmit={(event) => void send(event)}>
      <p className="wide">
        {needed ? `${startUpper(listOf(uses))} ${uses.length === 1 && /^(1 |the )/.test(uses[0] ?? '') ? 'names' : 'name'} ${fund.name}. Another fund takes over.`
          : shipped ? `${fund.name} comes with Kitplan and stays. Nothing is paid from it.` : `Nothing is paid from ${fund.name}.`}
      </p>
      {needed && (
        <div className="wide">
          <SelectField
            label="Paid instead from" options={[{ value: '', label: 'Choose a fund' }, ...others]} value={into} problem={asked && into === '' ? 'Which fund takes over? Choose one.' : null}
            onChange={(event) => setInto(event.target.value)}
          />
        </div>
      )}
      <div className="dialog-acts">
        <Button onClick={onBack}>Back to its rules</Button>
        {(needed || !shipped) && <Button variant="filled" type="submit">{shipped ? 'Move what it pays' : needed ? 'Merge the fund' : 'Remove the fund'}</Button>}
      </div>
    </form>
  );
}
