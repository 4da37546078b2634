import { useMemo, useState } from 'react';
import { approvalOf } from '../../planning/budget/approval.ts';
import { movedInto } from '../../planning/budget/allocation.ts';
import { dividedAsPlanned, enteredIn } from '../../planning/budget/enter.ts';
import { mayHold } from '../../planning/budget/may-hold.ts';
import { fundNamed } from '../../planning/budget/fund.ts';
import { placeName } from '../../planning/budget/place-name.ts';
import { budgetMatrix, type BudgetRow } from '../../planning/budget/matrix.ts';
import { formatExact, formatPounds, sumOf } from '../../planning/money.ts';
import { BASE_SCENARIO_ID } from '../../planning/scenarios/scenario.ts';
import { COST_CATEGORIES, SPEND_NATURES, type Pence } from '../../planning/vocabulary.ts';
import { usePlan } from '../lib/plan.tsx';
import { typedBudget } from '../lib/typed-figures.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { useEnter, type Entry } from './use-entering.ts';

type DivideDialogProps = { /** What no code has yet: of one fund, or by fund inside. */ readonly row: BudgetRow; readonly onClose: () => void };

/** What can be divided: a fund's money of a year. */
type Heap = { readonly fundKey: string; readonly at: number; readonly year: number; readonly label: string; readonly pence: Pence };

const written = (pence: Pence): string => formatPounds(pence, { symbol: false, pence: pence % 100 !== 0 });

function useHeaps(row: BudgetRow): readonly Heap[] {
  const { forecast: { years }, savedSnapshot: { finance }, scenario } = usePlan();
  return useMemo(() => {
    const settled = (year: number): boolean => scenario.id === BASE_SCENARIO_ID && approvalOf(finance, year) !== null;
    const funds = row.children.length === 0 ? [row] : row.children;
    return years.flatMap(({ year, label }, at) => (settled(year) ? [] : funds.flatMap(({ fundKey, cells }): Heap[] => {
      const pence = cells[at]?.allocated ?? 0;
      return fundKey === null || pence <= 0 ? [] : [{ fundKey, at, year, label, pence }];
    })));
  }, [row, years, finance, scenario.id]);
}

/** Divides what a fund has in a year among its codes; what is not given to any stays undivided. */
export function DivideDialog({ row, onClose }: DivideDialogProps) {
  const { savedSnapshot: snapshot, savedForecast } = usePlan();
  const enter = useEnter();
  const heaps = useHeaps(row);
  const [chosen, setChosen] = useState(0);
  const heap = heaps[chosen];
  const places = useMemo(() => (heap === undefined ? [] : SPEND_NATURES.flatMap((nature) => COST_CATEGORIES
    .filter((costCategory) => mayHold(fundNamed(snapshot.funds, heap.fundKey), costCategory, nature))
    .map((costCategory) => ({ fundKey: heap.fundKey, costCategory, nature })))), [snapshot.funds, heap]);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  if (heap === undefined) {
    return (
      <Dialog opened onClose={onClose} title="Divide by code" actions={<Button onClick={onClose}>Close</Button>}>
        The years that have undivided money are approved, so it goes to a code by moving money. A year that is reopened can be divided.
      </Dialog>
    );
  }
  const keyOf = ({ costCategory, nature }: (typeof places)[number]): string => `${costCategory} ${nature}`;
  const read = places.map((place) => ({ place, typed: typedBudget(typed[keyOf(place)] ?? '') }));
  const given = sumOf(read.map((each) => ('figure' in each.typed ? each.typed.figure ?? 0 : 0)));
  const rest = heap.pence - given;
  const unread = read.some((each) => 'problem' in each.typed);
  const asPlanned = (): void => {
    const matrix = budgetMatrix(snapshot, savedForecast, { nature: 'all', vat: snapshot.finance.profile.vatRecoverable ? 'net' : 'gross', by: 'fund' });
    setTyped(Object.fromEntries(dividedAsPlanned(matrix, heap.fundKey, heap.at, heap.pence)
      .map(({ place: { costCategory, nature }, pence }) => [`${costCategory} ${nature}`, written(pence)])));
  };
  const divide = async (): Promise<void> => {
    const { year, fundKey } = heap;
    const shares = read.flatMap(({ place, typed: one }): Entry[] => {
      if (!('figure' in one) || one.figure === null || one.figure === 0) return [];
      return [{ year, place, pence: (enteredIn(snapshot, place, year) ?? 0) + one.figure }];
    });
    const undivided = { fundKey, costCategory: null, nature: null };
    const left = rest - movedInto(snapshot, undivided, year);
    if (await enter([...shares, { year, place: undivided, pence: left === 0 ? null : left }])) onClose();
  };
  return (
    <Dialog
      opened onClose={onClose} title="Divide by code" width={560}
      actions={(
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" disabled={unread || rest < 0 || given === 0} onClick={() => void divide()}>Divide {formatPounds(given)}</Button>
        </>
      )}
    >
      <div className="divide-form">
        <SelectField
          label="Which money" value={String(chosen)} onChange={(event) => { setChosen(Number(event.target.value)); setTyped({}); }}
          options={heaps.map(({ fundKey, label, pence }, at) => ({ value: String(at), label: `${fundNamed(snapshot.funds, fundKey).name}, ${label}: ${formatExact(pence)}` }))}
        />
        <Button small onClick={asPlanned}>Fill in as the plan spends it</Button>
        <div className="divide-fields">
          {read.map(({ place, typed: one }) => (
            <TextField
              key={keyOf(place)} label={`${placeName(snapshot, { ...place, fundKey: heap.fundKey }, heap.year)}, £`} inputMode="decimal"
              value={typed[keyOf(place)] ?? ''} problem={'problem' in one ? one.problem : null}
              onChange={(event) => setTyped((before) => ({ ...before, [keyOf(place)]: event.target.value }))}
            />
          ))}
        </div>
        <p aria-live="polite" className={rest < 0 ? 'c-over' : undefined}>
          {rest < 0 ? `That is ${formatExact(-rest)} more than there is.` : `${formatExact(rest)} stays undivided.`}
        </p>
      </div>
    </Dialog>
  );
}
