import { ownVat } from '../../planning/budget/own-cost.ts';
import { allocationsIn, daysOf, PRO_RATA } from '../../planning/budget/periods.ts';
import { ownReturn, RETURN_NAMES, returnNote, returnSentence } from '../../planning/budget/return-sentence.ts';
import { returnTable, type ReturnKind } from '../../planning/budget/returns.ts';
import type { ReturnsReport } from '../contract/returns.ts';
import type { Handlers } from '../handlers.ts';
import { factsUnder, optionsOf, scenarioIn } from './forecast-view.ts';

export const returnHandlers = {
  'budget.returns': (session, view) => {
    const snapshot = factsUnder(session, view.scenarioId);
    const vat = view.vat ?? ownVat(snapshot);
    const { asOf } = optionsOf(session, view);
    const report = (kind: ReturnKind): ReturnsReport['bfr'] => {
      const table = returnTable(snapshot, kind, { asOf, years: snapshot.school.horizonYears, vat });
      const { columns, rows, total, memo, unpriced } = table;
      const held = allocationsIn(snapshot, columns);
      return {
        name: RETURN_NAMES[kind], sentence: returnSentence(snapshot, table, asOf).text, note: returnNote(table),
        columns: columns.map((column) => ({ label: column.label, ...daysOf(column) })),
        rows: rows.map((row) => ({ ...row, pence: [...row.pence] })), totalPence: [...total],
        memo: memo.map((row) => ({ ...row, pence: [...row.pence] })), unpriced: [...unpriced],
        allocatedPence: columns.map((_, at) => held.reduce((sum, { period, pence }) => (period === at ? sum + pence : sum), 0)), allocatedNote: PRO_RATA,
      };
    };
    return { asOf, scenario: scenarioIn(session, view.scenarioId)?.name ?? null, vat, own: ownReturn(snapshot, asOf), bfr: report('bfr'), cfr: report('cfr') };
  },
} satisfies Pick<Handlers, 'budget.returns'>;
