import { FileSpreadsheet } from 'lucide-react';
import { withAnswer } from '../../app/contract/import-options.ts';
import type { Examination } from '../../app/contract/intake-report.ts';
import { formatDate } from '../../planning/calendar.ts';
import { Button } from '../parts/button.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { fileWords, totalsWords } from './import-words.ts';
import type { Import } from './use-import.ts';

type FileBarProps = { readonly it: Import; readonly found: Examination; readonly done: boolean; readonly onChoose: (file: File) => void };

/** Which file this is, how it is read, and the matching that was used for its like before. */
export function FileBar({ it, found, done, onChoose }: FileBarProps) {
  const use = (kept: Examination['lastTime']): void => { if (kept !== null) it.replace(withAnswer(it.options, kept.options)); };
  const { lastTime, putBy, cameInBefore } = found;
  const asLastTime = lastTime !== null && JSON.stringify(withAnswer(it.options, lastTime.options)) === JSON.stringify(it.options);
  return (
    <div className="import-file">
      <FileSpreadsheet aria-hidden="true" /><b>{found.fileName}</b>
      <span className="q2">
        {found.stuck === null ? fileWords(found) + totalsWords(found) : 'It has not been understood yet.'}
        {cameInBefore !== null && !done && ` This very file came in on ${formatDate(cameInBefore.slice(0, 10))}.`}
        {asLastTime && !done && ' Matched as last time.'}
      </span>
      {!done && (
        <span className="acts">
          {putBy !== null && <Button variant="link" onClick={() => use(putBy)}>Go on where you stopped</Button>}
          {asLastTime && <Button variant="link" onClick={() => it.replace({})}>Match it afresh</Button>}
          {lastTime !== null && !asLastTime && <Button variant="link" onClick={() => use(lastTime)}>Use the matching from last time</Button>}
          <FileButton variant="link" onFile={onChoose}>Choose another file</FileButton>
        </span>
      )}
    </div>
  );
}
