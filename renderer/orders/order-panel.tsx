import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { formatDate, formatLongDate } from '../../planning/calendar.ts';
import { formatCount, formatExact } from '../../planning/money.ts';
import type { LineProgress, OrderProgress } from '../../planning/orders/progress.ts';
import { fundName } from '../../planning/budget/fund.ts';
import { itemCount } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { fundOptions } from '../lib/fund-options.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { BandNote } from './band-note.tsx';
import { goToFirstProblem } from './first-problem.ts';
import { Difference, OrderStateWord } from './orders-list.tsx';

type OrderPanelProps = {
  readonly progress: OrderProgress;
  readonly onClose: () => void;
  readonly onReceive: (lineId: number) => void;
};

/** One order: what it is for, what has come of each line, and what can be done about it. */
export function OrderPanel({ progress, onClose, onReceive }: OrderPanelProps) {
  const { editable } = usePlan();
  const run = useCommand();
  const [editing, setEditing] = useState(false);
  const { order, state, outstanding, lines } = progress;
  const cancel = (lineId: number | null): void => void run('orders.cancel', { id: order.id, lineId });
  return (
    <SidePanel title={`Order ${order.number}`} above={<OrderStateWord state={state} />} onClose={onClose}>
      {editing ? <EditOrder progress={progress} onDone={() => setEditing(false)} /> : <OrderFacts progress={progress} />}
      {editable && !editing && (
        <div className="acts">
          {outstanding > 0 && <Button small onClick={() => cancel(null)}>Cancel what has not come</Button>}
          <Button small onClick={() => setEditing(true)}>Change the order</Button>
        </div>
      )}
      <Section title="Lines" aside="£ net of VAT">
        <div className="orders-lines">
          {lines.map((line) => (
            <OrderLineRow
              key={line.line.id} progress={line} onReceive={editable ? () => onReceive(line.line.id) : null}
              onCancel={editable && lines.length > 1 ? () => cancel(line.line.id) : null}
            />
          ))}
        </div>
        <BandNote netPence={progress.netPence} orderId={order.id} supplierId={order.supplierId} orderedOn={order.orderedOn} />
      </Section>
    </SidePanel>
  );
}

function OrderFacts({ progress: { order, lines } }: { readonly progress: OrderProgress }) {
  const { snapshot } = usePlan();
  const { go } = useNavigation();
  const supplier = snapshot.suppliers.find(({ id }) => id === order.supplierId)?.name ?? 'not said';
  const ids = lines.flatMap(({ outstandingIds, cameIds }) => [...outstandingIds, ...cameIds]);
  return (
    <>
      <dl className="orders-facts">
        <dt>Supplier</dt><dd>{supplier}</dd>
        <dt>Ordered on</dt><dd>{formatLongDate(order.orderedOn)}</dd>
        <dt>Expected</dt><dd>{order.expectedOn === null ? 'not said: counted in this month' : formatLongDate(order.expectedOn)}</dd>
        <dt>Paid from</dt><dd>{order.fundKey === null ? 'not said' : fundName(snapshot.funds, order.fundKey)}</dd>
        {order.notes !== null && <><dt>Notes</dt><dd>{order.notes}</dd></>}
      </dl>
      {ids.length > 0 && <Button variant="link" small onClick={() => go('register', { filter: { ids } })}>Show its kit in the register</Button>}
    </>
  );
}

type LineRowProps = { readonly progress: LineProgress; readonly onReceive: (() => void) | null; readonly onCancel: (() => void) | null };

function OrderLineRow({ progress, onReceive, onCancel }: LineRowProps) {
  const { line, came, outstanding, cancelled } = progress;
  const price = line.unitPence === null ? 'no price' : `${formatExact(line.unitPence)} each`;
  const planned = line.plannedUnitPence === null ? 'the plan had no price' : `the plan had ${formatExact(line.plannedUnitPence)}`;
  return (
    <div className="orders-line">
      <div className="row"><b>{formatCount(line.quantity)} {line.description}</b><span className="q2 nw">{line.code}</span></div>
      <div className="row">
        <span>{price}, <span className="q2">{planned}</span></span>
        <span className="nw"><Difference orders={[{ lines: [progress] }]} figures={progress} of={`, ${line.description}`} /></span>
      </div>
      <div className="row">
        <span>{formatCount(came)} came, {formatCount(outstanding)} to come{cancelled > 0 ? `, ${formatCount(cancelled)} cancelled` : ''}</span>
        {outstanding > 0 && (
          <span className="nw">
            {onCancel !== null && <Button variant="link" small onClick={onCancel} aria-label={`Cancel ${itemCount(outstanding)}, ${line.description}`}>Cancel</Button>}{' '}
            {onReceive !== null && <Button small onClick={onReceive} aria-label={`Receive ${line.description}`}>Receive</Button>}
          </span>
        )}
      </div>
    </div>
  );
}

/** What can be changed of an order that was placed: its paper. Prices are agreed by the line. */
function EditOrder({ progress: { order }, onDone }: { readonly progress: OrderProgress; readonly onDone: () => void }) {
  const { snapshot } = usePlan();
  const run = useCommand();
  const listId = useId();
  const [typed, setTyped] = useState(() => ({
    number: order.number, supplier: snapshot.suppliers.find(({ id }) => id === order.supplierId)?.name ?? '',
    orderedOn: formatDate(order.orderedOn), expectedOn: order.expectedOn === null ? '' : formatDate(order.expectedOn), fund: order.fundKey ?? '',
  }));
  const [asked, setAsked] = useState(false);
  const [orderedOn, expectedOn] = [readDate(typed.orderedOn), readDate(typed.expectedOn)];
  const problem = (reading: typeof orderedOn): string | null => (asked && !reading.ok ? reading.message : null);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    goToFirstProblem(event.currentTarget);
    if (!orderedOn.ok || orderedOn.value === null || !expectedOn.ok || typed.number.trim() === '') return;
    const answer = await run('orders.edit', { id: order.id, set: {
      number: typed.number, supplier: typed.supplier.trim() || null, orderedOn: orderedOn.value, expectedOn: expectedOn.value, fundKey: typed.fund || null,
    } });
    if (answer !== null) onDone();
  };
  const set = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part });
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <div className="fields">
        <TextField label="Order number" value={typed.number} problem={asked && typed.number.trim() === '' ? 'An order has a number, such as 4502.' : null} onChange={(event) => set({ number: event.target.value })} />
        <TextField label="Supplier" list={listId} value={typed.supplier} onChange={(event) => set({ supplier: event.target.value })} />
        <datalist id={listId}>{snapshot.suppliers.map(({ id, name }) => <option key={id} value={name}>{name}</option>)}</datalist>
        <DateField label="Ordered on" text={typed.orderedOn} problem={asked && typed.orderedOn.trim() === '' ? 'Write the day it was ordered, like 21 Nov 2026.' : problem(orderedOn)} onText={(text) => set({ orderedOn: text })} />
        <DateField label="Expected" text={typed.expectedOn} problem={problem(expectedOn)} onText={(text) => set({ expectedOn: text })} />
        <SelectField label="Paid from" options={fundOptions(snapshot.funds, 'Not said')} value={typed.fund} onChange={(event) => set({ fund: event.target.value })} />
      </div>
      <div className="acts"><Button onClick={onDone}>Cancel</Button><Button variant="filled" type="submit">Change the order</Button></div>
    </form>
  );
}
