import type { ReactNode } from 'react';
import { formatLongDate } from '../../../planning/calendar.ts';
import { countsOf } from '../../../planning/agreements/driver.ts';
import { paymentWords, yearlySum } from '../../../planning/agreements/payment.ts';
import { formatCount, formatExact, formatPounds, formatRate } from '../../../planning/money.ts';
import { EXPIRY_DECISION_WORDS } from '../../../planning/vocabulary.ts';
import { itemCount } from '../../../planning/words.ts';
import { useNavigation } from '../../lib/navigation.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { Section } from '../../parts/section.tsx';
import { CostReasons } from '../list/cost-reasons.tsx';
import { DecideForm } from '../list/decide-form.tsx';
import { AGREEMENT_DECISIONS, LET_IT_END } from '../list/decisions.ts';
import { FactList, ListPanel } from '../list/list-panel.tsx';
import { ContractForm } from './contract-form.tsx';
import { CoverForm } from './cover-form.tsx';
import type { CoverRow } from './cover-rows.ts';
import { COVER_DECISIONS, endsOf } from './cover-decisions.ts';
import { KitChooser } from './kit-chooser.tsx';

/** What the panel is doing besides showing the row. */
export type CoverTask = 'edit' | 'extend' | 'add' | 'decide' | 'kit';

type CoverPanelProps = {
  readonly row: CoverRow;
  readonly task: CoverTask | null;
  readonly onTask: (task: CoverTask | null) => void;
  readonly onRemove: () => void;
  readonly onClose: () => void;
};

/** A contract or a lot of warranties: its terms, its kit, what was decided, and what can be done about it. */
export function CoverPanel({ row, task, onTask, onRemove, onClose }: CoverPanelProps) {
  const { editable, asOf } = usePlan();
  const done = (): void => onTask(null);
  const { contract, lot } = row;
  const ends = endsOf(row, asOf);
  return (
    <ListPanel over={row.kind} title={row.name} facts={row.says} onClose={onClose} actions={editable && task === null && <Acts row={row} onTask={onTask} onRemove={onRemove} />}>
      {task === 'edit' && contract !== null && <ContractForm key={row.id} contract={contract} onDone={done} />}
      {task === 'edit' && lot !== null && <CoverForm key={row.id} how="change" lot={lot} assetIds={lot.assetIds} onDone={done} />}
      {(task === 'extend' || task === 'add') && lot !== null && <CoverForm key={row.id} how={task} lot={lot} assetIds={lot.assetIds} onDone={done} />}
      {task === 'decide' && (
        <DecideForm
          key={row.id} what={row.name} ends={ends} onDone={done} choices={contract === null ? COVER_DECISIONS : AGREEMENT_DECISIONS}
          {...(contract === null ? {} : { hint: LET_IT_END })}
        />
      )}
      {task === 'kit' && contract !== null && <KitChooser contract={contract} onClose={done} />}
      {row.decision !== null && (
        <Section title="Decided">
          <p>{EXPIRY_DECISION_WORDS[row.decision.decision]}: {row.decision.reason}</p>
        </Section>
      )}
      {contract === null ? <LotFacts row={row} /> : <ContractFacts row={row} />}
      <KitSection row={row} onKit={editable && contract !== null && (task === null || task === 'kit') ? () => onTask('kit') : null} />
    </ListPanel>
  );
}

function Acts({ row, onTask, onRemove }: { readonly row: CoverRow; readonly onTask: (task: CoverTask) => void; readonly onRemove: () => void }) {
  if (row.lot?.kind === 'unknown') {
    return <><Button small onClick={() => onTask('add')}>Add cover</Button><Button small onClick={() => onTask('decide')}>Decide</Button></>;
  }
  return (
    <>
      <Button small onClick={() => onTask('edit')}>Edit</Button>
      {row.lot !== null && <Button small onClick={() => onTask('extend')}>Extend</Button>}
      {row.end !== null && <Button small onClick={() => onTask('decide')}>Decide</Button>}
      <Button small onClick={onRemove}>Remove</Button>
    </>
  );
}

const fact = (name: string, value: ReactNode | null) => (value === null ? null : { name, value });
const dayFact = (name: string, date: string | null) => fact(name, date === null ? null : formatLongDate(date));

function ContractFacts({ row }: { readonly row: CoverRow }) {
  const { snapshot, forecast } = usePlan();
  const { contract } = row;
  if (contract === null) return null;
  return (
    <>
      <Section title="Terms">
        <FactList facts={[
          fact('Supplier', row.supplier), fact('Reference', row.reference), dayFact('Starts', contract.start), dayFact('Ends', row.end), dayFact('Notice by', row.notice),
          fact('Covers hardware', contract.coversHardware ? 'Yes, until it ends' : null), fact('Notes', contract.notes),
        ]}
        />
      </Section>
      <Section title="Cost">
        <FactList facts={[
          fact('Price', paymentWords(contract, countsOf(snapshot))), fact('A year', yearlySum(contract, countsOf(snapshot)) === null || row.yearlyPence === null ? null : formatExact(row.yearlyPence)),
          fact('Rise a year', contract.riseBp === null ? null : formatRate(contract.riseBp)),
          fact(`${forecast.years.length} years`, row.planPence === null ? 'not known' : formatPounds(row.planPence)),
        ]}
        />
        <CostReasons agreementId={contract.id} />
      </Section>
    </>
  );
}

function LotFacts({ row }: { readonly row: CoverRow }) {
  const { lot } = row;
  if (lot === null || lot.kind === 'unknown') return null;
  const all = lot.costPence === null ? null : `${formatExact(lot.costPence)} each, ${formatPounds(lot.costPence * lot.quantity)} in all`;
  return (
    <Section title="Period">
      <FactList facts={[
        dayFact('Starts', row.start), dayFact('Ends', row.end), fact('Supplier', row.supplier), fact('Reference', row.reference), fact('Cost', all),
        fact('Goes on', lot.extended === 0 ? null : `${itemCount(lot.extended)} covered longer by another period or contract`),
      ]}
      />
    </Section>
  );
}

function KitSection({ row, onKit }: { readonly row: CoverRow; readonly onKit: (() => void) | null }) {
  const { go } = useNavigation();
  const { uncovered, items, inService, assetIds } = row;
  return (
    <Section title="Kit" link={onKit !== null && <Button variant="link" small onClick={onKit}>Choose kit</Button>}>
      <p>{items === 0 ? 'It is about no kit in particular.' : `${itemCount(items)}, ${inService === items ? 'all' : formatCount(inService)} in use.`}</p>
      {uncovered.quantity > 0 && (
        <p className="c-over">
          {itemCount(uncovered.quantity)} in use {uncovered.quantity === 1 ? 'is' : 'are'} out of cover
          {uncovered.unpriced < uncovered.quantity && <> and would cost {formatPounds(uncovered.replacementPence)} to replace today</>}
          {uncovered.unpriced > 0 && <>; {formatCount(uncovered.unpriced)} {uncovered.unpriced === 1 ? 'has' : 'have'} no price</>}.
        </p>
      )}
      {items > 0 && <p><Button variant="link" onClick={() => go('register', { filter: { ids: assetIds } })}>Show {items === 1 ? 'it' : 'them'} in the register</Button></p>}
    </Section>
  );
}
