import { CFR_CODES, categoryNamed } from '../../planning/categories.ts';
import { formatRate } from '../../planning/money.ts';
import { CHART_GROUPS, CHART_GROUP_WORDS, COST_CATEGORIES } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { fundOptions } from '../lib/fund-options.ts';
import { readPounds } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Check, SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { lifeText, poundsText, readLife, readShare } from './policy-texts.ts';
import type { PolicyEdit } from './use-policy-edit.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const COSTS = COST_CATEGORIES.map((value) => ({ value, label: `${CFR_CODES[value].title} (${CFR_CODES[value].revenue})` }));
const GROUPS = CHART_GROUPS.filter((group) => group !== 'running').map((value) => ({ value, label: CHART_GROUP_WORDS[value] }));

/** When it is bought and who pays; what leaving costs; and what all of the kind are booked under, which is changed at once. */
export function BuyingPart({ edit: { policy, put } }: { readonly edit: PolicyEdit }) {
  const { snapshot: { categories, finance, funds }, editable } = usePlan();
  const run = useCommand();
  const category = categoryNamed(categories, policy.categoryKey);
  const turn = (month: number): void => {
    const months = policy.purchaseMonths.includes(month) ? policy.purchaseMonths.filter((each) => each !== month) : [...policy.purchaseMonths, month];
    put({ purchaseMonths: months.toSorted((a, b) => a - b) });
  };
  return (
    <>
      <Section title="Buying it">
        <fieldset className="checks months">
          <legend>Months in which it is bought; none: any month.</legend>
          {MONTHS.map((name, at) => <Check key={name} checked={policy.purchaseMonths.includes(at + 1)} onChange={() => turn(at + 1)}>{name}</Check>)}
        </fieldset>
        <div className="fields">
          <div className="wide">
            <SelectField
              label="Paid from" value={policy.fundKey ?? ''} options={fundOptions(funds, 'Not said')}
              onChange={(event) => void put({ fundKey: event.target.value || null })}
            />
          </div>
          <FigureField label="Getting rid of one, £" text={poundsText(policy.disposalPence)} placeholder="none" read={readPounds} put={(disposalPence) => put({ disposalPence })} />
          <FigureField label="Trade-in for one, £" text={poundsText(policy.tradeInPence)} placeholder="none" read={readPounds} put={(tradeInPence) => put({ tradeInPence })} />
        </div>
      </Section>
      <Section title="In the books">
        <div className="fields">
          <FigureField
            label="Written off over, years" text={policy.bookLifeMonths === null ? '' : lifeText(policy.bookLifeMonths)} placeholder={lifeText(finance.profile.bookLifeMonths)} read={readLife} put={(bookLifeMonths) => put({ bookLifeMonths })}
            hint="Its life in the books, not in use. Nothing here: as the next wider policy, else the school’s own."
          />
          <FigureField label="Worth then, % of price" text={policy.residualBp === null ? '' : formatRate(policy.residualBp)} placeholder="0%" read={readShare} put={(residualBp) => put({ residualBp })} />
        </div>
      </Section>
      <Section title={`Booked under, for all ${category.plural}`}>
        <div className="fields">
          <div className="wide">
            <SelectField
              label="Cost category and code" value={category.costCategory} options={COSTS} disabled={!editable}
              onChange={(event) => {
                const costCategory = COST_CATEGORIES.find((key) => key === event.target.value);
                if (costCategory !== undefined) void run('categories.edit', { key: category.key, set: { costCategory } });
              }}
            />
          </div>
          <div className="wide">
            <SelectField
              label="In the chart" value={category.chartGroup} options={GROUPS} disabled={!editable} hint="Changed at once, not tried out: it moves no money between years."
              onChange={(event) => {
                const chartGroup = CHART_GROUPS.find((key) => key === event.target.value);
                if (chartGroup !== undefined && chartGroup !== 'running') void run('categories.edit', { key: category.key, set: { chartGroup } });
              }}
            />
          </div>
        </div>
      </Section>
    </>
  );
}
