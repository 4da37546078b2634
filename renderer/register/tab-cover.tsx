import { CircleHelp, List, PanelRight, PencilLine, Plus, ShieldPlus, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { financialYearLabel, financialYearOf } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { coverSentence } from '../../planning/sentences/agreements.ts';
import { itemCount } from '../../planning/words.ts';
import type { GridEditing } from '../grid/edit.ts';
import { useCommandsTogether } from '../lib/commands.tsx';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ContractForm } from './cover/contract-form.tsx';
import { coverColumns } from './cover/cover-columns.tsx';
import type { CoverSet } from './cover/cover-columns.tsx';
import { COVER_DECISIONS, endsOf } from './cover/cover-decisions.ts';
import { CoverPanel } from './cover/cover-panel.tsx';
import type { CoverTask } from './cover/cover-panel.tsx';
import { coverRows, coverTotals } from './cover/cover-rows.ts';
import type { CoverRow } from './cover/cover-rows.ts';
import { removeCover, sendCoverEdits } from './cover/cover-writes.ts';
import { DecideForm } from './list/decide-form.tsx';
import { AGREEMENT_DECISIONS, LET_IT_END } from './list/decisions.ts';
import type { MenuEntry } from './list/list-menu.tsx';
import { ListPanel } from './list/list-panel.tsx';
import { ListSheet } from './list/list-sheet.tsx';
import { quickFilter, useListGrid } from './list/list-view.ts';
import { useAskedToAdd } from './list/use-asked-to-add.ts';
import { useListPanel } from './list/use-list-panel.ts';
import { TabActions, useTabSentence } from './register-head.tsx';

const one = (): number => 1;
const SEARCHED = { search: ({ name, kind, supplier, reference, decision }: CoverRow) => [name, kind, supplier, reference, decision?.reason ?? null], codes: [] };

const QUICK = [
  quickFilter<CoverRow>('Notice due', ({ state }) => state === 'Notice due'),
  quickFilter<CoverRow>('Out of cover while in use', ({ uncovered }) => uncovered.quantity > 0),
  quickFilter<CoverRow>('Ends within 90 days', ({ state }) => state === 'Ends soon'),
];

