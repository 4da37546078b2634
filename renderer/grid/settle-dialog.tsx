import { Check as Tick } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatCount } from '../../planning/money.ts';
import { listOf } from '../../planning/words.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Check, TextField } from '../parts/field.tsx';
import type { GridRow } from './column.ts';
import { readCells } from './edit.ts';
import type { CellProblem, GridEditing, TypedCell } from './edit.ts';
import type { Proposal } from './use-cell-editing.ts';

type SettleDialogProps<Row extends GridRow, Set extends object> = {
  readonly proposal: Proposal<Row, Set>;
  readonly editing: GridEditing<Row, Set>;
  readonly nameOf: (row: Row) => string;
  readonly onApply: (cells: readonly TypedCell<Row, Set>[]) => void;
  readonly onClose: () => void;
};

/** How many cells are listed at first, and more with each press: a list of thousands helps nobody. */
const LISTED = 50;

const count = (number: number, one: string, several = `${one}s`): string => `${formatCount(number)} ${number === 1 ? one : several}`;

const keyOfCell = <Row extends GridRow, Set>({ row, added, column }: TypedCell<Row, Set>): string => `${row?.id ?? `new ${added}`} ${column.key}`;

const WHAT: Readonly<Record<Proposal<GridRow, object>['how'], string>> = { edit: 'Change', paste: 'Paste', fill: 'Fill down', clear: 'Clear' };

/** Left out, or another text than the one that could not be read. */
type Settled = { readonly leave: boolean; readonly text: string };

type CellLineProps<Row extends GridRow, Set> = {
  readonly problem: CellProblem<Row, Set>;
  readonly name: string;
  readonly settled: Settled | undefined;
  /** The sentence about the text as it is now; null once it can be read. */
  readonly message: string | null;
  readonly onSettle: (settled: Settled) => void;
  /** The focus starts at the first. */
  readonly first: boolean;
};

function CellLine<Row extends GridRow, Set>({ problem: { cell }, name, settled, message, onSettle, first }: CellLineProps<Row, Set>) {
  const now = settled ?? { leave: false, text: cell.text };
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{cell.column.heading}</td>
      <td>
        <TextField
          {...(first ? { 'data-autofocus': true } : {})}
          label={`${cell.column.heading} of ${name}`} hideLabel small value={now.text} disabled={now.leave}
          problem={now.leave ? null : message} onChange={(event) => onSettle({ leave: false, text: event.currentTarget.value })}
        />
        {!now.leave && message === null && <p className="state"><Tick className="lucide s" aria-hidden="true" />Can be read now</p>}
      </td>
      <td><Check checked={now.leave} onChange={(event) => onSettle({ ...now, leave: event.currentTarget.checked })}>Leave out</Check></td>
    </tr>
  );
}

/**
 * Nothing is changed until every cell that cannot be read is mended here or left out; then all of it is one change.
 * It also asks before rows are added, and says what of the clipboard found no place.
 */
export function SettleDialog<Row extends GridRow, Set extends object>({ proposal, editing, nameOf, onApply, onClose }: SettleDialogProps<Row, Set>) {
  const { how, cells, added, addedRows, cutColumns, above } = proposal;
  const [settled, setSettled] = useState<ReadonlyMap<string, Settled>>(new Map());
  const [adding, setAdding] = useState(editing.newRow !== undefined && addedRows > 0);
  const [listed, setListed] = useState(LISTED);
  const wanted = useMemo(() => [...cells, ...(adding ? added : [])], [cells, added, adding]);
  const problems = useMemo(() => {
    const first = readCells(wanted, editing, above).problems;
    return [...new Map(first.map((problem) => [keyOfCell(problem.cell), problem])).values()];
  }, [wanted, editing, above]);
  const mended = useMemo(() => wanted.flatMap((cell) => {
    const own = settled.get(keyOfCell(cell));
    return own === undefined ? [cell] : own.leave ? [] : [{ ...cell, text: own.text }];
  }), [wanted, settled]);
  const read = useMemo(() => readCells(mended, editing, above), [mended, editing, above]);
  const messages = new Map(read.problems.map(({ cell, message }) => [keyOfCell(cell), message]));
  const nameOfCell = ({ row, added: number }: TypedCell<Row, Set>): string => (row === null ? `New row ${number}` : nameOf(row));
  const leaveAll = (): void => setSettled(new Map([
    ...settled, ...problems.filter(({ cell }) => messages.has(keyOfCell(cell))).map(({ cell }) => [keyOfCell(cell), { leave: true, text: cell.text }] as const),
  ]));
  const open = read.problems.length;
  const rows = read.edits.filter(({ row }) => row === null).length;
  const says = [read.changed > 0 || rows === 0 ? count(read.changed, 'cell') : '', rows > 0 ? count(rows, 'new row') : ''].filter(Boolean).join(', ');
  const act = `${WHAT[how]} ${says}`;
  return (
    <Dialog
      opened onClose={onClose} width={760} title={problems.length === 0 ? act : `${count(problems.length, 'cell')} cannot be ${how === 'clear' ? 'cleared' : 'read'}`}
      actions={(
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="filled" disabled={open > 0 || read.edits.length === 0} onClick={() => onApply(mended)}>{act}</Button>
        </>
      )}
    >
      <div className="grid-settle">
        {problems.length > 0 && <p role="status">{open === 0 ? 'Every cell is settled.' : `Nothing has been changed yet: ${count(open, 'cell')} of ${formatCount(wanted.length)} must be mended or left out first.`}</p>}
        {addedRows > 0 && (editing.newRow === undefined
          ? <p>{count(addedRows, 'row')} of the clipboard {addedRows === 1 ? 'lies' : 'lie'} below the last row and {addedRows === 1 ? 'finds' : 'find'} no place.</p>
          : <Check checked={adding} onChange={(event) => setAdding(event.currentTarget.checked)}>Add the {count(addedRows, 'row')} that {addedRows === 1 ? 'lies' : 'lie'} below the last one</Check>)}
        {cutColumns > 0 && <p>{count(cutColumns, 'column')} of the clipboard {cutColumns === 1 ? 'finds' : 'find'} no place to the right and {cutColumns === 1 ? 'is' : 'are'} left out.</p>}
        {read.passedOver.length > 0 && <p>{listOf(read.passedOver)} {read.passedOver.length === 1 ? 'is' : 'are'} worked out and cannot be pasted: {read.passedOver.length === 1 ? 'it stays as it is' : 'they stay as they are'}.</p>}
        {problems.length > 0 && (
          <>
            <div className="grid-settle-list">
              <table className="l">
                <caption className="vh">Cells that cannot be read</caption>
                <thead><tr><th scope="col">Row</th><th scope="col">Column</th><th scope="col">What was typed</th><th scope="col"><span className="vh">Leave out</span></th></tr></thead>
                <tbody>
                  {problems.slice(0, listed).map((problem, at) => {
                    const key = keyOfCell(problem.cell);
                    return (
                      <CellLine
                        key={key} first={at === 0} problem={problem} name={nameOfCell(problem.cell)} settled={settled.get(key)} message={messages.get(key) ?? null}
                        onSettle={(next) => setSettled(new Map(settled).set(key, next))}
                      />
                    );
                  })}
                </tbody>
              </table>
            </div>
            <p className="grid-settle-acts">
              {problems.length > listed && <Button variant="link" small onClick={() => setListed(listed + LISTED)}>Show {formatCount(Math.min(LISTED, problems.length - listed))} more</Button>}
              {open > 0 && <Button variant="link" small onClick={leaveAll}>Leave all {formatCount(open)} out</Button>}
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
