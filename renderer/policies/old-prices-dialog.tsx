import { useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount, formatExact } from '../../planning/money.ts';
import { priceDayProblem } from '../../planning/policies/check.ts';
import { priceAgeWords, type OldPrice } from '../../planning/policies/old-prices.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import { useCommandsTogether, type Send } from '../lib/commands.tsx';
import { readDate, readPounds } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { readWords } from './policy-texts.ts';

type Typed = { readonly price: string; readonly date: string; readonly source: string };
type Problems = { readonly price: string | null; readonly date: string | null; readonly source: string | null };
type Fresh = { readonly unitPence: Pence; readonly priceDate: IsoDate; readonly priceSource: string | null };

const NOTHING = '';
const SOURCES = 'old-price-sources';

/** What was typed for one price, or what is wrong with it; null where nothing was. */
function readFresh({ price, date, source }: Typed, today: IsoDate): Fresh | Problems | null {
  if (price.trim() === NOTHING) return null;
  const [pounds, day, words] = [readPounds(price), readDate(date), readWords(source)];
  const late = day.ok ? priceDayProblem(day.value, today) : null;
  const problems = {
    price: pounds.ok ? null : pounds.message,
    date: day.ok ? late : day.message,
    source: words.ok ? null : words.message,
  };
  if (!pounds.ok || !day.ok || !words.ok || late !== null || pounds.value === null) return problems;
  return { unitPence: pounds.value, priceDate: day.value ?? today, priceSource: words.value };
}

const isFresh = (reading: Fresh | Problems | null): reading is Fresh => reading !== null && 'unitPence' in reading;

type DialogProps = { readonly prices: readonly OldPrice[]; readonly onClose: () => void };

/** Prices that are old, each with a place for a new one. They are facts, and hold in every scenario that says nothing else. */
export function OldPricesDialog({ prices, onClose }: DialogProps) {
  const { application: { today }, facts: { school }, editable } = usePlan();
  const together = useCommandsTogether();
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>({});
  const [asked, setAsked] = useState(false);
  const typedFor = (key: string): Typed => typed[key] ?? { price: NOTHING, date: formatDate(today), source: NOTHING };
  const readings = prices.map((price) => ({ price, reading: readFresh(typedFor(price.key), today) }));
  const fresh = readings.flatMap(({ price, reading }) => (isFresh(reading) ? [{ price, reading }] : []));
  const wrong = readings.some(({ reading }) => reading !== null && !isFresh(reading));

  const sendAll = async (send: Send, { of }: OldPrice, { unitPence, priceDate, priceSource }: Fresh): Promise<boolean> => {
    if (of.kind === 'items') return send('register.edit', { ids: [...of.ids], set: { overridePence: unitPence } });
    for (const subject of of.kind === 'policies' ? of.subjects : []) {
      if (!await send('policy.set', { ...subject, set: { unitPence, priceDate, priceSource } })) return false;
    }
    for (const id of of.kind === 'models' ? of.ids : []) {
      if (!await send('models.edit', { id, set: { unitPence, priceDate } })) return false;
    }
    return true;
  };
  const save = async (): Promise<void> => {
    setAsked(true);
    if (wrong || fresh.length === 0) return;
    await together(async (send) => {
      for (const { price, reading } of fresh) {
        if (!await sendAll(send, price, reading)) return;
      }
    }, () => (fresh.length === 1 ? 'One price brought up to date' : `${formatCount(fresh.length)} prices brought up to date`));
    onClose();
  };
  const change = (key: string, part: Partial<Typed>): void => setTyped((before) => ({ ...before, [key]: { ...typedFor(key), ...part } }));
  return (
    <Dialog opened onClose={onClose} width={860} title={prices.length === 1 ? 'One old price' : `${formatCount(prices.length)} old prices`}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
        <p className="q2">They are over {priceAgeWords(school.priceAgeMonths)} old. A price that is still right needs only its new date: type it again.</p>
        <div className="old-prices">
          <table className="l">
            <caption className="vh">Old prices</caption>
            <thead><tr><th scope="col">What</th><th scope="col" className="num">Items</th><th scope="col" className="num">Old price</th><th scope="col">Dated, from</th><th scope="col">New price, £</th><th scope="col">Dated</th><th scope="col">From</th></tr></thead>
            <tbody>
              {readings.map(({ price: { key, name, items, unitPence, priceDate, source, of }, reading }) => {
                const problem = asked && reading !== null && !isFresh(reading) ? reading : null;
                return (
                  <tr key={key}>
                    <th scope="row">{name}</th>
                    <td className="num">{formatCount(items)}</td>
                    <td className="num">{formatExact(unitPence)}</td>
                    <td className="q2">{formatDate(priceDate)}{source === null ? '' : ` ${source}`}</td>
                    <td><TextField label={`${name}, new price`} hideLabel small inputMode="decimal" disabled={!editable} problem={problem?.price} value={typedFor(key).price} onChange={(event) => change(key, { price: event.target.value })} /></td>
                    <td>{of.kind === 'items' ? <span className="q2">today</span> : <TextField label={`${name}, dated`} hideLabel small disabled={!editable} problem={problem?.date} value={typedFor(key).date} onChange={(event) => change(key, { date: event.target.value })} />}</td>
                    <td>{of.kind === 'policies' && <TextField label={`${name}, from`} hideLabel small list={SOURCES} placeholder="quote" disabled={!editable} problem={problem?.source} value={typedFor(key).source} onChange={(event) => change(key, { source: event.target.value })} />}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
        <NameList id={SOURCES} names={['quote', 'order', 'price list']} />
        <div className="dialog-acts">
          <Button onClick={onClose}>Close</Button>
          {editable && <Button variant="filled" type="submit" disabled={fresh.length === 0 && !wrong}>{fresh.length < 2 ? 'Bring the price up to date' : `Bring ${formatCount(fresh.length)} prices up to date`}</Button>}
        </div>
      </form>
    </Dialog>
  );
}
