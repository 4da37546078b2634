import { ArrowRight } from 'lucide-react';
import type { Examination } from '../../app/contract/intake-report.ts';
import { Button } from '../parts/button.tsx';
import { countWords } from './import-words.ts';

type ImportFootProps = {
  readonly found: Examination;
  readonly working: boolean;
  /** The name of the step that follows; null on the last, which has a button of its own. */
  readonly next: string | null;
  readonly canGoOn: boolean;
  readonly onBack: () => void;
  readonly onNext: () => void;
  readonly onPutBy: () => void;
};

/** The foot of every step: back, what would come, put it by, go on. */
export function ImportFoot({ found, working, next, canGoOn, onBack, onNext, onPutBy }: ImportFootProps) {
  return (
    <div className="import-foot">
      <Button onClick={onBack}>Back</Button>
      <span className="q2">{found.stuck === null ? `What comes next: ${countWords(found.rows)}.` : found.stuck}</span>
      <span className="last">
        <Button onClick={onPutBy}>Stop and keep for later</Button>
        {next !== null && <Button variant="filled" disabled={!canGoOn || working} onClick={onNext}>{next}<ArrowRight aria-hidden="true" /></Button>}
      </span>
    </div>
  );
}
