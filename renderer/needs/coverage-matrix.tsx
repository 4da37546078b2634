import './coverage.css';
import { useCallback, useMemo, useState, type CSSProperties } from 'react';
import { penceOf, type Coverage, type NeedRow, type ObjectiveColumn } from '../../planning/analysis/coverage/coverage.ts';
import { breakable } from '../../planning/analysis/coverage/columns.ts';
import { COVERED_WORDS } from '../../planning/analysis/coverage/covered.ts';
import { objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { formatPounds } from '../../planning/money.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { MatrixProvider, useMatrix, type CellName, type MatrixState } from './coverage-context.tsx';
import { CoveredMark } from './coverage-marks.tsx';
import { CoverageRow } from './coverage-row.tsx';
import { linksAfter } from './coverage-tie.ts';
import { useMatrixKeys } from './use-matrix-keys.ts';

type MatrixProps = {
  readonly coverage: Coverage;
  /** The needs that are shown, in their order. */
  readonly rows: readonly NeedRow[];
  /** The need whose panel is open. */
  readonly selected: number | null;
  readonly onSelect: (needId: number) => void;
};

/** Ties needs to objectives, one change at a time; null where the plan can only be read. */
function useTie({ columns, rows, leftOut }: Coverage): MatrixState['tie'] {
  const command = useCommand();
  const { editable } = usePlan();
  const tie = useCallback((needId: number, column: number): void => {
    const need = [...rows, ...leftOut].find((row) => row.need.id === needId)?.need;
    const objective = columns[column]?.objective;
    if (need === undefined || objective === undefined) return;
    void command('need.edit', { id: needId, set: { links: [...linksAfter(need.links, objective.id)] } });
  }, [command, columns, rows, leftOut]);
  return editable ? tie : null;
}

/** Needs by objectives as a grid: one stop of Tab, arrows by cell, Space or Enter goes on to the next answer. */
export function CoverageMatrix({ coverage, rows, selected, onSelect }: MatrixProps) {
  const [asked, setAsked] = useState<CellName | null>(null);
  const { focused, onFocus, onKeyDown } = useMatrixKeys();
  const tie = useTie(coverage);
  const state = useMemo((): MatrixState => ({ coverage, asked, setAsked, tie, onSelect }), [coverage, asked, tie, onSelect]);
  const stop = useStop(coverage, rows, focused);
  const { columns } = coverage;
  // A matrix wider than its place scrolls sideways, with the names in sight.
  const width = { '--objectives': columns.length } as CSSProperties;
  return (
    <MatrixProvider value={state}>
      <div className="coverage-scroll">
        <table className="l coverage" role="grid" aria-label="Coverage: needs by objective" aria-rowcount={rows.length + 2} style={width} onFocus={onFocus} onKeyDown={onKeyDown}>
          <colgroup>
            <col className="col-name" />
            {columns.map(({ objective }) => <col key={objective.id} className="col-objective" />)}
            <col className="col-cost" /><col className="col-state" />
          </colgroup>
          <thead>
            <tr>
              <th scope="col" className="names">Need</th>
              {columns.map((column, at) => <ObjectiveHead key={column.objective.id} column={column} name={`head:${at}`} isStop={stop === `head:${at}`} />)}
              <th scope="col" className="num">{coverage.years} year{coverage.years === 1 ? '' : 's'}<span className="vh">, £</span></th>
              <th scope="col">State</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => <CoverageRow key={row.need.id} row={row} selected={row.need.id === selected} stop={stop.startsWith(`${row.need.id}:`) ? stop : null} />)}
          </tbody>
          <CoverageFoot rows={rows} stop={stop} />
        </table>
      </div>
    </MatrixProvider>
  );
}

/** The one stop of Tab: the cell that had the focus last, while it is there; else the first need, else the first heading. */
function useStop({ columns }: Coverage, rows: readonly NeedRow[], focused: CellName | null): CellName {
  const [first] = rows;
  const otherwise: CellName = first === undefined ? columns.length > 0 ? 'head:0' : 'foot:cost' : `${first.need.id}:name`;
  const [line = '', cell = ''] = focused?.split(':') ?? [];
  const isThere = (line === 'head' || line === 'foot' || rows.some(({ need }) => String(need.id) === line)) && (!/^\d+$/u.test(cell) || Number(cell) < columns.length);
  return focused !== null && isThere ? focused : otherwise;
}

type HeadProps = { readonly column: ObjectiveColumn; readonly name: CellName; readonly isStop: boolean };

/** An objective over its column, on few lines; it leads to the objective. */
function ObjectiveHead({ column: { objective }, name, isStop }: HeadProps) {
  const { go } = useNavigation();
  const words = objective.statement ?? objectiveTitle(objective);
  return (
    <th scope="col" className="objective">
      <button type="button" data-cell={name} tabIndex={isStop ? 0 : -1} title={`${objectiveTitle(objective)}${objective.statement === null ? '' : `: ${words}`}`} onClick={() => go('development', { objectiveId: objective.id })}>
        {objective.number === null ? null : <><b>{objective.number}</b>{' '}</>}
        <span>{breakable(objective.name)}</span>
      </button>
    </th>
  );
}

function CoverageFoot({ rows, stop }: { readonly rows: readonly NeedRow[]; readonly stop: CellName }) {
  const { coverage: { columns, years }, asked, setAsked } = useMatrix();
  const { go } = useNavigation();
  const own: CellName = 'foot:cost';
  const figure = (name: CellName) => ({ name, asked: asked === name, onAsk: () => setAsked(name), onClose: () => setAsked(null), tabIndex: stop === name ? 0 : -1 });
  const unknown = rows.filter(({ pence }) => pence === null).length;
  const totalWhy = () => [
    { text: `The needs shown, ${rows.length} in all, over ${years} years, net: ${formatPounds(penceOf(rows))}.` },
    ...(unknown === 0 ? [] : [{ text: `${unknown} of them ${unknown === 1 ? 'has' : 'have'} no option yet, so what ${unknown === 1 ? 'it costs is' : 'they cost is'} not in it.` }]),
    { text: 'What is in the plan already, and what another budget pays, is in it: it is what needs cost, not what they add to the plan.' },
  ];
  return (
    <tfoot>
      <tr className="tot">
        <th scope="row">Covered?</th>
        {columns.map(({ objective, covered, steps }, at) => (
          <td key={objective.id} className={covered === 'gap' ? 'tie gap' : 'tie'}>
            <AskedFigure
              {...figure(`foot:${at}`)} title={`${objectiveTitle(objective)}: ${COVERED_WORDS[covered].toLowerCase().replace('ict', 'ICT')}. Why?`} why={() => steps.map((text) => ({ text }))}
              actions={<Button variant="link" small onClick={() => go('development', { objectiveId: objective.id })}>Go to the objective</Button>}
            >
              <CoveredMark covered={covered} /><span className="vh">{objectiveTitle(objective)}: {COVERED_WORDS[covered]}</span>
            </AskedFigure>
          </td>
        ))}
        <td className="num"><AskedFigure {...figure(own)} title={`Why ${formatPounds(penceOf(rows))}?`} why={totalWhy}>{formatPounds(penceOf(rows), { symbol: false })}</AskedFigure></td>
        <td><span className="vh">All needs shown</span></td>
      </tr>
    </tfoot>
  );
}
