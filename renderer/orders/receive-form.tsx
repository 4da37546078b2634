import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import type { LineProgress, OrderProgress } from '../../planning/orders/progress.ts';
import { readList, receiptProblem, REPLACED_FATE_WORDS, REPLACED_FATES } from '../../planning/orders/receive.ts';
import type { ReplacedFate } from '../../planning/orders/receive.ts';
import { DISPOSAL_ROUTE_WORDS, DISPOSAL_ROUTES } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { readCount, readDate, readPounds } from '../lib/field-text.ts';
import type { FieldReading } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { AreaField, SelectField, TextField } from '../parts/field.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { goToFirstProblem } from './first-problem.ts';

const FATES = REPLACED_FATES.map((value) => ({ value, label: REPLACED_FATE_WORDS[value] }));
const ROUTES = [{ value: '', label: 'Not said' }, ...DISPOSAL_ROUTES.map((value) => ({ value, label: DISPOSAL_ROUTE_WORDS[value] }))];
const STATUSES = [{ value: 'in_use', label: 'Into use' }, { value: 'in_stock', label: 'Into stock' }];

const FATE_HINTS: Readonly<Record<ReplacedFate, string>> = {
  retired: 'It leaves the forecast.', disposed: 'It leaves the forecast.',
  passed_down: 'It is used until it fails: nothing is bought for it again.', spare: 'It is kept until it fails: nothing is bought for it again.',
  stays: 'The new kit is more. What was there is forecast as before.',
};

type Typed = Readonly<Record<'quantity' | 'receivedOn' | 'paid' | 'vat' | 'months' | 'warrantyEnd' | 'room' | 'department' | 'status' | 'fate' | 'route' | 'serials' | 'tags', string>>;

type ReceiveFormProps = { readonly progress: OrderProgress; readonly line: LineProgress; readonly onClose: () => void };

const problemIn = (reading: FieldReading<unknown>, missing?: string): string | null =>
  (reading.ok ? (reading.value === null && missing !== undefined ? missing : null) : reading.message);

/** How many months: a whole number up to 240, or nothing. */
const readMonths = (text: string): FieldReading<number> => {
  const typed = text.trim();
  if (typed === '') return { ok: true, value: null };
  const months = Number(typed);
  return /^\d+$/.test(typed) && months >= 1 && months <= 240 ? { ok: true, value: months } : { ok: false, message: 'A whole number of months up to 240 works here, such as 36.' };
};

