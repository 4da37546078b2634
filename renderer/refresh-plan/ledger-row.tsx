import { ChevronDown, ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { explainCell, type CellReasons } from '../../planning/explain-ledger.ts';
import { explainRowTotal } from '../../planning/explain-totals.ts';
import type { LedgerCell } from '../../planning/ledger.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import type { WhyStep } from '../../planning/result.ts';
import { spanOf } from '../../planning/words.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Tag } from '../parts/tag.tsx';
import { cellQuestion } from './cell-question.ts';
import { useLedger, type CellName } from './ledger-context.tsx';
import { cellChanged, cellFigure, isPartlyPriced, type PairedRow } from './ledger-view.ts';

type FigureProps = { readonly cell: LedgerCell; readonly saved: LedgerCell | undefined; readonly children: ReactNode };

/** A figure of the ledger: the number of items in grey at the left, the money at the right, what it was struck through. */
function FigureCell({ cell, saved, children }: FigureProps) {
  const { standing } = useLedger();
  const changed = cellChanged(cell, saved);
  const before = saved?.quantity ?? 0;
  const sameItems = cell.quantity === before;
  return (
    <td className={changed ? 'num whatif' : 'num'}>
      <span className="cell">
        {standing.tight && !changed ? null : (
          <span className="qty">
            {changed && !sameItems && before > 0 ? <s>{formatCount(before)}</s> : null}
            {changed && sameItems && saved !== undefined && saved.lines > 0 ? <s>{cellFigure(saved)}</s> : null}
            {!standing.tight && cell.quantity > 0 && !(changed && sameItems) ? formatCount(cell.quantity) : null}
          </span>
        )}
        <span className="pence">
          {children}
          {isPartlyPriced(cell) ? <span title={`${formatCount(cell.unpriced)} without a price are not in it`}>†</span> : null}
        </span>
        {changed ? <span className="vh">, was {saved === undefined || saved.lines === 0 ? 'nothing' : `${cellFigure(saved)} for ${formatCount(before)}`}</span> : null}
      </span>
    </td>
  );
}

/** The link from a figure to the register rows behind it. */
function ShowThem({ reasons, quantity }: { readonly reasons: CellReasons; readonly quantity: number }) {
  const { go } = useNavigation();
  if (reasons.assetIds.length === 0) return null;
  const words = quantity > 1 ? `Show the ${formatCount(quantity)}` : 'Show it in the register';
  return <Button variant="link" small onClick={() => go('register', { filter: { ids: reasons.assetIds } })}>{words}</Button>;
}

function YearFigure({ pair, index }: { readonly pair: PairedRow; readonly index: number }) {
  const { snapshot, forecast, options } = usePlan();
  const { labels, asked, setAsked, stop } = useLedger();
  const { now } = pair;
  const cell = now.cells[index];
  if (cell === undefined) return null;
  const name: CellName = `${now.key}:${index}`;
  const isAsked = asked === name;
  const reasons = isAsked ? explainCell(snapshot, options, forecast, now, index) : null;
  return (
    <FigureCell cell={cell} saved={pair.saved?.cells[index]}>
      {cell.lines === 0 ? cellFigure(cell) : (
        <AskedFigure
          name={name} asked={isAsked} onAsk={() => setAsked(name)} onClose={() => setAsked(null)} tabIndex={stop === name ? 0 : -1}
          title={cellQuestion(snapshot, now, cell, labels[index] ?? '')} why={() => reasons?.steps ?? []}
          actions={reasons === null ? undefined : <ShowThem reasons={reasons} quantity={cell.quantity} />}
        >
          {cellFigure(cell)}
        </AskedFigure>
      )}
    </FigureCell>
  );
}

function RowTotal({ pair }: { readonly pair: PairedRow }) {
  const { snapshot } = usePlan();
  const { labels, asked, setAsked, stop } = useLedger();
  const { now, saved } = pair;
  const name: CellName = `${now.key}:total`;
  const why = (): readonly WhyStep[] => explainRowTotal(labels, now.cells.map((cell) => (cell.lines === 0 ? null : cell.pence)));
  const changed = cellChanged(now.total, saved?.total);
  return (
    <td className={changed ? 'num whatif sum' : 'num sum'}>
      {now.total.lines === 0 ? cellFigure(now.total) : (
        <AskedFigure
          name={name} asked={asked === name} onAsk={() => setAsked(name)} onClose={() => setAsked(null)} tabIndex={stop === name ? 0 : -1}
          title={cellQuestion(snapshot, now, now.total, `these ${labels.length} years`)} why={why}
        >
          {cellFigure(now.total)}
        </AskedFigure>
      )}
      {changed ? <span className="vh">, was {saved === null || saved === undefined ? 'nothing' : formatPounds(saved.total.pence)}</span> : null}
    </td>
  );
}

/** `5 years, was 4` beside the name of a kind whose life is being tried out. */
function LifeTag({ pair }: { readonly pair: PairedRow }) {
  const { whatIf, savedSnapshot } = usePlan();
  const { kind, categoryKey, userGroup } = pair.now;
  const change = whatIf.find((each) => each.kind === 'life' && each.categoryKey === categoryKey && each.userGroup === userGroup);
  if (kind !== 'kit' || change?.kind !== 'life') return null;
  const before = savedSnapshot.policies.find((policy) => policy.categoryKey === categoryKey && policy.userGroup === userGroup
    && policy.modelId === null && policy.assetId === null);
  const inYears = change.lifeMonths % 12 === 0 && before !== undefined && before.lifeMonths % 12 === 0;
  const was = before === undefined ? '' : `, was ${inYears ? before.lifeMonths / 12 : spanOf(before.lifeMonths)}`;
  return <Tag tone="info">{spanOf(change.lifeMonths)}{was}</Tag>;
}

type RowProps = { readonly pair: PairedRow; readonly level: number; /** null where the row has none inside it. */ readonly open: boolean | null };

function RowName({ pair, open }: Omit<RowProps, 'level'>) {
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

/** One row of the plan: its name, a figure a year, and their sum. */
export function LedgerLine({ pair, level, open }: RowProps) {
  return (
    <tr aria-level={level} aria-expanded={open ?? undefined} className={`level-${level}${open === true ? ' opened' : ''}`}>
      <th scope="row"><span className="row-head"><RowName pair={pair} open={open} /><LifeTag pair={pair} /></span></th>
      {pair.now.cells.map((_, index) => <YearFigure key={index} pair={pair} index={index} />)}
      <RowTotal pair={pair} />
    </tr>
  );
}
