import { useState } from 'react';
import type { ActualsReport } from '../../app/contract/actuals.ts';
import { financialYear, financialYearOf, formatDate } from '../../planning/calendar.ts';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { DateField } from '../parts/date-field.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { columnProblem, columnsProblem, lettersIn, lettersText, rowProblem, textsIn } from './layout-texts.ts';
import { TypedField } from './typed-field.tsx';
import type { Actuals } from './use-actuals.ts';

type FormProps = { readonly it: Actuals; readonly found: ActualsReport };

const FROM_WORDS: Readonly<Record<ActualsReport['layoutFrom'], string>> = {
  said: 'As you said it', last_time: 'As the last export with these headings', headings: 'As its headings say: check the letters against the rows below',
};

/** Which year and days an export is of, and where in it what stands: by letters and rows, each of which can be changed. */
export function LayoutForm({ it, found }: FormProps) {
  const { layout, sheets, sheet, layoutFrom } = found;
  const { sayLayout } = it;
  const problemOf = (field: string): string | null => (it.error?.field === `layout.${field}` ? it.error.message.replace(/^[\w.]+: /u, '') : null);
  const column = (field: 'ledgerCode' | 'fund' | 'costCentre' | 'date' | 'description', label: string, hint?: string) => (
    <TypedField
      label={label} {...(hint === undefined ? {} : { hint })} text={layout[field] ?? ''} problemIn={columnProblem(field === 'ledgerCode')} problem={problemOf(field)}
      onSay={(typed) => sayLayout({ [field]: typed === '' ? null : typed.toUpperCase() })}
    />
  );
  const columns = (field: 'actual' | 'committed', label: string, hint: string) => (
    <TypedField
      label={label} hint={hint} text={lettersText(layout[field])} problemIn={columnsProblem(field === 'actual')} problem={problemOf(field)}
      onSay={(typed) => sayLayout({ [field]: lettersIn(typed) })}
    />
  );
  return (
    <Section title="How it is laid out" aside={FROM_WORDS[layoutFrom]}>
      <div className="actuals-fields">
        <YearAndDay it={it} found={found} />
        {sheets.length > 1 && (
          <SelectField
            label="Tab" value={sheet ?? ''} onChange={(event) => sayLayout({ tab: event.target.value })}
            options={sheets.map(({ name, hidden }) => ({ value: name, label: hidden ? `${name} (hidden)` : name }))}
          />
        )}
        <TypedField label="First row" text={String(layout.startRow)} problemIn={rowProblem(true)} problem={problemOf('startRow')} onSay={(typed) => sayLayout({ startRow: Number(typed) })} />
        <TypedField
          label="Last row" hint="Empty is to the end" text={layout.endRow === null ? '' : String(layout.endRow)} problemIn={rowProblem(false)} problem={problemOf('endRow')}
          onSay={(typed) => sayLayout({ endRow: typed === '' ? null : Number(typed) })}
        />
        {column('ledgerCode', 'Ledger code')}
        {columns('actual', 'Spent', 'One letter, or several to add up')}
        {columns('committed', 'Committed', 'Can be left empty')}
        {column('fund', 'Fund code', 'Empty: the usual fund')}
        {column('costCentre', 'Cost centre', 'Can be left empty')}
        {column('date', 'Date', 'Empty: the year so far')}
        {column('description', 'Description', 'Can be left empty')}
        <div className="wide"><TypedField
          label="Leave out rows that hold" hint="Texts with commas between them, such as Total, Balance" text={layout.ignoreText.join(', ')} problemIn={() => null} problem={problemOf('ignoreText')}
          onSay={(typed) => sayLayout({ ignoreText: textsIn(typed) })}
        /></div>
      </div>
    </Section>
  );
}

/** The financial year, and the last day that the export covers. */
function YearAndDay({ it, found }: FormProps) {
  const { asOf, snapshot: { school } } = usePlan();
  const [typed, setTyped] = useState<string | null>(null);
  const open = financialYearOf(asOf, school.yearStartMonth);
  const reading = readDate(typed ?? '');
  const shown = it.said.through ?? found.through;
  const problem = typed !== null && !reading.ok ? reading.message : it.error?.field === 'through' ? it.error.message : null;
  const leave = (): void => {
    if (typed === null || !reading.ok || reading.value === null) return;
    setTyped(null);
    if (reading.value !== shown) it.say({ through: reading.value });
  };
  const type = (text: string): void => {
    setTyped(text);
    const read = readDate(text);
    // Picked from the calendar, or typed out as it is shown: there is nothing more to come.
    if (!read.ok || read.value === null || text !== formatDate(read.value)) return;
    setTyped(null);
    it.say({ through: read.value });
  };
  return (
    <>
      <SelectField
        label="Financial year" value={String(it.said.year ?? found.year)} onChange={(event) => it.sayYear(Number(event.target.value))}
        options={Array.from({ length: 6 }, (_, back) => ({ value: String(open - back), label: financialYear(open - back, school.yearStartMonth).label }))}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          leave();
        }}
      >
        <DateField label="Covers the days up to" text={typed ?? formatDate(shown)} onText={type} onLeave={leave} problem={problem} />
      </form>
    </>
  );
}
