import { ArrowRightLeft, FileUp, Percent, Rows3 } from 'lucide-react';
import { useCallback, useDeferredValue, useMemo, useRef, useState } from 'react';
import { usualFund } from '../../planning/budget/fund.ts';
import { fundStandings } from '../../planning/budget/fund-standing.ts';
import { budgetMatrix, type BudgetRow } from '../../planning/budget/matrix.ts';
import { periodBudget } from '../../planning/budget/period-budget.ts';
import { periodSentence } from '../../planning/budget/period-sentence.ts';
import { codingNote, spentNote } from '../../planning/budget/notes.ts';
import { budgetSentence } from '../../planning/budget/sentence.ts';
import { usePrinting } from '../lib/use-printing.ts';
import { useApplication } from '../lib/application.tsx';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePageActions } from '../lib/page-actions.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { AddRow } from './add-row.tsx';
import { useAskedFor } from './asked-for.ts';
import { BudgetPrinted } from './budget-printed.tsx';
import { BudgetTable } from './budget-table.tsx';
import { useBudgetCalendar, useBudgetView } from './budget-view.ts';
import { DivideDialog } from './divide-dialog.tsx';
import { BudgetExport } from './export-menu.tsx';
import { FundsTable } from './funds-table.tsx';
import { LeftOut } from './left-out.tsx';
import { Bundling } from './moves/bundling.tsx';
import { ReserveSection } from './moves/reserve.tsx';
import { Unfunded } from './moves/unfunded.tsx';
import { Virements } from './moves/virements.tsx';
import { PeriodTable } from './period-table.tsx';
import { Switches } from './switches.tsx';
import './budgets.css';

/** What the table does with keys by itself, for the list of shortcuts. */
const TABLE_KEYS = [
  { keys: 'Arrow keys', does: 'Move by figure in the budget' },
  { keys: 'Right, Left on a row', does: 'Open and close it' },
  { keys: 'Enter', does: 'Why this figure; on an amount allocated, type it' },
  { keys: 'F2', does: 'Type an amount allocated' },
  { keys: 'Ctrl+V', does: 'Paste amounts copied from a spreadsheet, down the codes' },
];

/** On paper every row is open that several funds share, or another than the usual one pays. */
const openOnPaper = (rows: readonly BudgetRow[], usual: string): ReadonlySet<string> =>
  new Set(rows.filter(({ children }) => children.length > 1 || children.some(({ kind, fundKey }) => kind === 'fund' && fundKey !== usual)).map(({ key }) => key));

/** The rows that are open, by key. */
function useOpenRows(): readonly [ReadonlySet<string>, (key: string) => void] {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback((key: string): void => setOpen((before) => {
    const next = new Set(before);
    if (!next.delete(key)) next.add(key);
    return next;
  }), []);
  return [open, toggle];
}

