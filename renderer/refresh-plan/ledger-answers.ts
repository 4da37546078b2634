import { explainCell } from '../../planning/explain-ledger.ts';
import { explainRowTotal } from '../../planning/explain-totals.ts';
import type { LedgerRow } from '../../planning/ledger.ts';
import { kitBehind } from '../../planning/ledger/kit.ts';
import { lineMarks, type Mark } from '../../planning/marks.ts';
import type { Period } from '../../planning/periods.ts';
import { contextOf } from '../../planning/quality.ts';
import { riskOfWaiting } from '../../planning/refresh/risk.ts';
import type { WhyStep } from '../../planning/result.ts';
import type { OpenPlan } from '../lib/plan.tsx';
import { cellQuestion } from './cell-question.ts';
import type { Answered } from './ledger-context.tsx';

type Asked = Pick<OpenPlan, 'snapshot' | 'options' | 'forecast'>;

/** The question of a figure with its answer; of kit that was moved by hand also what the school lives with until then. */
export function answerOf({ snapshot, options, forecast }: Asked, columns: readonly Period[], row: LedgerRow, column: number | null): Answered {
  const reasons = explainCell(snapshot, options, forecast, row, column, columns);
  const labels = columns.map(({ label }) => label);
  const cell = (column === null ? undefined : row.cells[column]) ?? row.total;
  const inTerms = columns.some(({ term }) => term !== null);
  const when = column === null ? `these ${labels.length} ${inTerms ? 'terms' : 'years'}` : labels[column] ?? '';
  const title = cellQuestion(snapshot, row, cell, when);
  const behind = new Set(reasons.assetIds);
  const items = snapshot.assets.reduce((sum, asset) => (behind.has(asset.id) ? sum + asset.quantity : sum), 0);
  if (column === null) return { ...reasons, title, items, steps: explainRowTotal(labels, row.cells.map((each) => (each.lines === 0 ? null : each.pence))) };
  return { ...reasons, title, items, steps: [...reasons.steps, ...riskSteps({ snapshot, options, forecast }, columns, row, column)] };
}

function riskSteps({ snapshot, options, forecast }: Asked, columns: readonly Period[], row: LedgerRow, column: number): readonly WhyStep[] {
  if ((row.cells[column]?.moved ?? 0) === 0) return [];
  const moved = kitBehind(snapshot, forecast, row, column, columns).due.filter(({ movedTo }) => movedTo !== null);
  return [{ text: `Moved by hand, so until then: ${riskOfWaiting(snapshot, options, moved).join(' ')}` }];
}

/** The marks of one asset's row, in words. */
export function marksOfAsset({ snapshot, forecast }: Asked, { assetId, total }: LedgerRow): readonly Mark[] {
  if (assetId === null || total.overdue + total.moved + total.assumed === 0) return [];
  const asset = snapshot.assets.find(({ id }) => id === assetId);
  const line = forecast.lines.find((each) => each.assetId === assetId && each.kind === 'replace' && each.occurrence === 0);
  return line === undefined ? [] : lineMarks(contextOf(snapshot, forecast), line, asset);
}
