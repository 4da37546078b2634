import { ClipboardPaste, FileInput, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { registerSentence } from '../../planning/sentences.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { AddKit } from './add-kit.tsx';
import { ExportMenu } from './export-menu.tsx';
import { TabActions, useTabSentence } from './register-head.tsx';
import { RegisterSheet } from './register-sheet.tsx';
import { useRegisterView } from './use-register-view.ts';
import type { RegisterFilters } from './view.ts';

/** The year that the opening sentence is about: the one shown alone, else the plan's first. */
const yearAsked = (filters: RegisterFilters, labels: readonly string[]): number => {
  const due = filters.columns.find((filter) => filter.column === 'due');
  const found = due?.kind === 'choice' ? labels.findIndex((label) => due.values.includes(label)) : -1;
  return Math.max(0, found);
};

/** The assets of the school: find them, see why they fall due, mend what is known of them. */
export function AssetsTab() {
  const { snapshot, forecast, editable } = usePlan();
  const { go } = useNavigation();
  const register = useRegisterView(usePageParams('register'));
  const [adding, setAdding] = useState(false);
  const year = yearAsked(register.grid.filters, forecast.years.map(({ label }) => label));
  useTabSentence(useMemo(() => registerSentence(snapshot, forecast, year), [snapshot, forecast, year]));
  const empty = register.grid.rows.length === 0;
  // The list declares the keys that add to it; where there is none, they are declared here.
  const add = { does: 'Add kit', run: () => setAdding(true), inFields: true };
  useShortcuts(empty && editable ? [{ keys: 'Ctrl+N', ...add }, { keys: 'Alt+N', ...add }] : []);
  const show = (assetId: number): void => register.setView((view) => ({ ...view, assetId, panel: true }));
  return (
    <>
      <TabActions>
        {!empty && <ExportMenu shown={register.grid.shown} all={register.grid.rows.length} />}
        {editable && <Button icon={<FileInput aria-hidden="true" />} onClick={() => go('import')}>Import</Button>}
        {editable && <Button icon={<ClipboardPaste aria-hidden="true" />} onClick={() => go('import', { paste: true })}>Paste from Excel</Button>}
        {editable && <Button variant="filled" icon={<Plus aria-hidden="true" />} onClick={() => setAdding(true)}>Add kit</Button>}
      </TabActions>
      {empty ? (
        <div className="page-body">
          <EmptyState underTitle title="No kit yet" action={editable && <Button onClick={() => go('import')}>Import a register</Button>}>
            The register is the list of what the school owns. From when each thing was bought, Kitplan works out when it falls due and what that costs.
          </EmptyState>
        </div>
      ) : <RegisterSheet register={register} onAdd={() => setAdding(true)} />}
      <AddKit opened={adding} onClose={() => setAdding(false)} onAdded={show} />
    </>
  );
}
