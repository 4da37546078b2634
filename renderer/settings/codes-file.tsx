import { useState } from 'react';
import type { ChartReport } from '../../app/contract/ledger-codes.ts';
import { formatCount } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { Working } from '../parts/working.tsx';
import { countsWords, goneWords, mappingOutlook, otherSchoolWords } from './chart-words.ts';
import { ChartColumns } from './codes-file-columns.tsx';
import { useChart } from './use-chart.ts';

/** Rows of a list before the rest is only counted. */
const MOST_SHOWN = 12;

type CodesFileProps = { readonly file: File; readonly onDone: () => void };

/** A chart of accounts that was chosen: what would come in, before anything does. */
export function CodesFile({ file, onDone }: CodesFileProps) {
  const { plan, facts } = useSavedPlan();
  const run = useCommand();
  const { report, error, working, options, ...said } = useChart(file, plan.revision);
  const [taking, setTaking] = useState(false);
  if (error !== null) {
    return <Note tone="over" role="alert" actions={<Button onClick={onDone}>Put the file away</Button>}>{error.message}</Note>;
  }
  if (report === undefined) return <Working label={`Reading ${file.name}`} />;
  const { counts, sheet } = report;
  const touched = counts.new + counts.changed;
  const take = async (): Promise<void> => {
    setTaking(true);
    const done = await run('finance.takeChart', { fileName: file.name, fingerprint: report.fingerprint, options });
    setTaking(false);
    if (done !== null) onDone();
  };
  const other = otherSchoolWords(report, facts.school.name);
  const about = [report.about?.schoolName, report.about?.financialYear].filter((each) => typeof each === 'string').join(', ');
  return (
    <Section title={file.name} aside={about === '' ? 'Nothing is changed yet' : about} className="codes-file">
      {other !== null && <Note>{other}</Note>}
      {sheet !== null && sheet.names.length > 1 && (
        <SelectField
          label="Sheet" value={sheet.name ?? ''} options={sheet.names.map((name) => ({ value: name, label: name }))} onChange={(event) => said.readSheet(event.currentTarget.value)}
        />
      )}
      {sheet !== null && <ChartColumns key={sheet.name} sheet={sheet} onSay={said.sayColumn} />}
      {sheet?.stuck !== null && sheet !== null ? <Note role="status">{sheet.stuck} Say above which column holds them.</Note> : <WhatComesIn report={report} />}
      <div className="acts">
        <Button onClick={onDone}>Put the file away</Button>
        <Button variant="filled" disabled={touched === 0 || working || taking} onClick={() => void take()}>
          {touched === 0 ? 'Nothing to bring in' : `Bring in ${formatCount(touched)} ${touched === 1 ? 'code' : 'codes'}`}
        </Button>
      </div>
    </Section>
  );
}

function WhatComesIn({ report }: { readonly report: ChartReport }) {
  const gone = goneWords(report);
  const notable = report.ledgerCodes.filter(({ outcome, state }) => outcome === 'changed' || (outcome === 'new' && state !== 'not_ict'));
  const where = report.sheet === null ? 'Line' : 'Row';
  return (
    <>
      <p role="status"><b>{countsWords(report)}</b> {mappingOutlook(report)}</p>
      {report.decisions.map(({ column, readAs }) => <p key={`${column} ${readAs}`} className="q2">{column}: {readAs}.</p>)}
      {gone !== null && <p className="q2">{gone}</p>}
      {notable.length > 0 && (
        <table className="l codes-preview">
          <caption className="vh">Codes for ICT that would come in</caption>
          <thead><tr><th scope="col">Code</th><th scope="col">Description</th><th scope="col">Return</th><th scope="col">Stands for</th><th scope="col">What changes</th></tr></thead>
          <tbody>
            {notable.slice(0, MOST_SHOWN).map(({ code, name, cfrCode, standsFor, state, outcome, changes }) => (
              <tr key={code}>
                <th scope="row">{code}</th><td>{name}</td><td>{cfrCode}</td><td>{state === 'to_map' ? 'to be mapped' : standsFor}</td>
                <td className="q2">{outcome === 'new' ? 'new' : changes.join('; ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {notable.length > MOST_SHOWN && <p className="q2">{formatCount(notable.length - MOST_SHOWN)} more for ICT come in with them.</p>}
      {report.refused.length > 0 && (
        <Note title={`${formatCount(report.refused.length)} cannot come in:`}>
          <ul className="codes-refused">
            {report.refused.slice(0, MOST_SHOWN).map(({ row, kind, reason }) => <li key={`${row} ${kind} ${reason}`}>{where} {formatCount(row)}: {reason}.</li>)}
            {report.refused.length > MOST_SHOWN && <li>and {formatCount(report.refused.length - MOST_SHOWN)} more.</li>}
          </ul>
        </Note>
      )}
    </>
  );
}
