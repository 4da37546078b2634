import { useState } from 'react';
import type { FormEvent } from 'react';
import { formatDate, formatLongDate } from '../../planning/calendar.ts';
import { formatExact, formatPounds } from '../../planning/money.ts';
import type { LosingGroup } from '../../planning/support/outlook.ts';
import { productName, publishedWords, releaseName, statusWords, supportStatus, trackWords, type ListedRelease } from '../../planning/support/release.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { useCommand } from '../lib/commands.tsx';
import { readDate, readPounds } from '../lib/field-text.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DateField } from '../parts/date-field.tsx';
import { TextField } from '../parts/field.tsx';
import { SidePanel } from '../parts/side-panel.tsx';

type ReleasePanelProps = {
  /** Null for dates of something that the list does not have. */
  readonly release: ListedRelease | null;
  readonly group?: LosingGroup;
  readonly onClose: () => void;
};

/** One release: its days with source, and the school's own in their place. */
export function ReleasePanel({ release, group, onClose }: ReleasePanelProps) {
  const { asOf, editable } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const [editing, setEditing] = useState(release === null);
  const track = release === null ? null : trackWords(release);
  const remove = async (): Promise<void> => {
    if (release !== null && await run('support.remove', { id: release.id }) !== null) onClose();
  };
  return (
    <SidePanel title={release === null ? 'Add dates of your own' : releaseName(release)} above={track ?? undefined} onClose={onClose}>
      {release !== null && !editing && (
        <>
          <p>{release.shipped ? 'From the shipped list' : 'Typed by the school'}: {statusWords(supportStatus(release, asOf))}.</p>
          <ReleaseDates release={release} />
          <div className="acts">
            {group !== undefined && <Button small onClick={() => go('register', { filter: { ids: group.assetIds } })}>Show its devices</Button>}
            {editable && !release.shipped && <Button small onClick={() => void remove()}>Take your dates out</Button>}
            {editable && <Button small onClick={() => setEditing(true)}>{release.shipped ? 'Put your own dates or price' : 'Change your dates'}</Button>}
          </div>
        </>
      )}
      {editing && editable && <ReleaseForm release={release} onDone={() => (release === null ? onClose() : setEditing(false))} />}
    </SidePanel>
  );
}

const dayWords = (date: IsoDate | null): string => (date === null ? 'not known' : formatLongDate(date));

function ReleaseDates({ release }: { readonly release: ListedRelease }) {
  const { data: prices } = usePlanQuery('support.prices', {});
  const published = release.extendedEnd === null ? null : publishedWords(prices ?? [], release);
  const { releasedOn, activeEnd, securityEnd, extendedEnd, extendedYearPence, extendedPriceDate, source, asOf } = release;
  const price = extendedYearPence === null ? 'no price typed' : `${formatExact(extendedYearPence)} a device and year${extendedPriceDate === null ? '' : `, on ${formatLongDate(extendedPriceDate)}`}`;
  return (
    <dl className="support-dates">
      <dt>Released</dt><dd>{dayWords(releasedOn)}</dd>
      <dt>New features until</dt><dd>{dayWords(activeEnd)}</dd>
      <dt>Security updates until</dt><dd>{dayWords(securityEnd)}</dd>
      <dt>Paid updates until</dt><dd>{extendedEnd === null ? 'none known' : `${formatLongDate(extendedEnd)}, ${price}`}</dd>
      <dt>Source</dt><dd>{source}, as of {formatLongDate(asOf)}</dd>
      {published !== null && <><dt>Published price</dt><dd>{published}</dd></>}
    </dl>
  );
}

type Typed = Readonly<Record<'product' | 'cycle' | 'releasedOn' | 'activeEnd' | 'securityEnd' | 'extendedEnd' | 'price' | 'priceDate' | 'source', string>>;

const dayText = (date: IsoDate | null): string => (date === null ? '' : formatDate(date));

const poundsText = (pence: Pence | null): string => (pence === null ? '' : formatPounds(pence, { symbol: false, pence: true }));

