import { useId } from 'react';
import type { Agreement } from '../../../planning/agreements/agreement.ts';
import { countsOf } from '../../../planning/agreements/driver.ts';
import { paymentWords, yearlySum } from '../../../planning/agreements/payment.ts';
import { fundProblem, type PaidFor } from '../../../planning/budget/fund-check.ts';
import { fundInSentence, usualFund } from '../../../planning/budget/fund.ts';
import { formatLongDate } from '../../../planning/calendar.ts';
import type { Category } from '../../../planning/categories.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { COST_DRIVER_WORDS, COST_DRIVERS, PAY_PERIOD_WORDS, PAY_PERIODS } from '../../../planning/vocabulary.ts';
import type { CostDriver, IsoDate, PayPeriod, Pence } from '../../../planning/vocabulary.ts';
import { rowName } from '../../../planning/words.ts';
import { readName } from '../../lib/field-choice.ts';
import { readDate, readPounds } from '../../lib/field-text.ts';
import type { FieldReading } from '../../lib/field-text.ts';
import { fundOptions } from '../../lib/fund-options.ts';
import { usePlan } from '../../lib/plan.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Check, SelectField, TextField } from '../../parts/field.tsx';
import type { Form, Problems } from './use-form.ts';

/** What a contract and a title of software are both asked for: with whom, how it is paid, from when to when. */

const AGREEMENT_KEYS = [
  'name', 'supplier', 'reference', 'amount', 'period', 'periodYears', 'driver', 'units', 'deviceCategory', 'priceDate', 'rise', 'start', 'end', 'noticeDays', 'autoRenews', 'notes', 'fund',
] as const;
export type AgreementKey = (typeof AGREEMENT_KEYS)[number];
export type AgreementTexts = Readonly<Record<AgreementKey, string>>;

export const dayText = (date: IsoDate | null): string => (date === null ? '' : formatLongDate(date));
export const poundsTyped = (pence: Pence | null): string => (pence === null ? '' : (pence / 100).toFixed(pence % 100 === 0 ? 0 : 2));
export const countText = (count: number | null): string => (count === null ? '' : String(count));

/** The fields as they stand; of a new agreement, a yearly price for the whole school. */
export const agreementTexts = (agreement: Agreement | null, supplier: string | null): AgreementTexts => ({
  name: agreement?.name ?? '', supplier: supplier ?? '', reference: agreement?.reference ?? '', amount: poundsTyped(agreement?.amountPence ?? null),
  period: agreement?.period ?? 'yearly', periodYears: countText(agreement?.periodYears ?? 3), driver: agreement?.driver ?? 'site', units: countText(agreement?.units ?? null),
  deviceCategory: agreement?.deviceCategoryKey ?? '',
  priceDate: dayText(agreement?.priceDate ?? null), rise: agreement?.riseBp === null || agreement === null ? '' : String(agreement.riseBp / 100),
  start: dayText(agreement?.start ?? null), end: dayText(agreement?.end ?? null), noticeDays: countText(agreement?.noticeDays ?? null),
  autoRenews: agreement?.autoRenews === true ? 'yes' : '', notes: agreement?.notes ?? '', fund: agreement?.fundKey ?? '',
});

/** The fund field's problem where that fund may not pay; nothing where it may. */
export function fundProblems(snapshot: PlanSnapshot, { fund }: Pick<AgreementTexts, 'fund'>, paidFor: PaidFor, on: IsoDate): Problems<AgreementKey> {
  const problem = fund === '' ? null : fundProblem(snapshot, fund, paidFor, on);
  return problem === null ? {} : { fund: problem };
}

/** Reads a whole number between two bounds; `words` says what works. */
export const readWhole = (text: string, least: number, most: number, words: string): FieldReading<number> => {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: null };
  const value = Number(typed.replaceAll(',', ''));
  return /^[\d,]+$/u.test(typed) && value >= least && value <= most ? { ok: true, value } : { ok: false, message: words };
};

const readRise = (text: string): FieldReading<number> => {
  const typed = text.trim().replace(/\s*%$/u, '').replace('−', '-');
  if (typed === '') return { ok: true, value: null };
  const bp = Math.round(Number(typed) * 100);
  return /^-?\d{1,2}(\.\d{1,2})?$/u.test(typed) && Math.abs(bp) <= 5_000 ? { ok: true, value: bp } : { ok: false, message: 'Write a rise a year like 3 or 2.5, from −50 to 50.' };
};

const asPeriod = (text: string): PayPeriod => PAY_PERIODS.find((period) => period === text) ?? 'yearly';
const asDriver = (text: string): CostDriver => COST_DRIVERS.find((driver) => driver === text) ?? 'site';

/** The terms as a command takes them; what cannot be read is null, and named among the problems. */
export type ReadTerms = {
  readonly set: Pick<Agreement, 'name' | 'reference' | 'amountPence' | 'period' | 'periodYears' | 'driver' | 'units' | 'deviceCategoryKey' | 'priceDate' | 'riseBp' | 'start' | 'end' | 'noticeDays' | 'autoRenews' | 'notes' | 'fundKey'>
    & { readonly supplier: string | null };
  readonly problems: Problems<AgreementKey>;
};

