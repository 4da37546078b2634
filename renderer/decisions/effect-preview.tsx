import { useMemo } from 'react';
import { limitTold } from '../../planning/analysis/decisions/amount.ts';
import { changedBy, isOver, standingsWords, virementAdvice } from '../../planning/analysis/decisions/changed.ts';
import { withDecision, type Draft } from '../../planning/analysis/decisions/preview.ts';
import type { Need } from '../../planning/analysis/need-facts.ts';
import { forecast as workOut } from '../../planning/forecast.ts';
import { sumOf } from '../../planning/money.ts';
import { yearEffects } from '../../planning/refresh/move-effect.ts';
import { applyScenario } from '../../planning/scenarios/apply.ts';
import { usePlan } from '../lib/plan.tsx';
import { Note } from '../parts/note.tsx';
import { YearEffects } from '../parts/year-effects.tsx';
import type { Read } from './record-typed.ts';

/** The plan as it is once the decision is recorded; null while the form cannot be read. */
function useEffectOf(asked: Read['asked']) {
  const { facts, scenario, savedForecast, options } = usePlan();
  // A keystroke in a reason changes nothing of the figures: they are worked out again only when one of these differs.
  const { id, needId, choice, optionId, decidedOn, pilotUntil, mergedIntoNeedId } = asked ?? {};
  const key = asked === null ? null : JSON.stringify([id, needId, choice, optionId, decidedOn, pilotUntil, mergedIntoNeedId]);
  return useMemo(() => {
    if (key === null || asked === null) return null;
    const snapshot = applyScenario(withDecision(facts, asked satisfies Draft), scenario.id);
    const forecast = workOut(snapshot, options);
    return { snapshot, forecast, years: yearEffects(savedForecast, forecast) };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `key` stands for what of `asked` bears on the figures
  }, [key, facts, scenario.id, options, savedForecast]);
}

/** What the decision does to each year, to the money that pays for it, and what the list of those who may agree says; before it is recorded. */
export function EffectPreview({ read: { asked }, need }: { readonly read: Read; readonly need: Need }) {
  const effect = useEffectOf(asked);
  if (asked === null || effect === null) return <p className="q2 record-effect">What it does to each year is shown here once the choice is complete.</p>;
  const { snapshot, forecast, years } = effect;
  const cells = changedBy(snapshot, forecast, need.id);
  const told = limitTold(snapshot, asked, sumOf(cells.map(({ pence }) => pence)));
  const advice = [...new Set(cells.filter(isOver).flatMap((cell) => virementAdvice(cell) ?? []))];
  return (
    <div className="record-effect" aria-live="polite">
      <h3>What it does to each year</h3>
      <YearEffects years={years} />
      {cells.length > 0 && <p className="standings">{standingsWords(cells).map(({ text }) => text).join(' ')}</p>}
      {advice.map((words) => <Note key={words}>{words}</Note>)}
      {told !== null && <Note tone="info">{told}</Note>}
    </div>
  );
}