const typedFrom = (release: ListedRelease | null, today: IsoDate): Typed => ({
  product: release === null ? '' : productName(release.product), cycle: release?.label ?? '',
  releasedOn: dayText(release?.releasedOn ?? null), activeEnd: dayText(release?.activeEnd ?? null), securityEnd: dayText(release?.securityEnd ?? null),
  extendedEnd: dayText(release?.extendedEnd ?? null),
  price: poundsText(release?.extendedYearPence ?? null),
  priceDate: dayText(release?.extendedPriceDate ?? today), source: release === null || release.shipped ? '' : release.source,
});

const DATE_FIELDS = [
  ['releasedOn', 'Released'], ['activeEnd', 'New features until'], ['securityEnd', 'Security updates until'], ['extendedEnd', 'Paid updates until'],
] as const;

/** The school's own days. Of a shipped release its name stays: the two are the same thing. */
function ReleaseForm({ release, onDone }: { readonly release: ListedRelease | null; readonly onDone: () => void }) {
  const { application: { today } } = usePlan();
  const run = useCommand();
  const [typed, setTyped] = useState(() => typedFrom(release, today));
  const [asked, setAsked] = useState(false);
  const set = (part: Partial<Typed>): void => setTyped({ ...typed, ...part });
  const dates = { releasedOn: readDate(typed.releasedOn), activeEnd: readDate(typed.activeEnd), securityEnd: readDate(typed.securityEnd), extendedEnd: readDate(typed.extendedEnd) };
  const [price, priceDate] = [readPounds(typed.price), readDate(typed.priceDate)];
  const nameless = typed.product.trim() === '' || typed.cycle.trim() === '';
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    const { releasedOn, activeEnd, securityEnd, extendedEnd } = dates;
    if (nameless || typed.source.trim() === '' || !releasedOn.ok || !activeEnd.ok || !securityEnd.ok || !extendedEnd.ok || !price.ok || !priceDate.ok) return;
    const answer = await run('support.set', {
      id: release === null || release.shipped ? null : release.id,
      product: release?.product ?? typed.product.trim(), cycle: release?.cycle ?? typed.cycle.trim(), label: release?.label ?? typed.cycle.trim(),
      releasedOn: releasedOn.value, activeEnd: activeEnd.value, securityEnd: securityEnd.value, extendedEnd: extendedEnd.value,
      extendedYearPence: price.value, extendedPriceDate: price.value === null ? null : priceDate.value, source: typed.source.trim(),
    });
    if (answer !== null) onDone();
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <div className="fields">
        {release === null && (
          <>
            <TextField label="Product" placeholder="Kestrel firmware" value={typed.product} problem={asked && typed.product.trim() === '' ? 'What is it? Write it like Kestrel firmware.' : null} onChange={(event) => set({ product: event.target.value })} />
            <TextField label="Version" placeholder="400" value={typed.cycle} problem={asked && typed.cycle.trim() === '' ? 'Which version or model? Write it like 400.' : null} onChange={(event) => set({ cycle: event.target.value })} />
          </>
        )}
        {DATE_FIELDS.map(([key, label]) => {
          const reading = dates[key];
          return <DateField key={key} label={label} text={typed[key]} problem={asked && !reading.ok ? reading.message : null} onText={(text) => set({ [key]: text })} />;
        })}
        <TextField
          label="Paid updates, £ a year" inputMode="decimal" value={typed.price} problem={asked && !price.ok ? price.message : null}
          hint="For one device, net, as your supplier asks." onChange={(event) => set({ price: event.target.value })}
        />
        <DateField label="Price as at" text={typed.priceDate} problem={asked && !priceDate.ok ? priceDate.message : null} onText={(text) => set({ priceDate: text })} />
        <div className="wide">
          <TextField
            label="Source" placeholder="Letter of 3 Nov 2026" value={typed.source} onChange={(event) => set({ source: event.target.value })}
            problem={asked && typed.source.trim() === '' ? 'Say where the dates are from, such as a letter or a page.' : null}
          />
        </div>
      </div>
      <div className="acts"><Button onClick={onDone}>Cancel</Button><Button variant="filled" type="submit">Keep these dates</Button></div>
    </form>
  );
}
