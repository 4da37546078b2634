import { coverage, type Coverage } from '../../planning/analysis/coverage/coverage.ts';
import { stateSteps } from '../../planning/analysis/coverage/reasons.ts';
import { coverageSentence } from '../../planning/analysis/coverage/sentence.ts';
import type { SpendGroup } from '../../planning/analysis/coverage/spend.ts';
import { spokenState } from '../../planning/analysis/coverage/states.ts';
import { needRef, objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { forecast } from '../../planning/forecast.ts';
import type { Forecast } from '../../planning/result.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { Parsed } from '../contract/contract.ts';
import type { CoverageReport } from '../contract/coverage.ts';
import { coverageTable } from '../documents/coverage-table.ts';
import { tableFile } from '../documents/table-document.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import { factsUnder, nameInFile, optionsOf, scenarioIn } from './forecast-view.ts';

type Covering = { readonly snapshot: PlanSnapshot; readonly result: Forecast; readonly covering: Coverage };

function coveringOf(session: Session, view: Parsed<'coverage.report'>): Covering {
  const snapshot = factsUnder(session, view.scenarioId);
  const result = forecast(snapshot, optionsOf(session, view));
  return { snapshot, result, covering: coverage(snapshot, result, result.asOf) };
}

const spending = ({ name, pence, byYear, lines, unpriced }: SpendGroup): CoverageReport['spend']['none'][number] => ({ name, pence, byYear: [...byYear], lines, unpriced });

export const coverageHandlers = {
  'coverage.report': (session, view) => {
    const { snapshot, result, covering } = coveringOf(session, view);
    const { columns, rows, leftOut, byState, totalPence, plan, spend } = covering;
    return {
      asOf: result.asOf, scenario: scenarioIn(session, view.scenarioId)?.name ?? null, plan: plan?.name ?? null, years: result.years.map(({ label }) => label),
      sentence: coverageSentence(covering).text,
      objectives: columns.map(({ objective, covered, withoutNeed, steps }) => ({ id: objective.id, title: objectiveTitle(objective), covered, withoutNeed, why: [...steps] })),
      needs: [...rows, ...leftOut].map((row) => ({
        id: row.need.id, ref: needRef(row.need.number), name: row.need.name, state: row.state, words: spokenState(row.state, row.waiting, row.late),
        why: stateSteps(covering, row, snapshot).map(({ text }) => text), cells: [...row.cells], pence: row.pence, unpriced: row.unpriced, serves: row.serves,
      })),
      totalPence, byState: byState.map(({ state, rows: of }) => ({ state, needs: of.length })),
      spend: { totalPence: spend.totalPence, servesPence: spend.servesPence, nonePence: spend.nonePence, serves: spend.serves.map(spending), none: spend.none.map(spending) },
    };
  },

  'documents.coverage': async (session, { format, ...view }) => {
    const { snapshot, covering } = coveringOf(session, view);
    const file = await tableFile(format, coverageTable(snapshot, covering));
    const named = nameInFile(scenarioIn(session, view.scenarioId));
    return { ...file, fileName: file.fileName.replace(' coverage ', ` coverage${named} `) };
  },
} satisfies Pick<Handlers, 'coverage.report' | 'documents.coverage'>;
