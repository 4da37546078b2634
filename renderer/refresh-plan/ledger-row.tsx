import { ChevronDown, ChevronRight, EllipsisVertical } from 'lucide-react';
import { memo, useMemo, type ReactNode } from 'react';
import type { LedgerCell, LedgerRow } from '../../planning/ledger.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { firstReplacedIn } from '../../planning/orders/draft.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { NotAll } from '../chart/planned-figure.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Tag } from '../parts/tag.tsx';
import { useLedger, type CellName } from './ledger-context.tsx';
import { beginsYear, canBeMoved, cellChanged, cellFigure, isPartlyPriced, looksTheSame, type PairedRow } from './ledger-view.ts';
import { CellMarks, RowMarks } from './mark-signs.tsx';

type FigureProps = {
  readonly cell: LedgerCell;
  readonly saved: LedgerCell | undefined;
  /** Whether a year begins with it, where years are cut into terms. */
  readonly begins: boolean;
  /** Its name where it can be dragged to another year; else undefined. */
  readonly drag: CellName | undefined;
  readonly children: ReactNode;
};

/** What a changed figure was, struck through: the number of items where that changed and has its place, else the money. */
function Before({ cell, saved, tight }: { readonly cell: LedgerCell; readonly saved: LedgerCell; readonly tight: boolean }) {
  if (!tight && cell.quantity !== saved.quantity) {
    return <>{saved.quantity > 0 ? <s>{formatCount(saved.quantity)}</s> : null}{cell.quantity > 0 ? formatCount(cell.quantity) : null}</>;
  }
  return saved.lines === 0 ? null : <s>{cellFigure(saved)}</s>;
}

/** A figure of the ledger: the number of items in grey at the left, the money at the right. */
function FigureCell({ cell, saved, begins, drag, children }: FigureProps) {
  const { standing: { tight } } = useLedger();
  const changed = cellChanged(cell, saved);
  const quantity = tight || cell.quantity === 0 ? null : formatCount(cell.quantity);
  return (
    <td className={`num${changed ? ' whatif' : ''}${begins ? ' begins' : ''}`}>
      <span className="cell" {...(drag === undefined ? {} : { draggable: true, 'data-drag': drag })}>
        <span className="qty">{changed && saved !== undefined ? <Before cell={cell} saved={saved} tight={tight} /> : quantity}</span>
        <span className="pence">
          {children}
          <NotAll unpriced={isPartlyPriced(cell) ? cell.unpriced : 0} />
        </span>
        <CellMarks cell={cell} most={tight ? 1 : 2} />
        {changed ? <span className="vh">, was {saved === undefined || saved.lines === 0 ? 'nothing' : `${cellFigure(saved)} for ${formatCount(saved.quantity)}`}</span> : null}
      </span>
    </td>
  );
}

type ShowThemProps = { readonly assetIds: readonly number[]; readonly quantity: number; /** null for the sum over all years. */ readonly index: number | null; readonly row: LedgerRow };

/** The way from a figure to another year, to the register rows behind it, and to an order for those that fall due in it. */
function ShowThem({ assetIds, quantity, index, row }: ShowThemProps) {
  const { go } = useNavigation();
  const { columns, acts, setAsked } = useLedger();
  const { forecast, editable } = usePlan();
  const year = index === null ? null : columns[index]?.yearIndex ?? null;
  const due = useMemo(() => (editable ? firstReplacedIn(forecast, assetIds, year) : []), [editable, forecast, assetIds, year]);
  const move = (): void => {
    setAsked(null);
    acts?.move(row, index, { by: 1 });
  };
  if (assetIds.length === 0) return null;
  const words = quantity > 1 ? `Show the ${formatCount(quantity)}` : 'Show it in the register';
  return (
    <>
      {due.length > 0 && acts !== null && <Button small onClick={move}>Move to another year</Button>}
      {due.length > 0 && <Button small onClick={() => go('orders', { draft: { assetIds: due } })}>{due.length > 1 || quantity > 1 ? 'Order these' : 'Order it'}</Button>}
      <Button variant="link" small onClick={() => go('register', { filter: { ids: assetIds } })}>{words}</Button>
    </>
  );
}

type AskableProps = { readonly pair: PairedRow; readonly cell: LedgerCell; /** The column; null for the sum over all. */ readonly index: number | null };

