import type { PolicyRow } from '../../planning/policies/rows.ts';
import { formatCount, formatRate } from '../../planning/money.ts';
import { FEWEST_EVENTS } from '../../planning/upkeep/record.ts';
import { inWords } from '../../planning/words.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { Button } from '../parts/button.tsx';
import { Check } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { FigureField } from '../parts/figure-field.tsx';
import { readLossRate } from './policy-texts.ts';
import type { PolicyEdit } from './use-policy-edit.ts';

/** The rate of the policy and the school's own, side by side: neither takes the place of the other unless somebody says so. */
export function LossesPart({ row, edit: { policy, put } }: { readonly row: PolicyRow; readonly edit: PolicyEdit }) {
  const { go } = useNavigation();
  const { record } = row;
  if (record === null) return null;
  const few = record.lossBp === null;
  return (
    <Section title="Losses and breakages" link={<Button variant="link" small onClick={() => go('register', { tab: 'ledger' })}>The ledger</Button>}>
      <div className="fields" data-part="losses">
        <FigureField
          label="Lost or broken a year" text={formatRate(policy.lossBp)} read={readLossRate} disabled={policy.lossFrom === 'record'} put={(bp) => put({ lossBp: bp ?? 0, lossFrom: 'policy' })}
        />
        <div>
          <p className="lab q2">Your record</p>
          <p>{few ? 'too few to say' : `${formatRate(record.lossBp ?? 0)} a year`}</p>
          <p className="hint q2">{formatCount(record.events)} event{record.events === 1 ? '' : 's'}, {formatCount(record.items)} item{record.items === 1 ? '' : 's'}</p>
        </div>
        <div className="wide">
          <Check checked={policy.lossFrom === 'record'} disabled={few && policy.lossFrom === 'policy'} onChange={(event) => void put({ lossFrom: event.target.checked ? 'record' : 'policy' })}>
            Go by your record
          </Check>
          {few && <p className="hint q2">A record says enough from {inWords(FEWEST_EVENTS)} events on; until then the rate beside it counts.</p>}
        </div>
      </div>
    </Section>
  );
}
