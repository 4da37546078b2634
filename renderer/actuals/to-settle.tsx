import { useState } from 'react';
import type { ActualsReport } from '../../app/contract/actuals.ts';
import { codeState } from '../../planning/budget/ledger-codes.ts';
import { schemeOn } from '../../planning/budget/codes.ts';
import { MAPPING_CHOICES, mappingWords } from '../../planning/budget/mapping-words.ts';
import { formatExact } from '../../planning/money.ts';
import { fundOptions } from '../lib/fund-options.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { rowsWords } from './what-comes-in.tsx';

type Unknown = ActualsReport['unknown'][number];

/** Rows that are told one by one before the rest is only counted. */
const MOST_ROWS = 30;

/** Codes that the plan does not know, each with what it could stand for; and the rows that cannot come in, with their reasons. */
export function ToSettle({ found }: { readonly found: ActualsReport }) {
  const { unknown, refusedRows, refused } = found;
  if (refused.rows === 0) return null;
  const shown = refusedRows.slice(0, MOST_ROWS);
  return (
    <Section title="What cannot come in yet" aside={`${rowsWords(refused.rows)}, ${formatExact(refused.pence)}`}>
      {unknown.length > 0 && (
        <>
          <p className="q2">Say what a code stands for, and the file is looked at again. It is kept in the plan, and can be undone.</p>
          <ul className="plain actuals-codes">{unknown.map((code) => <UnknownCode key={`${code.what} ${code.code}`} unknown={code} />)}</ul>
        </>
      )}
      <details className="actuals-refused" open={unknown.length === 0}>
        <summary>The rows, with the reason beside each</summary>
        <ul className="plain actuals-points">
          {shown.map(({ row, sentence }) => <li key={row}>{sentence}</li>)}
          {refused.rows > shown.length && <li>And {rowsWords(refused.rows - shown.length)} more.</li>}
        </ul>
      </details>
    </Section>
  );
}

const NOT_ICT = 'not_ict';

function UnknownCode({ unknown }: { readonly unknown: Unknown }) {
  const { snapshot, asOf, editable } = usePlan();
  const run = useCommand();
  const [busy, setBusy] = useState(false);
  const { what, code, description, rows, pence, firstRow } = unknown;
  const scheme = schemeOn(snapshot, asOf);
  const choose = async (value: string): Promise<void> => {
    setBusy(true);
    if (what === 'fund') await run('fundCode.set', { codes: [{ code, set: { fundKey: value } }] });
    else {
      const choice = value === NOT_ICT ? { costCategory: null, nature: null } : MAPPING_CHOICES[Number(value)] ?? { costCategory: null, nature: null };
      await run('ledgerCode.set', { codes: [{ code, set: { description: describedAs(description, value === NOT_ICT), ...choice } }] });
    }
    setBusy(false);
  };
  const label = `What ${what === 'fund' ? 'fund code' : ''} ${code} stands for`.replaceAll('  ', ' ');
  const options = what === 'fund' ? fundOptions(snapshot.funds, 'Choose a fund').map(({ value, label: words }) => ({ value, label: words }))
    : [
      { value: '', label: 'Choose what it stands for' }, { value: NOT_ICT, label: 'Not ICT: leave it out' },
      ...MAPPING_CHOICES.map((choice, at) => ({ value: String(at), label: mappingWords(choice, scheme) })),
    ];
  return (
    <li>
      <p><b>{what === 'fund' ? `Fund code ${code}` : code}</b>{description === null ? '' : ` ${description}`}<span className="q2"> {rowsWords(rows)} from row {firstRow}, {formatExact(pence)}</span></p>
      <SelectField label={label} hideLabel small value="" disabled={!editable || busy} options={options} onChange={(event) => void choose(event.target.value)} />
    </li>
  );
}

/** A code that is not ICT keeps its description, but for one that speaks of ICT: it would be asked about again. */
const describedAs = (description: string | null, isNot: boolean): string => {
  const text = description ?? '';
  return isNot && codeState({ description: text, ledgerType: null, cfrCode: null, costCategory: null }) === 'to_map' ? '' : text;
};
