import { formatDate } from '../../../planning/calendar.ts';
import { changeEffect } from '../../../planning/register/effect.ts';
import { keepsData, unwipedWords } from '../../../planning/register/status-rules.ts';
import { DISPOSAL_ROUTES, DISPOSAL_ROUTE_WORDS } from '../../../planning/vocabulary.ts';
import { useMemo } from 'react';
import { useCommand } from '../../lib/commands.tsx';
import { readDate, readPounds } from '../../lib/field-text.ts';
import { usePlan } from '../../lib/plan.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { Note } from '../../parts/note.tsx';
import { EffectList } from '../effect-list.tsx';
import { ActForm, actWords, problemIn, useHowMany, useTyped } from './act-form.tsx';
import type { ActProps } from './act-form.tsx';

const ROUTES = DISPOSAL_ROUTES.map((route) => ({ value: route, label: DISPOSAL_ROUTE_WORDS[route] }));

/** Kit that leaves the school: how, when, with which certificate; and whether its data was wiped. */
export function Dispose({ assets, onDone }: ActProps) {
  const { snapshot, forecast, options, asOf } = usePlan();
  const run = useCommand();
  const { typed, field, asked, setAsked, set } = useTyped({ route: 'weee_recycle', on: formatDate(asOf), certificate: '', wiped: '', income: '', reason: '' });
  const many = useHowMany(assets);
  const [on, wiped, income] = [readDate(typed.on), readDate(typed.wiped), readPounds(typed.income)];
  const past = (reading: typeof on): string | null => problemIn(reading) ?? (reading.ok && reading.value !== null && reading.value > asOf ? 'That day is still to come.' : null);
  const onProblem = past(on) ?? (on.ok && on.value === null ? 'When did it leave? Write a day like 30 October 2026.' : null);
  const models = useMemo(() => new Map(snapshot.models.map((model) => [model.id, model])), [snapshot]);
  const hasData = assets.some((asset) => keepsData(asset, models.get(asset.modelId ?? 0) ?? null));
  const warning = wiped.ok && wiped.value !== null ? null : unwipedWords(snapshot, many.meant);
  const effect = useMemo(() => (many.quantity === null
    ? changeEffect(snapshot, forecast, options, new Map(assets.map((asset) => [asset.id, { ...asset, status: 'disposed' }]))) : null), [snapshot, forecast, options, assets, many.quantity]);
  const send = async (): Promise<boolean> => on.ok && on.value !== null && wiped.ok && income.ok && await run('register.dispose', {
    ids: assets.map(({ id }) => id), quantity: many.quantity, route: DISPOSAL_ROUTES.find((route) => route === typed.route) ?? 'weee_recycle', on: on.value,
    reason: typed.reason.trim() || null,
    ...(typed.certificate.trim() === '' ? {} : { certificate: typed.certificate.trim() }),
    ...(wiped.value === null ? {} : { dataWipedOn: wiped.value }), ...(income.value === null ? {} : { pence: income.value }),
  }) !== null;
  return (
    <ActForm
      label="Dispose of" button={`Dispose of ${actWords(many.meant)}`} onAsked={() => setAsked(true)} onSend={send} onDone={onDone}
      sound={onProblem === null && past(wiped) === null && income.ok && many.problem === null}
    >
      <SelectField label="How it leaves" data-autofocus options={ROUTES} {...field('route')} />
      <DateField label="When" text={typed.on} onText={(text) => set('on', text)} problem={asked ? onProblem : null} />
      {many.field}
      <TextField label="Certificate" placeholder="W-1182" {...field('certificate')} />
      {hasData && <DateField label="Data wiped on" text={typed.wiped} onText={(text) => set('wiped', text)} problem={asked ? past(wiped) : null} />}
      <TextField label="Income for one, £" inputMode="decimal" problem={asked ? problemIn(income) : null} {...field('income')} />
      <div className="wide"><TextField label="Reason (goes in the history)" {...field('reason')} /></div>
      {warning !== null && <div className="wide"><Note>{warning} Wipe it before it leaves, or write the day down when it is done.</Note></div>}
      {effect !== null && <div className="wide"><EffectList effect={effect} most={5} /></div>}
    </ActForm>
  );
}
