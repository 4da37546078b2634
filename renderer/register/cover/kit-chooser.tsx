import { useEffect, useMemo, useRef, useState } from 'react';
import type { Contract } from '../../../planning/agreements/agreement.ts';
import { formatCount } from '../../../planning/money.ts';
import { itemCount } from '../../../planning/words.ts';
import { useCommand } from '../../lib/commands.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { chosenOf, kitLots, lotsFitting } from './kit-lots.ts';
import type { KitFilter, KitLot } from './kit-lots.ts';

/** More lots than this are not drawn: looking for them is quicker than scrolling. All that fit can be ticked all the same. */
const MOST_DRAWN = 200;

type LotLineProps = { readonly lot: KitLot; readonly chosen: ReadonlySet<number>; readonly onToggle: (lot: KitLot) => void };

function LotLine({ lot, chosen, onToggle }: LotLineProps) {
  const state = chosenOf(lot, chosen);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = state === 'some';
  }, [state]);
  return (
    <li>
      <label className="check">
        <input ref={box} type="checkbox" checked={state === 'all'} onChange={() => onToggle(lot)} />
        <span>{lot.quantity > 1 && <b className="num">{formatCount(lot.quantity)} × </b>}{lot.description}</span>
        <span className="q2">{[lot.room, lot.department, lot.order === null ? null : `order ${lot.order}`].filter(Boolean).join(', ')}</span>
      </label>
    </li>
  );
}

type KitChooserProps = { readonly contract: Contract; readonly onClose: () => void };

/** Chooses the kit that a contract is about: lot by lot, or all that fit a search at once. */
export function KitChooser({ contract, onClose }: KitChooserProps) {
  const { snapshot } = usePlan();
  const run = useCommand();
  const before = useMemo(() => new Set(contract.assetIds), [contract.assetIds]);
  // What is under it already comes first.
  const lots = useMemo(() => kitLots(snapshot).toSorted((a, b) => Number(chosenOf(a, before) === 'none') - Number(chosenOf(b, before) === 'none')), [snapshot, before]);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(before);
  const [filter, setFilter] = useState<KitFilter>({ find: '', kind: '', department: '' });
  const fitting = useMemo(() => lotsFitting(lots, filter), [lots, filter]);
  const quantities = useMemo(() => new Map(snapshot.assets.map(({ id, quantity }) => [id, quantity])), [snapshot.assets]);
  const items = [...chosen].reduce((sum, id) => sum + (quantities.get(id) ?? 0), 0);
  const allFit = fitting.length > 0 && fitting.every((lot) => chosenOf(lot, chosen) === 'all');
  const change = (ids: readonly number[], add: boolean): void => setChosen((now) => {
    const next = new Set(now);
    for (const id of ids) {
      if (add) next.add(id);
      else next.delete(id);
    }
    return next;
  });
  const addAssetIds = [...chosen].filter((id) => !before.has(id));
  const removeAssetIds = contract.assetIds.filter((id) => !chosen.has(id));
  const save = async (): Promise<void> => {
    if (addAssetIds.length + removeAssetIds.length === 0 || await run('contract.edit', { id: contract.id, addAssetIds, removeAssetIds }) !== null) onClose();
  };
  const saves = items === 0 && before.size > 0 ? 'Take all kit off it' : items === 0 ? 'Put kit under it' : `Put ${itemCount(items)} under it`;
  const options = (words: string, names: readonly (string | null)[]) => [
    { value: '', label: words }, ...[...new Set(names.filter((name) => name !== null))].toSorted().map((name) => ({ value: name, label: name })),
  ];
  return (
    <Dialog
      opened onClose={onClose} title={`Kit under ${contract.name}`} width={680}
      actions={<><Button onClick={onClose}>Cancel</Button><Button variant="filled" disabled={items === 0 && before.size === 0} onClick={() => void save()}>{saves}</Button></>}
    >
      <div className="list-choose">
        <TextField label="Find" data-autofocus placeholder="What it is, room, tag, order" value={filter.find} onChange={(event) => setFilter({ ...filter, find: event.currentTarget.value })} />
        <SelectField label="Kind" options={options('Any kind', lots.map(({ kind }) => kind))} value={filter.kind} onChange={(event) => setFilter({ ...filter, kind: event.currentTarget.value })} />
        <SelectField label="Department" options={options('Any', lots.map(({ department }) => department))} value={filter.department} onChange={(event) => setFilter({ ...filter, department: event.currentTarget.value })} />
      </div>
      <p className="list-choose-all">
        <Button small disabled={fitting.length === 0} onClick={() => change(fitting.flatMap(({ ids }) => ids), !allFit)}>
          {allFit ? 'Take off' : 'Tick'} all {itemCount(fitting.reduce((sum, { quantity }) => sum + quantity, 0))} that fit
        </Button>
      </p>
      <ul className="list-choices" aria-label="Kit">
        {fitting.slice(0, MOST_DRAWN).map((lot) => (
          <LotLine key={lot.key} lot={lot} chosen={chosen} onToggle={(each) => change(each.ids, chosenOf(each, chosen) !== 'all')} />
        ))}
      </ul>
      {fitting.length > MOST_DRAWN && <p className="q2">{formatCount(fitting.length - MOST_DRAWN)} more lines fit. Look for fewer to see them.</p>}
      {fitting.length === 0 && <p className="q2">No kit fits.</p>}
    </Dialog>
  );
}