/** Warranties and contracts: what ends when, what wants notice, and what is used without cover. */
export function CoverTab() {
  const { snapshot, forecast, asOf, editable } = usePlan();
  const { go } = useNavigation();
  const together = useCommandsTogether();
  const asked = useAskedToAdd();
  useTabSentence(useMemo(() => coverSentence(snapshot, asOf), [snapshot, asOf]));
  const rows = useMemo(() => coverRows(snapshot, forecast), [snapshot, forecast]);
  const columns = useMemo(() => coverColumns({
    yearOf: (date) => financialYearLabel(financialYearOf(date, snapshot.school.yearStartMonth), snapshot.school.yearStartMonth),
    planYears: forecast.years.length, suppliers: snapshot.suppliers.map(({ name }) => name),
  }), [snapshot, forecast.years.length]);
  const grid = useListGrid<CoverRow, CoverSet>({ area: 'cover', rows, columns, searched: SEARCHED, itemsOf: one });
  const { current, task, adding, show, setTask, add, added } = useListPanel<CoverRow, CoverSet, CoverTask>(grid, asked && editable);
  useShortcuts(editable ? [{ keys: 'Alt+N', does: 'Add a contract', run: add, inFields: true }] : []);
  const remove = (meant: readonly CoverRow[]): void => {
    void together((send) => removeCover(meant, send), () => (meant.length === 1 ? `Remove ${meant[0]?.name}` : `Remove ${meant.length} rows of warranties and contracts`));
  };
  const editing: GridEditing<CoverRow, CoverSet> | null = !editable ? null : {
    apply: async (edits) => {
      let sent = true;
      await together(async (send) => { sent = await sendCoverEdits(edits, send); }, (changes) => `Change ${changes === 1 ? edits[0]?.row?.name ?? 'a row' : `${changes} rows`}`);
      return sent;
    },
  };
  const menuOf = (row: CoverRow, meant: readonly CoverRow[]): readonly (readonly MenuEntry[])[] => [
    [
      { words: 'Show in the panel', icon: <PanelRight aria-hidden="true" />, keys: 'Enter', run: () => show(row) },
      ...(row.items === 0 ? [] : [{ words: 'Show its kit in the register', icon: <List aria-hidden="true" />, run: () => go('register', { filter: { ids: row.assetIds } }) }]),
    ],
    !editable ? [] : [
      { words: row.lot?.kind === 'unknown' ? 'Add cover' : 'Edit', icon: <PencilLine aria-hidden="true" />, run: () => show(row, row.lot?.kind === 'unknown' ? 'add' : 'edit') },
      ...(row.lot === null || row.lot.kind === 'unknown' ? [] : [{ words: 'Extend the cover', icon: <ShieldPlus aria-hidden="true" />, run: () => show(row, 'extend') }]),
      ...(row.contract === null ? [] : [{ words: 'Choose the kit it is about', icon: <List aria-hidden="true" />, run: () => show(row, 'kit') }]),
      ...(endsOf(row, asOf).length === 0 ? [] : [{ words: 'Decide about its end', icon: <CircleHelp aria-hidden="true" />, run: () => show(row, 'decide') }]),
    ],
    !editable || row.lot?.kind === 'unknown' ? [] : [{
      words: meant.length > 1 ? `Remove ${meant.length} rows` : 'Remove', icon: <Trash2 aria-hidden="true" />, keys: 'Del',
      hint: 'Entered by mistake. What has run out may stay.', run: () => remove(meant),
    }],
  ];
  const totals = coverTotals(grid.shown);
  const panel = adding ? (
    <ListPanel over="New" title="A contract" onClose={() => show(null)}><ContractForm contract={null} onDone={added} /></ListPanel>
  ) : current !== null && (
    <CoverPanel
      row={current} task={task} onTask={setTask} onClose={() => show(null)} onRemove={() => remove([current])}
    />
  );
  return (
    <>
      {editable && <TabActions><Button variant="filled" icon={<Plus aria-hidden="true" />} onClick={add}>Add a contract</Button></TabActions>}
      {rows.length === 0 && !adding ? (
        <div className="page-body">
          <EmptyState underTitle title="No warranty and no contract yet" action={editable && <Button onClick={add}>Add a contract</Button>}>
            Warranties come with the kit in the register. Contracts are what the school has signed: each with its end, its notice and what it costs.
          </EmptyState>
        </div>
      ) : (
        <ListSheet
          grid={grid} label="Warranties and contracts" what="the warranties and contracts" placeholder="Find a contract, kit, supplier" nameOf={({ name }) => name}
          firstFilter="state" groups={['kind', 'supplier', 'state']} quick={QUICK} editing={editing} current={current} onCurrent={show} panel={panel}
          menuOf={menuOf} onRemove={editable ? remove : null}
          bulk={editable && grid.ticked.length > 0 && <CoverBulk rows={grid.ticked} onRemove={remove} />}
        >
          {totals.uncovered > 0 && (
            <span className="c-over">{itemCount(totals.uncovered)} out of cover, <b className="num">{formatPounds(totals.replacementPence)}</b> to replace</span>
          )}
          {totals.unknown > 0 && <span className="c-warn">{formatCount(totals.unknown)} without an amount</span>}
          {totals.contracts > totals.unknown && <span>A year <b className="num">{formatPounds(totals.yearlyPence)}</b></span>}
          {totals.contracts > totals.unknown && <span>{forecast.years.length} years <b className="num">{formatPounds(totals.planPence)}</b></span>}
        </ListSheet>
      )}
    </>
  );
}

/** What can be done with all ticked rows at once. */
function CoverBulk({ rows, onRemove }: { readonly rows: readonly CoverRow[]; readonly onRemove: (rows: readonly CoverRow[]) => void }) {
  const { asOf } = usePlan();
  const [deciding, setDeciding] = useState(false);
  const ends = rows.flatMap((row) => endsOf(row, asOf));
  const contracts = rows.every(({ contract }) => contract !== null);
  const mixed = !contracts && rows.some(({ contract }) => contract !== null);
  return (
    <div className="reg-bulk list-bulk">
      <h2>{formatCount(rows.length)} {rows.length === 1 ? 'row' : 'rows'} selected</h2>
      {deciding ? (
        <DecideForm
          what={`${rows.length} rows`} ends={ends} choices={contracts ? AGREEMENT_DECISIONS : mixed ? ['replace'] : COVER_DECISIONS} onDone={() => setDeciding(false)}
          {...(contracts ? { hint: LET_IT_END } : {})}
        />
      ) : (
        <>
          <Button disabled={ends.length === 0} onClick={() => setDeciding(true)}>Decide about their ends</Button>
          <Button onClick={() => onRemove(rows)}>Remove them</Button>
        </>
      )}
    </div>
  );
}
