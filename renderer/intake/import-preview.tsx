import { ArrowRight, CircleHelp, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { ImportReport } from '../../app/contract/intake.ts';
import { formatCount } from '../../planning/money.ts';
import { startUpper } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { kindsInWords, sortDecisions } from './decisions.ts';
import type { KindFound } from './decisions.ts';
import { fieldName } from './field-names.ts';
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

function Decisions({ toCheck, kinds }: { readonly toCheck: ImportReport['decisions']; readonly kinds: readonly KindFound[] }) {
  if (toCheck.length + kinds.length === 0) return null;
  return (
    <Section title="What was decided for you" aside="Change the file and choose it again if one is wrong.">
      <ul className="points">
        {toCheck.map(({ column, readAs }, at) => (
          <li key={`${column} ${at}`}>
            <CircleHelp className="c-warn" aria-hidden="true" />
            <div><b>{column}</b><p>{startUpper(readAs)}</p></div>
          </li>
        ))}
        {kinds.length > 0 && (
          <li>
            <CircleHelp className="c-warn" aria-hidden="true" />
            <details>
              <summary><b>Kinds:</b> {kindsInWords(kinds)}</summary>
              <ul className="kinds">
                {kinds.map(({ column, kind, words }, at) => <li key={at}>{startUpper(kind)}, told by {column}: {words}</li>)}
              </ul>
            </details>
          </li>
        )}
      </ul>
    </Section>
  );
}

/** Everything a person checks before a list comes in: what needs a look first, then columns and the rows as they will look. */
export function ImportPreview({ report }: { readonly report: ImportReport }) {
  const { savedSnapshot: { categories } } = usePlan();
  const { toCheck, kinds } = sortDecisions(report, categories);
  const { refused } = report.rows;
  const settled = refused.length + toCheck.length + kinds.length === 0;
  return (
    <>
      {!settled && <div className="import-look"><Refused refused={refused} /><Decisions toCheck={toCheck} kinds={kinds} /></div>}
      <Columns columns={report.columns} leftOut={report.leftOut} />
      {report.sample.length > 0 && (
        <SampleRows sample={report.sample} otherDate={report.columns.some(({ goesTo }) => goesTo === 'inServiceDate')} />
      )}
    </>
  );
}
