import './codes.css';
import { FileSpreadsheet, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { codesSentence } from '../../planning/budget/ledger-sentence.ts';
import { useDroppedFile } from '../lib/dropped-file.ts';
import { usePageActions } from '../lib/page-actions.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { CodesCentres } from './codes-centres.tsx';
import { CodesFile } from './codes-file.tsx';
import { CodesFunds } from './codes-funds.tsx';
import { CodesLedger } from './codes-ledger.tsx';
import { LedgerCodeDialog } from './codes-ledger-dialog.tsx';
import { SettingsList } from './settings-list.tsx';

/** The school's own ledger codes, fund codes and cost centres, brought in from its finance system and mapped once. */
export function CodesPart() {
  const { facts, editable } = useSavedPlan();
  const [file, setFile] = useState<File | null>(null);
  const [adding, setAdding] = useState(false);
  const { ledgerCodes, fundCodes, costCentres } = facts.finance;
  const isEmpty = ledgerCodes.length + fundCodes.length + costCentres.length === 0;
  const sentence = useMemo(() => codesSentence(facts), [facts]);
  const take = (chosen: File): void => { if (editable) setFile(chosen); };
  useDroppedFile({ what: 'chart of accounts', onFile: take });
  usePageActions(() => (editable ? [{ text: 'Add a ledger code', icon: Plus, run: () => setAdding(true), alsoCalled: 'nominal account' }] : []));
  const choose = (
    <FileButton variant="filled" icon={<FileSpreadsheet aria-hidden="true" />} label="Chart of accounts file" also=".xml" onFile={take}>Bring in a chart of accounts</FileButton>
  );
  const add = <Button icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>Add a code</Button>;
  return (
    <>
      <PageHead title="Settings: codes and cost centres" sentence={sentence.parts} actions={editable && file === null && !isEmpty && <>{add}{choose}</>} />
      <div className="settings-body">
        <SettingsList part="codes" />
        <div className="settings-part settings-own-codes">
          {file !== null && <CodesFile key={`${file.name} ${file.lastModified}`} file={file} onDone={() => setFile(null)} />}
          {isEmpty && file === null && (
            <EmptyState underTitle title="Your own codes" action={editable && <div className="acts">{choose}{add}</div>}>
              Bring in the chart of accounts of your finance system: the XML that FMS gives out for budget planning, or a sheet with a column of codes. It can be dropped
              on this page. Budgets are then exported under your codes, and what is booked is matched by them.
            </EmptyState>
          )}
          {!isEmpty && <CodesLedger />}
          {!isEmpty && <div className="codes-two"><CodesFunds /><CodesCentres /></div>}
        </div>
      </div>
      {adding && <LedgerCodeDialog code={null} onClose={() => setAdding(false)} />}
    </>
  );
}
