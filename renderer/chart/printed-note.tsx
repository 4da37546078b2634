import { usePrintedWords } from '../parts/printed-margins.tsx';
import './chart.css';

/** What a printed chart must say of itself: whose figures, of which day, with or without a what-if. Not on screen. */
export function PrintedNote() {
  const { school, whatIf, asAt, scenario } = usePrintedWords();
  return <p className="printed-note">{school}. {scenario}. {asAt}, whole pounds, net of VAT. {whatIf}</p>;
}
