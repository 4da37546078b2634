import { useMemo, useState } from 'react';
import { formatCount } from '../../../planning/money.ts';
import { differencesOf, mergeFieldWords, planMerge } from '../../../planning/register/merge.ts';
import type { Difference, Holds, MergeField } from '../../../planning/register/merge.ts';
import { startUpper } from '../../../planning/words.ts';
import { useCommand } from '../../lib/commands.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Note } from '../../parts/note.tsx';
import { ActForm, useTyped } from './act-form.tsx';
import type { ActProps } from './act-form.tsx';

/** A group holds one tag and no serial number of a single item: none is what most groups want. */
const NUMBERS: readonly MergeField[] = ['tag', 'serial'];
const NONE = 'none';

const choicesFor = ({ field, values }: Difference) => [
  ...(NUMBERS.includes(field) ? [{ value: NONE, label: 'None, keep them in the notes' }] : [{ value: '', label: 'Choose which holds' }]),
  ...values.map(({ assetId, words, rows }) => ({ value: String(assetId), label: rows > 1 ? `${words} (${formatCount(rows)} rows)` : words })),
];

/** Makes one group of equal rows; where they differ, which value holds is chosen field by field. */
export function MergeRows({ assets: shown, onDone }: ActProps) {
  const { facts, asOf } = usePlan();
  const run = useCommand();
  const { typed, field, asked, setAsked } = useTyped({ reason: '' });
  // Rows are merged as the register has them, whatever the scenario on screen says of them.
  const assets = useMemo(() => {
    const meant = new Set(shown.map(({ id }) => id));
    return facts.assets.filter(({ id }) => meant.has(id));
  }, [facts, shown]);
  const differences = useMemo(() => differencesOf(facts, assets), [facts, assets]);
  const [chosen, setChosen] = useState<Readonly<Partial<Record<MergeField, string>>>>({});
  const holds: Holds = Object.fromEntries(differences.flatMap(({ field: name }) => {
    const value = chosen[name] ?? (NUMBERS.includes(name) ? NONE : '');
    return value === '' ? [] : [[name, value === NONE ? null : Number(value)]];
  }));
  const plan = planMerge(facts, asOf, assets.map(({ id }) => id), holds);
  const items = assets.reduce((sum, { quantity }) => sum + quantity, 0);
  const send = async (): Promise<boolean> => await run('register.merge', { ids: assets.map(({ id }) => id), holds, reason: typed.reason.trim() || null }) !== null;
  return (
    <ActForm
      label="Merge rows into a group" button={`Merge ${formatCount(assets.length)} rows`} sound={plan.ok} onAsked={() => setAsked(true)} onSend={send} onDone={onDone}
    >
      <p className="wide">
        {formatCount(assets.length)} rows become one group of {formatCount(items)}.{' '}
        {differences.length === 0 ? 'They are equal in everything.' : 'Where they differ, one value holds for all of them:'}
      </p>
      {differences.map((difference) => (
        <SelectField
          key={difference.field} label={startUpper(mergeFieldWords(difference.field))} options={choicesFor(difference)}
          value={chosen[difference.field] ?? (NUMBERS.includes(difference.field) ? NONE : '')}
          problem={asked && holds[difference.field] === undefined ? 'Choose the value that holds.' : null}
          onChange={(event) => setChosen({ ...chosen, [difference.field]: event.currentTarget.value })}
        />
      ))}
      <div className="wide"><TextField label="Reason (goes in the history)" {...field('reason')} /></div>
      {asked && !plan.ok && plan.differences.length === 0 && <div className="wide"><Note tone="over">{plan.sentence}</Note></div>}
    </ActForm>
  );
}
