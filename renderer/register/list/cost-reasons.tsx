import { useMemo, useState } from 'react';
import { explainLine } from '../../../planning/explain.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';

/** How each year's charge is worked out, year by year, for whoever asks. */
export function CostReasons({ agreementId }: { readonly agreementId: number }) {
  const { snapshot, forecast, options } = usePlan();
  const [asked, setAsked] = useState(false);
  const lines = useMemo(() => forecast.lines.filter(({ recurringId }) => recurringId === agreementId), [forecast.lines, agreementId]);
  if (lines.length === 0) return null;
  return (
    <>
      <p><Button variant="link" small aria-expanded={asked} onClick={() => setAsked(!asked)}>Why these figures?</Button></p>
      {asked && lines.map((line) => (
        <div key={line.yearIndex}>
          <h3 className="list-year">{forecast.years[line.yearIndex]?.label}</h3>
          <ol className="why-steps">{explainLine(snapshot, options, line).map(({ text }, at) => <li key={at}>{text}</li>)}</ol>
        </div>
      ))}
    </>
  );
}
