import { List, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { financialYearLabel, financialYearOf } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { upkeepSentence } from '../../planning/sentences/upkeep.ts';
import { consumables } from '../../planning/upkeep/consumables.ts';
import { ownRecord } from '../../planning/upkeep/record.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { ConsumablesTable } from './ledger/consumables-table.tsx';
import './ledger/ledger.css';
import { ledgerColumns } from './ledger/ledger-columns.tsx';
import type { LedgerSet } from './ledger/ledger-columns.tsx';
import { ledgerRows } from './ledger/ledger-rows.ts';
import type { LedgerRow } from './ledger/ledger-rows.ts';
import { LossTable } from './ledger/loss-table.tsx';
import { QuickEntry } from './ledger/quick-entry.tsx';
import type { MenuEntry } from './list/list-menu.tsx';
import { ListSheet } from './list/list-sheet.tsx';
import { quickFilter, useListGrid } from './list/list-view.ts';
import { useRowEdits } from './list/use-row-edits.ts';
import { useAskedToAdd } from './list/use-asked-to-add.ts';
import { useTabSentence } from './register-head.tsx';

const one = (): number => 1;
const SEARCHED = { search: ({ name, kit, what, group, tag, entry }: LedgerRow) => [name, kit, what, group, tag, entry.notes], codes: [({ tag }: LedgerRow) => tag] };
const QUICK = [
  quickFilter<LedgerRow>('Lost, broken or repaired', ({ entry }) => entry.kind !== 'bought' && entry.kind !== 'used'),
  quickFilter<LedgerRow>('Bought or used', ({ entry }) => entry.kind === 'bought' || entry.kind === 'used'),
];
const nothing = (): void => undefined;

/** Consumables and losses: the record, what it comes to, and what of it the plan counts with. */
export function LedgerTab() {
  const { snapshot, asOf, editable, application: { today, settings: { role } } } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const askedFor = useAskedToAdd();
  // The first entry brings the list, and another line to write in with it: the focus goes on there.
  const [begun, setBegun] = useState(false);
  const asked = askedFor || begun;
  const [since, setSince] = useState<IsoDate | null>(null);
  useTabSentence(useMemo(() => upkeepSentence(snapshot, asOf), [snapshot, asOf]));
  const rows = useMemo(() => ledgerRows(snapshot), [snapshot]);
  const record = useMemo(() => ownRecord(snapshot, asOf, since), [snapshot, asOf, since]);
  const groups = useMemo(() => consumables(snapshot.ledger, asOf), [snapshot.ledger, asOf]);
  const items = useMemo(() => [...new Set(snapshot.ledger.flatMap(({ item }) => item ?? []))].toSorted(), [snapshot.ledger]);
  const columns = useMemo(() => ledgerColumns({
    categories: snapshot.categories, items, today, tags: role !== 'slt',
    yearOf: (date) => financialYearLabel(financialYearOf(date, snapshot.school.yearStartMonth), snapshot.school.yearStartMonth),
  }), [snapshot.categories, snapshot.school.yearStartMonth, items, today, role]);
  const grid = useListGrid<LedgerRow, LedgerSet>({ area: 'ledger', rows, columns, searched: SEARCHED, itemsOf: one });
  const editing = useRowEdits<LedgerRow, LedgerSet>(
    (send, { id }, set) => send('ledger.edit', { id, set }),
    (changes) => `Change ${changes === 1 ? 'an entry' : `${formatCount(changes)} entries`} of the ledger`,
  );
  const remove = (meant: readonly LedgerRow[]): void => void run('ledger.remove', { ids: meant.map(({ id }) => id) });
  const menuOf = ({ entry }: LedgerRow, meant: readonly LedgerRow[]): readonly (readonly MenuEntry[])[] => [
    entry.assetId === null ? [] : [{ words: 'Show the asset', icon: <List aria-hidden="true" />, run: () => go('register', { assetId: entry.assetId ?? 0 }) }],
    !editable ? [] : [{ words: meant.length > 1 ? `Remove ${formatCount(meant.length)} entries` : 'Remove', icon: <Trash2 aria-hidden="true" />, keys: 'Del', run: () => remove(meant) }],
  ];
  const pence = grid.shown.reduce((sum, { entry }) => sum + (entry.pence ?? 0), 0);
  const unpriced = grid.shown.filter(({ entry }) => entry.pence === null && entry.kind !== 'used').length;
  if (rows.length === 0) {
    return (
      <>
        {editable && <QuickEntry items={items} asked={asked} onWrite={() => setBegun(true)} />}
        <div className="page-body">
          <EmptyState underTitle title="Nothing written down yet">
            What is bought, used up, lost, broken and repaired, a line to each. After a few of them the record says how many items a year to plan for, and how long the stock lasts.
          </EmptyState>
        </div>
      </>
    );
  }
  return (
    <ListSheet
      grid={grid} label="Consumables and losses" what="the ledger" placeholder={role === 'slt' ? 'Find an item, a note' : 'Find an item, a tag, a note'} nameOf={({ name }) => name} firstFilter="what"
      groups={['what', 'kit', 'group', 'item']} quick={QUICK} editing={editing} current={null} onCurrent={nothing} panel={null} menuOf={menuOf}
      onRemove={editable ? remove : null}
      above={(
        <>
          <div className="ledger-above"><LossTable record={record} since={since} onSince={setSince} /><ConsumablesTable groups={groups} /></div>
          {editable && <QuickEntry items={items} asked={asked} />}
        </>
      )}
    >
      {unpriced > 0 && <span className="c-warn">{formatCount(unpriced)} without an amount</span>}
      {(unpriced === 0 || pence > 0) && <span>In all <b className="num">{formatPounds(pence)}</b></span>}
    </ListSheet>
  );
}
