import { useCallback, useMemo, useState, type ClipboardEvent } from 'react';
import { approvalOf, budgetProblem } from '../../planning/budget/approval.ts';
import { enteredIn, entryFor, placeToEnter } from '../../planning/budget/enter.ts';
import type { Place } from '../../planning/budget/finance.ts';
import type { BudgetMatrix, BudgetRow } from '../../planning/budget/matrix.ts';
import { formatCount } from '../../planning/money.ts';
import type { PlanChange } from '../../planning/scenarios/change.ts';
import { BASE_SCENARIO_ID } from '../../planning/scenarios/scenario.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { readClipboard } from '../grid/clipboard.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { typedBudget } from '../lib/typed-figures.ts';
import { readCell, type AmountProblem, type CellName, type Entering, type Typing } from './budget-context.tsx';
import { amountsFrom } from './budget-keys.ts';

/** An amount of one place as it is to be entered; null takes it away. */
export type Entry = { readonly year: number; readonly place: Place; readonly pence: Pence | null };

const changeOf = ({ year, place: { fundKey, costCategory, nature }, pence }: Entry): PlanChange =>
  ({ kind: 'budget', year, fundKey, ...(costCategory === null || nature === null ? {} : { costCategory, nature }), pence });

/** Enters amounts as one change: of the plan's own budget, or of the scenario that is open. False where that was refused. */
export function useEnter(): (entries: readonly Entry[]) => Promise<boolean> {
  const command = useCommand();
  const { scenario: { id: scenarioId } } = usePlan();
  return useCallback(async (entries) => {
    const [only] = entries;
    if (only === undefined) return true;
    const answer = entries.length === 1 && scenarioId === BASE_SCENARIO_ID
      ? await command('budget.set', { year: only.year, ...only.place, pence: only.pence })
      : await command('scenario.change', { scenarioId, changes: entries.map((entry) => ({ change: changeOf(entry), reason: null })) });
    return answer !== null;
  }, [command, scenarioId]);
}

const rowsWithin = (rows: readonly BudgetRow[]): readonly BudgetRow[] => rows.flatMap((row) => [row, ...rowsWithin(row.children)]);

type Worked = { readonly entry: Entry } | { readonly problem: string; readonly moveInstead: boolean };

/** What a budget knows of an amount that somebody wants to enter. */
type Reading = {
  readonly placeAt: (name: string) => { readonly place: Place; readonly year: number } | null;
  /** What an amount comes to as an entry, or why it cannot be one. */
  readonly work: (name: string, text: string) => Worked;
  readonly can: (row: BudgetRow, year: number) => boolean;
  /** Why nothing can be entered there but by a virement: the year is approved. Null where it can. */
  readonly approvedAt: (at: { readonly place: Place; readonly year: number }) => string | null;
};

/** How amounts are read against the plan, or the scenario that is open. */
function useReading(matrix: BudgetMatrix): Reading {
  // What is entered is the plan's own or the scenario's, not what a what-if makes of it.
  const { savedSnapshot: snapshot, scenario } = usePlan();
  const rows = useMemo(() => new Map(rowsWithin(matrix.rows).map((row) => [row.key, row])), [matrix]);
  const isBase = scenario.id === BASE_SCENARIO_ID;

  const placeAt = useCallback((name: string): { readonly place: Place; readonly year: number } | null => {
    const cell = readCell(name);
    const row = cell === null ? undefined : rows.get(cell.key);
    const year = cell === null ? undefined : matrix.years[cell.year];
    const place = row === undefined || cell === null ? null : placeToEnter(snapshot, row, cell.year);
    return place === null || year === undefined ? null : { place, year: year.year };
  }, [rows, matrix.years, snapshot]);

  const work = useCallback((name: string, text: string): Worked => {
    const at = placeAt(name);
    const typed = typedBudget(text);
    if (at === null) return { problem: 'Several funds have money here: open the row and type each.', moveInstead: false };
    if ('problem' in typed) return { problem: typed.problem, moveInstead: false };
    const entered = entryFor(snapshot, at.place, at.year, typed.figure);
    if ('problem' in entered) return { ...entered, moveInstead: false };
    const entry = { ...at, pence: entered.pence };
    const against = isBase ? budgetProblem(snapshot, entry) : null;
    return against === null ? { entry } : { problem: against.text, moveInstead: approvalOf(snapshot.finance, at.year) !== null };
  }, [placeAt, snapshot, isBase]);

  const can = useCallback((row: BudgetRow, year: number): boolean => {
    const named = matrix.years[year]?.year;
    return named !== undefined && placeToEnter(snapshot, row, year) !== null && !(isBase && approvalOf(snapshot.finance, named) !== null);
  }, [matrix.years, snapshot, isBase]);

  const approvedAt = useCallback((at: { readonly place: Place; readonly year: number }): string | null =>
    (isBase && approvalOf(snapshot.finance, at.year) !== null ? budgetProblem(snapshot, { ...at, pence: null })?.text ?? null : null), [snapshot, isBase]);

  return useMemo(() => ({ placeAt, work, can, approvedAt }), [placeAt, work, can, approvedAt]);
}

