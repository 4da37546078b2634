import { useEffect, useRef } from 'react';
import { LIFE_RANGE_MONTHS } from '../../planning/policies.ts';
import type { PolicyRow } from '../../planning/policies/rows.ts';
import { usualSource } from '../../planning/policies/usual.ts';
import { LIMITING_FACTOR_WORDS, LIMITING_FACTORS, type BindingFactor } from '../../planning/vocabulary.ts';
import { itemCount } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Check, SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { SidePanel } from '../parts/side-panel.tsx';
import { EditEffect } from './edit-effect.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { BuyingPart } from './panel-buying.tsx';
import { HistoryPart } from './panel-history.tsx';
import { LossesPart } from './panel-losses.tsx';
import { OwnPart } from './panel-own.tsx';
import { PricePart, UpgradePart } from './panel-prices.tsx';
import type { PanelPart } from './policy-cells.tsx';
import { lifeText, readLife, readTolerance } from './policy-texts.ts';
import { usePolicyEdit, type PolicyEdit } from './use-policy-edit.ts';

const FACTORS = LIMITING_FACTORS.filter((factor): factor is BindingFactor => factor !== 'manual');
const NO_RANGE = 'Empty: no limit of the school’s own.';

function LifePart({ edit: { policy, saved, put } }: { readonly edit: PolicyEdit }) {
  const { forecast } = usePlan();
  const fixed = policy.binding.length > 0;
  return (
    <Section title="How long it is kept">
      <div className="fields" data-part="life">
        <FigureField
          label="Kept" text={lifeText(policy.lifeMonths)} read={readLife} was={policy.lifeMonths === saved.lifeMonths ? null : lifeText(saved.lifeMonths)} disabled={!fixed}
          hint={fixed ? 'Years, or months: 54 months.' : 'Used until it fails.'}
          put={(lifeMonths) => (lifeMonths === null ? `A life from ${LIFE_RANGE_MONTHS.least} month to 50 years works here, such as 4.` : put({ lifeMonths }))}
        />
        <SelectField
          label="From" value={policy.fromYear === null ? '' : String(policy.fromYear)} disabled={!fixed || policy.lifeMonths === saved.lifeMonths}
          options={[{ value: '', label: 'At once' }, ...forecast.years.slice(1).map(({ year, label }) => ({ value: String(year), label }))]}
          onChange={(event) => void put({ fromYear: event.target.value === '' ? null : Number(event.target.value) })}
        />
        <FigureField label="At least" text={policy.leastMonths === null ? '' : lifeText(policy.leastMonths)} read={readLife} placeholder="no limit" put={(leastMonths) => put({ leastMonths })} hint={NO_RANGE} />
        <FigureField label="At most" text={policy.mostMonths === null ? '' : lifeText(policy.mostMonths)} read={readLife} placeholder="no limit" put={(mostMonths) => put({ mostMonths })} />
      </div>
    </Section>
  );
}

function BindingPart({ edit: { policy, put } }: { readonly edit: PolicyEdit }) {
  const turn = (factor: BindingFactor): void => {
    const binding = FACTORS.filter((each) => (each === factor ? !policy.binding.includes(each) : policy.binding.includes(each)));
    put({ binding });
  };
  return (
    <Section title="What binds">
      <fieldset className="checks" data-part="binding">
        <legend>The earliest of those ticked sets the date; none: it is used until it fails.</legend>
        {FACTORS.map((factor) => (
          <Check key={factor} checked={policy.binding.includes(factor)} onChange={() => turn(factor)}>{factor === 'policy_life' ? 'The years above' : LIMITING_FACTOR_WORDS[factor]}</Check>
        ))}
      </fieldset>
      {policy.binding.includes('warranty_end') && (
        <FigureField label="Months past the end of cover" text={String(policy.toleranceMonths)} read={readTolerance} put={(toleranceMonths) => (toleranceMonths === null ? 'Write 0 where it is replaced when its cover ends.' : put({ toleranceMonths }))} />
      )}
    </Section>
  );
}

type PanelProps = { readonly row: PolicyRow; readonly part: PanelPart; readonly onClose: () => void };

/** Everything about one policy. What is typed is tried out at once, as in the table; the rest of the page stays in sight. */
export function PolicyPanel({ row, part, onClose }: PanelProps) {
  const edit = usePolicyEdit(row.subject);
  const inside = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (part === 'life') return;
    const wanted = inside.current?.querySelector<HTMLElement>(`[data-part=${part}]`);
    wanted?.scrollIntoView({ block: 'start' });
    wanted?.querySelector<HTMLElement>('input:not(:disabled), select, button')?.focus();
  }, [part]);
  const { policy } = edit;
  return (
    <SidePanel title={row.name} above={itemCount(row.items)} onClose={onClose}>
      <div ref={inside}>
        <p className="q2">{policy.shipped ? usualSource(policy.categoryKey) : 'The school’s own policy.'}</p>
        <EditEffect />
        <LifePart edit={edit} />
        <BindingPart edit={edit} />
        <UpgradePart edit={edit} />
        <PricePart row={row} edit={edit} />
        <LossesPart row={row} edit={edit} />
        <BuyingPart edit={edit} />
        <OwnPart row={row} edit={edit} />
        <HistoryPart row={row} />
      </div>
    </SidePanel>
  );
}
