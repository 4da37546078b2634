import { ChevronDown, ChevronRight, Clock, LockKeyhole } from 'lucide-react';
import { policyCostSteps } from '../../planning/policies/cost-steps.ts';
import { isOldPrice } from '../../planning/policies/old-prices.ts';
import { usedLossBp, type PolicyRow } from '../../planning/policies/rows.ts';
import { bindingWords, upgradeWords } from '../../planning/policies/words.ts';
import { formatCount, formatRate } from '../../planning/money.ts';
import { modelTitle } from '../../planning/register/field-words.ts';
import type { RefreshPolicy } from '../../planning/snapshot.ts';
import { startUpper } from '../../planning/words.ts';
import { tableDate } from '../grid/words.tsx';
import { readPounds } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { PolicyCost } from './policy-cost.tsx';
import { bindingText, lifeText, poundsText, readLife, readLossRate } from './policy-texts.ts';
import { usePolicyEdit, type PolicyEdit } from './use-policy-edit.ts';

/** The part of the panel that a cell opens. */
export type PanelPart = 'life' | 'binding' | 'upgrade' | 'price' | 'losses' | 'history';

type CellProps = { readonly row: PolicyRow; readonly edit: PolicyEdit; readonly open: (part: PanelPart) => void };

function KeptCell({ row, edit: { policy, saved, put } }: CellProps) {
  if (policy.binding.length === 0) return <span className="q2">not fixed</span>;
  return (
    <FigureField
      label={`${row.name}, kept`} hideLabel className="short" text={lifeText(policy.lifeMonths)} read={readLife}
      was={policy.lifeMonths === saved.lifeMonths ? null : lifeText(saved.lifeMonths)}
      put={(lifeMonths) => (lifeMonths === null ? 'Write years, such as 4, or months, such as 54 months.' : put({ lifeMonths }))}
    />
  );
}

/** Where prices are from when the policy has none: in the column of prices, and in that of their days. */
function elsewhere({ pricedBy: { none = 0, paid = 0, model = 0, override = 0 }, items }: PolicyRow): readonly [price: string, from: string] {
  if (items > 0 && none === items) return ['no price', 'nowhere yet'];
  const known = items - none;
  if (model === known) return ['by model', 'each at its model’s price'];
  return paid + override === known ? ['as bought', 'each at what was paid'] : ['as known', 'model, or as bought'];
}

/** A price with its day and where it is from; of a replacement that has a price of its own, that one. */
function usePriceOf(policy: RefreshPolicy) {
  const { snapshot, asOf } = usePlan();
  const model = snapshot.models.find(({ id }) => id === policy.replacementModelId) ?? null;
  const byModel = model !== null && model.unitPence !== null;
  const priceDate = byModel ? model.priceDate : policy.priceDate;
  return {
    model: byModel ? model : null, unitPence: byModel ? model.unitPence : policy.unitPence, priceDate,
    source: byModel ? modelTitle(model) : policy.priceSource, old: isOldPrice(priceDate, snapshot, asOf),
  };
}

function PriceCell({ row, edit: { policy, saved, put } }: CellProps) {
  const { application: { today } } = usePlan();
  const { model, unitPence } = usePriceOf(policy);
  if (model !== null) return <span className="q2">{poundsText(unitPence)}</span>;
  return (
    <FigureField
      label={`${row.name}, price of one`} hideLabel className="bare" text={poundsText(policy.unitPence)} read={readPounds}
      placeholder={elsewhere(row)[0]}
      was={policy.unitPence === saved.unitPence ? null : saved.unitPence === null ? 'none' : poundsText(saved.unitPence)}
      put={(pence) => put({ unitPence: pence, priceDate: pence === null ? null : today, priceSource: null })}
    />
  );
}

function DatedCell({ row, edit: { policy }, open }: CellProps) {
  const { unitPence, priceDate, source, old } = usePriceOf(policy);
  const words = unitPence === null ? elsewhere(row)[1]
    : [priceDate === null ? 'no date' : tableDate(priceDate), source].filter((part) => part !== null).join(' ');
  return (
    <button type="button" className={old ? 'cell-open c-warn' : 'cell-open'} onClick={() => open('price')}>
      <span className="vh">{row.name}, price from: </span>{old && <Clock className="lucide s" aria-hidden="true" />}{words}{old && <span className="q2"> old</span>}
    </button>
  );
}