/** What came of a line: how many, at what price, with which numbers and cover, and what becomes of what it replaces. */
export function ReceiveForm({ progress: { order }, line: { line, outstanding, outstandingIds }, onClose }: ReceiveFormProps) {
  const { snapshot, application: { today } } = usePlan();
  const run = useCommand();
  const roomList = useId();
  const departmentList = useId();
  const [asked, setAsked] = useState(false);
  const [typed, setTyped] = useState<Typed>(() => ({
    quantity: String(outstanding), receivedOn: formatDate(today), vat: '', months: '', warrantyEnd: '', room: '', department: '',
    paid: line.unitPence === null ? '' : formatPounds(line.unitPence, { symbol: false, pence: true }),
    status: 'in_use', fate: 'retired', route: '', serials: '', tags: '',
  }));
  const quantity = readCount(typed.quantity);
  const [receivedOn, warrantyEnd] = [readDate(typed.receivedOn), readDate(typed.warrantyEnd)];
  const [paid, vat, months] = [readPounds(typed.paid), readPounds(typed.vat), readMonths(typed.months)];
  const [serials, tags] = [readList(typed.serials), readList(typed.tags)];
  const ids = new Set(outstandingIds);
  const ordered = snapshot.assets.filter(({ id }) => ids.has(id));
  const replaces = ordered.some(({ succeedsAssetId }) => succeedsAssetId !== null);
  const list = quantity.ok && quantity.value !== null ? receiptProblem(snapshot.assets, ordered, { quantity: quantity.value, serials, tags }) : null;
  const fate = REPLACED_FATES.find((each) => each === typed.fate) ?? 'retired';
  const at = (field: string): string | null => (asked && list?.field === field ? list.message : null);

  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    goToFirstProblem(event.currentTarget);
    if (!quantity.ok || quantity.value === null || list !== null || !receivedOn.ok || receivedOn.value === null) return;
    if (!paid.ok || !vat.ok || !months.ok || !warrantyEnd.ok) return;
    const room = typed.room.trim();
    const department = typed.department.trim();
    const answer = await run('orders.receive', {
      lineId: line.id, quantity: quantity.value, receivedOn: receivedOn.value, unitPaidPence: paid.value, unitVatPence: vat.value,
      serials, tags, warrantyMonths: warrantyEnd.value === null ? months.value : null, warrantyEnd: warrantyEnd.value,
      status: typed.status === 'in_stock' ? 'in_stock' : 'in_use', replaced: fate,
      disposalRoute: fate === 'disposed' ? DISPOSAL_ROUTES.find((each) => each === typed.route) ?? null : null,
      ...(room === '' ? {} : { room }), ...(department === '' ? {} : { department }),
    });
    if (answer !== null) onClose();
  };
  const field = (key: keyof Typed) => ({
    value: typed[key], onChange: (event: { readonly currentTarget: { readonly value: string } }) => setTyped({ ...typed, [key]: event.currentTarget.value }),
  });
  const listed = (numbers: readonly string[]): string => `${formatCount(numbers.length)} listed. Scan or paste one for each, or leave it for later.`;
  return (
    <SidePanel title={`Receive ${line.description}`} above={`Order ${order.number}: ${formatCount(outstanding)} still to come`} onClose={onClose}>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <div className="fields">
          <TextField label="How many came" inputMode="numeric" problem={at('quantity') ?? (asked ? problemIn(quantity) : null)} {...field('quantity')} />
          <DateField
            label="Came on" text={typed.receivedOn} onText={(text) => setTyped({ ...typed, receivedOn: text })}
            problem={asked ? problemIn(receivedOn, 'Write the day it came, like 21 Nov 2026.') : null}
          />
          <TextField label="Paid for one, £ net" inputMode="decimal" problem={asked ? problemIn(paid) : null} {...field('paid')} />
          <TextField label="VAT on one, £" inputMode="decimal" problem={asked ? problemIn(vat) : null} {...field('vat')} />
          <TextField label="Cover, months" inputMode="numeric" placeholder="36" problem={asked ? problemIn(months) : null} {...field('months')} />
          <DateField label="or cover ends" text={typed.warrantyEnd} onText={(text) => setTyped({ ...typed, warrantyEnd: text })} problem={asked ? problemIn(warrantyEnd) : null} />
          <TextField label="Room" list={roomList} placeholder="As what it replaces" {...field('room')} />
          <TextField label="Department" list={departmentList} placeholder="As what it replaces" {...field('department')} />
          <SelectField label="Goes" options={STATUSES} {...field('status')} />
          {replaces && <SelectField label="What it replaces is" options={FATES} {...field('fate')} hint={FATE_HINTS[fate]} />}
          {replaces && fate === 'disposed' && <SelectField label="How it left" options={ROUTES} {...field('route')} />}
          <div className="wide"><AreaField label="Serial numbers" problem={at('serials')} hint={listed(serials)} {...field('serials')} /></div>
          <div className="wide"><AreaField label="Tags" problem={at('tags')} hint={listed(tags)} {...field('tags')} /></div>
        </div>
        <datalist id={roomList}>{snapshot.locations.map(({ id, name }) => <option key={id} value={name}>{name}</option>)}</datalist>
        <datalist id={departmentList}>{snapshot.departments.map(({ id, name }) => <option key={id} value={name}>{name}</option>)}</datalist>
        <div className="acts">
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" type="submit">Receive {quantity.ok && quantity.value !== null ? formatCount(quantity.value) : 'them'}</Button>
        </div>
      </form>
    </SidePanel>
  );
}
