import { useMemo, useState } from 'react';
import { financialYearLabel, financialYearOf, formatLongDate } from '../../../planning/calendar.ts';
import { formatCount } from '../../../planning/money.ts';
import { changeEffect } from '../../../planning/register/effect.ts';
import { daysWhenMoved } from '../../../planning/refresh/move.ts';
import { useCommand } from '../../lib/commands.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { EffectList } from '../effect-list.tsx';
import { ActForm, actWords, useTyped } from './act-form.tsx';
import type { ActProps } from './act-form.tsx';

/** Takes the hand's date off again: the policy decides. */
const BACK = 'back';

/** Moves the replacement of assets to another year, with what that does to each year before it is done. */
export function MoveYear({ assets, onDone }: ActProps) {
  const { snapshot, forecast, options } = usePlan();
  const run = useCommand();
  const { typed, field, setAsked } = useTyped({ reason: '' });
  const { yearStartMonth } = snapshot.school;
  const byHand = assets.some(({ movedTo }) => movedTo !== null);
  const first = forecast.years[0]?.start;
  const years = useMemo(() => {
    if (first === undefined) return [];
    const start = financialYearOf(first, yearStartMonth);
    // A year or two beyond the plan: what is put off that far leaves its figures.
    return Array.from({ length: forecast.years.length + 3 }, (_, at) => start + at);
  }, [first, forecast.years.length, yearStartMonth]);
  const [chosen, setChosen] = useState(String(years[1] ?? years[0] ?? ''));
  const days = useMemo(
    () => (chosen === BACK ? new Map<number, string>() : daysWhenMoved(snapshot, options, assets, Number(chosen))),
    [snapshot, options, assets, chosen],
  );
  const moved = useMemo(() => assets.flatMap((asset) => {
    const movedTo = chosen === BACK ? null : days.get(asset.id);
    return movedTo === undefined || (movedTo === null && asset.movedTo === null) ? [] : [{ ...asset, movedTo }];
  }), [assets, chosen, days]);
  const effect = useMemo(() => changeEffect(snapshot, forecast, options, new Map(moved.map((asset) => [asset.id, asset]))), [snapshot, forecast, options, moved]);
  const [only] = moved;
  const send = async (): Promise<boolean> => await run('register.cells', {
    rows: moved.map(({ id, movedTo }) => ({ id, set: { movedTo } })), reason: typed.reason.trim() || null,
  }) !== null;
  const stuck = assets.length - moved.length;
  return (
    <ActForm label="Move to another year" button={`Move ${actWords(assets)}`} sound={moved.length > 0} onAsked={() => setAsked(true)} onSend={send} onDone={onDone}>
      <SelectField
        label="Replace in" value={chosen} data-autofocus onChange={(event) => setChosen(event.currentTarget.value)}
        options={[
          ...years.map((year) => ({ value: String(year), label: financialYearLabel(year, yearStartMonth) })),
          ...(byHand ? [{ value: BACK, label: 'When the policy says' }] : []),
        ]}
        hint={only?.movedTo && moved.length === 1 ? formatLongDate(only.movedTo) : undefined}
        problem={moved.length === 0 ? 'That year is past, or this kit has no due date to move.' : null}
      />
      <TextField label="Reason (goes in the history)" {...field('reason')} />
      {stuck > 0 && moved.length > 0 && <p className="wide q2">{formatCount(stuck)} of them cannot be moved there and stay as they are.</p>}
      <div className="wide"><EffectList effect={moved.length === 0 ? null : effect} most={6} /></div>
    </ActForm>
  );
}
