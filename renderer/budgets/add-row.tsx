import { Plus } from 'lucide-react';
import { useState } from 'react';
import { budgetProblem } from '../../planning/budget/approval.ts';
import { movedInto } from '../../planning/budget/allocation.ts';
import { enteredIn } from '../../planning/budget/enter.ts';
import { fundNamed, usualFund } from '../../planning/budget/fund.ts';
import type { BudgetMatrix } from '../../planning/budget/matrix.ts';
import { mayHold } from '../../planning/budget/may-hold.ts';
import { placeName } from '../../planning/budget/place-name.ts';
import { COST_CATEGORIES, SPEND_NATURES } from '../../planning/vocabulary.ts';
import { fundOptions } from '../lib/fund-options.ts';
import { usePlan } from '../lib/plan.tsx';
import { typedBudget } from '../lib/typed-figures.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { useEnter } from './use-entering.ts';

const UNDIVIDED = 'undivided';

/** Money of a code and fund that has no row yet: devolved formula capital, a grant, pupil premium. */
export function AddRow({ matrix }: { readonly matrix: BudgetMatrix }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button variant="link" small icon={<Plus className="lucide s" aria-hidden="true" />} onClick={() => setOpened(true)}>Add money of another code or fund</Button>
      {opened ? <AddDialog matrix={matrix} onClose={() => setOpened(false)} /> : null}
    </>
  );
}

function AddDialog({ matrix: { years }, onClose }: { readonly matrix: BudgetMatrix; readonly onClose: () => void }) {
  const { savedSnapshot: snapshot } = usePlan();
  const enter = useEnter();
  const [fundKey, setFund] = useState(snapshot.funds.find(({ usual }) => !usual)?.key ?? usualFund(snapshot.funds).key);
  const [code, setCode] = useState(UNDIVIDED);
  const [at, setAt] = useState(0);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const year = years[at]?.year ?? 0;
  const codes = SPEND_NATURES.flatMap((nature) => COST_CATEGORIES.filter((costCategory) => mayHold(fundNamed(snapshot.funds, fundKey), costCategory, nature))
    .map((costCategory) => ({ value: `${costCategory} ${nature}`, costCategory, nature, label: placeName(snapshot, { fundKey: usualFund(snapshot.funds).key, costCategory, nature }, year) })));
  const chosen = codes.find(({ value }) => value === code);
  const place = { fundKey, costCategory: chosen?.costCategory ?? null, nature: chosen?.nature ?? null };
  const typed = typedBudget(text);
  const there = enteredIn(snapshot, place, year);
  const problem = 'problem' in typed ? typed.problem
    : typed.figure === null ? 'Write an amount in pounds, such as 14,000.'
      : there !== null ? 'It has a row already: type over its amount there.'
        : budgetProblem(snapshot, { year, place, pence: typed.figure - movedInto(snapshot, place, year) })?.text ?? null;
  const add = async (): Promise<void> => {
    setTried(true);
    if (problem !== null || 'problem' in typed) return;
    if (await enter([{ year, place, pence: typed.figure }])) onClose();
  };
  return (
    <Dialog
      opened onClose={onClose} title="Add money of another code or fund"
      actions={<><Button onClick={onClose}>Cancel</Button><Button variant="filled" onClick={() => void add()}>Add it</Button></>}
    >
      <form className="divide-form" onSubmit={(event) => { event.preventDefault(); void add(); }}>
        <SelectField label="Fund" value={fundKey} onChange={(event) => setFund(event.target.value)} options={fundOptions(snapshot.funds, '').slice(1)} />
        <SelectField label="Code" value={chosen === undefined ? UNDIVIDED : code} onChange={(event) => setCode(event.target.value)} options={[{ value: UNDIVIDED, label: 'Not divided by code' }, ...codes]} />
        <SelectField label="Year" value={String(at)} onChange={(event) => setAt(Number(event.target.value))} options={years.map(({ label }, index) => ({ value: String(index), label }))} />
        <TextField label="Amount, £" inputMode="decimal" value={text} onChange={(event) => setText(event.target.value)} problem={tried ? problem : null} />
      </form>
    </Dialog>
  );
}
