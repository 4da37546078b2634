import { Plus, X } from 'lucide-react';
import { optionLetter } from '../../planning/analysis/needs/refs.ts';
import { Button, IconButton } from '../parts/button.tsx';
import { Check, TextField } from '../parts/field.tsx';
import type { FieldsProps } from './choice-fields.tsx';
import type { TypedOption, TypedTelling } from './record-typed.ts';

const NO_OPTION: TypedOption = { name: '', pounds: '', follows: '', chosen: false };
const NO_TELLING: TypedTelling = { role: '', what: '', dueOn: '', toldOn: null, how: null };

const replaced = <Row extends object>(rows: readonly Row[], at: number, part: Partial<Row>): Row[] => rows.map((row, index) => (index === at ? { ...row, ...part } : row));

/** The options of what is no need: each typed, with what it costs and what follows. */
export function OptionRows({ typed, set, at }: FieldsProps) {
  const { weighed } = typed;
  const put = (index: number, part: Partial<TypedOption>): void => set({ weighed: replaced(weighed, index, part) });
  const choose = (index: number, chosen: boolean): void => set({ weighed: weighed.map((option, each) => ({ ...option, chosen: each === index && chosen })) });
  return (
    <fieldset className="rows">
      <legend>Options to weigh</legend>
      {weighed.map((option, index) => (
        <div className="row" key={index}>
          <TextField label={`Option ${optionLetter(index)}`} maxLength={200} value={option.name} problem={at(`option ${index}`)} onChange={({ target }) => put(index, { name: target.value })} />
          <TextField label="Cost, £" inputMode="decimal" value={option.pounds} problem={at(`pounds ${index}`)} onChange={({ target }) => put(index, { pounds: target.value })} />
          <IconButton small label={`Take option ${optionLetter(index)} out`} onClick={() => set({ weighed: weighed.filter((_, each) => each !== index) })}><X aria-hidden="true" /></IconButton>
          <TextField label="What follows" maxLength={1000} value={option.follows} onChange={({ target }) => put(index, { follows: target.value })} />
          <Check checked={option.chosen} onChange={({ target }) => choose(index, target.checked)}>{typed.waits ? 'Recommended' : 'Chosen'}</Check>
        </div>
      ))}
      <Button variant="link" small icon={<Plus className="lucide s" aria-hidden="true" />} onClick={() => set({ weighed: [...weighed, NO_OPTION] })}>Add an option</Button>
    </fieldset>
  );
}

/** Who is to be told, and what of it: not everyone needs every detail. */
export function TellingRows({ typed, set, at }: FieldsProps) {
  const { tellings } = typed;
  const put = (index: number, part: Partial<TypedTelling>): void => set({ tellings: replaced(tellings, index, part) });
  return (
    <fieldset className="rows">
      <legend>Who is to be told</legend>
      {tellings.map((telling, index) => (
        <div className="row" key={index}>
          <TextField label="Who" maxLength={200} value={telling.role} problem={at(`telling ${index}`)} onChange={({ target }) => put(index, { role: target.value })} />
          <TextField label="By" placeholder="like 3 Sep 2025" value={telling.dueOn} problem={at(`due ${index}`)} onChange={({ target }) => put(index, { dueOn: target.value })} />
          <IconButton small label={`Take ${telling.role === '' ? 'this line' : telling.role} off the list`} onClick={() => set({ tellings: tellings.filter((_, each) => each !== index) })}><X aria-hidden="true" /></IconButton>
          <TextField label="What of it" maxLength={1000} value={telling.what} onChange={({ target }) => put(index, { what: target.value })} />
        </div>
      ))}
      <Button variant="link" small icon={<Plus className="lucide s" aria-hidden="true" />} onClick={() => set({ tellings: [...tellings, NO_TELLING] })}>Add somebody to tell</Button>
    </fieldset>
  );
}
