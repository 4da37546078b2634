import type { PolicyRow } from '../../planning/policies/rows.ts';
import { formatCount } from '../../planning/money.ts';
import { modelTitle } from '../../planning/register/field-words.ts';
import type { MidLifeUpgrade } from '../../planning/snapshot.ts';
import { listOf, startUpper } from '../../planning/words.ts';
import { readDate, readPounds } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { NameList } from '../parts/name-list.tsx';
import { Section } from '../parts/section.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { dateText, lifeText, poundsText, readLife, readWords } from './policy-texts.ts';
import type { PolicyEdit } from './use-policy-edit.ts';

const NEW_UPGRADE: Omit<MidLifeUpgrade, 'atMonths'> = { unitPence: null, priceDate: null, what: 'memory' };

/** What is fitted half-way through its life, when, and for how much. */
export function UpgradePart({ edit: { policy, put } }: { readonly edit: PolicyEdit }) {
  const { application: { today } } = usePlan();
  const { upgrade, lifeMonths } = policy;
  if (upgrade === null) {
    const atMonths = Math.max(1, Math.floor(lifeMonths / 24) * 12 || Math.floor(lifeMonths / 2));
    return (
      <Section title="Mid-life upgrade" className="sec-upgrade">
        <div data-part="upgrade"><p className="q2">None.</p><Button small disabled={lifeMonths < 2} onClick={() => void put({ upgrade: { ...NEW_UPGRADE, atMonths } })}>Add an upgrade</Button></div>
      </Section>
    );
  }
  const change = (part: Partial<MidLifeUpgrade>): string | null => put({ upgrade: { ...upgrade, ...part } });
  return (
    <Section title="Mid-life upgrade" link={<Button variant="link" small onClick={() => void put({ upgrade: null })}>Without it</Button>}>
      <div className="fields" data-part="upgrade">
        <FigureField label="What is fitted" text={upgrade.what} read={readWords} put={(what) => (what === null ? 'What is fitted? Write a word, such as memory.' : change({ what }))} />
        <FigureField label="After, years" text={lifeText(upgrade.atMonths)} read={readLife} put={(atMonths) => (atMonths === null ? 'After how long is it fitted? Write years, such as 3.' : change({ atMonths }))} />
        <FigureField label="Price of one, £" text={poundsText(upgrade.unitPence)} placeholder="no price" read={readPounds} put={(unitPence) => change({ unitPence, priceDate: unitPence === null ? null : today })} />
        <FigureField label="Price dated" text={dateText(upgrade.priceDate)} placeholder={dateText(policy.priceDate) || 'no date'} read={readDate} put={(priceDate) => change({ priceDate })} />
      </div>
    </Section>
  );
}

const SOURCE_WORDS = { policy: 'this price', model: 'the price of their model', override: 'a price of their own', paid: 'what was paid', order: 'the price of an order', none: 'no price at all' } as const;

/** `180 go by this price, 44 by the price of their model.` */
function pricedWords({ pricedBy }: PolicyRow): string {
  const parts = (Object.keys(SOURCE_WORDS) as (keyof typeof SOURCE_WORDS)[]).flatMap((key) => {
    const items = pricedBy[key] ?? 0;
    return items === 0 ? [] : [`${formatCount(items)} ${key === 'none' ? 'have' : 'by'} ${SOURCE_WORDS[key]}`];
  });
  return parts.length === 0 ? '' : `In use: ${listOf(parts)}.`;
}

/** What one costs, as of which day and where that is from; and what it is replaced by. */
export function PricePart({ row, edit: { policy, put } }: { readonly row: PolicyRow; readonly edit: PolicyEdit }) {
  const { application: { today }, snapshot: { models, categories } } = usePlan();
  const options = models.toSorted((a, b) => Number(b.categoryKey === policy.categoryKey) - Number(a.categoryKey === policy.categoryKey)).map((model) => ({
    value: String(model.id),
    label: `${modelTitle(model)}${model.categoryKey === policy.categoryKey ? '' : ` (${categories.find(({ key }) => key === model.categoryKey)?.plural ?? ''})`}${model.unitPence === null ? '' : `, £${poundsText(model.unitPence)}`}`,
  }));
  return (
    <Section title="Price of one">
      <div className="fields" data-part="price">
        <FigureField
          label="Price, £, without VAT" text={poundsText(policy.unitPence)} placeholder="as bought" read={readPounds}
          put={(unitPence) => put({ unitPence, priceDate: unitPence === null ? null : today, priceSource: null })}
        />
        <FigureField label="Price dated" text={dateText(policy.priceDate)} placeholder="no date" disabled={policy.unitPence === null} read={readDate} put={(priceDate) => put({ priceDate })} />
        <div className="wide">
          <FigureField label="Where it is from" text={policy.priceSource ?? ''} placeholder="quote, order 5102, price list" list="price-sources" disabled={policy.unitPence === null} read={readWords} put={(priceSource) => put({ priceSource })} />
          <NameList id="price-sources" names={['quote', 'order', 'price list']} />
        </div>
        <div className="wide">
          <SelectField
            label="Replaced by" value={policy.replacementModelId === null ? '' : String(policy.replacementModelId)} options={[{ value: '', label: 'Like for like' }, ...options]}
            hint={startUpper(pricedWords(row))} onChange={(event) => void put({ replacementModelId: event.target.value === '' ? null : Number(event.target.value) })}
          />
        </div>
      </div>
    </Section>
  );
}
