import { useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { boughtWords } from '../../planning/quality/assumed.ts';
import type { Twice } from '../../planning/quality/duplicates.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { fundName } from '../../planning/budget/fund.ts';
import { STATUS_WORDS } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/field.tsx';
import { assetName } from './twice-section.tsx';

/** Columns of one comparison; a larger group is mended a few rows at a time. */
const MOST_COMPARED = 5;

type Named = readonly { readonly id: number; readonly name: string }[];
const nameIn = (list: Named, id: number | null): string | null => list.find((each) => each.id === id)?.name ?? null;

/** The facts of a row in the order in which people tell things apart. */
const FACTS: readonly (readonly [name: string, read: (asset: Asset, plan: PlanSnapshot) => string | null])[] = [
  ['What it is', (asset) => asset.description],
  ['Tag', (asset) => asset.tag],
  ['Serial number', (asset) => asset.serial],
  ['Room', (asset, plan) => nameIn(plan.locations, asset.locationId)],
  ['How many', (asset) => formatCount(asset.quantity)],
  ['Status', (asset) => STATUS_WORDS[asset.status]],
  ['Bought', (asset) => boughtWords(asset)],
  ['Paid', (asset) => (asset.unitPaidPence === null ? null : formatPounds(asset.unitPaidPence, { pence: asset.unitPaidPence % 100 !== 0 }))],
  ['Order', (asset) => asset.orderNumber],
  ['Supplier', (asset, plan) => nameIn(plan.suppliers, asset.supplierId)],
  ['Warranty ends', (asset) => (asset.coverEnd === null ? null : formatDate(asset.coverEnd))],
  ['Who it serves', (asset, plan) => nameIn(plan.departments, asset.departmentId)],
  ['Fund', (asset, plan) => (asset.fundKey === null ? null : fundName(plan.funds, asset.fundKey))],
  ['From', (asset) => asset.source],
  ['Notes', (asset) => asset.notes],
];

/** Rows that look the same side by side: keep one, which takes what it lacks from the others, or keep all for good. */
export function CompareDialog({ group, onClose }: { readonly group: Twice; readonly onClose: () => void }) {
  const { savedSnapshot, editable } = usePlan();
  const run = useCommand();
  const [reason, setReason] = useState('');
  const compared = group.assets.slice(0, MOST_COMPARED);
  const keepOne = async (keep: Asset): Promise<void> => {
    const remove = compared.flatMap(({ id }) => (id === keep.id ? [] : [id]));
    if (await run('register.keepOne', { keep: keep.id, remove, reason: reason.trim() || `Listed twice: ${group.why}` }) !== null) onClose();
  };
  const keepAll = async (): Promise<void> => {
    if (await run('quality.settle', { finding: 'twice', keys: [group.key], reason: reason.trim() || null }) !== null) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={`Twice, perhaps: ${group.why}`} width={Math.min(980, 260 + compared.length * 220)}>
      <div className="compare-scroll">
        <table className="l compare">
          <thead>
            <tr><th scope="col"><span className="vh">Field</span></th>{compared.map((asset) => <th key={asset.id} scope="col">{assetName(asset)}</th>)}</tr>
          </thead>
          <tbody>
            {FACTS.map(([name, read]) => {
              const values = compared.map((asset) => read(asset, savedSnapshot));
              if (values.every((value) => value === null)) return null;
              const differ = new Set(values).size > 1;
              return (
                <tr key={name} className={differ ? 'differ' : undefined}>
                  <th scope="row">{name}{differ && <span className="vh">, which differs</span>}</th>
                  {values.map((value, at) => <td key={compared[at]?.id}>{value ?? <span className="q">not known</span>}</td>)}
                </tr>
              );
            })}
          </tbody>
          {editable && (
            <tfoot>
              <tr><th scope="row"><span className="vh">Keep</span></th>{compared.map((asset) => (
                <td key={asset.id}><Button small aria-label={`Keep only this one: ${assetName(asset)}`} onClick={() => void keepOne(asset)}>Keep only this one</Button></td>
              ))}</tr>
            </tfoot>
          )}
        </table>
      </div>
      {group.assets.length > compared.length && <p className="q2">The first {compared.length} of {formatCount(group.assets.length)}.</p>}
      <p className="q2 compare-note">The one that is kept takes what it lacks from the other{compared.length > 2 ? 's' : ''}. Undo brings everything back.</p>
      {editable && (
        <div className="compare-acts">
          <TextField label="Reason (goes in the history)" value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <Button onClick={() => void keepAll()}>Keep {compared.length === 2 ? 'both' : 'all'}: they are different things</Button>
        </div>
      )}
    </Dialog>
  );
}
