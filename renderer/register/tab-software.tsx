import { CircleHelp, PanelRight, PencilLine, Plus, Trash2 } from 'lucide-react';
import { useMemo } from 'react';
import { financialYearLabel, financialYearOf } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { softwareSentence } from '../../planning/sentences/agreements.ts';
import { listOf } from '../../planning/words.ts';
import { useCommand, useCommandsTogether } from '../lib/commands.tsx';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { Note } from '../parts/note.tsx';
import type { MenuEntry } from './list/list-menu.tsx';
import { ListPanel } from './list/list-panel.tsx';
import { ListSheet } from './list/list-sheet.tsx';
import { quickFilter, useListGrid } from './list/list-view.ts';
import { useAskedToAdd } from './list/use-asked-to-add.ts';
import { useListPanel } from './list/use-list-panel.ts';
import { useRowEdits } from './list/use-row-edits.ts';
import { TabActions, useTabSentence } from './register-head.tsx';
import { softwareColumns } from './software/software-columns.tsx';
import type { SoftwareSet } from './software/software-columns.tsx';
import { SoftwareForm } from './software/software-form.tsx';
import { SoftwarePanel } from './software/software-panel.tsx';
import type { SoftwareTask } from './software/software-panel.tsx';
import { softwareInRegister, softwareRows } from './software/software-rows.ts';
import type { SoftwareRow } from './software/software-rows.ts';

const one = (): number => 1;
const SEARCHED = { search: ({ title, supplier, departments }: SoftwareRow) => [title.name, title.publisher, title.version, title.reference, title.notes, supplier, ...departments], codes: [] };
const QUICK = [
  quickFilter<SoftwareRow>('Renews or ends soon', ({ state }) => state === 'Notice due' || state === 'Renews soon' || state === 'Ends soon'),
  quickFilter<SoftwareRow>('Lost support', ({ lostSupport, supportDecision }) => lostSupport && supportDecision === null),
  quickFilter<SoftwareRow>('Not on every computer', ({ readiness }) => readiness !== null && readiness.tooSmall > 0),
];

/** Software that an import of licences put among the kit, with the way to make titles of it. */
function InRegister() {
  const { snapshot, editable } = usePlan();
  const run = useCommand();
  const rows = useMemo(() => softwareInRegister(snapshot), [snapshot]);
  if (rows.length === 0) return null;
  const named = rows.length <= 3 ? listOf(rows.map(({ description }) => description)) : `${rows.slice(0, 3).map(({ description }) => description).join(', ')} and ${formatCount(rows.length - 3)} more`;
  return (
    <div className="list-note">
      <Note
        tone="info" title={`${formatCount(rows.length)} ${rows.length === 1 ? 'row' : 'rows'} of the register ${rows.length === 1 ? 'is' : 'are'} software:`}
        actions={editable && <Button small onClick={() => void run('software.fromRegister', { assetIds: rows.map(({ id }) => id) })}>Make {rows.length === 1 ? 'a title of it' : 'titles of them'}</Button>}
      >
        {named}. As titles they have seats, a renewal and needs, and leave the list of kit.
      </Note>
    </div>
  );
}

