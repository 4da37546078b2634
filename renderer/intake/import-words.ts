import type { ImportReport } from '../../app/contract/intake.ts';
import { formatCount } from '../../planning/money.ts';
import type { SentencePart } from '../parts/page-head.tsx';

const rows = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;

/** "11 new, 1,018 changed, 34 the same, 2 refused": always all rows read; parts that are none are left out. */
export function countWords({ rows: { new: added, changed, unchanged, refused } }: ImportReport): string {
  const parts = [
    [added, 'new'], [changed, 'changed'], [unchanged, 'the same'], [refused.length, 'refused'],
  ] as const;
  return parts.filter(([count]) => count > 0).map(([count, word]) => `${formatCount(count)} ${word}`).join(', ') || 'no rows';
}

/** The opening sentence: what would happen, and that nothing has happened yet. */
export function importSentence(report: ImportReport): readonly SentencePart[] {
  const { read, new: added, changed, refused } = report.rows;
  const coming = added + changed;
  if (coming === 0) {
    const why = refused.length === read ? 'none of them can be read' : 'the register already says the same';
    return [{ text: `${rows(read)} read, and ` }, { text: 'nothing would change', strong: true }, { text: `: ${why}.` }];
  }
  return [
    { text: `${rows(read)} read: ` }, { text: countWords(report), strong: true },
    { text: '. Nothing changes until you bring it in, and the whole import can be undone.' },
  ];
}

/** "Sheet “Inventory”, headings in row 1, 1,063 rows." */
export function fileWords({ sheet, headerRow, rows: { read } }: ImportReport): string {
  const parts = [
    sheet === null ? null : `sheet “${sheet}”`, headerRow === null ? null : `headings in row ${headerRow}`, rows(read),
  ].filter((part) => part !== null).join(', ');
  return `${parts.charAt(0).toUpperCase()}${parts.slice(1)}.`;
}
