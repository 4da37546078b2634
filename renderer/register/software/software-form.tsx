import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { formatLongDate } from '../../../planning/calendar.ts';
import { formatCount } from '../../../planning/money.ts';
import { agreementPaid } from '../../../planning/budget/fund-check.ts';
import type { SoftwareTitle } from '../../../planning/agreements/agreement.ts';
import { readName } from '../../lib/field-choice.ts';
import { readDate } from '../../lib/field-text.ts';
import { useAsk, useCommand } from '../../lib/commands.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Check, SelectField, TextField } from '../../parts/field.tsx';
import { agreementTexts, countText, dayText, fundProblems, PartnerFields, PaymentFields, readAgreement, readWhole, TermFields } from '../list/agreement-fields.tsx';
import type { AgreementKey } from '../list/agreement-fields.tsx';
import { FormBox } from '../list/form-box.tsx';
import { useForm } from '../list/use-form.ts';
import type { Problems } from '../list/use-form.ts';

const TITLE_KEYS = [
  'publisher', 'version', 'costCategory', 'release', 'supportEnd', 'needsSystem', 'needsMemory', 'leastMemory', 'needsProcessor', 'needsCores',
  'leastCores', 'needsStorage', 'network', 'departments',
] as const;
type TitleKey = (typeof TITLE_KEYS)[number];
type Key = AgreementKey | TitleKey;
type Typed = Readonly<Record<Key, string>>;

type Release = { readonly id: number; readonly label: string; readonly securityEnd: string | null };

const USE_OPTIONS = [{ value: 'it_learning_resources', label: 'Learning (E20C)' }, { value: 'admin_software', label: 'Administration (E20D)' }];
const NETWORK_OPTIONS = [{ value: '', label: 'Not known' }, { value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }];

/** Departments are kept as their numbers, apart by commas. */
const idsIn = (text: string): readonly number[] => text.split(',').filter(Boolean).map(Number);

/** The school's own end of support: one that its release does not give. */
const ownEnd = (title: SoftwareTitle | null, release: Release | undefined): string =>
  (title === null || title.supportEnd === release?.securityEnd ? '' : dayText(title.supportEnd));

const moreThan = (least: number | null, needs: number | null): boolean => least !== null && needs !== null && least > needs;

function readTitle(typed: Typed, releases: readonly Release[]) {
  const problems: Partial<Record<Key, string>> = { ...readAgreement(typed).problems };
  const take = <Value,>(key: TitleKey, reading: { ok: true; value: Value | null } | { ok: false; message: string }): Value | null => {
    if (!reading.ok) problems[key] = reading.message;
    return reading.ok ? reading.value : null;
  };
  const wanted = typed.release.trim().toLowerCase();
  const release = releases.find(({ label }) => label.toLowerCase() === wanted);
  if (wanted !== '' && release === undefined) problems.release = 'The support list has no such release. Choose one of the list, or leave it empty and give the day yourself.';
  const gigabytes = (key: 'needsMemory' | 'leastMemory' | 'needsStorage') => take(key, readWhole(typed[key].replace(/\s*gb$/iu, ''), 1, 1_000_000, 'Write gigabytes as a whole number like 8.'));
  const cores = (key: 'needsCores' | 'leastCores') => take(key, readWhole(typed[key].replace(/\s*cores?$/iu, ''), 1, 512, 'Write cores as a whole number from 1 to 512, like 4.'));
  const set = {
    ...readAgreement(typed).set,
    costCategory: typed.costCategory === 'admin_software' ? 'admin_software' as const : 'it_learning_resources' as const,
    publisher: take('publisher', readName(typed.publisher)), version: take('version', readName(typed.version)),
    supportReleaseId: release?.id ?? null, supportEnd: take('supportEnd', readDate(typed.supportEnd)),
    needsSystem: take('needsSystem', readName(typed.needsSystem)), needsMemoryGb: gigabytes('needsMemory'), leastMemoryGb: gigabytes('leastMemory'),
    needsProcessor: take('needsProcessor', readName(typed.needsProcessor)), needsCores: cores('needsCores'), leastCores: cores('leastCores'), needsStorageGb: gigabytes('needsStorage'), networkInstallable: typed.network === '' ? null : typed.network === 'yes', departmentIds: [...idsIn(typed.departments)],
  };
  if (moreThan(set.leastMemoryGb, set.needsMemoryGb)) problems.leastMemory ??= `At most what it needs to run well, ${formatCount(set.needsMemoryGb ?? 0)} GB.`;
  if (moreThan(set.leastCores, set.needsCores)) problems.leastCores ??= `At most what it needs to run well, ${formatCount(set.needsCores ?? 0)}.`;
  return { set, problems: problems satisfies Problems<Key> };
}

type SoftwareFormProps = {
  /** null for a new one. */
  readonly title: SoftwareTitle | null;
  readonly onDone: (id: number | null) => void;
};

/** Adds a title or changes one, once the list of support dates is there. */
export function SoftwareForm(props: SoftwareFormProps) {
  const { plan } = usePlan();
  const ask = useAsk();
  const { data } = useQuery({ queryKey: ['support.list', plan.id, plan.revision], queryFn: () => ask('support.list', {}) });
  return data === undefined ? null : <TitleForm {...props} releases={data ?? []} />;
}