/** Reads the fields of an agreement. */
export function readAgreement(typed: AgreementTexts): ReadTerms {
  const problems: Partial<Record<AgreementKey, string>> = {};
  const read = <Value,>(key: AgreementKey, reading: FieldReading<Value>): Value | null => {
    if (!reading.ok) problems[key] = reading.message;
    return reading.ok ? reading.value : null;
  };
  const name = read('name', readName(typed.name));
  if (name === null) problems.name ??= 'Give it a name, such as Broadband and filtering.';
  const period = asPeriod(typed.period);
  const driver = asDriver(typed.driver);
  const periodYears = period === 'every_n_years' ? read('periodYears', readWhole(typed.periodYears, 2, 20, 'Write a number of years from 2 to 20.')) : null;
  if (period === 'every_n_years' && periodYears === null) problems.periodYears ??= 'Write a number of years from 2 to 20.';
  if (driver === 'per_device' && typed.deviceCategory === '') problems.deviceCategory = 'Choose the kind of kit that is counted.';
  const start = read('start', readDate(typed.start));
  const end = read('end', readDate(typed.end));
  if (start !== null && end !== null && end < start) problems.end = `Must be on or after ${formatLongDate(start)}, when it starts.`;
  return {
    problems,
    set: {
      name: name ?? '', supplier: read('supplier', readName(typed.supplier)), reference: read('reference', readName(typed.reference)),
      amountPence: read('amount', readPounds(typed.amount)), period, periodYears, driver,
      units: driver === 'per_seat' ? read('units', readWhole(typed.units, 1, 1_000_000, 'Write a number of seats like 30.')) : null,
      priceDate: read('priceDate', readDate(typed.priceDate)), riseBp: read('rise', readRise(typed.rise)), start, end,
      deviceCategoryKey: driver === 'per_device' && typed.deviceCategory !== '' ? typed.deviceCategory : null,
      noticeDays: read('noticeDays', readWhole(typed.noticeDays, 0, 1_000, 'Write a number of days like 60, at most 1,000.')),
      autoRenews: typed.autoRenews !== '', notes: typed.notes.trim() === '' ? null : typed.notes.trim(), fundKey: typed.fund === '' ? null : typed.fund,
    },
  };
}

const PERIOD_OPTIONS = PAY_PERIODS.map((value) => ({ value, label: PAY_PERIOD_WORDS[value] }));
const DRIVER_OPTIONS = COST_DRIVERS.map((value) => ({ value, label: COST_DRIVER_WORDS[value] }));

const kitOptions = (categories: readonly Category[]) => [
  { value: '', label: 'Choose a kind' }, ...categories.map((category) => ({ value: category.key, label: rowName(category, null) })),
];

type FieldsProps<Key extends string> = { readonly form: Form<Key | AgreementKey> };

/** With whom, and under what number. */
export function PartnerFields<Key extends string>({ form }: FieldsProps<Key>) {
  const { snapshot } = usePlan();
  const listId = useId();
  return (
    <>
      <TextField label="Supplier" list={listId} {...form.field('supplier')} />
      <datalist id={listId}>{snapshot.suppliers.map(({ id, name }) => <option key={id} value={name}>{name}</option>)}</datalist>
      <TextField label="Their reference" {...form.field('reference')} />
    </>
  );
}

/** What it costs, and what that comes to. */
export function PaymentFields<Key extends string>({ form }: FieldsProps<Key>) {
  const { snapshot } = usePlan();
  const counts = countsOf(snapshot);
  const { set, problems } = readAgreement(form.typed);
  const isRead = problems.amount === undefined && problems.units === undefined && problems.deviceCategory === undefined;
  const sum = isRead && set.amountPence !== null ? yearlySum(set, counts) ?? `${paymentWords(set, counts)}.` : null;
  return (
    <>
      <TextField label="Amount, £ net" inputMode="decimal" {...form.field('amount')} />
      <SelectField label="For" options={DRIVER_OPTIONS} {...form.field('driver')} />
      <SelectField label="Paid" options={PERIOD_OPTIONS} {...form.field('period')} />
      {form.typed.period === 'every_n_years' && <TextField label="Every how many years" inputMode="numeric" {...form.field('periodYears')} />}
      {form.typed.driver === 'per_seat' && <TextField label="Seats" inputMode="numeric" {...form.field('units')} />}
      {form.typed.driver === 'per_device' && <SelectField label="Kind of kit" options={kitOptions(snapshot.categories)} {...form.field('deviceCategory')} />}
      <SelectField label="Paid from" options={fundOptions(snapshot.funds, `Usual: ${fundInSentence(snapshot.funds, usualFund(snapshot.funds).key)}`)} {...form.field('fund')} />
      <DateField label="Price as at" text={form.typed.priceDate} onText={(text) => form.set('priceDate', text)} problem={form.problem('priceDate')} />
      {form.typed.period !== 'once' && <TextField label="Rise a year, %" inputMode="decimal" placeholder="as its kind" {...form.field('rise')} />}
      <p className="q2 wide" aria-live="polite">{sum ?? 'Leave the amount empty where it is not known; 0 where it is in the price of something else.'}</p>
    </>
  );
}

/** From when to when, and how it is ended. */
export function TermFields<Key extends string>({ form }: FieldsProps<Key>) {
  const day = (key: 'start' | 'end', label: string) => (
    <DateField label={label} text={form.typed[key]} onText={(text) => form.set(key, text)} problem={form.problem(key)} />
  );
  return (
    <>
      {day('start', 'Starts')}
      {day('end', 'Ends, or renews after')}
      <TextField label="Notice, days before the end" inputMode="numeric" {...form.field('noticeDays')} />
      <Check checked={form.typed.autoRenews !== ''} onChange={(event) => form.set('autoRenews', event.currentTarget.checked ? 'yes' : '')}>Renews by itself</Check>
    </>
  );
}
