import { CircleHelp, Minus } from 'lucide-react';
import { ANSWER_STANDING_WORDS, type AnswerStanding, type StandingCounts } from '../../planning/analysis/standards/answers.ts';
import { formatCount } from '../../planning/money.ts';
import { startLower } from '../../planning/words.ts';
import { StateWord } from '../parts/tag.tsx';

const TONES = { not: 'over', partly: 'warn', meets: 'ok' } as const;

/** How a requirement or a standard stands: a word with its icon and colour. */
export function StandingWord({ standing }: { readonly standing: AnswerStanding }) {
  const words = ANSWER_STANDING_WORDS[standing];
  if (standing !== 'unknown' && standing !== 'na') return <StateWord tone={TONES[standing]}>{words}</StateWord>;
  const Icon = standing === 'unknown' ? CircleHelp : Minus;
  return <span className="state q2"><Icon className="lucide s" aria-hidden="true" />{words}</span>;
}

/** "2 not met, 1 partly met, 4 not known, 3 met". */
export const countWords = (counts: StandingCounts): string =>
  (['not', 'partly', 'unknown', 'meets', 'na'] as const).filter((standing) => counts[standing] > 0)
    .map((standing) => `${formatCount(counts[standing])} ${startLower(ANSWER_STANDING_WORDS[standing])}`).join(', ');
