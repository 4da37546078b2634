import { useState } from 'react';
import { schemeOn } from '../../planning/budget/codes.ts';
import { fundUses } from '../../planning/budget/fund-uses.ts';
import { basisNoun, exampleOf, exampleWords, neverChanges } from '../../planning/budget/rule-words.ts';
import { formatExact } from '../../planning/money.ts';
import { THRESHOLD_BASES, type ThresholdBasis } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { readPounds, type FieldReading } from '../lib/field-text.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { Section } from '../parts/section.tsx';
import { ChoicesTable } from './choices-table.tsx';
import { OrdersTable } from './orders-table.tsx';
import type { RuleDraft } from './use-rule-draft.ts';

const BASIS_NAMES: Readonly<Record<ThresholdBasis, string>> = { item: 'Each item', order: 'Each order', ask: 'Ask each time' };

const readThreshold = (text: string): FieldReading<number> => {
  const reading = readPounds(text);
  return reading.ok && (reading.value === null || reading.value === 0) ? { ok: false, message: 'Capital begins at £0.01 or more. Write an amount like 10,000.' } : reading;
};

/** From how much on a purchase is capital, and how that is counted, tried on the school's own orders before it is kept. */
export function CapitalSection({ draft }: { readonly draft: RuleDraft }) {
  const { savedSnapshot: snapshot, savedForecast: { years, asOf }, editable } = useSavedPlan();
  const { rule, kept, trying, change, orders } = draft;
  const [shownSource, setShownSource] = useState<string | null>(null);
  const scheme = schemeOn(snapshot, asOf);
  const examples = exampleWords(exampleOf(orders));
  const unsaid = kept === null && !trying;
  const used = snapshot.funds.filter(({ key }) => fundUses(snapshot, key).length > 0);
  return (
    <Section title="What counts as capital" aside={scheme === 'cfr' ? 'Set by your local authority' : 'Set by your trust'}>
      <fieldset disabled={!editable}>
        <div className="settings-rule">
          <FigureField
            label="From, £" text={unsaid ? '' : formatExact(rule.thresholdPence).replace('£', '')} placeholder="like 10,000" read={readThreshold} disabled={!editable}
            put={(pence) => {
              if (pence !== null) change({ thresholdPence: pence });
              return null;
            }}
          />
          <TextField
            label="Source" maxLength={200} placeholder="LA scheme for financing schools, 1 April 2026" value={shownSource ?? (unsaid ? '' : rule.source ?? '')}
            onChange={(event) => setShownSource(event.target.value)}
            onBlur={() => {
              if (shownSource !== null && shownSource.trim() !== (rule.source ?? '')) change({ source: shownSource.trim() === '' ? null : shownSource.trim() });
              setShownSource(null);
            }}
          />
          <SelectField
            label="Holds from" options={years.map(({ year, label }) => ({ value: String(year), label }))} value={String(rule.fromYear)}
            onChange={(event) => change({ fromYear: Number(event.target.value) })}
          />
        </div>
        <div className="settings-bases" role="radiogroup" aria-label="Held against it">
          {THRESHOLD_BASES.map((basis) => (
            <div key={basis} className="settings-basis">
              <input
                type="radio" name="basis" id={`basis-${basis}`} aria-describedby={`basis-${basis}-does`} checked={!unsaid && rule.basis === basis}
                onChange={() => change({ basis })}
              />
              <span><label htmlFor={`basis-${basis}`}>{BASIS_NAMES[basis]}</label><small id={`basis-${basis}-does`}>{examples[basis]}</small></span>
            </div>
          ))}
        </div>
      </fieldset>
      <OrdersTable orders={orders} />
      <p className="settings-note">{neverChanges(snapshot.funds, used, scheme)} Bought together is what stands on one order; until one is placed, what a year buys of one category from one fund.</p>
      <ChoicesTable />
      <KeptRules />
    </Section>
  );
}

/** The rules that the plan has, each from its year until the next. One that begins later can be taken away. */
function KeptRules() {
  const { savedSnapshot: { finance: { capitalRules }, school }, savedForecast: { years }, editable } = useSavedPlan();
  const run = useCommand();
  if (capitalRules.length === 0) return null;
  const labelOf = (year: number): string => years.find((each) => each.year === year)?.label ?? (school.yearStartMonth === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, '0')}`);
  return (
    <ul className="settings-rules" aria-label="Rules for capital">
      {capitalRules.map(({ id, fromYear, thresholdPence, basis, source }) => (
        <li key={id}>
          <span>From {labelOf(fromYear)}: {formatExact(thresholdPence)} or more for {basisNoun(basis)}{basis === 'ask' ? ', asked each time' : ''}{source === null ? '' : `. ${source}`}</span>
          {editable && <Button variant="link" small aria-label={`Take away the rule from ${labelOf(fromYear)}`} onClick={() => void run('capitalRule.remove', { fromYear })}>Take away</Button>}
        </li>
      ))}
    </ul>
  );
}
