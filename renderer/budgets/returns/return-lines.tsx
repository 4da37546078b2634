import { useState } from 'react';
import { explainReturn, yearOfColumn, type ReturnRow, type ReturnTable } from '../../../planning/budget/returns.ts';
import { formatExact, formatPounds } from '../../../planning/money.ts';
import type { Pence } from '../../../planning/vocabulary.ts';
import { AskedFigure } from '../../chart/asked-figure.tsx';
import { usePlan } from '../../lib/plan.tsx';
import { CellLinks } from '../cell-links.tsx';
import { useCellKeys } from '../use-cell-keys.ts';

type ReturnLinesProps = { readonly table: ReturnTable; readonly withPence: boolean };

/** The years over the columns of a budget forecast return: each stands over as many of its columns as follow one another. */
function yearSpans({ kind, columns }: ReturnTable): readonly { readonly label: string; readonly span: number; readonly at: number }[] {
  const spans: { label: string; span: number; at: number }[] = [];
  columns.forEach((column, at) => {
    const label = yearOfColumn(kind, column);
    const last = spans.at(-1);
    if (last?.label === label && column.months < 12) last.span += 1;
    else spans.push({ label, span: 1, at });
  });
  return spans;
}

/** A return line by line, each amount with its reasons; under the total what is shown once more. */
export function ReturnLines({ table, withPence }: ReturnLinesProps) {
  const { kind, columns, rows, total, memo } = table;
  const [asked, setAsked] = useState<string | null>(null);
  const { focused, onFocus, onKeyDown } = useCellKeys();
  const stop = focused ?? 'total:0';
  const shown = (pence: Pence): string => formatPounds(pence, { symbol: false, pence: withPence });
  const begins = (at: number): string => (kind === 'bfr' && at > 0 && (at % 2 === 0 || at > 5) ? ' begins' : '');
  const figures = (row: ReturnRow | null, amounts: readonly Pence[]) => amounts.map((pence, at) => {
    const own = `${row === null ? 'total' : `${row.costCategory}/${row.nature}`}:${at}`;
    return <td key={own} className={`num${pence === 0 ? ' nought' : ''}${begins(at)}`}><Amount table={table} row={row} at={at} pence={pence} own={own} asked={asked} onAsk={setAsked} stop={stop}>{shown(pence)}</Amount></td>;
  });
  return (
    <table className="l return-table" role="grid" aria-label={kind === 'bfr' ? 'Budget forecast return' : 'Consistent financial reporting'} onFocus={onFocus} onKeyDown={onKeyDown}>
      <thead>
        {kind === 'bfr' ? <tr className="years"><th colSpan={2} aria-hidden="true" />{yearSpans(table).map(({ label, span, at }) => <th key={at} scope="colgroup" colSpan={span} className={`of-year${begins(at)}`}><b>{label}</b></th>)}</tr> : null}
        <tr><th scope="col">{kind === 'bfr' ? 'Line' : 'Code'}</th><th scope="col">Category, £</th>{columns.map(({ label }, at) => <th key={label} scope="col" className={`num${begins(at)}`}>{label}</th>)}</tr>
      </thead>
      <tbody>{rows.map((row) => <tr key={`${row.costCategory}/${row.nature}`}><td className="line-number">{row.number ?? <span className="vh">no number filled in</span>}</td><th scope="row">{row.name}</th>{figures(row, row.pence)}</tr>)}</tbody>
      <tfoot>
        <tr className="all"><th scope="row" colSpan={2}>All ICT</th>{figures(null, total)}</tr>
        {memo.map(({ code, name, pence }) => (
          <tr key={code} className="memo"><td className="line-number">{code}</td><th scope="row">{name.replace(`${code} `, '')}, not in the total</th>{pence.map((each, at) => <td key={at} className={`num${begins(at)}`}>{shown(each)}</td>)}</tr>
        ))}
      </tfoot>
    </table>
  );
}

type AmountProps = {
  readonly table: ReturnTable;
  readonly row: ReturnRow | null;
  readonly at: number;
  readonly pence: Pence;
  readonly own: string;
  readonly asked: string | null;
  readonly onAsk: (name: string | null) => void;
  readonly stop: string;
  readonly children: string;
};

function Amount({ table, row, at, pence, own, asked, onAsk, stop, children }: AmountProps) {
  const { snapshot } = usePlan();
  const reasons = asked === own ? explainReturn(snapshot, table, row, at) : null;
  return (
    <AskedFigure
      name={own} asked={asked === own} onAsk={() => onAsk(own)} onClose={() => onAsk(null)} tabIndex={stop === own ? 0 : -1}
      title={`Why ${formatExact(pence)} for ${row === null ? 'all ICT' : row.name} in ${table.columns[at]?.label ?? ''}?`}
      why={() => (reasons === null || reasons.steps.length > 0 ? reasons?.steps ?? [] : [{ text: 'Nothing of this is bought, charged or expected in these months.' }])}
      actions={reasons === null ? undefined : <CellLinks reasons={reasons} />}
    >
      {children}
    </AskedFigure>
  );
}
