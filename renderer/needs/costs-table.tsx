import { Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import { COST_PARTS, COST_PART_WORDS, COST_STANDINGS, COST_STANDING_WORDS } from '../../planning/analysis/vocabulary.ts';
import { categoryNamed, CFR_CODES } from '../../planning/categories.ts';
import { placeCalled } from '../../planning/places.ts';
import { modelTitle } from '../../planning/register/field-words.ts';
import { COST_CATEGORIES } from '../../planning/vocabulary.ts';
import { compareNames, startUpper } from '../../planning/words.ts';
import { fundOptions } from '../lib/fund-options.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { Section } from '../parts/section.tsx';
import { isStanding, withModel, withPart, type CostField, type CostReading, type TypedCost } from './typed-cost.ts';

const HEADS = ['What', 'Part', 'Items', 'One, £', 'A year, £', 'Bought or from', 'Who pays', 'Until', 'Model', 'Kind', 'Cost category', 'Fund', 'For', 'In', 'Running cost', 'Brings memory to, GB', 'Brings storage to, GB'] as const;

type CostsTableProps = {
  readonly costs: readonly TypedCost[];
  readonly readings: readonly CostReading[];
  /** Whether the form was sent, so that each field says what is wrong with it. */
  readonly asked: boolean;
  readonly onCosts: (costs: readonly TypedCost[]) => void;
  readonly onAdd: () => void;
};

/** The costs of an option, a row each, typed where they stand. */
export function CostsTable({ costs, readings, asked, onCosts, onAdd }: CostsTableProps) {
  return (
    <Section title="What it costs" aside="net of VAT" link={<Button variant="link" small icon={<Plus className="lucide s" aria-hidden="true" />} onClick={onAdd}>Add a cost</Button>}>
      {costs.length === 0 ? <p className="q2">It costs nothing.</p> : (
        <Scrolled label="Table of costs" className="needs-costs">
          <table>
            <thead><tr>{HEADS.map((head) => <th key={head} scope="col">{head}</th>)}<th scope="col"><span className="vh">Remove</span></th></tr></thead>
            <tbody>
              {costs.map((cost, at) => (
                <CostRow
                  key={cost.key} cost={cost} problems={asked ? readings[at]?.problems ?? {} : {}} onCost={(next) => onCosts(costs.map((each) => (each.key === cost.key ? next : each)))}
                  onRemove={() => onCosts(costs.filter(({ key }) => key !== cost.key))}
                />
              ))}
            </tbody>
          </table>
        </Scrolled>
      )}
    </Section>
  );
}

/** The lists that a row chooses from. */
function useChoices() {
  const { snapshot } = usePlan();
  return useMemo(() => {
    const called = placeCalled(snapshot.locations);
    const byName = <Row extends { readonly id: number }>(rows: readonly Row[], nameOf: (row: Row) => string) =>
      rows.map((row) => ({ value: String(row.id), label: nameOf(row) })).toSorted((a, b) => compareNames(a.label, b.label));
    return {
      categories: snapshot.categories, models: byName(snapshot.models, modelTitle),
      places: byName(snapshot.locations, ({ id, name }) => called(id) ?? name), recurring: byName(snapshot.recurring, ({ name }) => name), funds: fundOptions(snapshot.funds, 'The usual fund'),
    };
  }, [snapshot]);
}

const GROUPS = [{ value: '', label: 'Anybody' }, { value: 'pupil', label: 'Pupils' }, { value: 'staff', label: 'Staff' }, { value: 'shared', label: 'Shared' }] as const;

type TextKey = { [Key in CostField]: TypedCost[Key] extends string ? Key : never }[CostField];
type CostRowProps = { readonly cost: TypedCost; readonly problems: Partial<Record<CostField, string>>; readonly onCost: (cost: TypedCost) => void; readonly onRemove: () => void };

function CostRow({ cost, problems, onCost, onRemove }: CostRowProps) {
  const { snapshot } = usePlan();
  const { categories, models, places, recurring, funds } = useChoices();
  const kit = cost.part === 'kit';
  const planned = cost.standing === 'in_plan';
  const text = (key: TextKey) => ({
    value: cost[key], problem: problems[key] ?? null,
    onChange: (event: { readonly currentTarget: { readonly value: string } }) => onCost({ ...cost, [key]: event.currentTarget.value }),
  });
  const kinds = categories.filter(({ chartGroup }) => (chartGroup === 'running') !== kit).map(({ key, plural }) => ({ value: key, label: startUpper(plural) }));
  const setKind = (key: string): void => onCost({ ...cost, categoryKey: key, costCategory: categoryNamed(categories, key).costCategory });
  const setModel = (id: string): void => {
    const model = snapshot.models.find((each) => String(each.id) === id);
    onCost(withModel(cost, model, model === undefined ? '' : modelTitle(model), categories));
  };
  const setRunning = (id: string): void => {
    const found = snapshot.recurring.find((each) => String(each.id) === id);
    onCost({ ...cost, recurringId: id, ...(found === undefined ? {} : { name: cost.name.trim() === '' ? found.name : cost.name, categoryKey: found.categoryKey, costCategory: found.costCategory }) });
  };
  return (
    <tr>
      <td className="wide-cell"><TextField label="What" {...text('name')} /></td>
      <td className="mid-cell"><SelectField label="Part" value={cost.part} options={COST_PARTS.map((each) => ({ value: each, label: COST_PART_WORDS[each] }))} onChange={(event) => onCost(withPart(cost, event.currentTarget.value, categories))} /></td>
      <td><div className="num-cell"><TextField label="Items" inputMode="numeric" disabled={planned} {...text('quantity')} /></div></td>
      <td><div className="num-cell"><TextField label="Price of one, £" inputMode="decimal" disabled={planned} placeholder="no price" {...text('unit')} /></div></td>
      <td><div className="num-cell"><TextField label="A year, £" inputMode="decimal" disabled={planned} {...text('yearly')} /></div></td>
      <td><DateField label="Bought or from" text={cost.on} problem={problems.on ?? null} onText={(on) => onCost({ ...cost, on })} /></td>
      <td className="wide-cell"><SelectField label="Who pays" value={cost.standing} options={COST_STANDINGS.map((each) => ({ value: each, label: COST_STANDING_WORDS[each] }))} onChange={(event) => onCost({ ...cost, standing: isStanding(event.currentTarget.value) })} /></td>
      <td><DateField label="Until" text={cost.until} problem={problems.until ?? null} onText={(until) => onCost({ ...cost, until })} /></td>
      <td className="wide-cell"><SelectField label="Model" disabled={!kit} value={cost.modelId} options={[{ value: '', label: 'None' }, ...models]} onChange={(event) => setModel(event.currentTarget.value)} /></td>
      <td className="mid-cell"><SelectField label="Kind" value={cost.categoryKey} options={kinds} onChange={(event) => setKind(event.currentTarget.value)} /></td>
      <td className="wide-cell"><SelectField label="Cost category" options={COST_CATEGORIES.map((each) => ({ value: each, label: CFR_CODES[each].title }))} {...text('costCategory')} /></td>
      <td className="mid-cell"><SelectField label="Fund" options={funds} disabled={cost.standing !== 'adds'} {...text('fundKey')} /></td>
      <td className="mid-cell"><SelectField label="For" options={GROUPS} {...text('userGroup')} /></td>
      <td className="mid-cell"><SelectField label="In" options={[{ value: '', label: 'Any place' }, ...places]} {...text('locationId')} /></td>
      <td className="mid-cell"><SelectField label="Running cost" disabled={!planned} value={cost.recurringId} options={[{ value: '', label: 'None' }, ...recurring]} onChange={(event) => setRunning(event.currentTarget.value)} /></td>
      <td><div className="num-cell"><TextField label="Brings memory to, GB" inputMode="numeric" disabled={!kit} {...text('memoryGb')} /></div></td>
      <td><div className="num-cell"><TextField label="Brings storage to, GB" inputMode="numeric" disabled={!kit} {...text('storageGb')} /></div></td>
      <td><IconButton label={cost.name === '' ? 'Remove this cost' : `Remove ${cost.name}`} small onClick={onRemove}><X aria-hidden="true" /></IconButton></td>
    </tr>
  );
}