/** What is typed into the amounts of a budget, one by one or many copied from a spreadsheet; null while it can only be read. */
export function useEntering(matrix: BudgetMatrix): { readonly entering: Entering | null; readonly onPaste: (event: ClipboardEvent) => void } {
  const { savedSnapshot: snapshot, changeable } = usePlan();
  const { placeAt, work, can, approvedAt } = useReading(matrix);
  const enter = useEnter();
  const [typing, setTyping] = useState<Typing | null>(null);
  const [problem, setProblem] = useState<AmountProblem | null>(null);

  const begin = useCallback((name: CellName, text: string): void => {
    const at = placeAt(name);
    const approved = at === null ? null : approvedAt(at);
    if (approved !== null) {
      setProblem({ name, text: approved, moveInstead: true });
      return;
    }
    setProblem(at === null ? { name, text: 'Several funds have money here: open the row and type each.', moveInstead: false } : null);
    if (at !== null) setTyping({ name, text });
  }, [placeAt, approvedAt]);

  const keep = useCallback((): boolean => {
    if (typing === null) return true;
    const worked = work(typing.name, typing.text);
    if ('problem' in worked) {
      setProblem({ name: typing.name, text: worked.problem, moveInstead: worked.moveInstead });
      return false;
    }
    setTyping(null);
    setProblem(null);
    const { year, place, pence } = worked.entry;
    if (enteredIn(snapshot, place, year) !== pence) void enter([worked.entry]);
    return true;
  }, [typing, work, snapshot, enter]);

  const onPaste = useCallback((event: ClipboardEvent): void => {
    const control = event.target;
    const text = event.clipboardData.getData('text/plain');
    const name = control instanceof HTMLElement ? control.getAttribute('data-cell') : null;
    const isOne = control instanceof HTMLInputElement && !/[\t\n]/.test(text.trim());
    if (!(control instanceof HTMLElement) || name === null || isOne || placeAt(name) === null || !changeable) return;
    event.preventDefault();
    const pasted = pastedOver(amountsFrom(control), readClipboard(text), work);
    if ('problem' in pasted) setProblem({ name: name as CellName, ...pasted });
    else {
      setTyping(null);
      setProblem(null);
      void enter(pasted.entries);
    }
  }, [placeAt, work, enter, changeable]);

  const entering = useMemo((): Entering | null => (!changeable ? null : {
    typing, problem, begin, keep, can,
    write: (text) => setTyping((before) => (before === null ? null : { ...before, text })),
    cancel: () => {
      setTyping(null);
      setProblem(null);
    },
  }), [changeable, typing, problem, begin, keep, can]);
  return { entering, onPaste };
}

/** What was copied laid over the amounts from one of them on; all of it or, with the reason, nothing. Empty cells change nothing. */
function pastedOver(
  amounts: readonly (readonly string[])[], copied: readonly (readonly string[])[], work: (name: string, text: string) => Worked,
): { readonly entries: readonly Entry[] } | { readonly text: string; readonly moveInstead: boolean } & { readonly problem: true } {
  const nothing = (text: string, moveInstead = false) => ({ problem: true, text: `${text} Nothing was entered.`, moveInstead } as const);
  if (copied.length > amounts.length) return nothing(`${formatCount(copied.length)} rows were copied, and there are ${formatCount(amounts.length)} from here down.`);
  const entries: Entry[] = [];
  for (const [row, cells] of copied.entries()) {
    for (const [column, text] of cells.entries()) {
      if (text.trim() === '') continue;
      const name = amounts[row]?.[column];
      if (name === undefined) return nothing(`More columns were copied than there are years from here on.`);
      const worked = work(name, text);
      if ('problem' in worked) return nothing(`“${text}” in row ${row + 1} of what was copied: ${worked.problem}`, worked.moveInstead);
      entries.push(worked.entry);
    }
  }
  return { entries };
}
