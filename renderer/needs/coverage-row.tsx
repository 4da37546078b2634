import { memo } from 'react';
import { costFigures } from '../../planning/analysis/needs/option-figures.ts';
import { needTitle, objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import type { NeedRow } from '../../planning/analysis/coverage/coverage.ts';
import { costSteps, spokenCell, stateSteps } from '../../planning/analysis/coverage/reasons.ts';
import { spokenState, stateWords } from '../../planning/analysis/coverage/states.ts';
import type { LinkStrength } from '../../planning/analysis/vocabulary.ts';
import { formatPounds } from '../../planning/money.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { usePlan } from '../lib/plan.tsx';
import { useMatrix, type CellName } from './coverage-context.tsx';
import { LinkMark, STATE_ICONS } from './coverage-marks.tsx';

type RowProps = {
  readonly row: NeedRow;
  readonly selected: boolean;
  /** The stop of Tab, where it lies in this row. */
  readonly stop: CellName | null;
};

/** A need with what it serves, what it costs and where it stands. Rows that nothing changed for are not drawn again: there may be hundreds. */
export const CoverageRow = memo(function CoverageRow({ row, selected, stop }: RowProps) {
  const { coverage: { columns }, onSelect } = useMatrix();
  const { need } = row;
  const own: CellName = `${need.id}:name`;
  return (
    <tr className={selected ? 'selected' : undefined} aria-selected={selected}>
      <th scope="row">
        <button type="button" className="need-name" data-cell={own} tabIndex={stop === own ? 0 : -1} aria-pressed={selected} title={needTitle(need)} onClick={() => onSelect(need.id)}>
          {need.name}
        </button>
      </th>
      {columns.map(({ objective, covered }, at) => (
        <td key={objective.id} className={covered === 'gap' ? 'tie gap' : 'tie'}>
          <TieCell row={row} column={at} strength={row.cells[at] ?? null} isStop={stop === `${need.id}:${at}`} />
        </td>
      ))}
      <td className="num"><CostCell row={row} isStop={stop === `${need.id}:cost`} /></td>
      <td className="of-state"><StateCell row={row} isStop={stop === `${need.id}:state`} /></td>
    </tr>
  );
});

type CellProps = { readonly row: NeedRow; readonly isStop: boolean };

/** Whether a need serves an objective, and how: pressing it goes on to the next answer. */
function TieCell({ row, column, strength, isStop }: CellProps & { readonly column: number; readonly strength: LinkStrength | null }) {
  const { coverage, tie } = useMatrix();
  const name: CellName = `${row.need.id}:${column}`;
  const words = spokenCell(row, coverage, column);
  const title = coverage.columns[column];
  return (
    <button
      type="button" className="tie-cell" data-cell={name} tabIndex={isStop ? 0 : -1} aria-label={words} aria-disabled={tie === null || undefined}
      title={title === undefined ? undefined : `${strength === null ? 'Serves nothing of' : strength === 'essential' ? 'Cannot be met without it:' : 'Helps'} ${objectiveTitle(title.objective)}`}
      onClick={() => tie?.(row.need.id, column)}
    >
      {strength === null ? null : <LinkMark strength={strength} />}
    </button>
  );
}

function CostCell({ row, isStop }: CellProps) {
  const { snapshot, forecast } = usePlan();
  const { coverage, asked, setAsked } = useMatrix();
  const name: CellName = `${row.need.id}:cost`;
  const steps = () => costSteps(coverage, row, row.option === null ? [] : costFigures(snapshot, forecast, row.need, row.option).map(({ cost, totalPence }) => ({ name: cost.name, pence: totalPence })));
  return (
    <AskedFigure name={name} asked={asked === name} onAsk={() => setAsked(name)} onClose={() => setAsked(null)} tabIndex={isStop ? 0 : -1} title={`Why ${row.pence === null ? 'no cost' : formatPounds(row.pence)} for ${row.need.name}?`} why={steps}>
      {row.pence === null ? <>–<span className="vh"> not known</span></> : formatPounds(row.pence, { symbol: false })}
      {row.unpriced > 0 ? <>†<span className="vh"> without what has no price</span></> : null}
    </AskedFigure>
  );
}

function StateCell({ row, isStop }: CellProps) {
  const { snapshot } = usePlan();
  const { coverage, asked, setAsked } = useMatrix();
  const { need, state, waiting, late } = row;
  const name: CellName = `${need.id}:state`;
  const [Icon, tone] = STATE_ICONS[state];
  const spoken = spokenState(state, waiting, late);
  return (
    <AskedFigure name={name} asked={asked === name} onAsk={() => setAsked(name)} onClose={() => setAsked(null)} tabIndex={isStop ? 0 : -1} title={`Why ${spoken.charAt(0).toLowerCase()}${spoken.slice(1)}?`} why={() => stateSteps(coverage, row, snapshot)}>
      <span className={`state ${late ? 'c-over' : tone}`}><Icon className="lucide s" aria-hidden="true" /><span aria-hidden="true">{stateWords(state, waiting, coverage.asOf)}</span><span className="vh">{spoken}</span></span>
    </AskedFigure>
  );
}
