import { STARTING_SET, STARTING_SETS, type StartingSetKey } from '../../planning/analysis/development/starting-sets.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { listOf } from '../../planning/words.ts';
import { SelectField } from '../parts/field.tsx';

type StartingSetFieldProps = {
  readonly value: StartingSetKey | '';
  readonly onChange: (set: StartingSetKey | '') => void;
  /** The choice of no set; there is none where one must be chosen. */
  readonly none?: string;
};

/** Areas to start from, with where their words come from. They are the school's to change. */
export function StartingSetField({ value, onChange, none }: StartingSetFieldProps) {
  const set = value === '' ? null : STARTING_SET[value];
  const hint = set === null ? undefined
    : `${listOf(set.areas)}. ${set.source} ${set.asOf === null ? 'Check them against your own copy.' : `As of ${formatLongDate(set.asOf)}.`} All can be renamed.`;
  return (
    <SelectField
      label="Start with the areas of" value={value} hint={hint}
      options={[...STARTING_SETS.map((key) => ({ value: key, label: STARTING_SET[key].name })), ...(none === undefined ? [] : [{ value: '', label: none }])]}
      onChange={(event) => onChange(STARTING_SETS.find((key) => key === event.target.value) ?? '')}
    />
  );
}
