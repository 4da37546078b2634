import { useId, useMemo, useState } from 'react';
import type { FormEvent } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { forecast as workOut } from '../../planning/forecast.ts';
import { formatCount, formatExact, formatPounds } from '../../planning/money.ts';
import { withOrder } from '../../planning/orders/place.ts';
import { itemCount } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { fundOptions } from '../lib/fund-options.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { AgreementNote } from './agreement-note.tsx';
import { BandNote } from './band-note.tsx';
import { goToFirstProblem } from './first-problem.ts';
import { blankLine, readLine, typedDraft } from './order-draft.ts';
import type { ReadLine } from './order-draft.ts';
import { OrderFormLine } from './order-form-line.tsx';

type OrderFormProps = {
  /** The rows to replace; none for an order of something new. */
  readonly assetIds: readonly number[];
  readonly onClose: () => void;
  readonly onPlaced: (orderId: number) => void;
};

/** What the order would do to each year's cost, before it is placed. */
function Effect({ lines, orderedOn, expectedOn }: { readonly lines: readonly ReadLine[]; readonly orderedOn: string; readonly expectedOn: string | null }) {
  const { savedSnapshot, savedForecast, options } = usePlan();
  const years = useMemo(() => {
    const after = workOut(withOrder(savedSnapshot, { number: '', supplierId: null, orderedOn, expectedOn, fundKey: null }, lines), options);
    return savedForecast.years.flatMap(({ label }, at) => {
      const pence = (after.totals.plannedPence[at] ?? 0) - (savedForecast.totals.plannedPence[at] ?? 0);
      return pence === 0 ? [] : [{ label, pence }];
    });
  }, [savedSnapshot, savedForecast, options, lines, orderedOn, expectedOn]);
  return (
    <ul className="orders-effect" aria-label="What it does to the plan" aria-live="polite">
      {years.length === 0 ? <li>The plan’s cost stays as it is.</li>
        : years.map(({ label, pence }) => <li key={label}>{label} <b className="num">{pence > 0 ? '+' : ''}{formatPounds(pence)}</b></li>)}
    </ul>
  );
}

/** A new order, drawn up from what falls due or from nothing; everything suggested in it can be changed. */
export function OrderForm({ assetIds, onClose, onPlaced }: OrderFormProps) {
  const { savedSnapshot: snapshot, savedForecast: forecast, application: { today } } = usePlan();
  const run = useCommand();
  const listId = useId();
  const [draft] = useState(() => typedDraft(snapshot, forecast, assetIds));
  const [lines, setLines] = useState(draft.lines);
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState(() => ({
    number: '', supplier: '', orderedOn: formatDate(today), fund: 'delegated',
    expectedOn: draft.neededBy === null ? '' : formatDate(draft.neededBy < today ? today : draft.neededBy),
  }));
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  const [orderedOn, expectedOn] = [readDate(typed.orderedOn), readDate(typed.expectedOn)];
  const read = useMemo(() => lines.map(readLine), [lines]);
  const ready = useMemo(() => read.flatMap(({ line }) => (line === null ? [] : [line])), [read]);
  const netPence = ready.reduce((sum, line) => sum + line.quantity * line.unitPence, 0);
  const plannedPence = ready.every(({ plannedUnitPence }) => plannedUnitPence !== null)
    ? ready.reduce((sum, line) => sum + line.quantity * (line.plannedUnitPence ?? 0), 0) : null;
  const supplier = snapshot.suppliers.find(({ name }) => name.toLowerCase() === typed.supplier.trim().toLowerCase());
  const items = ready.reduce((sum, { quantity }) => sum + quantity, 0);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    goToFirstProblem(event.currentTarget);
    if (typed.number.trim() === '' || !orderedOn.ok || orderedOn.value === null || !expectedOn.ok || ready.length < lines.length) return;
    const answer = await run('orders.place', {
      number: typed.number.trim(), supplier: typed.supplier.trim() || null, orderedOn: orderedOn.value, expectedOn: expectedOn.value,
      fundKey: typed.fund || null, lines: ready.map((line) => ({ ...line, replaces: [...line.replaces] })),
    });
    if (answer !== null) onPlaced(answer.value.id);
  };
  return (
    <SidePanel title="Place an order" above={assetIds.length === 0 ? 'For kit that replaces nothing' : `For ${itemCount(items)} of the register`} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        {draft.leftOut > 0 && <Note tone="info">{formatCount(draft.leftOut)} of the rows {draft.leftOut === 1 ? 'is' : 'are'} on order already or {draft.leftOut === 1 ? 'has' : 'have'} left, and {draft.leftOut === 1 ? 'is' : 'are'} not in this order.</Note>}
        <div className="fields">
          <TextField label="Order number" placeholder="4502" value={typed.number} problem={asked && typed.number.trim() === '' ? 'An order has a number, such as 4502.' : null} onChange={(event) => set({ number: event.target.value })} />
          <TextField label="Supplier" list={listId} value={typed.supplier} onChange={(event) => set({ supplier: event.target.value })} />
          <datalist id={listId}>{snapshot.suppliers.map(({ id, name }) => <option key={id} value={name}>{name}</option>)}</datalist>
          <DateField
            label="Ordered on" text={typed.orderedOn} onText={(text) => set({ orderedOn: text })}
            problem={!asked ? null : !orderedOn.ok ? orderedOn.message : orderedOn.value === null ? 'Write the day it was ordered, like 21 Nov 2026.' : null}
          />
          <DateField label="Expected" text={typed.expectedOn} onText={(text) => set({ expectedOn: text })} problem={asked && !expectedOn.ok ? expectedOn.message : null} />
          <SelectField label="Paid from" options={fundOptions(snapshot.funds, 'Not said')} value={typed.fund} onChange={(event) => set({ fund: event.target.value })} />
        </div>
        <Section title="Lines" aside="£ net of VAT" link={<Button variant="link" small onClick={() => setLines([...lines, blankLine(snapshot, Date.now())])}>Add a line</Button>}>
          {lines.map((line, at) => (
            <OrderFormLine
              key={line.key} line={line} problems={asked ? read[at]?.problems ?? {} : {}}
              onChange={(next) => setLines(lines.with(at, next))}
              onRemove={lines.length > 1 ? () => setLines(lines.filter((each) => each.key !== line.key)) : null}
            />
          ))}
        </Section>
        {ready.length > 0 && (
          <>
            <p className="orders-band">
              {itemCount(items)}, <b>{formatExact(netPence)}</b> net{plannedPence === null ? '' : plannedPence === netPence ? ', as planned' : `; the plan had ${formatExact(plannedPence)}`}.
            </p>
            <Effect lines={ready} orderedOn={orderedOn.ok ? orderedOn.value ?? today : today} expectedOn={expectedOn.ok ? expectedOn.value : null} />
            <AgreementNote netPence={netPence} />
            <BandNote netPence={netPence} orderId={null} supplierId={supplier?.id ?? null} orderedOn={orderedOn.ok ? orderedOn.value ?? today : today} />
          </>
        )}
        <div className="acts">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" type="submit">Place the order</Button>
        </div>
      </form>
    </SidePanel>
  );
}
