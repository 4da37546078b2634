import type { ImportReport } from '../../app/contract/intake-report.ts';
import { formatCount } from '../../planning/money.ts';
import { startUpper } from '../../planning/words.ts';

/** How each thing was read where the file leaves room, for whoever wants to know. */
export function WhatWasDecided({ decisions }: Pick<ImportReport, 'decisions'>) {
  if (decisions.length === 0) return null;
  return (
    <details className="decided">
      <summary>What was decided for you ({formatCount(decisions.length)})</summary>
      <ul>
        {decisions.map(({ column, readAs }, at) => <li key={at}><b>{column}:</b> {startUpper(readAs)}</li>)}
      </ul>
    </details>
  );
}
