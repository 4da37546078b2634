import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import { explainDifference, explainPlanned } from '../../planning/explain-totals.ts';
import { ledgerRows, type Ledger } from '../../planning/ledger.ts';
import type { Forecast } from '../../planning/result.ts';
import { overviewSentence } from '../../planning/sentences.ts';
import { PrintedNote } from '../chart/printed-note.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead, type SentencePart } from '../parts/page-head.tsx';
import { AskedText } from '../parts/asked-text.tsx';
import { CostSummary } from './cost-summary.tsx';
import { DataNoticeNote } from './data-notice.tsx';
import { OverdueKit, WarrantiesEnding } from './kit-lists.tsx';
import './overview.css';

/** More years than this need the whole width: the lists go under them. */
const YEARS_BESIDE_LISTS = 6;

/** The sentence with its first strong amount made a figure that can be asked why, where it names its year. */
function askable(parts: readonly SentencePart[], forecast: Forecast, ledger: Ledger): readonly SentencePart[] {
  const at = parts.findIndex((part) => part.strong === true && part.text.includes('£'));
  const part = parts[at];
  const yearIndex = forecast.years.findIndex((year) => part?.text.includes(year.label) === true);
  if (part === undefined || yearIndex < 0) return parts;
  const difference = ledger.difference?.years[yearIndex] ?? null;
  const why = () => (difference === null ? explainPlanned(ledger, yearIndex) : explainDifference(ledger, yearIndex));
  const label = forecast.years[yearIndex]?.label ?? '';
  const as = <AskedText text={part.text} title={(figure) => `Why ${figure}${difference !== null && difference < 0 ? ' short' : ''} in ${label}?`} why={why} />;
  return parts.with(at, { ...part, as });
}

/** How the plan stands, in a sentence, a picture and three short lists: what a head reads who reads nothing else. */
export function OverviewPage() {
  const { snapshot, forecast } = usePlan();
  const ledger = useMemo(() => ledgerRows(snapshot, forecast), [snapshot, forecast]);
  const sentence = useMemo(() => overviewSentence(snapshot, forecast), [snapshot, forecast]);
  return (
    <>
      <PageHead
        title="Overview" sentence={askable(sentence.parts, forecast, ledger)}
        actions={<Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print this page</Button>}
      />
      <div className={forecast.years.length > YEARS_BESIDE_LISTS ? 'page-body overview many-years' : 'page-body overview'}>
        <DataNoticeNote />
        <CostSummary ledger={ledger} sentence={sentence.text} />
        <div className="overview-lists">
          <WarrantiesEnding />
          <OverdueKit />
        </div>
        <PrintedNote />
      </div>
    </>
  );
}
