import { formatExact } from '../../planning/money.ts';
import { energyRateText } from '../../planning/value/upkeep-costs.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { readPounds } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { NumberCell } from '../parts/number-cell.tsx';
import { readEnergyRate } from './typed-upkeep.ts';

const pounds = (pence: Pence): string => formatExact(pence);
const none = 'Not said';

/** What a kilowatt-hour and an hour of somebody's time cost the school. */
export function UpkeepRates() {
  const { snapshot: { finance: { profile } }, editable } = usePlan();
  const run = useCommand();
  const { energyRate, supportHourPence, selfSupportHourPence } = profile;
  return (
    <dl className="upkeep-rates">
      <dt>A kilowatt-hour costs</dt>
      <dd>{editable ? <NumberCell label="Pence for a kilowatt-hour" value={energyRate} words={energyRateText} read={readEnergyRate} placeholder={none} save={async (typed) => void await run('money.set', { energyRate: typed })} /> : energyRate === null ? none : energyRateText(energyRate)}</dd>
      <dt>An hour of support costs</dt>
      <dd>{editable ? <NumberCell label="Pounds for an hour of support" value={supportHourPence} words={pounds} read={readPounds} placeholder={none} save={async (typed) => void await run('money.set', { supportHourPence: typed })} /> : supportHourPence === null ? none : pounds(supportHourPence)}</dd>
      <dt>An hour of a user’s time costs</dt>
      <dd>{editable ? <NumberCell label="Pounds for an hour of a user’s time" value={selfSupportHourPence} words={pounds} read={readPounds} placeholder={none} save={async (typed) => void await run('money.set', { selfSupportHourPence: typed })} /> : selfSupportHourPence === null ? none : pounds(selfSupportHourPence)}</dd>
    </dl>
  );
}
