import type { ImportReport } from '../../app/contract/intake.ts';
import type { Category } from '../../planning/categories.ts';
import { formatCount } from '../../planning/money.ts';

type Decision = ImportReport['decisions'][number];

/** A kind of kit, its rows, and the words of the file that were read as it. */
export type KindFound = { readonly column: string; readonly kind: string; readonly rows: number; readonly words: string };

const KIND_LINE = /^(?<kind>[^:]+) in (?<rows>[\d,]+) rows?: (?<words>.+)$/s;

/**
 * The decisions of an import as a person checks them: what is worth a look, in the order of the report (doubts
 * come first), and the kinds of kit that were found, most rows first.
 *
 * A plain reading that the table of columns shows as well is not said twice; one with a conclusion after a
 * semicolon (the order of day and month, what a price is for) is.
 */
export function sortDecisions(
  { columns, decisions }: Pick<ImportReport, 'columns' | 'decisions'>, categories: readonly Category[],
): { readonly toCheck: readonly Decision[]; readonly kinds: readonly KindFound[] } {
  const names = new Set(categories.map(({ singular }) => singular));
  const told = new Set(columns.filter(({ readAs }) => !readAs.includes('; ')).map(({ column, readAs }) => `${column}\n${readAs}`));
  const toCheck: Decision[] = [];
  const kinds: KindFound[] = [];
  for (const decision of decisions) {
    const { kind = '', rows = '', words = '' } = KIND_LINE.exec(decision.readAs)?.groups ?? {};
    if (names.has(kind)) kinds.push({ column: decision.column, kind, rows: Number(rows.replaceAll(',', '')), words });
    else if (!told.has(`${decision.column}\n${decision.readAs}`)) toCheck.push(decision);
  }
  return { toCheck, kinds: kinds.sort((a, b) => b.rows - a.rows) };
}

/** "desktop 30, laptop 12": each kind once, with all its rows. */
export function kindsInWords(kinds: readonly KindFound[]): string {
  const rows = new Map<string, number>();
  for (const found of kinds) rows.set(found.kind, (rows.get(found.kind) ?? 0) + found.rows);
  return [...rows].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${kind} ${formatCount(count)}`).join(', ');
}
