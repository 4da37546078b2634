import { reserveCourse, type ReserveCourse } from '../../budget/reserve.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costChart, costLedger } from '../figures/cost-figure.ts';
import { heading, paragraph, type DocumentBlock } from '../model.ts';
import { dearYear } from './dear-year.ts';
import { eachSide } from './each-side.ts';
import { moneySentence } from './money-lead.ts';
import { whoPays } from './who-pays.ts';

/** What the plan costs in each year, and who pays. */
export function costSection(facts: DocumentFacts): DraftSection {
  const { snapshot, forecast } = facts;
  const reserve = reserveCourse(snapshot, forecast);
  return {
    key: 'costs', title: 'What it costs, and who pays',
    blocks: [
      { kind: 'paragraph', tone: 'lead', words: moneySentence(snapshot, forecast, reserve).parts },
      ...costFigure(facts), ...whyDifferent(facts), ...whoGives(facts, reserve), ...whoPays(facts, reserve),
    ],
  };
}

function whyDifferent(facts: DocumentFacts): readonly DocumentBlock[] {
  const dear = dearYear(facts);
  return dear === null ? [] : [heading(dear.title), paragraph(dear.text)];
}

function whoGives(facts: DocumentFacts, reserve: ReserveCourse | null): readonly DocumentBlock[] {
  const given = eachSide(facts, reserve);
  return given.length === 0 ? [] : [heading('What each side gives'), { kind: 'list', ordered: false, items: given }];
}

/** The chart of what each year costs, on its ledger with what the reserve then holds; none where there is neither a cost nor a budget. */
export function costFigure({ snapshot, forecast }: Pick<DocumentFacts, 'snapshot' | 'forecast'>): readonly DocumentBlock[] {
  const { plannedPence, budgetPence } = forecast.totals;
  if (budgetPence === null && plannedPence.every((pence) => pence === 0)) return [];
  const reserve = reserveCourse(snapshot, forecast);
  return [{ kind: 'figure', chart: costChart(forecast, reserve), ledger: costLedger(forecast, reserve) }];
}
