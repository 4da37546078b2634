import { ArrowLeft, Printer } from 'lucide-react';
import type { StandardResult } from '../../planning/analysis/standards/answers.ts';
import { answerWords, needWords, reviewWords, roadNote } from '../../planning/analysis/standards/road-words.ts';
import { roadSentence, sourceSentence, standardsSentence } from '../../planning/analysis/standards/sentences.ts';
import { formatLongDate } from '../../planning/calendar.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { GapsTable, NotCosted, RoadLedger } from './road-section.tsx';
import { countWords, StandingWord } from './standing-word.tsx';
import type { Standards } from './use-standards.ts';

function PrintedStandard({ result, needs }: { readonly result: StandardResult; readonly needs: Standards['needs'] }) {
  return (
    <Section title={result.name} aside={`${countWords(result.counts)}${result.target === null ? '' : `; ${/^\d/u.test(result.target) ? `to be met by ${result.target}` : result.target}`}`}>
      <table className="l standards-printed">
        <thead><tr><th scope="col">Ref</th><th scope="col">Requirement</th><th scope="col">Stands</th><th scope="col">What that rests on</th><th scope="col">Owner, review</th></tr></thead>
        <tbody>
          {result.answered.map((answered) => {
            const linked = needs.get(answered.requirement.id) ?? [];
            return (
              <tr key={answered.requirement.id}>
                <td>{answered.requirement.ref}</td><th scope="row">{answered.requirement.requirement}</th><td><StandingWord standing={answered.standing} /></td>
                <td>{answerWords(answered)}{linked.length > 0 && <> Needs: {linked.map(needWords).join('; ')}.</>}</td>
                <td>{answered.requirement.ownerRole ?? '–'}{reviewWords(answered) !== null && <><br />{reviewWords(answered)}</>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

/** Every standard with every answer, to be put before leaders and governors. */
export function StandardsPrinted({ standards, onBack }: { readonly standards: Standards; readonly onBack: () => void }) {
  const { snapshot, asOf } = usePlan();
  const { answers, results, road, needs } = standards;
  return (
    <>
      <PageHead
        title="Standards self-check" sentence={standardsSentence(answers).parts}
        actions={(
          <>
            <Button icon={<ArrowLeft aria-hidden="true" />} onClick={onBack}>Back to the standards</Button>
            <Button variant="filled" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print it</Button>
          </>
        )}
      />
      <div className="page-body standards-print">
        <p className="q2">{snapshot.school.name}, as at {formatLongDate(asOf)}. {sourceSentence(answers)}</p>
        {road.rows.length > 0 && (
          <Section title="The core standards ahead">
            <p>{roadSentence(road).text}</p>
            <RoadLedger road={road} />
            <GapsTable road={road} openId={null} />
            <NotCosted road={road} />
            <p className="q2">{roadNote(road)}</p>
          </Section>
        )}
        {results.map((result) => <PrintedStandard key={result.name} result={result} needs={needs} />)}
      </div>
    </>
  );
}
