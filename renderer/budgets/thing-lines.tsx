import { ChevronDown, ChevronRight } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import { thingsBehind, type Thing } from '../../planning/budget/behind.ts';
import type { BudgetRow } from '../../planning/budget/matrix.ts';
import { formatCount } from '../../planning/money.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { useBudget } from './budget-context.tsx';
import { plain } from './figure-cell.tsx';

/** Assets of one kind that are listed; the rest are in the register. */
const MOST_ASSETS = 20;

/** What the money of a row goes to, and inside kit of one kind its assets. */
export function ThingLines({ row, level }: { readonly row: BudgetRow; readonly level: number }) {
  const { snapshot, forecast } = usePlan();
  const { view, open } = useBudget();
  const things = useMemo(() => thingsBehind(snapshot, forecast, row, view), [snapshot, forecast, row, view]);
  return (
    <>
      {things.map((thing) => [
        <ThingLine key={thing.key} thing={thing} level={level} />,
        ...(open.has(thing.key) ? [
          ...thing.children.slice(0, MOST_ASSETS).map((child) => <ThingLine key={child.key} thing={child} level={level + 1} />),
          thing.children.length > MOST_ASSETS ? <MoreAssets key={`${thing.key}/more`} rest={thing.children.slice(MOST_ASSETS)} level={level + 1} cellKey={`${thing.key}/more`} /> : null,
        ] : []),
      ])}
    </>
  );
}

function MoreAssets({ rest, level, cellKey }: { readonly rest: readonly Thing[]; readonly level: number; readonly cellKey: string }) {
  const { go } = useNavigation();
  const { columns } = useBudget();
  const ids = rest.flatMap(({ assetId }) => assetId ?? []);
  return (
    <tr aria-level={level} className={`level-${level}`}>
      <td colSpan={columns.length + 1}>
        <span className="row-head more">and {formatCount(rest.length)} more:{' '}
          <Button variant="link" small data-cell={`${cellKey}:name`} tabIndex={-1} onClick={() => go('register', { filter: { ids } })}>show them in the register</Button>
        </span>
      </td>
    </tr>
  );
}

function ThingName({ thing }: { readonly thing: Thing }) {
  const { open, toggle, stop } = useBudget();
  const { go } = useNavigation();
  const name = `${thing.key}:name`;
  const shared = { type: 'button', 'data-cell': name, tabIndex: stop === name ? 0 : -1 } as const;
  if (thing.children.length > 0) {
    const isOpen = open.has(thing.key);
    const Chevron = isOpen ? ChevronDown : ChevronRight;
    return <button {...shared} className="row-name" aria-expanded={isOpen} onClick={() => toggle(thing.key)}><Chevron className="lucide s" aria-hidden="true" /><span className="text" title={thing.name}>{thing.name}</span></button>;
  }
  const { assetId } = thing;
  if (assetId !== null) return <button {...shared} className="row-name plain asset" title="Show it in the register" onClick={() => go('register', { assetId })}><span className="text">{thing.name}</span></button>;
  return <span className="row-name plain"><span className="text" title={thing.name}>{thing.name}</span></span>;
}

/** What a thing costs, in the columns that a cost has: a thing has no budget of its own. */
function ThingLine({ thing, level }: { readonly thing: Thing; readonly level: number }) {
  const { columns } = useBudget();
  const cells: ReactNode[] = [];
  for (const { year, figure, begins } of columns) {
    const cell = thing.cells[year];
    const classes = `num${begins ? ' begins' : ''}`;
    const cost = (pence: number): ReactNode => (pence === 0 ? (cell?.unpriced ?? 0) > 0 && figure !== 'committed' && figure !== 'spent' ? 'no price' : '–' : plain(pence));
    if (year > 0) {
      // A later year: what it costs, over the two columns of that year.
      if (figure === 'left') continue;
      cells.push(<td key={`${year}`} className={classes} colSpan={2}>{cell === undefined || (cell.forecast === 0 && cell.unpriced === 0) ? '–' : <><span className="q">costs </span>{cost(cell.forecast)}</>}</td>);
    } else if (figure === 'allocated' || figure === 'left') cells.push(<td key={figure} className={classes}><span className="vh">none of its own</span></td>);
    else cells.push(<td key={figure} className={classes}>{cost(cell?.[figure] ?? 0)}</td>);
  }
  return (
    <tr aria-level={level} aria-expanded={undefined} className={`level-${level} thing`}>
      <th scope="row"><span className="row-head"><ThingName thing={thing} /></span></th>
      {cells}
    </tr>
  );
}
