import { useState } from 'react';
import { categoryNamed } from '../../../planning/categories.ts';
import { formatLongDate } from '../../../planning/calendar.ts';
import { divideHalfUp, formatCount, formatPounds, formatRate } from '../../../planning/money.ts';
import { FEWEST_EVENTS } from '../../../planning/upkeep/record.ts';
import type { LossRecord, OwnRecord } from '../../../planning/upkeep/record.ts';
import type { IsoDate } from '../../../planning/vocabulary.ts';
import { inWords, kitName, rowName } from '../../../planning/words.ts';
import { useCommand } from '../../lib/commands.tsx';
import { readDate } from '../../lib/field-text.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Section } from '../../parts/section.tsx';

type LossTableProps = { readonly record: OwnRecord; readonly since: IsoDate | null; readonly onSince: (since: IsoDate | null) => void };

const monthCount = (months: number): string => `${formatCount(months)} ${months === 1 ? 'month' : 'months'}`;

/** Item-years in tenths: `347.5`. */
const itemYears = (months: number): string => {
  const tenths = divideHalfUp(months * 10, 12);
  return `${formatCount(Math.floor(tenths / 10))}.${tenths % 10}`;
};

function SinceField({ since, onSince }: Pick<LossTableProps, 'since' | 'onSince'>) {
  const [text, setText] = useState(since === null ? '' : formatLongDate(since));
  const reading = readDate(text);
  return (
    <span className="ledger-since">
      <DateField
        label="Count from" text={text} problem={reading.ok ? null : reading.message}
        onText={(next) => {
          setText(next);
          const read = readDate(next);
          if (read.ok) onSince(read.value);
        }}
      />
    </span>
  );
}

/** The school's own losses by kind of kit, beside what the plan counts with; one press makes the plan count with them. */
export function LossTable({ record: { months, kinds }, since, onSince }: LossTableProps) {
  const { asOf } = usePlan();
  const [choosing, setChoosing] = useState(since !== null);
  if (months === null && since === null) return null;
  const length = months === null ? '' : `From ${formatLongDate(months.since)}, ${monthCount(months.until - months.from)}. For each item and year in use.`;
  return (
    <Section
      title="Own record of losses" aside={length}
      link={<Button variant="link" small aria-expanded={choosing} onClick={() => { setChoosing(!choosing); if (choosing) onSince(null); }}>{choosing ? 'Count from the first entry' : 'Count from another day'}</Button>}
    >
      {choosing && <SinceField since={since} onSince={onSince} />}
      {kinds.length === 0 ? <p className="q2">Nothing was lost, broken or repaired {since === null ? 'yet' : `from ${formatLongDate(since)} to ${formatLongDate(asOf)}`}.</p> : (
        <table className="l ledger-table">
          <thead>
            <tr>
              <th scope="col">Kind</th><th scope="col" className="num">Events</th><th scope="col" className="num">Items</th>
              <th scope="col" className="num" title="Items in use, each for each year it was">Item-years</th>
              <th scope="col" className="num">Own record</th><th scope="col" className="num">In the plan</th><th scope="col" className="num">£ a year</th>
              <th scope="col"><span className="vh">Take over</span></th>
            </tr>
          </thead>
          <tbody>{kinds.map((kind) => <LossLine key={`${kind.categoryKey}/${kind.userGroup}`} kind={kind} />)}</tbody>
        </table>
      )}
      <p className="q2 ledger-note">Under {inWords(FEWEST_EVENTS)} events a rate says little, so none is offered.</p>
    </Section>
  );
}

function LossLine({ kind }: { readonly kind: LossRecord }) {
  const { snapshot, editable, scenario } = usePlan();
  const run = useCommand();
  const { categoryKey, userGroup, events, items, itemMonths, undated, lossBp, policyBp, yearlyPence, unpriced } = kind;
  const category = categoryNamed(snapshot.categories, categoryKey);
  const takeOver = async (rate: number): Promise<void> => {
    const policy = { categoryKey, userGroup, set: { lossBp: rate } };
    if (scenario.parentId === null) await run('policy.set', policy);
    else await run('scenario.change', { scenarioId: scenario.id, changes: [{ change: { kind: 'policy', ...policy }, reason: null }] });
  };
  const notes = [
    ...(undated === 0 ? [] : [`${formatCount(undated)} without a date count throughout`]),
    ...(unpriced === 0 ? [] : [`${formatCount(unpriced)} unpriced`]),
  ];
  return (
    <tr>
      <th scope="row">{rowName(category, userGroup)}{notes.length > 0 && <span className="q2"> {notes.join('; ')}</span>}</th>
      <td className="num">{formatCount(events)}</td>
      <td className="num">{formatCount(items)}</td>
      <td className="num">{itemYears(itemMonths)}</td>
      <td className="num">{lossBp === null ? <span className="q">{events === 0 ? 'none' : itemMonths === 0 ? 'none in use' : 'too few'}</span> : formatRate(lossBp)}</td>
      <td className="num">{policyBp === 0 ? <span className="q">none</span> : formatRate(policyBp)}</td>
      <td className="num">{yearlyPence === 0 && unpriced > 0 ? <span className="q">not known</span> : formatPounds(yearlyPence, { symbol: false })}</td>
      <td>
        {lossBp !== null && (lossBp === policyBp ? <span className="q2">taken over</span> : editable && (
          <Button
            variant="link" small aria-label={`Take over ${formatRate(lossBp)} for ${kitName(category, userGroup, 2)}`}
            onClick={() => void takeOver(lossBp)}
          >
            Take over
          </Button>
        ))}
      </td>
    </tr>
  );
}
