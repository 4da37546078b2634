import type { PlanTarget } from '../../planning/analysis/development/plan-headings.ts';
import type { PlanImportReport } from '../contract/development-import.ts';
import type { PlanColumn, TableRow } from './plan-table.ts';

export type PlanProblem = PlanImportReport['problems'][number];

const LONGEST_QUOTE = 60;
const quotedText = (text: string): string => {
  const line = text.replaceAll(/\s+/g, ' ');
  return `“${line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE)}…` : line}”`;
};

/** What was found on the way, each by its row and field, in a sentence. */
export class ProblemList {
  readonly found: PlanProblem[] = [];

  /** Of one cell: "Row 7, By when: “soonish” cannot be read as a date …". */
  atCell({ row, texts }: TableRow, column: PlanColumn, weight: PlanProblem['weight'], why: string, after = ''): void {
    const text = texts[column.index] ?? '';
    this.found.push({
      row, index: column.index, column: column.heading, target: column.goesTo, text, weight, sentence: `Row ${row}, ${column.heading}: ${quotedText(text)} ${why}.${after}`,
    });
  }

  ofRow(row: number, why: string): void {
    this.found.push({ row, index: null, column: null, target: null, text: null, weight: 'refused', sentence: `Row ${row}: ${why}.` });
  }

  /** Of the file or of a whole column. */
  ofTable(sentence: string, column: PlanColumn | null = null, target: PlanTarget | null = column?.goesTo ?? null): void {
    this.found.push({ row: null, index: column?.index ?? null, column: column?.heading ?? null, target, text: null, weight: 'check', sentence });
  }
}
