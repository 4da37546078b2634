import { Lock, LockOpen, Pencil } from 'lucide-react';
import { useState } from 'react';
import { becomes, isAcademyKind, usualStartMonth } from '../../planning/budget/profile.ts';
import { financialYear, formatLongDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import { CODE_SCHEMES, SCHOOL_TYPE_WORDS, SCHOOL_TYPES, type SchoolType } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { ConversionDialog } from './conversion-dialog.tsx';
import { monthName } from './month-names.ts';

const TYPES = SCHOOL_TYPES.map((value) => ({ value, label: SCHOOL_TYPE_WORDS[value] }));
const SCHEME_WORDS = { cfr: 'CFR codes', academy: 'Academy returns' } as const;

const yearWords = (startMonth: number): string => `${monthName(startMonth)} to ${monthName((startMonth + 10) % 12 + 1)}`;
const STARTS = Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: yearWords(at + 1) }));

/** Kind, roll, year, return, length of the plan, VAT and a conversion: each is changed at once and can be undone. */
export function KindSection() {
  const { facts: { school, finance: { profile } }, savedForecast: { years }, editable } = useSavedPlan();
  const run = useCommand();
  const { go } = useNavigation();
  const usual = usualStartMonth(school.type);
  const [unlocked, setUnlocked] = useState(false);
  const follows = school.yearStartMonth === usual;
  const locked = follows && !unlocked;
  // A year that follows the kind of school goes with it; one that was chosen stays.
  const setType = (type: SchoolType): void => {
    setUnlocked(false);
    void run('school.update', { type, ...(follows && !unlocked ? { yearStartMonth: usualStartMonth(type) } : {}) });
  };
  const [first] = years;
  const horizons = [3, 4, 5, 6, 7, 8, 9, 10].map((count) => ({
    value: String(count), label: first === undefined ? `${count} years` : `${first.label} to ${financialYear(first.year + count - 1, school.yearStartMonth).label}`,
  }));
  const ofKind = isAcademyKind(school.type) ? 'academy' : 'cfr';
  return (
    <Section title="Kind of school and year">
      <fieldset className="settings-kind" disabled={!editable}>
        <SelectField
          label="Kind" options={TYPES} value={school.type}
          onChange={(event) => setType(SCHOOL_TYPES.find((type) => type === event.target.value) ?? school.type)}
        />
        <div className="with-icon">
          <TextField label="Roll" readOnly value={school.pupils === null ? 'not known' : `${formatCount(school.pupils)} pupils`} />
          <IconButton label="Change the roll" onClick={() => go('settings', { part: 'school' })}><Pencil aria-hidden="true" /></IconButton>
        </div>
        <div className="with-icon">
          <SelectField
            label="Financial year" options={STARTS} value={String(school.yearStartMonth)} disabled={locked}
            hint={follows ? 'Follows the kind of school' : `${isAcademyKind(school.type) ? 'Academies' : 'Schools of this kind'} usually have ${yearWords(usual)}`}
            onChange={(event) => void run('school.update', { yearStartMonth: Number(event.target.value) })}
          />
          {follows && (
            <IconButton label={locked ? 'Choose another year' : 'Follow the kind of school'} aria-pressed={!locked} onClick={() => setUnlocked(locked)}>
              {locked ? <Lock aria-hidden="true" /> : <LockOpen aria-hidden="true" />}
            </IconButton>
          )}
        </div>
        <SelectField
          label="Return" options={[{ value: '', label: SCHEME_WORDS[ofKind] }, ...CODE_SCHEMES.filter((scheme) => scheme !== ofKind).map((value) => ({ value: value as string, label: SCHEME_WORDS[value] }))]}
          value={profile.codeScheme === null || profile.codeScheme === ofKind ? '' : profile.codeScheme}
          hint={profile.codeScheme === null || profile.codeScheme === ofKind ? 'Follows the kind of school' : 'Chosen, whatever the kind of school'}
          onChange={(event) => void run('money.set', { codeScheme: CODE_SCHEMES.find((scheme) => scheme === event.target.value) ?? null })}
        />
        <SelectField label="Plan" options={horizons} value={String(school.horizonYears)} onChange={(event) => void run('school.update', { horizonYears: Number(event.target.value) })} />
        <SelectField
          label="VAT" options={[{ value: 'net', label: 'Net, reclaimed' }, { value: 'gross', label: 'Not reclaimed' }]} value={profile.vatRecoverable ? 'net' : 'gross'}
          onChange={(event) => void run('money.set', { vatRecoverable: event.target.value === 'net' })}
        />
      </fieldset>
      <Conversion />
    </Section>
  );
}

/** A change of kind in the middle of the plan: what is entered, or the way to enter one. */
function Conversion() {
  const { facts: { school, finance: { profile: { conversion } } }, editable } = useSavedPlan();
  const run = useCommand();
  const [open, setOpen] = useState(false);
  if (conversion === null && isAcademyKind(school.type)) return null;
  return (
    <p className="settings-conversion">
      {conversion === null ? 'It stays what it is for the whole plan.' : `It becomes ${becomes(conversion.type)} on ${formatLongDate(conversion.on)}, with ${monthName(conversion.yearStartMonth)} years from then.`}
      {editable && (
        <>
          {' '}<Button variant="link" aria-haspopup="dialog" onClick={() => setOpen(true)}>{conversion === null ? 'Enter a conversion' : 'Change the conversion'}</Button>
          {conversion !== null && <>{' '}<Button variant="link" onClick={() => void run('money.set', { conversion: null })}>Take it out</Button></>}
        </>
      )}
      {open && <ConversionDialog onClose={() => setOpen(false)} />}
    </p>
  );
}
