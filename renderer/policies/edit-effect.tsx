import { useMemo, useState } from 'react';
import { ledgerRows } from '../../planning/ledger.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { policySubjectWords } from '../../planning/policies/change-words.ts';
import { mostPastLife } from '../../planning/policies/past-life.ts';
import { policyFor } from '../../planning/policies.ts';
import { isPolicyOf, policyToStartFrom, subjectOf, type PolicySubject } from '../../planning/scenarios/policy-change.ts';
import type { PlanChange } from '../../planning/scenarios/change.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { spanOf, startUpper } from '../../planning/words.ts';
import { usePlan, type OpenPlan } from '../lib/plan.tsx';
import { changesOf, type YearChange } from '../lib/what-if-figures.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/field.tsx';
import { LeftOrOver } from '../parts/left-or-over.tsx';
import { Section } from '../parts/section.tsx';

/** The policies that a what-if is about; none where it is about prices or losses alone. */
const subjectsIn = (changes: readonly PlanChange[]): readonly PolicySubject[] =>
  changes.flatMap((change) => (change.kind === 'life' || change.kind === 'policy' ? [subjectOf(change)] : []));

/** Whether an asset follows the policy of one of the subjects, in the saved plan. */
function followers(saved: PlanSnapshot, subjects: readonly PolicySubject[]): (asset: Asset) => boolean {
  const meant = new Set(subjects.map((subject) => policyToStartFrom(saved.policies, subject)));
  return (asset) => meant.has(policyFor(asset, saved.policies));
}

type Aged = { readonly name: string; readonly was: number; readonly is: number };

/** How many items are past the life that the saved plan gives them, at most, before and after. */
function agedBy({ savedSnapshot, snapshot, savedForecast, forecast, workedWhatIf }: OpenPlan): Aged | null {
  const subjects = subjectsIn(workedWhatIf);
  const [first] = subjects;
  if (first === undefined) return null;
  const isMeant = followers(savedSnapshot, subjects);
  const one = subjects.every((each) => isPolicyOf(each, first));
  const life = policyToStartFrom(savedSnapshot.policies, first)?.lifeMonths ?? null;
  return {
    name: one && life !== null ? `${startUpper(policySubjectWords(savedSnapshot, first))} past ${spanOf(life)}, at most` : 'Kit past its policy life, at most',
    was: mostPastLife(savedSnapshot, savedSnapshot, savedForecast, isMeant), is: mostPastLife(snapshot, savedSnapshot, forecast, isMeant),
  };
}

const figure = (pence: number, says: YearChange['says']) =>
  (says === 'money' ? formatPounds(pence, { symbol: false }) : <LeftOrOver pence={pence} icon={false} />);

/** Puts the edit into the scenario that is open, with a reason that may be left out. */
function SettleEdit() {
  const { keepWhatIf, scenario, changeable } = usePlan();
  const [reason, setReason] = useState('');
  if (!changeable) return null;
  const settle = async (): Promise<void> => keepWhatIf(reason.trim() === '' ? null : reason.trim());
  return (
    <form className="settle-edit" onSubmit={(event) => { event.preventDefault(); void settle(); }}>
      <TextField label="Why? It may be left out." maxLength={500} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button type="submit">Put into {scenario.name}</Button>
    </form>
  );
}

/** What the edit does before it is kept: each year it moves, all of them against the budget, and how old kit gets. */
export function EditEffect() {
  const plan = usePlan();
  const { savedSnapshot, snapshot, savedForecast, forecast } = plan;
  const rows = useMemo(() => changesOf(
    forecast.years.map(({ label }) => label), ledgerRows(snapshot, forecast), ledgerRows(savedSnapshot, savedForecast),
  ), [snapshot, savedSnapshot, forecast, savedForecast]);
  const aged = useMemo(() => agedBy(plan), [plan]);
  if (plan.workedWhatIf.length === 0) return null;
  const [whole, years] = [rows.filter(({ key }) => key === 'all'), rows.filter(({ key }) => key !== 'all')];
  return (
    <Section title="What this edit does" aside="Before and after" className="edit-effect">
      <table className="l">
        <caption className="vh">What this edit does, before and after</caption>
        <thead className="vh"><tr><th scope="col">Year</th><th scope="col">Before</th><th scope="col">After</th></tr></thead>
        <tbody>
          {rows.length === 0 && <tr><td colSpan={3}>No yearly total changes.</td></tr>}
          {[...years, ...whole].map(({ key, name, before, after, says }) => (
            <tr key={key}>
              <th scope="row">{key === 'all' && says === 'left_or_over' ? `${name}, against the budget` : name}</th>
              <td className="num"><s>{figure(before, says)}</s></td>
              <td className="num b">{figure(after, says)}</td>
            </tr>
          ))}
          {aged !== null && (
            <tr>
              <th scope="row">{aged.name}</th>
              <td className="num">{aged.was === aged.is ? formatCount(aged.was) : <s>{formatCount(aged.was)}</s>}</td>
              <td className="num b">{formatCount(aged.is)}</td>
            </tr>
          )}
        </tbody>
      </table>
      <SettleEdit />
    </Section>
  );
}
