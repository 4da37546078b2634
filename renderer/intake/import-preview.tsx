import { ArrowRight, CircleHelp, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ImportReport } from '../../app/contract/intake.ts';
import { formatCount } from '../../planning/money.ts';
import { startUpper } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { decisionWords, fieldName } from './field-names.ts';
import { SampleRows } from './sample-rows.tsx';

const FIRST_REFUSED = 12;

/** How a column was read; what was concluded on the way stands after a semicolon and is worth a look. */
function ReadAs({ text }: { readonly text: string }) {
  const concluded = text.includes('; ');
  return <>{concluded && <CircleHelp className="lucide s c-warn" aria-hidden="true" />} {startUpper(text)}</>;
}

function Columns({ columns, leftOut }: Pick<ImportReport, 'columns' | 'leftOut'>) {
  const matched = columns.filter(({ goesTo }) => goesTo !== null);
  const reasons = new Map(leftOut.map(({ column, reason }) => [column, reason]));
  return (
    <Section title="How the columns were read" aside={`${formatCount(matched.length)} of ${formatCount(columns.length)} come in.`}>
      <table className="l columns">
        <thead>
          <tr>
            <th scope="col">Column in your file</th><th scope="col">First values</th><th scope="col">Goes to</th><th scope="col">Read as</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ column, goesTo, readAs, firstValues }, at) => (
            // Two columns of a file may have the same heading; their place tells them apart.
            <tr key={`${column} ${at}`}>
              <th scope="row"><b>{column}</b></th>
              <td className="q2 values">{firstValues.join(', ')}</td>
              <td>{goesTo === null ? <span className="q2">Left out</span> : <><ArrowRight className="lucide s q2" aria-hidden="true" /> {fieldName(goesTo)}</>}</td>
              <td className="q2"><ReadAs text={goesTo === null ? reasons.get(column) ?? readAs : readAs} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Refused({ refused }: { readonly refused: ImportReport['rows']['refused'] }) {
  const [all, setAll] = useState(false);
  if (refused.length === 0) return null;
  const shown = all ? refused : refused.slice(0, FIRST_REFUSED);
  return (
    <Section title="Rows that cannot come in" aside={formatCount(refused.length)}>
      <ul className="points">
        {shown.map(({ row, column, reason }, at) => (
          <li key={`${row} ${at}`}>
            <TriangleAlert className="c-over" aria-hidden="true" />
            <div><b>Row {row}{column === null ? '' : `, ${column}`}</b><p>{startUpper(reason)}</p></div>
          </li>
        ))}
      </ul>
      {shown.length < refused.length && <Button variant="link" small onClick={() => setAll(true)}>Show all {formatCount(refused.length)}</Button>}
    </Section>
  );
}

function Decisions({ decisions }: Pick<ImportReport, 'decisions'>) {
  const { savedSnapshot: { categories } } = usePlan();
  if (decisions.length === 0) return null;
  return (
    <Section title="What was decided for you" aside="Change the file and choose it again if one is wrong.">
      <ul className="points">
        {decisions.map(({ column, readAs }, at) => (
          <li key={`${column} ${at}`}>
            <CircleHelp className="c-warn" aria-hidden="true" />
            <div><b>{column}</b><p>{decisionWords(readAs, categories)}</p></div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Everything a person checks before a list comes in: columns, refusals, decisions, and the rows as they will look. */
export function ImportPreview({ report }: { readonly report: ImportReport }) {
  // What the table of columns says already is not said twice.
  const told = new Set(report.columns.map(({ column, readAs }) => `${column}\n${readAs}`));
  const decisions = report.decisions.filter(({ column, readAs }) => !told.has(`${column}\n${readAs}`));
  const settled = report.rows.refused.length === 0 && decisions.length === 0;
  return (
    <>
      <div className={settled ? 'import-columns' : 'import-columns split'}>
        <Columns columns={report.columns} leftOut={report.leftOut} />
        {!settled && <div className="import-side"><Refused refused={report.rows.refused} /><Decisions decisions={decisions} /></div>}
      </div>
      {report.sample.length > 0 && <SampleRows sample={report.sample} />}
    </>
  );
}