function TitleForm({ title, onDone, releases }: SoftwareFormProps & { readonly releases: readonly Release[] }) {
  const { snapshot, options: { asOf: today } } = usePlan();
  const run = useCommand();
  const supplier = snapshot.suppliers.find(({ id }) => id === title?.supplierId)?.name ?? null;
  const release = releases.find(({ id }) => id === title?.supportReleaseId);
  const network = title?.networkInstallable ?? null;
  const form = useForm<Key>(
    {
      ...agreementTexts(title, supplier), publisher: title?.publisher ?? '', version: title?.version ?? '', costCategory: title?.costCategory ?? 'it_learning_resources',
      release: release?.label ?? '', supportEnd: ownEnd(title, release), needsSystem: title?.needsSystem ?? '', needsMemory: countText(title?.needsMemoryGb ?? null),
      leastMemory: countText(title?.leastMemoryGb ?? null), needsCores: countText(title?.needsCores ?? null), leastCores: countText(title?.leastCores ?? null),
      needsProcessor: title?.needsProcessor ?? '', needsStorage: countText(title?.needsStorageGb ?? null), network: network === null ? '' : network ? 'yes' : 'no',
      departments: (title?.departmentIds ?? []).join(','),
    },
    (typed) => {
      const { set: { costCategory }, problems } = readTitle(typed, releases);
      return { ...fundProblems(snapshot, typed, agreementPaid({ categoryKey: title?.categoryKey ?? 'software', costCategory }), today), ...problems };
    },
    (typed) => void (async () => {
      const { set } = readTitle(typed, releases);
      if (title !== null) {
        if (await run('software.edit', { id: title.id, set }) !== null) onDone(title.id);
        return;
      }
      const added = await run('software.add', set);
      if (added !== null) onDone(added.value.id);
    })(),
  );
  return (
    <FormBox
      does={title === null ? 'Add the software' : 'Change the software'} {...(title === null ? {} : { label: `Change ${title.name}` })}
      onSubmit={form.onSubmit} onCancel={() => onDone(null)}
    >
      <div className="wide"><TextField label="Title" {...form.field('name')} /></div>
      <TextField label="Publisher" {...form.field('publisher')} />
      <TextField label="Version" {...form.field('version')} />
      <PaymentFields form={form} />
      <TermFields form={form} />
      <PartnerFields form={form} />
      <SelectField label="Used for" options={USE_OPTIONS} {...form.field('costCategory')} />
      <SelectField label="Installs over the network" options={NETWORK_OPTIONS} {...form.field('network')} />
      <TextField label="Needs, system" placeholder="Windows 11" {...form.field('needsSystem')} />
      <TextField label="Needs, processor" {...form.field('needsProcessor')} />
      <TextField label="Needs, memory in GB" inputMode="numeric" {...form.field('needsMemory')} />
      <TextField label="Runs slowly on, memory in GB" inputMode="numeric" {...form.field('leastMemory')} />
      <TextField label="Needs, cores" inputMode="numeric" {...form.field('needsCores')} />
      <TextField label="Runs slowly on, cores" inputMode="numeric" {...form.field('leastCores')} />
      <TextField label="Needs, storage in GB" inputMode="numeric" {...form.field('needsStorage')} />
      <SupportFields form={form} releases={releases} />
      <Departments chosen={idsIn(form.typed.departments)} onChosen={(ids) => form.set('departments', ids.join(','))} />
      <div className="wide"><TextField label="Notes" {...form.field('notes')} /></div>
    </FormBox>
  );
}

type SupportFieldsProps = { readonly form: ReturnType<typeof useForm<Key>>; readonly releases: readonly Release[] };

/** When its support ends: as the support list says of its release, or the school's own day before that. */
function SupportFields({ form, releases }: SupportFieldsProps) {
  const listId = useId();
  const chosen = releases.find(({ label }) => label.toLowerCase() === form.typed.release.trim().toLowerCase());
  return (
    <>
      <div className="wide">
        <TextField
          label="Release in the support list" list={listId} {...form.field('release')}
          hint={chosen === undefined ? undefined : chosen.securityEnd === null ? 'The list gives no end of its support.' : `Support ends on ${formatLongDate(chosen.securityEnd)}, says the list.`}
        />
      </div>
      <datalist id={listId}>{releases.map(({ id, label }) => <option key={id} value={label}>{label}</option>)}</datalist>
      <DateField label="Support ends, own date" text={form.typed.supportEnd} onText={(text) => form.set('supportEnd', text)} problem={form.problem('supportEnd')} />
    </>
  );
}

type DepartmentsProps = { readonly chosen: readonly number[]; readonly onChosen: (ids: readonly number[]) => void };

function Departments({ chosen, onChosen }: DepartmentsProps) {
  const { snapshot: { departments } } = usePlan();
  if (departments.length === 0) return null;
  return (
    <fieldset className="wide">
      <legend>Used by (none ticked: the whole school)</legend>
      <div className="list-ticks">
        {departments.map(({ id, name }) => (
          <Check key={id} checked={chosen.includes(id)} onChange={(event) => onChosen(event.currentTarget.checked ? [...chosen, id] : chosen.filter((each) => each !== id))}>{name}</Check>
        ))}
      </div>
    </fieldset>
  );
}
