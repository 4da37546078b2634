import { financialYearLabel, financialYearOf, formatDate, monthOf } from './calendar.ts';
import type { PlanContext } from './context.ts';
import { assumedBasis } from './quality/assumed.ts';
import { known } from './refresh/due.ts';
import { courseOf } from './refresh/occurrences.ts';
import type { ForecastLine } from './result.ts';
import type { Asset } from './snapshot.ts';

/** What a reader must know of a date in the plan, in the order in which marks stand. */
export const MARK_KINDS = ['overdue', 'moved', 'assumed'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** The word beside the shape of each mark, and what it means, for the key under a ledger. */
export const MARK_WORDS: Readonly<Record<MarkKind, { readonly word: string; readonly meaning: string }>> = {
  overdue: { word: 'Overdue', meaning: 'due already, so counted now' },
  moved: { word: 'Moved', meaning: 'set to that year by hand' },
  assumed: { word: 'Assumed', meaning: 'goes by a purchase date that is not known exactly' },
};

export type Mark = {
  readonly kind: MarkKind;
  /** In the middle of a sentence: `overdue since 12 Dec 2024`, `moved, was 2028/29`. */
  readonly words: string;
};

type Dated = Pick<ForecastLine, 'kind' | 'occurrence' | 'overdue' | 'limitingFactor'>;

/**
 * The marks of a line without their words: a ledger asks this of every line. Only what the kit's own date gives is
 * marked: its successors follow from it. A date that rests on an assumed purchase date is assumed itself.
 */
export function marksOf(line: Dated, asset: Asset | undefined): readonly MarkKind[] {
  if (asset === undefined || line.occurrence > 0) return NONE;
  const moved = line.kind === 'replace' && line.limitingFactor === 'manual';
  const assumed = asset.purchaseDateAssumed && known(asset.inServiceDate) === null
    && (line.limitingFactor === 'policy_life' || line.kind === 'upgrade');
  if (!line.overdue && !moved && !assumed) return NONE;
  return [...line.overdue ? ['overdue' as const] : [], ...moved ? ['moved' as const] : [], ...assumed ? ['assumed' as const] : []];
}

const NONE: readonly MarkKind[] = [];

/** The marks of a line of the forecast, in words. */
export function lineMarks(context: PlanContext, line: ForecastLine, asset: Asset | undefined): readonly Mark[] {
  if (asset === undefined) return [];
  return marksOf(line, asset).map((kind): Mark => {
    switch (kind) {
      case 'overdue': return { kind, words: `overdue since ${formatDate(line.due)}` };
      case 'moved': return { kind, words: movedWords(context, asset) };
      case 'assumed': return { kind, words: `purchase date assumed: ${assumedBasis(asset) ?? 'it is not known exactly'}` };
    }
  });
}

/** `moved, was 2028/29`: the year that the policy would give; `moved, was overdue`; `moved, had no date` for kit it gives none. */
export function movedWords(context: PlanContext, asset: Asset): string {
  const own = courseOf(context, { ...asset, movedTo: null });
  if (own.standing !== 'in_service') return 'moved, had no date';
  if (monthOf(own.due.date) < context.asOfMonth) return 'moved, was overdue';
  return `moved, was ${financialYearLabel(financialYearOf(own.due.date, context.schoolStartMonth), context.schoolStartMonth)}`;
}
