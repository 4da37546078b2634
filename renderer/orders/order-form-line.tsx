import { formatCount, formatExact } from '../../planning/money.ts';
import { CFR_CODES, categoryNamed } from '../../planning/categories.ts';
import { modelTitle } from '../../planning/register/field-words.ts';
import { compareNames, startUpper } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import type { LineProblems, TypedLine } from './order-draft.ts';

const GROUPS = [{ value: '', label: 'Anybody' }, { value: 'staff', label: 'Staff' }, { value: 'pupil', label: 'Pupils' }, { value: 'shared', label: 'Shared' }];

type OrderFormLineProps = {
  readonly line: TypedLine;
  readonly problems: LineProblems;
  readonly onChange: (line: TypedLine) => void;
  readonly onRemove: (() => void) | null;
};

/** One line of an order being drawn up. A line for something new says which kind and for whom. */
export function OrderFormLine({ line, problems, onChange, onRemove }: OrderFormLineProps) {
  const { savedSnapshot: snapshot } = usePlan();
  const kinds = snapshot.categories.filter(({ chartGroup }) => chartGroup !== 'running').map(({ key, plural }) => ({ value: key, label: startUpper(plural) }));
  const models = snapshot.models.filter(({ categoryKey }) => categoryKey === line.categoryKey)
    .map((model) => ({ value: String(model.id), label: modelTitle(model) })).sort((a, b) => compareNames(a.label, b.label));
  const isNew = line.replaces.length === 0;
  const chooseModel = (modelId: string): void => {
    const name = models.find(({ value }) => value === modelId)?.label;
    onChange({ ...line, modelId, ...(name !== undefined && { description: name }) });
  };
  const chooseKind = (categoryKey: string): void =>
    onChange({ ...line, categoryKey, modelId: '', code: CFR_CODES[categoryNamed(snapshot.categories, categoryKey).costCategory].revenue });
  const replaced = line.replaces.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <div className="orders-draft-line">
      {isNew && (
        <div className="wide two">
          <SelectField label="Kind" options={kinds} value={line.categoryKey} onChange={(event) => chooseKind(event.target.value)} />
          <SelectField label="For" options={GROUPS} value={line.userGroup} onChange={(event) => onChange({ ...line, userGroup: event.target.value })} />
        </div>
      )}
      {models.length > 0 && (
        <div className="wide">
          <SelectField label="Model" options={[{ value: '', label: 'None of those in the register' }, ...models]} value={line.modelId} onChange={(event) => chooseModel(event.target.value)} />
        </div>
      )}
      <div className="wide"><TextField label="What is ordered" value={line.description} problem={problems.description} onChange={(event) => onChange({ ...line, description: event.target.value })} /></div>
      <TextField label="Code" value={line.code} maxLength={20} onChange={(event) => onChange({ ...line, code: event.target.value })} />
      <TextField label="How many" inputMode="numeric" value={line.quantity} problem={problems.quantity} onChange={(event) => onChange({ ...line, quantity: event.target.value })} />
      <TextField label="Price of one, £" inputMode="decimal" value={line.price} problem={problems.price} onChange={(event) => onChange({ ...line, price: event.target.value })} />
      <p className="under">
        <span>
          {isNew ? 'Replaces nothing.' : `Replaces ${formatCount(replaced)}. `}
          {line.plannedUnitPence === null ? (isNew ? '' : 'The plan has no price for one.') : `The plan has one at ${formatExact(line.plannedUnitPence)}.`}
        </span>
        {onRemove !== null && <Button variant="link" small onClick={onRemove}>Take this line out</Button>}
      </p>
    </div>
  );
}
