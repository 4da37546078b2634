import { budgetMatrix, type BudgetRow } from '../../planning/budget/matrix.ts';
import { ownVat } from '../../planning/budget/own-cost.ts';
import { periodBudget } from '../../planning/budget/period-budget.ts';
import { periodSentence } from '../../planning/budget/period-sentence.ts';
import { PRO_RATA } from '../../planning/budget/periods.ts';
import { budgetSentence } from '../../planning/budget/sentence.ts';
import { forecast } from '../../planning/forecast.ts';
import type { Parsed } from '../contract/contract.ts';
import type { BudgetReport } from '../contract/budget-documents.ts';
import { budgetFacts, type BudgetFacts } from '../documents/budget/budget-facts.ts';
import { clfpXml } from '../documents/budget/clfp.ts';
import { budgetLinesTable } from '../documents/budget/lines-table.ts';
import { csvFile } from '../documents/csv.ts';
import { csvRows } from '../documents/table-document.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import { factsUnder, nameInFile, optionsOf, scenarioIn } from './forecast-view.ts';

type View = Parsed<'documents.budgetWorkbook'>;

function factsOf(session: Session, view: View): BudgetFacts {
  const snapshot = factsUnder(session, view.scenarioId);
  return budgetFacts({ snapshot, options: optionsOf(session, view), scenario: scenarioIn(session, view.scenarioId), vat: view.vat ?? ownVat(snapshot) });
}

/** `Hillcrest School budget lines, Spend less, 2026-11-21.csv`. */
const fileName = ({ snapshot, scenario, asOf }: BudgetFacts, what: string, extension: string): string =>
  `${snapshot.school.name || 'Kitplan'} ${what}${nameInFile(scenario)} ${asOf}.${extension}`;

function figuresOf(cells: BudgetRow['cells']): BudgetReport['total'] {
  return {
    allocatedPence: cells.map(({ allocated }) => allocated), spentPence: cells.map(({ spent }) => spent), committedPence: cells.map(({ committed }) => committed),
    toComePence: cells.map(({ toCome }) => toCome), forecastPence: cells.map((cell) => cell.forecast), leftPence: cells.map(({ left }) => left),
  };
}

export const budgetDocumentHandlers = {
  'budget.report': (session, { by, calendar, ...view }) => {
    const snapshot = factsUnder(session, view.scenarioId);
    const vat = view.vat ?? ownVat(snapshot);
    const result = forecast(snapshot, optionsOf(session, view));
    const looked = { nature: 'all', vat, by } as const;
    const other = calendar === 'entered' ? null : periodBudget(snapshot, result, looked, calendar);
    const matrix = other?.matrix ?? budgetMatrix(snapshot, result, looked);
    return {
      asOf: result.asOf, scenario: scenarioIn(session, view.scenarioId)?.name ?? null, by, vat, calendar,
      years: matrix.years.map(({ label, start, end }, at) => ({ label, start, end, part: other?.periods[at]?.part ?? null })),
      note: other === null ? null : PRO_RATA, sentence: (other === null ? budgetSentence(matrix) : periodSentence(snapshot, other)).text,
      rows: matrix.rows.map(({ codes, fundKey, name, cells }) => ({ codes: [...codes], fund: fundKey, name, ...figuresOf(cells) })),
      total: figuresOf(matrix.total), benchmark: matrix.benchmark === null ? null : figuresOf(matrix.benchmark),
      revenueFinancedPence: matrix.revenueFinanced === null ? null : [...matrix.revenueFinanced],
    };
  },

  'documents.budgetWorkbook': async (session, view) => {
    // Loaded when asked for: the spreadsheet writer is a tenth of the program.
    const { budgetWorkbook } = await import('../documents/budget/budget-workbook.ts');
    const facts = factsOf(session, view);
    return {
      fileName: fileName(facts, 'budget', 'xlsx'), mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      base64: Buffer.from(await budgetWorkbook(facts)).toString('base64'),
    };
  },

  'documents.budgetLines': (session, view) => {
    const facts = factsOf(session, view);
    return csvFile(fileName(facts, 'budget lines', 'csv'), csvRows(budgetLinesTable(facts)));
  },

  'documents.clfp': (session, view) => {
    const facts = factsOf(session, view);
    return { fileName: fileName(facts, 'budget for CLFP', 'xml'), mimeType: 'application/xml', base64: Buffer.from(clfpXml(facts), 'utf8').toString('base64') };
  },
} satisfies Pick<Handlers, 'budget.report' | 'documents.budgetWorkbook' | 'documents.budgetLines' | 'documents.clfp'>;
