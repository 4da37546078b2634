import type { MoneyProfile } from '../../planning/budget/finance.ts';
import { formatExact } from '../../planning/money.ts';
import { spanOf } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { readPounds, type FieldReading } from '../lib/field-text.ts';
import { typedLife } from '../lib/typed-figures.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { SelectField } from '../parts/field.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { Section } from '../parts/section.tsx';

const BY: readonly { readonly value: MoneyProfile['depreciation']; readonly label: string }[] = [
  { value: 'months', label: 'By months' }, { value: 'days', label: 'By days' }, { value: 'years', label: 'By full years' },
];

const readLife = (text: string): FieldReading<number> => {
  const typed = typedLife(text);
  return 'figure' in typed ? { ok: true, value: typed.figure } : { ok: false, message: typed.problem };
};

/** What an hour costs: at most £1,000. */
const readHour = (text: string): FieldReading<number> => {
  const reading = readPounds(text);
  return reading.ok && (reading.value ?? 0) > 100_000 ? { ok: false, message: 'An hour costs at most £1,000. Write an amount like 24.50.' } : reading;
};

/** A kilowatt-hour in pence, kept in hundredths of a penny: 27.5. */
const readRate = (text: string): FieldReading<number> => {
  const typed = text.trim().replace(/\s*p$/i, '');
  if (typed === '') return { ok: true, value: null };
  const hundredths = Math.round(Number(typed) * 100);
  return /^\d{1,4}(\.\d{1,2})?$/.test(typed) && hundredths <= 100_000 ? { ok: true, value: hundredths }
    : { ok: false, message: 'Write pence for a kilowatt-hour, such as 27.5: from 0 to 1,000.' };
};

const poundsText = (pence: number | null): string => (pence === null ? '' : formatExact(pence).replace('£', ''));
const rateText = (rate: number | null): string => (rate === null ? '' : String(rate / 100));

/** How kit is written off, and what power and time cost: for its value in the books and what it costs over its life. */
export function CostsSection() {
  const { facts: { finance: { profile } }, editable } = useSavedPlan();
  const run = useCommand();
  const set = (fields: Partial<Omit<MoneyProfile, 'conversion'>>): null => {
    void run('money.set', fields);
    return null;
  };
  const common = { disabled: !editable };
  return (
    <Section title="The books, power and time" aside="For the value of kit and what it costs over its life" className="settings-costs">
      <div className="settings-cost-fields">
        <FigureField {...common} label="Kit is in the books for" text={spanOf(profile.bookLifeMonths)} read={readLife} put={(months) => (months === null ? 'Write years, such as 3.' : set({ bookLifeMonths: months }))} hint="Where no policy says" />
        <SelectField
          {...common} label="It is written off" options={BY} value={profile.depreciation}
          onChange={(event) => set({ depreciation: BY.find(({ value }) => value === event.target.value)?.value ?? 'months' })}
        />
        <FigureField {...common} label="A kilowatt-hour, pence" text={rateText(profile.energyRate)} placeholder="not known" read={readRate} put={(rate) => set({ energyRate: rate })} />
        <FigureField {...common} label="An hour of support, £" text={poundsText(profile.supportHourPence)} placeholder="not known" read={readHour} put={(pence) => set({ supportHourPence: pence })} />
        <FigureField {...common} label="An hour of self-support, £" text={poundsText(profile.selfSupportHourPence)} placeholder="not known" read={readHour} put={(pence) => set({ selfSupportHourPence: pence })} />
      </div>
    </Section>
  );
}
