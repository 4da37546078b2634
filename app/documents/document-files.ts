import { decided, toDecide } from '../../planning/analysis/decisions/log.ts';
import { ownVat } from '../../planning/budget/own-cost.ts';
import type { DocumentFacts } from '../../planning/documents/facts.ts';
import type { DocumentFormat, DocumentKind } from '../../planning/documents/kinds.ts';
import { annexIn } from '../../planning/documents/strategy/context.ts';
import { annexFile, type AnnexFacts } from './annex.ts';
import { budgetFacts, type BudgetFacts } from './budget/budget-facts.ts';
import { budgetLinesTable } from './budget/lines-table.ts';
import { decisionsTable } from './decisions-table.ts';
import { disposalsTable } from './disposals-table.ts';
import { tableFile, workbookFile, type GeneratedFile, type TableDocument } from './table-document.ts';

/** Makes a file from the facts of a document: what is a table for a spreadsheet or a calendar is not set from its words. */
type FileWriter = (facts: DocumentFacts) => GeneratedFile | Promise<GeneratedFile>;

/** The formats of each kind that are made from its facts. All others are set from its model by writeDocument. */
const FILES_OF: Partial<Readonly<Record<DocumentKind, Partial<Readonly<Record<DocumentFormat, FileWriter>>>>>> = {
  annex: { xlsx: async (facts) => annexFile('xlsx', annexFacts(facts)), csv: async (facts) => annexFile('csv', annexFacts(facts)) },
  workbook: { xlsx: workbookOf },
  lines: { csv: async (facts) => tableFile('csv', budgetLinesTable(budgetOf(facts))) },
  schedule: { xlsx: scheduleOf },
  calendar: { ics: calendarOf },
  decisions: { xlsx: async (facts) => tableFile('xlsx', decisionsOf(facts)), csv: async (facts) => tableFile('csv', decisionsOf(facts)) },
  disposals: {
    xlsx: async ({ plan, planForecast }) => tableFile('xlsx', disposalsTable(plan, planForecast.asOf)),
    csv: async ({ plan, planForecast }) => tableFile('csv', disposalsTable(plan, planForecast.asOf)),
  },
};

/** Who makes that format of a kind from its facts; undefined where it is set from its model. */
export const fileWriterOf = (kind: DocumentKind, format: DocumentFormat): FileWriter | undefined => FILES_OF[kind]?.[format];

const annexFacts = (facts: DocumentFacts): AnnexFacts =>
  ({ annex: annexIn(facts), school: facts.snapshot.school.name, asOf: facts.forecast.asOf, scenario: facts.scenario?.name ?? 'the plan' });

/** What waits first, then what was decided: of the plan itself, whichever way forward is looked at. */
const decisionsOf = ({ plan, planForecast }: DocumentFacts): TableDocument =>
  decisionsTable(plan, planForecast, [...toDecide(plan.analysis), ...decided(plan.analysis)]);

const budgetOf = ({ snapshot, forecast: { asOf }, scenario }: DocumentFacts): BudgetFacts => budgetFacts({ snapshot, options: { asOf }, scenario, vat: ownVat(snapshot) });

async function scheduleOf(facts: DocumentFacts): Promise<GeneratedFile> {
  const { scheduleWorkbook } = await import('./schedule/schedule-workbook.ts');
  return workbookFile('schedule.xlsx', await scheduleWorkbook(facts));
}

async function calendarOf(facts: DocumentFacts): Promise<GeneratedFile> {
  const { calendarFile } = await import('./calendar/calendar-file.ts');
  return { fileName: 'calendar.ics', mimeType: 'text/calendar', base64: Buffer.from(calendarFile(facts)).toString('base64') };
}

async function workbookOf(facts: DocumentFacts): Promise<GeneratedFile> {
  // Loaded when asked for: the spreadsheet writer is a tenth of the program.
  const { budgetWorkbook } = await import('./budget/budget-workbook.ts');
  return workbookFile('budget.xlsx', await budgetWorkbook(budgetOf(facts)));
}
