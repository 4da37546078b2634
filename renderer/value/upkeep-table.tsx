import { useMemo } from 'react';
import type { KindUpkeep } from '../../planning/budget/finance.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { formatCount } from '../../planning/money.ts';
import { tenthsText } from '../../planning/value/upkeep-costs.ts';
import type { WholeLifeCost } from '../../planning/value/whole-life.ts';
import { compareNames, rowName } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { NumberCell } from '../parts/number-cell.tsx';
import { Section } from '../parts/section.tsx';
import { readDays, readHours, readMinutes, readWatts } from './typed-upkeep.ts';
import { UpkeepRates } from './upkeep-rates.tsx';

const UNSAID: Omit<KindUpkeep, 'categoryKey'> = { watts: null, hoursPerDayTenths: null, daysPerYear: null, supportMinutes: null, selfSupportMinutes: null };

const FIELDS = [
  { field: 'watts', head: 'Watts', read: readWatts, words: formatCount },
  { field: 'hoursPerDayTenths', head: 'Hours a day', read: readHours, words: tenthsText },
  { field: 'daysPerYear', head: 'Days a year', read: readDays, words: formatCount },
  { field: 'supportMinutes', head: 'Support, minutes a year', read: readMinutes, words: formatCount },
  { field: 'selfSupportMinutes', head: 'Self-support, minutes a year', read: readMinutes, words: formatCount },
] as const;

/** What one of each kind takes while it is used, typed where it stands. */
export function UpkeepTable({ lives }: { readonly lives: readonly WholeLifeCost[] }) {
  const { snapshot, editable } = usePlan();
  const run = useCommand();
  const kinds = useMemo(
    () => [...new Set(lives.map(({ subject }) => subject.categoryKey))].map((key) => ({ key, name: rowName(categoryNamed(snapshot.categories, key), null) })).toSorted((a, b) => compareNames(a.name, b.name)),
    [lives, snapshot.categories],
  );
  const upkeepOf = (categoryKey: string): KindUpkeep => snapshot.finance.upkeep.find((each) => each.categoryKey === categoryKey) ?? { categoryKey, ...UNSAID };
  if (kinds.length === 0) return null;
  return (
    <Section title="What one takes while it is used" aside="Watts of a model in its list come first">
      <UpkeepRates />
      <table className="l upkeep-table">
        <thead><tr><th scope="col">Kind</th>{FIELDS.map(({ field, head }) => <th key={field} scope="col" className="num">{head}</th>)}</tr></thead>
        <tbody>
          {kinds.map(({ key: categoryKey, name }) => {
            const upkeep = upkeepOf(categoryKey);
            return (
              <tr key={categoryKey}>
                <th scope="row">{name}</th>
                {FIELDS.map(({ field, head, read, words }) => {
                  const value = upkeep[field];
                  return (
                    <td key={field} className="num field-cell">
                      {editable ? <NumberCell label={`${head}, ${name}`} value={value} words={words} read={read} placeholder="Not said" save={async (typed) => void await run('upkeep.set', { ...upkeep, [field]: typed })} />
                        : value === null ? '–' : words(value)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="value-note">Self-support is the time of pupils and staff spent on getting kit to work. No invoice shows it, and it is often the larger part. An estimate by those who teach with it is better than none.</p>
    </Section>
  );
}