/** Code by fund by year: what was allocated, is spent and is left; how the funds and the reserve stand. */
export function BudgetsPage() {
  const { application: { settings: { role } } } = useApplication();
  const { plan, snapshot, savedSnapshot, forecast, savedForecast, changeable, editable } = usePlan();
  const { go } = useNavigation();
  useShortcuts(TABLE_KEYS);
  const [view, setView] = useBudgetView(plan.id, role, savedSnapshot.finance.profile.vatRecoverable);
  const [calendar, setCalendar] = useBudgetCalendar();
  const [open, toggle] = useOpenRows();
  const [dividing, setDividing] = useState<BudgetRow | null>(null);
  const printing = usePrinting();
  const [moving, setMoving] = useState(false);
  const moveMoney = useCallback((): void => setMoving(true), []);
  usePageActions(() => [
    ...(editable ? [{ text: 'Move money between codes', icon: ArrowRightLeft, run: moveMoney, hint: 'Budgets', alsoCalled: 'virement' }] : []),
    { text: view.by === 'code' ? 'Show the budget by fund' : 'Show the budget by code', icon: Rows3, run: () => setView({ by: view.by === 'code' ? 'fund' : 'code' }), hint: 'Budgets' },
    { text: view.vat === 'net' ? 'Show what things cost with VAT' : 'Show what things cost net of VAT', icon: Percent, run: () => setView({ vat: view.vat === 'net' ? 'gross' : 'net' }), hint: 'Budgets' },
  ]);
  const table = useRef<HTMLTableElement>(null);
  const matrix = useMemo(() => budgetMatrix(snapshot, forecast, view), [snapshot, forecast, view]);
  const saved = useMemo(() => (snapshot === savedSnapshot ? null : budgetMatrix(savedSnapshot, savedForecast, view)), [snapshot, savedSnapshot, savedForecast, view]);
  const standings = useMemo(
    () => fundStandings(snapshot, forecast, budgetMatrix(snapshot, forecast, { nature: 'all', vat: view.vat, by: 'fund' }), 0), [snapshot, forecast, view.vat],
  );
  const calm = useDeferredValue(matrix);
  const periods = useMemo(() => (calendar === 'entered' ? null : periodBudget(snapshot, forecast, view, calendar)), [snapshot, forecast, view, calendar]);
  const sentence = useMemo(() => (periods === null ? budgetSentence(calm) : periodSentence(snapshot, periods)), [snapshot, calm, periods]);
  useAskedFor(table);
  const openYear = forecast.years[0]?.label ?? '';
  const nothing = plan.assetRows === 0 && matrix.total.every(({ forecast: pence, allocated }) => pence === 0 && allocated === null);
  return (
    <>
      <PageHead
        title="Budgets" sentence={sentence.parts}
        actions={(
          <>
            <Button onClick={() => go('returns')}>Returns</Button>
            <Button onClick={() => go('value')}>Value of kit</Button>
            <Button icon={<FileUp aria-hidden="true" />} onClick={() => go('actuals')}>Bring in actuals</Button>
            <BudgetExport vat={view.vat} filled={!nothing} />
          </>
        )}
      />
      <div className={`page-body budgets${view.vat === 'gross' ? ' with-vat' : ''}`}>
        {nothing ? (
          <EmptyState underTitle title="Nothing to pay for yet" action={<Button variant="filled" onClick={() => go('import')}>Bring in a kit list</Button>}>
            Kitplan holds each code’s budget against what the kit and the running costs in the plan come to. There are none yet; the budget can be typed below all the same.
          </EmptyState>
        ) : null}
        <div className="budget-switches">
          <Switches view={view} onChange={setView} calendar={calendar} onCalendar={setCalendar} />
          <p>{spentNote(snapshot, forecast, view)}</p>
        </div>
        {periods !== null ? <PeriodTable budget={periods} onEntered={() => setCalendar('entered')} /> : (
          <>
            <BudgetTable
              matrix={matrix} saved={saved} open={printing ? openOnPaper(matrix.rows, usualFund(snapshot.funds).key) : open} toggle={toggle}
              divide={changeable ? setDividing : null} moveMoney={editable ? moveMoney : null} table={table}
            />
            <div className="budget-notes">
              {changeable && !matrix.entered.includes(true) ? <p>Type what each code has in each year, or paste a column of amounts from Excel. Enter goes down, Tab to the next year.</p> : null}
              <p>{codingNote(snapshot, forecast)}</p>
              <LeftOut matrix={matrix} />
              {changeable ? <AddRow matrix={matrix} /> : null}
            </div>
          </>
        )}
        <Virements moving={moving} setMoving={setMoving} />
        <div className="budget-sections">
          <FundsTable label={openYear} standings={standings} vat={view.vat} />
          <ReserveSection />
        </div>
        <Unfunded />
        <Bundling />
        <BudgetPrinted view={view} />
      </div>
      {dividing === null ? null : <DivideDialog row={dividing} onClose={() => setDividing(null)} />}
    </>
  );
}