/** Software and subscriptions: what each costs, when it renews, what it needs, and whether it is still supported. */
export function SoftwareTab() {
  const { snapshot, forecast, asOf, editable } = usePlan();
  const together = useCommandsTogether();
  const asked = useAskedToAdd();
  useTabSentence(useMemo(() => softwareSentence(snapshot, asOf), [snapshot, asOf]));
  const rows = useMemo(() => softwareRows(snapshot, forecast), [snapshot, forecast]);
  const columns = useMemo(() => softwareColumns({
    yearOf: (date) => financialYearLabel(financialYearOf(date, snapshot.school.yearStartMonth), snapshot.school.yearStartMonth),
    planYears: forecast.years.length, suppliers: snapshot.suppliers.map(({ name }) => name),
  }), [snapshot, forecast.years.length]);
  const grid = useListGrid<SoftwareRow, SoftwareSet>({ area: 'software', rows, columns, searched: SEARCHED, itemsOf: one });
  const { current, task, adding, show, setTask, add, added } = useListPanel<SoftwareRow, SoftwareSet, SoftwareTask>(grid, asked && editable);
  const editing = useRowEdits<SoftwareRow, SoftwareSet>(
    (send, { id }, set) => send('software.edit', { id, set }),
    (changes, edits) => `Change ${changes === 1 ? edits[0]?.row?.title.name ?? 'a title' : `${formatCount(changes)} titles`}`,
  );
  useShortcuts(editable ? [{ keys: 'Alt+N', does: 'Add software', run: add, inFields: true }] : []);
  const remove = (meant: readonly SoftwareRow[]): void => {
    void together(async (send) => {
      for (const { id } of meant) if (!await send('software.remove', { id })) return;
    }, () => (meant.length === 1 ? `Remove the software ${meant[0]?.title.name}` : `Remove ${formatCount(meant.length)} titles of software`));
  };
  const menuOf = (row: SoftwareRow, meant: readonly SoftwareRow[]): readonly (readonly MenuEntry[])[] => [
    [{ words: 'Show in the panel', icon: <PanelRight aria-hidden="true" />, keys: 'Enter', run: () => show(row) }],
    !editable ? [] : [
      { words: 'Edit', icon: <PencilLine aria-hidden="true" />, run: () => show(row, 'edit') },
      ...(row.end === null || !row.current ? [] : [{ words: 'Decide about its end', icon: <CircleHelp aria-hidden="true" />, run: () => show(row, 'decide') }]),
      ...(row.lostSupport ? [{ words: 'Decide about its support', icon: <CircleHelp aria-hidden="true" />, run: () => show(row, 'decide_support') }] : []),
    ],
    !editable ? [] : [{ words: meant.length > 1 ? `Remove ${formatCount(meant.length)} titles` : 'Remove', icon: <Trash2 aria-hidden="true" />, keys: 'Del', run: () => remove(meant) }],
  ];
  const shown = grid.shown.filter(({ current: runs }) => runs);
  const sum = (read: (row: SoftwareRow) => number | null): string => formatPounds(shown.reduce((total, row) => total + (read(row) ?? 0), 0));
  const unknown = shown.filter(({ yearlyPence }) => yearlyPence === null).length;
  const panel = adding ? (
    <ListPanel over="New" title="A title of software" onClose={() => show(null)}><SoftwareForm title={null} onDone={added} /></ListPanel>
  ) : current !== null && <SoftwarePanel row={current} task={task} onTask={setTask} onClose={() => show(null)} onRemove={() => remove([current])} />;
  return (
    <>
      {editable && <TabActions><Button variant="filled" icon={<Plus aria-hidden="true" />} onClick={add}>Add software</Button></TabActions>}
      {rows.length === 0 && !adding ? (
        <>
          <InRegister />
          <div className="page-body">
            <EmptyState underTitle title="No software yet" action={editable && <Button onClick={add}>Add software</Button>}>
              Titles and subscriptions with what they cost, when they renew and what they need. Kitplan says which computers are too small for them, and when their support ends.
            </EmptyState>
          </div>
        </>
      ) : (
        <ListSheet
          grid={grid} label="Software and subscriptions" what="the software" placeholder="Find a title, publisher" nameOf={({ title }) => title.name} firstFilter="state"
          groups={['use', 'publisher', 'supplier', 'driver', 'state']} quick={QUICK} editing={editing} current={current} onCurrent={show} panel={panel} menuOf={menuOf}
          onRemove={editable ? remove : null} above={<InRegister />}
          sums={[{ column: 'yearly', words: (group) => formatPounds(group.reduce((total, row) => total + (row.current ? row.yearlyPence ?? 0 : 0), 0)) }]}
        >
          {unknown > 0 && <span className="c-warn">{formatCount(unknown)} without an amount</span>}
          {(unknown === 0 || shown.length > unknown) && <span>A year <b className="num">{sum(({ yearlyPence }) => yearlyPence)}</b></span>}
          {(unknown === 0 || shown.length > unknown) && <span>{forecast.years.length} years <b className="num">{sum(({ planPence }) => planPence)}</b></span>}
        </ListSheet>
      )}
    </>
  );
}
