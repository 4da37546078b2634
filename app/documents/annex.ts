import { annexNotes, annexSentence, decidedWords, riskWords, stateWords } from '../../planning/analysis/annex/annex-words.ts';
import type { Annex, AnnexNeed, AnnexObjective } from '../../planning/analysis/annex/annex.ts';
import { priorityTitle } from '../../planning/analysis/development/outline.ts';
import { needRef, needTitle, objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { LINK_STRENGTH_WORDS } from '../../planning/analysis/vocabulary.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import type { IsoDate, Pence } from '../../planning/vocabulary.ts';
import { columnLetters, formulaCell, moneyCell, pounds, textCell } from './cells.ts';
import { csvFile } from './csv.ts';
import { csvRows, tableSheet, type GeneratedFile, type TableColumn, type TableDocument, type TableValue } from './table-document.ts';
import type { WorkbookCell, WorkbookDocument, WorkbookRow, WorkbookSheet } from './workbook-writer.ts';

const NEEDS_SHEET = 'Needs by objective';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const COUNTED = 'Yes';

export type AnnexFacts = { readonly annex: Annex; readonly school: string; readonly asOf: IsoDate; /** Which way forward the figures are of. */ readonly scenario: string };

type Column = TableColumn & { readonly value: (row: FlatRow) => TableValue };
/** An objective with one of its needs, or an objective that has none. */
type FlatRow = { readonly of: AnnexObjective; readonly need: AnnexNeed | null; /** Null where its money is in the row of another objective. */ readonly countedUnder: string | null };

const text = (heading: string, width: number, value: Column['value']): Column => ({ heading, kind: 'text', width, value });
const money = (heading: string, value: (need: AnnexNeed) => Pence): Column =>
  ({ heading, kind: 'exact', width: 13, value: ({ need }) => (need === null || need.option === null ? null : value(need)) });

const STANDING_WORDS: Readonly<Record<AnnexNeed['standing'], string>> = { agreed: 'Agreed', asked: 'Asked for', gone: 'Not going ahead' };

/** The columns of the flat table; the years stand between the words before and after. */
const columnsOf = ({ years }: Annex): readonly Column[] => [
  text('Area', 26, ({ of }) => of.area.name),
  text('Priority', 26, ({ of }) => (of.priority === null ? null : priorityTitle(of.priority))),
  text('Objective', 34, ({ of }) => objectiveTitle(of.objective)),
  text('How it stands', 34, ({ of }) => stateWords(of)),
  text('Need', 9, ({ need }) => (need === null ? null : needRef(need.need.number))),
  text('Name of the need', 28, ({ need }) => need?.need.name ?? null),
  text('What ICT does for it', 50, ({ need }) => need?.need.statement ?? null),
  text('How it serves', 22, ({ need }) => (need === null ? null : LINK_STRENGTH_WORDS[need.strength])),
  text('Decision', 44, ({ need }) => (need === null ? null : decidedWords(need))),
  text('Money', 14, ({ need }) => (need === null ? null : STANDING_WORDS[need.standing])),
  text('Counted in the total', 16, ({ need, countedUnder }) => (need === null ? null : countedUnder === null ? COUNTED : `Under ${countedUnder}`)),
  ...years.map(({ label }, year) => money(label, ({ money: { byYear } }) => byYear[year] ?? 0)),
  money('All years', (need) => need.money.totalPence),
  money('New in the ICT plan', (need) => need.money.addsPence),
  money('Planned anyway', (need) => need.money.inPlanPence),
  money('From another budget', (need) => need.money.elsewherePence),
  text('Without a price', 24, ({ need }) => (need === null || need.unpriced.length === 0 ? null : need.unpriced.join(', '))),
  text('Risk if unfunded', 60, ({ need }) => (need === null ? null : riskWords(need).join(' ') || null)),
];

/** A row for each need under each objective; the money of a need that stands twice is marked, so that nobody adds it up twice. */
function flatRows({ objectives }: Annex): FlatRow[] {
  const first = new Map<number, string>();
  return objectives.flatMap((of): FlatRow[] => {
    if (of.needs.length === 0) return [{ of, need: null, countedUnder: null }];
    return of.needs.map((need) => {
      const countedUnder = first.get(need.need.id) ?? null;
      if (countedUnder === null) first.set(need.need.id, objectiveTitle(of.objective));
      return { of, need, countedUnder };
    });
  });
}

function annexTable({ annex, school, asOf }: AnnexFacts): TableDocument {
  const columns = columnsOf(annex);
  return { title: 'ICT annex to the development plan', sheet: NEEDS_SHEET, school, asOf, columns, rows: flatRows(annex).map((row) => columns.map(({ value }) => value(row))) };
}

/** Objectives with what ICT does for them in words and what it costs; the total is worked out from the sheet of needs. */
function objectivesSheet(facts: AnnexFacts): WorkbookSheet {
  const { annex, school, asOf, scenario } = facts;
  const { years, objectives, plan } = annex;
  const columns = 3 + years.length + 1;
  const line = (cells: readonly (WorkbookCell | null)[], height?: number): WorkbookRow => ({ cells, ...(height !== undefined && { height }) });
  const amounts = (byYear: readonly Pence[], total: Pence): WorkbookCell[] => [...byYear.map((pence) => moneyCell(pence)), moneyCell(total)];
  const of = ({ objective, agreed, asked, needs }: AnnexObjective, at: AnnexObjective): WorkbookRow[] => [
    line([textCell(objectiveTitle(objective), 'wrapped'), textCell(stateWords(at), 'wrapped'), textCell('Agreed'), ...amounts(agreed.byYear, agreed.totalPence)]),
    ...(asked.totalPence === 0 ? [] : [line([null, textCell(needs.filter(({ standing }) => standing === 'asked').map(({ need }) => needTitle(need)).join(', '), 'wrapped'), textCell('Asked for'), ...amounts(asked.byYear, asked.totalPence)])]),
  ];
  return {
    name: 'By objective', columnWidths: [40, 46, 11, ...years.map(() => 12), 13],
    rows: [
      line([textCell(`${school || 'The school'}: ICT annex to ${plan?.name ?? 'the development plan'}`, 'title')], 28),
      line([textCell(annexSentence(annex).map((part) => part.text).join(''), 'sentence')], 50),
      line([textCell(`Scenario: ${scenario}. Figures as at ${formatLongDate(asOf)}, net of VAT. The totals are formulas over the sheet ${NEEDS_SHEET}, where each need counts once.`, 'note')], 30),
      line([textCell('Objective', 'head'), textCell('How it stands', 'head'), textCell('Money', 'head'), ...years.map(({ label }) => textCell(label, 'headRight')), textCell('All years', 'headRight')]),
      ...objectives.flatMap((each) => of(each, each)),
      totalRow('agreed', facts), totalRow('asked', facts),
      ...annexNotes(annex).map((note) => line([textCell(note, 'note')], 30)),
    ],
    frozen: { rows: 4, columns: 1 }, repeatedRows: { first: 4, last: 4 }, printedColumns: null, fit: 'one_page_wide',
    joined: [2, 3, ...annexNotes(annex).map((_, at) => 4 + objectiveRows(annex) + 2 + at + 1)].map((row) => ({ from: { row, column: 1 }, to: { row, column: columns } })),
  };
}

const objectiveRows = ({ objectives }: Annex): number => objectives.reduce((sum, { asked }) => sum + (asked.totalPence === 0 ? 1 : 2), 0);

/**
 * What all needs come to: a formula over those that count once. Where several needs count on the same planned kit, which only
 * the figures here know, the difference is taken off in the formula, so that a change of an amount still changes the total.
 */
function totalRow(standing: 'agreed' | 'asked', { annex }: AnnexFacts): WorkbookRow {
  const columns = columnsOf(annex);
  const letter = (heading: string): string => columnLetters(columns.findIndex((column) => column.heading === heading) + 1);
  const last = flatRows(annex).length + 1;
  const range = (column: string): string => `'${NEEDS_SHEET}'!$${column}$2:$${column}$${Math.max(2, last)}`;
  const { byYear, totalPence } = annex[standing];
  const cell = (heading: string, pence: Pence, ofNeed: (need: AnnexNeed) => Pence): WorkbookCell => {
    const twice = annex.needs.filter((need) => need.standing === standing).reduce((sum, need) => sum + ofNeed(need), 0) - pence;
    const sums = `SUMIFS(${range(letter(heading))},${range(letter('Money'))},"${STANDING_WORDS[standing]}",${range(letter('Counted in the total'))},"${COUNTED}")`;
    return formulaCell(twice === 0 ? sums : `${sums}-${pounds(twice)}`, pounds(pence), standing === 'agreed' ? 'moneyTotal' : 'moneyGrand');
  };
  const style = standing === 'agreed' ? 'totalText' : 'grandText';
  return {
    cells: [
      textCell(standing === 'agreed' ? 'All agreed' : 'All asked for', style), textCell('Each need once', style), textCell(STANDING_WORDS[standing], style),
      ...annex.years.map(({ label }, year) => cell(label, byYear[year] ?? 0, ({ money: figures }) => figures.byYear[year] ?? 0)),
      cell('All years', totalPence, ({ money: figures }) => figures.totalPence),
    ],
  };
}

export function annexWorkbook(facts: AnnexFacts): WorkbookDocument {
  const { school, asOf } = facts;
  return {
    title: 'ICT annex to the development plan', description: `What ICT does for the development plan of ${school || 'the school'}, as at ${formatLongDate(asOf)}.`, school, created: asOf,
    footer: `ICT annex to the development plan, ${facts.scenario}, figures as at ${formatLongDate(asOf)}`, names: [], sheets: [objectivesSheet(facts), tableSheet(annexTable(facts))],
  };
}

/** The annex as a file of that format. */
export async function annexFile(format: 'csv' | 'xlsx', facts: AnnexFacts): Promise<GeneratedFile> {
  const table = annexTable(facts);
  const name = `${table.school || 'Kitplan'} ICT annex ${table.asOf}`;
  if (format === 'csv') return csvFile(`${name}.csv`, csvRows(table));
  // Loaded when asked for: the spreadsheet writer is a tenth of the program.
  const { writeHucreWorkbook } = await import('./hucre-workbook.ts');
  return { fileName: `${name}.xlsx`, mimeType: XLSX, base64: Buffer.from(await writeHucreWorkbook(annexWorkbook(facts))).toString('base64') };
}
