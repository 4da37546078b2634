import { useState } from 'react';
import type { Scope } from '../../planning/budget/behind.ts';
import type { BudgetCell } from '../../planning/budget/cells.ts';
import { explainPeriodCell, type PeriodBudget } from '../../planning/budget/period-budget.ts';
import { PRO_RATA } from '../../planning/budget/periods.ts';
import { formatPounds } from '../../planning/money.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { RowWords } from './budget-line.tsx';
import { CellLinks } from './cell-links.tsx';
import { plain, Signed } from './figure-cell.tsx';
import { LeftOut } from './left-out.tsx';
import { useCellKeys } from './use-cell-keys.ts';

const FIGURES = [['allocated', 'Budget'], ['forecast', 'Forecast'], ['left', 'Left']] as const;
type Figure = (typeof FIGURES)[number][0];

/** Where more periods stand side by side than the page has room for, it scrolls sideways. */
const NAMES_WIDTH = 216;
const LEAST_COLUMN = 53;

type PeriodTableProps = {
  readonly budget: PeriodBudget;
  /** Goes to the years in which amounts can be typed. */
  readonly onEntered: () => void;
};

/** The budget over other periods than it was entered for, to be read: its share of the budget, the forecast and what is left. */
export function PeriodTable({ budget, onEntered }: PeriodTableProps) {
  const { changeable } = usePlan();
  const { periods, matrix } = budget;
  const [asked, setAsked] = useState<string | null>(null);
  const { focused, onFocus, onKeyDown } = useCellKeys();
  const stop = focused ?? 'total:0.forecast';
  const cells = (key: string, name: string, scope: Scope, of: readonly BudgetCell[]) => of.flatMap((cell, at) => FIGURES.map(([figure], place) => (
    <PeriodFigure
      key={`${at}.${figure}`} budget={budget} scope={scope} called={name} at={at} figure={figure} cell={cell} begins={place === 0 && at > 0}
      own={`${key}:${at}.${figure}`} asked={asked} onAsk={setAsked} stop={stop}
    />
  )));
  return (
    <>
      <table
        className="l budget-table period-table" role="grid" aria-label="Budget by period" style={{ minWidth: NAMES_WIDTH + periods.length * FIGURES.length * LEAST_COLUMN }}
        onFocus={onFocus} onKeyDown={onKeyDown}
      >
        <colgroup><col className="col-name" />{periods.map(({ label }) => FIGURES.map(([figure]) => <col key={`${label}.${figure}`} />))}</colgroup>
        <PeriodHead budget={budget} />
        <tbody>
          {matrix.rows.map((row) => (
            <tr key={row.key} className="level-1">
              <th scope="row"><span className="row-name plain"><RowWords row={row} /></span></th>
              {cells(row.key, row.codes[0] ?? row.name, row, row.cells)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          {matrix.benchmark === null ? null : <tr className="benchmark"><th scope="row">Educational ICT benchmark</th>{cells('benchmark', 'the benchmark', 'benchmark', matrix.benchmark)}</tr>}
          <tr className="all"><th scope="row">All ICT{matrix.view.nature === 'all' ? '' : `, ${matrix.view.nature}`}</th>{cells('total', 'all ICT', 'total', matrix.total)}</tr>
        </tfoot>
      </table>
      <div className="budget-notes">
        <p>{PRO_RATA} {changeable ? <Button variant="link" small onClick={onEntered}>Show the years in which amounts are typed</Button> : null}</p>
        <LeftOut matrix={matrix} />
      </div>
    </>
  );
}

function PeriodHead({ budget: { periods, matrix: { view } } }: { readonly budget: PeriodBudget }) {
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="names"><span>{view.by === 'code' ? 'Code' : 'Fund'}, £</span></th>
        {periods.map(({ label, part }, at) => (
          <th key={label} scope="colgroup" colSpan={FIGURES.length} className={`of-year${at > 0 ? ' begins' : ''}`} title={part === null ? label : `${label}, ${part}`}>
            <b>{label}</b>{part === null ? null : <span> {part}</span>}
          </th>
        ))}
      </tr>
      <tr>{periods.map(({ label }, at) => FIGURES.map(([figure, name], place) => <th key={`${label}.${figure}`} scope="col" className={`num${place === 0 && at > 0 ? ' begins' : ''}`}>{name}</th>))}</tr>
    </thead>
  );
}

type PeriodFigureProps = {
  readonly budget: PeriodBudget;
  readonly scope: Scope;
  /** What it is of, in the question. */
  readonly called: string;
  readonly at: number;
  readonly figure: Figure;
  readonly cell: BudgetCell;
  readonly begins: boolean;
  readonly own: string;
  readonly asked: string | null;
  readonly onAsk: (name: string | null) => void;
  readonly stop: string;
};

/** `£1,040 left`, `£300 over`, `£50 in the budget`. */
function amountWords(figure: Figure, pence: number): string {
  const amount = formatPounds(Math.abs(pence));
  if (figure === 'left') return `${amount} ${pence < 0 ? 'over' : 'left'}`;
  return figure === 'allocated' ? `${amount} in the budget` : `${amount} forecast`;
}

function PeriodFigure({ budget, scope, called, at, figure, cell, begins, own, asked, onAsk, stop }: PeriodFigureProps) {
  const { snapshot } = usePlan();
  const pence = cell[figure];
  const classes = ['num', begins ? 'begins' : '', pence === 0 ? 'nought' : '', figure === 'left' && pence !== null && pence < 0 ? 'b' : ''].filter(Boolean).join(' ');
  if (pence === null) return <td className={classes}>–</td>;
  const reasons = asked === own ? explainPeriodCell(snapshot, budget, { scope, at, figure }, cell) : null;
  return (
    <td className={classes}>
      <AskedFigure
        name={own} asked={asked === own} onAsk={() => onAsk(own)} onClose={() => onAsk(null)} tabIndex={stop === own ? 0 : -1}
        title={`Why ${amountWords(figure, pence)} for ${called} in ${budget.periods[at]?.label ?? ''}?`} why={() => reasons?.steps ?? []}
        actions={reasons === null ? undefined : <CellLinks reasons={reasons} />}
      >
        {figure === 'left' ? <Signed pence={pence} /> : plain(pence)}
      </AskedFigure>
      {cell.unpriced > 0 && figure === 'forecast' ? <span title="Items without a price are not in this figure">†<span className="vh"> without items that have no price</span></span> : null}
    </td>
  );
}
