import { useId } from 'react';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { DateField } from '../parts/date-field.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { TextArea } from '../parts/text-area.tsx';
import type { FieldSpec } from './asset-form-fields.ts';

type AssetFormFieldProps = {
  readonly spec: FieldSpec;
  readonly snapshot: PlanSnapshot;
  readonly text: string;
  readonly problem: string | null;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
  readonly autoFocus?: boolean;
};

/** One field of an asset, typed as its kind is. */
export function AssetFormField({ spec, snapshot, text, problem, onText, onLeave, autoFocus = false }: AssetFormFieldProps) {
  const listId = useId();
  const shared = {
    label: spec.label, name: spec.field, value: text, problem, onBlur: onLeave, ...(autoFocus ? { 'data-autofocus': true } : {}),
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onText(event.currentTarget.value),
  };
  switch (spec.kind) {
    case 'date': return <DateField label={spec.label} name={spec.field} text={text} onText={onText} onLeave={onLeave} problem={problem} />;
    case 'money': return <TextField {...shared} inputMode="decimal" />;
    case 'count': return <TextField {...shared} inputMode="numeric" />;
    case 'choice': return <SelectField {...shared} options={spec.choices(snapshot)} />;
    case 'note': return <div className="wide"><TextArea {...shared} rows={4} /></div>;
    case 'text': return (
      <div className={spec.wide === true ? 'wide' : undefined}>
        <TextField {...shared} {...(spec.list === undefined ? {} : { list: listId })} />
        {spec.list !== undefined && <NameList id={listId} names={spec.list(snapshot)} />}
      </div>
    );
  }
}