function LossCell({ row, edit: { policy, saved, put }, open }: CellProps) {
  if (policy.lossFrom === 'record') {
    return <button type="button" className="cell-open num" onClick={() => open('losses')}><span className="vh">{row.name}, lost or broken a year: </span>{formatRate(usedLossBp({ policy, record: row.record }))} <small className="q2">by record</small></button>;
  }
  return (
    <FigureField
      label={`${row.name}, lost or broken a year`} hideLabel className={policy.lossBp === 0 ? 'bare' : 'short'} text={policy.lossBp === 0 ? '' : formatRate(policy.lossBp)} read={readLossRate}
      placeholder="not used" was={policy.lossBp === saved.lossBp ? null : formatRate(saved.lossBp)} put={(bp) => put({ lossBp: bp ?? 0, lossFrom: 'policy' })}
    />
  );
}

const recordWords = ({ record }: PolicyRow): string => (record === null ? '' : record.lossBp === null ? 'too few' : formatRate(record.lossBp));

type LineProps = {
  readonly row: PolicyRow;
  /** What it comes to in the saved plan; null where the row is new. */
  readonly savedPence: number | null;
  readonly chosen: boolean;
  /** Whether the models and items under it are shown; null where there are none. */
  readonly opened: boolean | null;
  readonly within: boolean;
  readonly onToggle: () => void;
  readonly onOpen: (part: PanelPart) => void;
};

/** One kind with its policy: what is typed here is tried out at once. */
export function PolicyLine({ row, savedPence, chosen, opened, within, onToggle, onOpen }: LineProps) {
  const edit = usePolicyEdit(row.subject);
  const { forecast } = usePlan();
  const { policy, saved } = edit;
  const changed = JSON.stringify({ ...policy, id: 0 }) !== JSON.stringify({ ...saved, id: 0 });
  const cell = { row, edit, open: onOpen };
  const Fold = opened === true ? ChevronDown : ChevronRight;
  return (
    <tr className={[changed ? 'whatif' : '', chosen ? 'chosen' : '', within ? 'within' : ''].filter(Boolean).join(' ') || undefined}>
      <th scope="row">
        <span className="policy-kind">
          {opened !== null && (
            <button type="button" className="policy-fold" aria-expanded={opened} aria-label={`Models and items of ${row.name} with their own policy`} onClick={onToggle}>
              <Fold className="lucide s" aria-hidden="true" />
            </button>
          )}
          <button type="button" className="cell-open" aria-pressed={chosen} onClick={() => onOpen('life')}>{row.name}</button>
          {policy.shipped && !within && <small className="q2" title="Not yet the school’s own">usual</small>}
        </span>
      </th>
      <td className="num">{formatCount(row.items)}</td>
      <td className="num"><KeptCell {...cell} /></td>
      <td className="col-binds">
        <button type="button" className="cell-open" title={startUpper(bindingWords(policy.binding))} onClick={() => onOpen('binding')}>
          <span className="vh">{row.name}, what binds: </span>{policy.binding.length > 0 && !policy.binding.includes('policy_life') && <LockKeyhole className="lucide s" aria-hidden="true" />}{bindingText(policy.binding)}
        </button>
      </td>
      <td className="col-upgrade">
        <button type="button" className={policy.upgrade === null ? 'cell-open q2' : 'cell-open'} onClick={() => onOpen('upgrade')}>
          <span className="vh">{row.name}, mid-life upgrade: </span>{policy.upgrade === null ? 'none' : startUpper(upgradeWords(policy.upgrade).replace(/ after (\d+) years?,/, ', year $1,'))}
        </button>
      </td>
      <td className="num"><PriceCell {...cell} /></td>
      <td className="col-dated"><DatedCell {...cell} /></td>
      <td className="num"><LossCell {...cell} /></td>
      <td className={row.record?.lossBp === null ? 'num q2 col-record' : 'num col-record'}>{recordWords(row)}</td>
      <td className="num col-record">{row.record === null ? '' : formatCount(row.record.events)}</td>
      <td className="num">
        <PolicyCost pence={row.pence} was={savedPence} why={() => policyCostSteps(forecast, row)} />
      </td>
    </tr>
  );
}

