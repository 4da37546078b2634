import { useId } from 'react';
import type { PlanImportReport } from '../../app/contract/development-import.ts';
import { formatDate } from '../../planning/calendar.ts';
import { usePlan } from '../lib/plan.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { NewPlanFields } from './import-new-plan.tsx';
import type { PlanImport } from './use-plan-import.ts';

const NEW = 'new';

/** Which table is read, and into which plan it goes. */
export function ImportPlace({ it, found }: { readonly it: PlanImport; readonly found: PlanImportReport }) {
  const { snapshot: { analysis: { plans } } } = usePlan();
  const headings = useId();
  const { sheets, sheet, plan } = found;
  return (
    <Section title="Where it comes from and goes">
      <div className="plan-fields">
        {sheets.length > 1 && (
          <SelectField
            label="Table" value={sheet ?? ''} onChange={(event) => it.say({ options: { sheet: event.target.value } })}
            options={sheets.map(({ name, rows, hidden }) => ({ value: name, label: `${name}, ${rows} rows${hidden ? ' (hidden)' : ''}` }))}
          />
        )}
        <div className="field">
          <label className="lab" htmlFor={headings}>Row with the headings</label>
          <input
            id={headings} className="control" inputMode="numeric" defaultValue={found.headerRow ?? ''} key={found.headerRow ?? 'none'} autoComplete="off"
            onBlur={(event) => sayHeadings(it, found, event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') sayHeadings(it, found, event.currentTarget.value); }}
          />
          <p className="hint">Empty where there is none</p>
        </div>
        <SelectField
          label="Goes into" value={plan.id === null ? NEW : String(plan.id)}
          onChange={(event) => it.say({ planId: event.target.value === NEW ? null : Number(event.target.value) })}
          options={[
            ...plans.map(({ id, name, startsOn, endsOn }) => ({ value: String(id), label: `${name}, ${formatDate(startsOn)} to ${formatDate(endsOn)}` })),
            { value: NEW, label: 'A new development plan' },
          ]}
        />
        {plan.id === null && <NewPlanFields key={`${plan.startsOn} ${plan.endsOn} ${plan.name}`} it={it} plan={plan} />}
      </div>
    </Section>
  );
}

/** A row that has nothing in it is told by the application; what was read before stays. */
function sayHeadings(it: PlanImport, found: PlanImportReport, typed: string): void {
  const row = typed.trim() === '' ? null : Number(typed);
  if (row === found.headerRow || (row !== null && !(Number.isInteger(row) && row > 0 && row <= 1_048_576))) return;
  // Other headings name other columns.
  const { columns: _columns, ...rest } = it.said.options;
  it.say({ options: { ...rest, headerRow: row } });
}