/** A figure that can be asked why; a dash cannot. */
function Askable({ pair: { now }, cell, index }: AskableProps) {
  const { asked, setAsked, stop, answer } = useLedger();
  if (cell.lines === 0) return <>{cellFigure(cell)}</>;
  const name: CellName = `${now.key}:${index ?? 'total'}`;
  const isAsked = asked === name;
  const answered = isAsked ? answer(now, index) : null;
  return (
    <AskedFigure
      name={name} asked={isAsked} onAsk={() => setAsked(name)} onClose={() => setAsked(null)} tabIndex={stop === name ? 0 : -1}
      title={answered?.title ?? ''} why={() => answered?.steps ?? []}
      actions={answered === null ? undefined : <ShowThem row={now} assetIds={answered.assetIds} quantity={answered.items} index={index} />}
    >
      {cellFigure(cell)}
    </AskedFigure>
  );
}

function RowTotal({ pair }: { readonly pair: PairedRow }) {
  const { now, saved } = pair;
  const changed = cellChanged(now.total, saved?.total);
  return (
    <td className={changed ? 'num whatif sum' : 'num sum'}>
      {changed && saved !== null && saved.total.lines > 0 ? <><s>{cellFigure(saved.total)}</s>{' '}</> : null}
      <span className="pence">
        <Askable pair={pair} cell={now.total} index={null} />
        <NotAll unpriced={isPartlyPriced(now.total) ? now.total.unpriced : 0} />
      </span>
      {changed ? <span className="vh">, was {saved === null ? 'nothing' : formatPounds(saved.total.pence)}</span> : null}
    </td>
  );
}

type RowProps = {
  readonly pair: PairedRow;
  readonly level: number;
  /** null where the row has none inside it. */
  readonly open: boolean | null;
  /** `5 years, was 4` for a kind whose life is being tried out. */
  readonly tag: string | null;
};

function RowName({ pair, open }: Pick<RowProps, 'pair' | 'open'>) {
  const { toggle, stop } = useLedger();
  const { go } = useNavigation();
  const { key, name, kind, assetId } = pair.now;
  const cellName: CellName = `${key}:name`;
  const shared = { 'data-cell': cellName, tabIndex: stop === cellName ? 0 : -1 };
  if (open !== null) {
    const Chevron = open ? ChevronDown : ChevronRight;
    return (
      <button type="button" className="row-name" aria-expanded={open} onClick={() => toggle(key)} {...shared}>
        <Chevron className="lucide s" aria-hidden="true" /><span className="text">{name}</span>
      </button>
    );
  }
  if (kind === 'asset' && assetId !== null) {
    return (
      <button type="button" className="row-name asset" title="Show it in the register" onClick={() => go('register', { assetId })} {...shared}>
        <span className="text">{name}</span>
      </button>
    );
  }
  return <span className="row-name"><span className="text">{name}</span></span>;
}

/** What can be done with a row's kit. By keys Shift+F10 on any of its figures does the same, so Tab passes it over. */
function MenuButton({ row }: { readonly row: LedgerRow }) {
  const { acts } = useLedger();
  if (acts === null || !canBeMoved(row)) return null;
  return (
    <button
      type="button" className="row-menu" tabIndex={-1} aria-haspopup="menu" aria-label={`What can be done with ${row.name}`} title="What can be done"
      onClick={({ currentTarget }) => {
        const { left, bottom } = currentTarget.getBoundingClientRect();
        acts.menu(row, null, { x: left, y: bottom });
      }}
    >
      <EllipsisVertical className="lucide s" aria-hidden="true" />
    </button>
  );
}

const sameRow = (a: RowProps, b: RowProps): boolean => a.level === b.level && a.open === b.open && a.tag === b.tag
  && looksTheSame(a.pair.now, b.pair.now) && looksTheSame(a.pair.saved, b.pair.saved);

/** One row of the plan: its name, a figure a column, and their sum. */
export const LedgerLine = memo(function LedgerLine({ pair, level, open, tag }: RowProps) {
  const { acts, rowMarks, columns } = useLedger();
  const { now } = pair;
  const movable = acts !== null && canBeMoved(now);
  return (
    <tr aria-level={level} aria-expanded={open ?? undefined} className={`level-${level}${open === true ? ' opened' : ''}`}>
      <th scope="row">
        <span className="row-head"><RowName pair={pair} open={open} />{tag === null ? null : <Tag tone="info">{tag}</Tag>}<MenuButton row={now} /></span>
        {now.kind === 'asset' ? <RowMarks marks={rowMarks(now)} /> : null}
      </th>
      {now.cells.map((cell, index) => (
        <FigureCell key={index} cell={cell} saved={pair.saved?.cells[index]} begins={beginsYear(columns, index)} drag={movable && cell.quantity > 0 ? `${now.key}:${index}` : undefined}><Askable pair={pair} cell={cell} index={index} /></FigureCell>
      ))}
      <RowTotal pair={pair} />
    </tr>
  );
}, sameRow);
