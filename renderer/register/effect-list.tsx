import { formatCount, formatPounds } from '../../planning/money.ts';
import type { ChangeEffect } from '../../planning/register/effect.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { itemCount } from '../../planning/words.ts';

const signed = (pence: Pence): string => `${pence > 0 ? '+' : ''}${formatPounds(pence)}`;

const movedWords = (items: number): string =>
  (items > 0 ? `${itemCount(items)} more in the forecast` : `${itemCount(-items)} fewer in the forecast`);

function EffectLines({ effect: { years, itemsForecast, withoutPrice }, most }: { readonly effect: ChangeEffect; readonly most: number }) {
  // The rest may be more than all that is named: it is summed, and a single year is named in its place.
  const named = years.length === most + 1 ? years : years.slice(0, most);
  const rest = years.slice(named.length);
  if (years.length === 0 && itemsForecast === 0 && withoutPrice === 0) return <li>The plan’s cost stays as it is.</li>;
  return (
    <>
      {named.map(({ label, pence }) => <li key={label}>{label} <b className="num">{signed(pence)}</b></li>)}
      {rest.length > 0 && <li>{formatCount(rest.length)} other years <b className="num">{signed(rest.reduce((sum, { pence }) => sum + pence, 0))}</b></li>}
      {itemsForecast !== 0 && <li>{movedWords(itemsForecast)}</li>}
      {withoutPrice > 0 && <li>{formatCount(withoutPrice)} of them without a price</li>}
    </>
  );
}

type EffectListProps = {
  /** Null while nothing is to be changed. */
  readonly effect: ChangeEffect | null;
  /** Years to name before the rest is summed. */
  readonly most: number;
};

/** What a change would do to the cost of the plan, before it is made. */
export function EffectList({ effect, most }: EffectListProps) {
  return (
    <ul className="reg-effect" aria-label="What it does to the plan" aria-live="polite">
      {effect === null ? <li>Nothing is changed yet.</li> : <EffectLines effect={effect} most={most} />}
    </ul>
  );
}
