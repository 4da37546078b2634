import { CircleDashed, Hourglass, MoveHorizontal } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { Ledger, LedgerCell } from '../../planning/ledger.ts';
import { MARK_KINDS, MARK_WORDS, type Mark, type MarkKind } from '../../planning/marks.ts';
import { formatCount } from '../../planning/money.ts';
import { startLower } from '../../planning/words.ts';

/** Three shapes that are told apart without colour. */
const SIGNS: Readonly<Record<MarkKind, LucideIcon>> = { overdue: Hourglass, moved: MoveHorizontal, assumed: CircleDashed };

function Sign({ kind }: { readonly kind: MarkKind }) {
  const Icon = SIGNS[kind];
  return <Icon className={`lucide mark-sign ${kind}`} aria-hidden="true" />;
}

const marksIn = (cell: LedgerCell): readonly MarkKind[] => MARK_KINDS.filter((kind) => cell[kind] > 0);

/** `3 overdue, 1 moved`: of the items of a figure. */
const wordsOf = (cell: LedgerCell): string =>
  marksIn(cell).map((kind) => `${formatCount(cell[kind])} ${startLower(MARK_WORDS[kind].word)}`).join(', ');

/** The marks of a figure as shapes, with their words for the pointer and for those who cannot see them. */
export function CellMarks({ cell, most }: { readonly cell: LedgerCell; readonly most: number }) {
  const kinds = marksIn(cell);
  if (kinds.length === 0) return null;
  return (
    <span className="cell-marks" title={wordsOf(cell)}>
      {kinds.slice(0, most).map((kind) => <Sign key={kind} kind={kind} />)}<span className="vh">, {wordsOf(cell)}</span>
    </span>
  );
}

/** Under the name of an asset: each mark with its shape and its words. */
export function RowMarks({ marks }: { readonly marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  return <span className="row-marks">{marks.map(({ kind, words }) => <span key={kind}><Sign kind={kind} /> {words}</span>)}</span>;
}

/** What the shapes mean, for those that stand in the ledger; nothing where none does. */
export function MarkKey({ ledger }: { readonly ledger: Ledger }) {
  const kinds = MARK_KINDS.filter((kind) => ledger.rows.some((row) => row.total[kind] > 0));
  if (kinds.length === 0) return null;
  return (
    <ul className="mark-key" aria-label="Key to the marks">
      {kinds.map((kind) => <li key={kind}><Sign kind={kind} /> <b>{MARK_WORDS[kind].word}:</b> {MARK_WORDS[kind].meaning}</li>)}
    </ul>
  );
}
