import { useState } from 'react';
import { lossCostSteps, policiesCostSteps } from '../../planning/policies/cost-steps.ts';
import type { PolicyRow, PolicyTable as Table } from '../../planning/policies/rows.ts';
import { formatCount, formatRate } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { PolicyCost } from './policy-cost.tsx';
import { PolicyLine, type PanelPart } from './policy-cells.tsx';

type TableProps = {
  readonly table: Table;
  /** The same of the saved plan: the same object where no what-if is on. */
  readonly saved: Table;
  readonly years: number;
  readonly chosen: string | null;
  readonly onOpen: (row: PolicyRow, part: PanelPart) => void;
};

const everyRow = ({ rows }: Table): readonly PolicyRow[] => rows.flatMap((row) => [row, ...row.children]);

/** A cell that has nothing to say. */
const Blank = ({ column }: { readonly column?: string }) => <td className={column}>{''}</td>;

function LossesLine({ table: { losses }, saved }: Pick<TableProps, 'table' | 'saved'>) {
  const { forecast } = usePlan();
  return (
    <tr className="losses b">
      <th scope="row">Losses and breakages</th>
      <td className="num">{losses.items === 0 ? '' : formatCount(losses.items)}</td>
      <Blank />
      <td className="q2 losses-note col-binds"><span>{losses.bp === null ? 'None is assumed until a kind has a rate' : 'Kinds with a rate, replaced as they are lost'}</span></td>
      <Blank column="col-upgrade" /><Blank /><Blank column="col-dated" />
      <td className="num">{losses.bp === null ? <span className="q2">none</span> : formatRate(losses.bp)}</td>
      <td className="num col-record">{losses.bp === null ? '' : losses.record.lossBp === null ? <span className="q2">too few</span> : formatRate(losses.record.lossBp)}</td>
      <td className="num col-record">{losses.bp === null ? '' : formatCount(losses.record.events)}</td>
      <td className="num"><PolicyCost pence={losses.pence} was={saved.losses.pence} why={() => lossCostSteps(forecast)} /></td>
    </tr>
  );
}

/** Every kind in use with its policy; models and items that have their own under their kind. */
export function PolicyTable({ table, saved, years, chosen, onOpen }: TableProps) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const before = new Map(everyRow(saved).map((row) => [row.key, row.pence]));
  const toggle = (key: string): void => setFolded((now) => (now.has(key) ? new Set([...now].filter((each) => each !== key)) : new Set([...now, key])));
  const line = (row: PolicyRow, within: boolean) => (
    <PolicyLine
      key={row.key} row={row} savedPence={before.get(row.key) ?? null} chosen={row.key === chosen} within={within}
      opened={row.children.length === 0 ? null : folded.has(row.key)} onToggle={() => toggle(row.key)} onOpen={(part) => onOpen(row, part)}
    />
  );
  const count = table.rows.length;
  return (
    <div className="policy-scroll">
      <table className="l policy-table">
        <caption className="vh">Policies by kind of kit</caption>
        <thead>
          <tr>
            <th scope="col">Kind</th><th scope="col" className="num">In use</th><th scope="col" className="num">Kept, years</th><th scope="col" className="col-binds">What binds</th>
            <th scope="col" className="col-upgrade">Mid-life upgrade</th><th scope="col" className="num">Price, £</th><th scope="col" className="col-dated">Price dated, from</th>
            <th scope="col" className="num">Loss a year</th><th scope="col" className="num col-record">Your record</th><th scope="col" className="num col-record">Events</th>
            <th scope="col" className="num" title="What is still to come, without running costs">{years === 1 ? '1 year' : `${years} years`}, £</th>
          </tr>
        </thead>
        <tbody>
          {table.rows.flatMap((row) => [line(row, false), ...(folded.has(row.key) ? row.children.map((child) => line(child, true)) : [])])}
          <LossesLine table={table} saved={saved} />
        </tbody>
        <tfoot>
          <tr className="tot">
            <th scope="row">{count === 1 ? 'The one kind' : `All ${formatCount(count)} kinds`}</th>
            <td className="num">{formatCount(table.items)}</td><Blank /><Blank column="col-binds" /><Blank column="col-upgrade" /><Blank /><Blank column="col-dated" /><Blank />
            <Blank column="col-record" /><Blank column="col-record" /><td className="num"><PolicyCost pence={table.pence} was={saved.pence} why={() => policiesCostSteps(table)} /></td>
          </tr>
        </tfoot>
      </table>
      <p className="policy-note q2">
        Your record counts what was lost, stolen or broken, for each item and year in use. Under five events a rate says little, so it is not offered as a policy.
      </p>
    </div>
  );
}
