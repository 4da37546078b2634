import { useMemo } from 'react';
import { decidersOf, yearsDecided, type LogFilter } from '../../planning/analysis/decisions/log.ts';
import { REVIEW_KINDS, REVIEW_WORDS } from '../../planning/analysis/decisions/review.ts';
import { DECISION_CHOICE_WORDS, DECISION_CHOICES } from '../../planning/analysis/vocabulary.ts';
import { financialYearLabel } from '../../planning/calendar.ts';
import { usePlan } from '../lib/plan.tsx';
import { SelectField, TextField } from '../parts/field.tsx';

const ANY = { value: '', label: 'Any' };
const CHOICES = [ANY, ...DECISION_CHOICES.map((value) => ({ value, label: DECISION_CHOICE_WORDS[value] }))];
const REVIEWS = [ANY, ...REVIEW_KINDS.map((value) => ({ value, label: REVIEW_WORDS[value] }))];
const TOLD = [ANY, { value: 'not_all', label: 'Not everyone yet' }, { value: 'all', label: 'Everyone' }];

/** Which decisions the log shows: by words, choice, who, year, review and who has been told. */
export function LogFilters({ filter, onFilter }: { readonly filter: LogFilter; readonly onFilter: (filter: LogFilter) => void }) {
  const { snapshot: { analysis, school } } = usePlan();
  const deciders = useMemo(() => decidersOf(analysis), [analysis]);
  const years = useMemo(() => yearsDecided(analysis, school.yearStartMonth), [analysis, school.yearStartMonth]);
  const set = (part: Partial<LogFilter>): void => onFilter({ ...filter, ...part });
  const pick = <Value extends string>(all: readonly Value[], value: string): Value | null => all.find((each) => each === value) ?? null;
  return (
    <div className="log-filters" role="search" aria-label="Find decisions">
      <TextField small label="Words" value={filter.text} onChange={({ target }) => set({ text: target.value })} />
      <SelectField small label="Choice" options={CHOICES} value={filter.choice ?? ''} onChange={({ target }) => set({ choice: pick(DECISION_CHOICES, target.value) })} />
      <SelectField
        small label="Who" options={[ANY, ...deciders.map((value) => ({ value, label: value }))]} value={filter.decider ?? ''}
        onChange={({ target }) => set({ decider: pick(deciders, target.value) })}
      />
      <SelectField
        small label="Year" options={[ANY, ...years.map((year) => ({ value: String(year), label: financialYearLabel(year, school.yearStartMonth) }))]}
        value={filter.year === null ? '' : String(filter.year)} onChange={({ target }) => set({ year: target.value === '' ? null : Number(target.value) })}
      />
      <SelectField small label="Review" options={REVIEWS} value={filter.review ?? ''} onChange={({ target }) => set({ review: pick(REVIEW_KINDS, target.value) })} />
      <SelectField small label="Told" options={TOLD} value={filter.told ?? ''} onChange={({ target }) => set({ told: pick(['all', 'not_all'], target.value) })} />
    </div>
  );
}
