import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { assetProblems } from '../../planning/asset-checks.ts';
import { changeEffect, rowChanger } from '../../planning/register/effect.ts';
import { statusRule } from '../../planning/register/status-rules.ts';
import { ASSET_STATUSES } from '../../planning/vocabulary.ts';
import type { AssetStatus } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { AssetFormField } from './asset-form-field.tsx';
import { readForm, SECTIONS, textsOf } from './asset-form-fields.ts';
import type { AssetSet, FormField, FormTexts } from './asset-form-fields.ts';
import { EffectList } from './effect-list.tsx';
import type { RegisterRow } from './rows.ts';
import { useEscape } from './use-escape.ts';

const asStatus = (value: string): AssetStatus | null => ASSET_STATUSES.find((status) => status === value) ?? null;

/** Which field a column's value is changed in, where they are not called alike. */
const FIELD_OF: Readonly<Record<string, FormField>> = {
  bought: 'purchaseDate', warranty: 'coverEnd', paid: 'unitPaidPence', paidEach: 'unitPaidPence', what: 'description', kind: 'categoryKey', order: 'orderNumber', fund: 'fundKey',
};

/** What is wrong with each field: what cannot be read, then what cannot be true together. */
const problemsIn = (row: RegisterRow, { set, problems }: ReturnType<typeof readForm>, asOf: string): Readonly<Partial<Record<FormField, string>>> => {
  const untrue = assetProblems({ ...row.asset, ...definedIn(set) }, new Set(Object.keys(set)), asOf).map(({ field, sentence }) => [field, sentence]);
  const alone = set.make && set.model === undefined && row.asset.modelId === null ? { make: 'A make is kept with its model: write the model too.' } : {};
  return { ...Object.fromEntries(untrue) as Partial<Record<FormField, string>>, ...alone, ...problems };
};

const definedIn = (set: AssetSet): { readonly [Field in keyof AssetSet]: Exclude<AssetSet[Field], undefined> } =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));

/** What the change would do to the plan, once typing rests. */
function Effect({ row, set }: { readonly row: RegisterRow; readonly set: AssetSet }) {
  const { snapshot, forecast, options, asOf } = usePlan();
  const key = useDeferredValue(JSON.stringify(set));
  const effect = useMemo(() => {
    const settled = JSON.parse(key) as AssetSet;
    if (Object.keys(settled).length === 0) return null;
    return changeEffect(snapshot, forecast, options, new Map([[row.id, rowChanger(snapshot, asOf)(row.asset, settled)]]));
  }, [key, snapshot, forecast, options, row, asOf]);
  return <EffectList effect={effect} most={5} />;
}

type SectionsProps = {
  readonly typed: FormTexts;
  readonly opened: FormField;
  readonly problems: Readonly<Partial<Record<FormField, string>>>;
  /** Whether the words of a field's problem are wanted by now. */
  readonly told: (field: FormField) => boolean;
  readonly onText: (field: FormField, text: string) => void;
  readonly onLeave: (field: FormField) => void;
};

/** Sections that stand open: what is changed most. */
const OPEN = 3;

/** Every field in its section; the first ones stand open, with the one that was asked for and any with something wrong. */
function FormSections({ typed, opened, problems, told, onText, onLeave }: SectionsProps) {
  const { snapshot } = usePlan();
  const status = asStatus(typed.status);
  return SECTIONS.map(({ title, fields }, at) => {
    const wrong = fields.some(({ field }) => told(field) && problems[field] !== undefined);
    const asked = at < OPEN || fields.some(({ field }) => field === opened);
    return (
      <details key={title} className="asset-edit-part" {...(asked || wrong ? { open: true } : {})}>
        <summary>{title}</summary>
        <div className="asset-edit-fields">
          {fields.map((spec) => (
            <AssetFormField
              key={spec.field} spec={spec} snapshot={snapshot} text={typed[spec.field]} problem={told(spec.field) ? problems[spec.field] ?? null : null}
              onText={(text) => onText(spec.field, text)} onLeave={() => onLeave(spec.field)}
            />
          ))}
          {at === 0 && status !== null && <p className="wide hint">{statusRule(status).meaning}</p>}
        </div>
      </details>
    );
  });
}

type EditFormProps = {
  readonly row: RegisterRow;
  /** Where the focus starts; the first field where the column has none. */
  readonly column: string | null;
  readonly onDone: () => void;
};

/** Changes one asset's facts, with what that does to the plan before it is done. */
export function EditForm({ row, column, onDone }: EditFormProps) {
  const { snapshot, asOf } = usePlan();
  const run = useCommand();
  const form = useRef<HTMLFormElement>(null);
  const [before] = useState(() => textsOf(row.asset, snapshot));
  const [typed, setTyped] = useState(before);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  // A field that was left, or a press on the button, is when its words are wanted: not while a date is half typed.
  const [left, setLeft] = useState<ReadonlySet<FormField>>(new Set());
  const reading = readForm(typed, before);
  const problems = problemsIn(row, reading, asOf);
  const wanted = column === null ? 'room' : FIELD_OF[column] ?? column;
  const opened: FormField = wanted in before ? wanted as FormField : 'room';

  useEffect(() => {
    form.current?.querySelector<HTMLElement>(`[name="${opened}"]`)?.focus();
  }, [opened]);
  useEscape(form, onDone);

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    const [first] = Object.keys(problems);
    // Its section opens with the words: the field is there once that has been drawn.
    if (first !== undefined) window.setTimeout(() => form.current?.querySelector<HTMLElement>(`[name="${first}"]`)?.focus());
    else if (Object.keys(reading.set).length === 0) onDone();
    else if (await run('register.edit', { ids: [row.id], set: reading.set, reason: reason.trim() || null }) !== null) onDone();
  };
  return (
    <form ref={form} className="asset-edit" aria-label={`Change ${row.tag ?? row.description}`} noValidate onSubmit={(event) => void submit(event)}>
      <FormSections
        typed={typed} opened={opened} problems={problems} told={(field) => asked || left.has(field)}
        onText={(field, text) => setTyped((now) => ({ ...now, [field]: text }))} onLeave={(field) => setLeft((known) => new Set(known).add(field))}
      />
      <TextField label="Reason (goes in the history)" name="reason" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <Effect row={row} set={reading.set} />
      <div className="asset-edit-acts">
        <Button onClick={onDone}>Cancel</Button>
        <Button variant="filled" type="submit">Change {row.tag ?? 'it'}</Button>
      </div>
    </form>
  );
}
