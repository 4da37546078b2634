import { backlogYears, horizonYears, priceAgeMonths, vatBp } from '../../app/contract/fields.ts';
import { spanOf } from '../../planning/words.ts';
import type { Request } from '../../app/contract/contract.ts';
import { useCommand } from '../lib/commands.tsx';
import type { FieldReading } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Section } from '../parts/section.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { riseText } from './policy-texts.ts';

/** What the contract says a setting may be. */
type WholeNumber = Pick<typeof horizonYears, 'safeParse'>;

/** A number as typed, checked by the range that the contract itself has for it. */
const reader = (schema: WholeNumber, unit: RegExp, by = 1) => (text: string): FieldReading<number> => {
  const digits = text.trim().replace(unit, '').trim();
  const value = /^[-−]?\d{1,6}(\.\d{1,2})?$/.test(digits) ? Math.round(Number(digits.replace('−', '-')) * by * 100) / 100 : NaN;
  const checked = schema.safeParse(value);
  if (checked.success) return { ok: true, value: checked.data };
  return { ok: false, message: Number.isNaN(value) || !Number.isInteger(value) ? rangeOf(schema) : checked.error.issues[0]?.message ?? rangeOf(schema) };
};

/** The sentence that a figure far too large gets: it names the range. */
const rangeOf = (schema: WholeNumber): string => schema.safeParse(1_000_000).error?.issues[0]?.message ?? '';

const readHorizon = reader(horizonYears, /years?$/i);
const readBacklog = reader(backlogYears, /years?$/i);
const readVat = reader(vatBp, /%$/, 100);
const readAge = reader(priceAgeMonths, /(m|months?)$/i);

/** What every sum of the plan counts with, beside the policies. Each is changed at once and can be undone. */
export function PlanSettings() {
  const { facts: { school }, editable } = usePlan();
  const run = useCommand();
  const set = (fields: Request<'school.update'>): null => {
    void run('school.update', fields);
    return null;
  };
  const common = { disabled: !editable };
  return (
    <Section title="What the plan counts with" aside="Changed at once, for every scenario" className="plan-settings">
      <div className="plan-settings-fields">
        <FigureField {...common} label="Years in the plan" text={String(school.horizonYears)} read={readHorizon} put={(years) => (years === null ? null : set({ horizonYears: years }))} />
        <FigureField
          {...common} label="Overdue kit is bought over, years" text={String(school.backlogYears)} read={readBacklog} hint={school.backlogYears === 1 ? 'At once.' : 'In even parts.'}
          put={(years) => (years === null ? null : set({ backlogYears: years }))}
        />
        <FigureField {...common} label="VAT, %" text={riseText(school.vatBp)} read={readVat} hint="Shown beside net figures, in none of them." put={(bp) => (bp === null ? null : set({ vatBp: bp }))} />
        <FigureField
          {...common} label="A price is old after, months" text={String(school.priceAgeMonths)} read={readAge} hint={`${spanOf(school.priceAgeMonths)}.`}
          put={(months) => (months === null ? null : set({ priceAgeMonths: months }))}
        />
      </div>
    </Section>
  );
}
