import { overviewSentence } from '../../sentences.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { costChart, costLedger } from '../figures/cost-figure.ts';

/** What the plan costs in each year, and who pays. */
export function costSection({ snapshot, forecast }: DocumentFacts): DraftSection {
  return {
    key: 'costs', title: 'What it costs, and who pays',
    blocks: [
      { kind: 'paragraph', tone: 'lead', words: overviewSentence(snapshot, forecast).parts },
      { kind: 'figure', chart: costChart(forecast), ledger: costLedger(forecast) },
    ],
  };
}
