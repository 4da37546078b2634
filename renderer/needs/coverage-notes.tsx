import { CircleAlert, CircleDashed } from 'lucide-react';
import { leftOutWords } from '../../planning/analysis/coverage/reasons.ts';
import { penceOf, type Coverage, type NeedRow, type ObjectiveColumn } from '../../planning/analysis/coverage/coverage.ts';
import type { Shown } from '../../planning/analysis/coverage/arrange.ts';
import { objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { formatPounds } from '../../planning/money.ts';
import { inWords, listOf, startLower, startUpper } from '../../planning/words.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { MarkNoIct } from './mark-no-ict.tsx';

type NotesProps = { readonly coverage: Coverage; readonly onShow: (show: Shown) => void };

/** Objectives without a need that have a note each; more share one. */
const MOST_NOTES = 2;

/** What the matrix shows that somebody should look at, each with what can be done about it. */
export function CoverageNotes({ coverage, onShow }: NotesProps) {
  const { objectivesWithoutNeed: without, needsWithoutObjective, unfunded, leftOut } = coverage;
  return (
    <div className="coverage-notes">
      {without.length > MOST_NOTES ? <ManyWithoutNeed columns={without} /> : without.map((column) => <WithoutNeed key={column.objective.id} column={column} />)}
      {unfunded.length > 0 && <Unfunded coverage={coverage} rows={unfunded} onShow={onShow} />}
      {needsWithoutObjective.length > 0 && (
        <Note icon={<CircleDashed aria-hidden="true" />} title={needsWithoutObjective.length === 1 ? `${needsWithoutObjective[0]?.need.name ?? ''} serves no objective` : `${startUpper(inWords(needsWithoutObjective.length))} needs serve no objective`}>
          {costWords(coverage, needsWithoutObjective)} <Button variant="link" onClick={() => onShow('no_objective')}>{needsWithoutObjective.length === 1 ? 'Link it or decline it' : 'Link them or decline them'}</Button>
        </Note>
      )}
      {leftOut.length > 0 && <LeftOut rows={leftOut} onShow={onShow} />}
    </div>
  );
}

const costWords = ({ years }: Coverage, rows: readonly NeedRow[]): string => (rows.every(({ pence }) => pence === null) ? 'and nobody knows yet what that costs.'
  : `and cost${rows.length === 1 ? 's' : ''} ${formatPounds(penceOf(rows))} over ${inWords(years)} years.`);

function WithoutNeed({ column: { objective } }: { readonly column: ObjectiveColumn }) {
  const { go } = useNavigation();
  const { editable } = usePlan();
  const { number, name, statement, leadRole } = objective;
  const title = number === null ? `${name} has no ICT need.` : `Objective ${number}, ${startLower(statement ?? name).replace(/\.$/u, '')}, has no ICT need.`;
  return (
    <Note icon={<CircleDashed aria-hidden="true" />} title={title}>
      That may be right. {leadRole === null ? 'Ask whoever leads it' : `Ask the ${startLower(leadRole)}`}{editable ? <span className="on-screen">, or <MarkNoIct objective={objective} /></span> : null}.{' '}
      <Button variant="link" onClick={() => go('conversations')}>Start a conversation</Button>
    </Note>
  );
}

function ManyWithoutNeed({ columns }: { readonly columns: readonly ObjectiveColumn[] }) {
  const { go } = useNavigation();
  return (
    <Note icon={<CircleDashed aria-hidden="true" />} title={`${startUpper(inWords(columns.length))} objectives have no ICT need.`}>
      {listOf(columns.map(({ objective }) => objectiveTitle(objective)))}. That may be right. Ask those who lead them, or mark them “no ICT needed” in the{' '}
      <Button variant="link" onClick={() => go('development')}>development plan</Button>. <Button variant="link" onClick={() => go('conversations')}>Start a conversation</Button>
    </Note>
  );
}

function Unfunded({ coverage, rows, onShow }: NotesProps & { readonly rows: readonly NeedRow[] }) {
  const { go } = useNavigation();
  const [only] = rows;
  const alone = rows.length === 1 && only !== undefined;
  return (
    <Note icon={<CircleAlert aria-hidden="true" />} title={alone ? `${only.need.name} is agreed and not funded.` : `${startUpper(inWords(rows.length))} needs are agreed and not funded`}>
      {alone ? only.funding?.problems[0]?.text : costWords(coverage, rows)}{' '}
      {alone ? null : <><Button variant="link" onClick={() => onShow('unfunded')}>Show them</Button>{' '}</>}
      <Button variant="link" onClick={() => go('budgets')}>Find the money</Button>
    </Note>
  );
}

function LeftOut({ rows, onShow }: { readonly rows: readonly NeedRow[]; readonly onShow: (show: Shown) => void }) {
  return (
    <p className="q2 left-out" title={rows.map(leftOutWords).join('; ')}>
      {startUpper(inWords(rows.length))} {rows.length === 1 ? 'need that was' : 'needs that were'} merged, declined or withdrawn {rows.length === 1 ? 'has' : 'have'} no row.{' '}
      <Button variant="link" small onClick={() => onShow('left_out')}>{rows.length === 1 ? 'Show it' : 'Show them'}</Button>
    </p>
  );
}
