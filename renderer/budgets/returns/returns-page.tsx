import '../budgets.css';
import './returns.css';
import { ClipboardCopy, Printer } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { BudgetView } from '../../../planning/budget/matrix.ts';
import { ownReturn, RETURN_NAMES, returnNote, returnSentence } from '../../../planning/budget/return-sentence.ts';
import { returnTable, type ReturnKind } from '../../../planning/budget/returns.ts';
import { PrintedTitle } from '../../parts/printed-margins.tsx';
import { putOnClipboard } from '../../grid/put-on-clipboard.ts';
import { useMessages } from '../../lib/commands.tsx';
import { useNavigation } from '../../lib/navigation.tsx';
import { usePageActions } from '../../lib/page-actions.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Segmented } from '../../parts/segmented.tsx';
import { returnBlock } from './return-block.ts';
import { ReturnLines } from './return-lines.tsx';

const KINDS = [{ value: 'bfr', words: RETURN_NAMES.bfr }, { value: 'cfr', words: 'CFR, by financial year' }] as const;
const VAT = [{ value: 'net', words: 'Net of VAT' }, { value: 'gross', words: 'With VAT' }] as const;
const AMOUNTS = [{ value: 'pounds', words: 'Whole pounds' }, { value: 'pence', words: 'Pounds and pence' }] as const;

/** The plan in the columns of the returns that schools make, ready to be copied into them. */
export function ReturnsPage() {
  const { snapshot, asOf, forecast } = usePlan();
  const { go } = useNavigation();
  const { tell } = useMessages();
  const own = ownReturn(snapshot, asOf);
  const [chosen, setKind] = useState<ReturnKind | null>(null);
  const [vat, setVat] = useState<BudgetView['vat']>(snapshot.finance.profile.vatRecoverable ? 'net' : 'gross');
  const [amounts, setAmounts] = useState<(typeof AMOUNTS)[number]['value']>('pounds');
  const kind = chosen ?? own;
  const years = forecast.years.length;
  const table = useMemo(() => returnTable(snapshot, kind, { asOf, years, vat }), [snapshot, kind, asOf, years, vat]);
  const sentence = useMemo(() => returnSentence(snapshot, table, asOf), [snapshot, table, asOf]);
  const copy = (): void => {
    putOnClipboard(returnBlock(table, amounts === 'pence'));
    tell({ kind: 'done', back: null, steps: 0, text: `The ${table.rows.length} lines and their total are copied: paste them into Excel` });
  };
  usePageActions(() => [
    { text: 'Copy the return for Excel', icon: ClipboardCopy, run: copy, hint: 'Returns', alsoCalled: 'BFR CFR clipboard' },
    { text: 'Print the return', icon: Printer, run: () => window.setTimeout(() => window.print()), hint: 'Returns' },
  ]);
  return (
    <>
      <PageHead
        title="Returns" sentence={sentence.parts}
        actions={(
          <>
            <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print this page</Button>
            <Button variant="filled" icon={<ClipboardCopy aria-hidden="true" />} onClick={copy}>Copy for Excel</Button>
          </>
        )}
      />
      <div className="page-body returns">
        <div className="budget-switches">
          <Segmented legend="Which return" choices={KINDS} value={kind} onChange={setKind} />
          <Segmented legend="What things cost" choices={VAT} value={vat} onChange={setVat} />
          <Segmented legend="How amounts are shown" choices={AMOUNTS} value={amounts} onChange={setAmounts} />
        </div>
        <h2 className="vh">{RETURN_NAMES[kind]}</h2>
        <ReturnLines table={table} withPence={amounts === 'pence'} />
        <div className="budget-notes">
          <p>{returnNote(table)}</p>
          <p className="return-links">
            {kind === 'bfr' ? <Button variant="link" small onClick={() => go('settings', { part: 'money' })}>Fill in the numbers of lines</Button> : null}
            <Button variant="link" small onClick={() => go('budgets')}>Show the budget</Button>
          </p>
        </div>
        <p className="printed-note">{amounts === 'pence' ? 'In pounds and pence' : 'In whole pounds'}, {vat === 'net' ? 'net of VAT' : 'with VAT'}.</p>
        <PrintedTitle title={RETURN_NAMES[kind]} />
      </div>
    </>
  );
}
