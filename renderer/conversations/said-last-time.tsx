import type { Conversation } from '../../planning/analysis/facts.ts';
import { needState, NEED_STATE_WORDS } from '../../planning/analysis/needs/need-state.ts';
import { needTitle } from '../../planning/analysis/needs/refs.ts';
import { startLower } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';

/** What was said in an earlier conversation, and what has become of it. */
export function SaidLastTime({ talk }: { readonly talk: Conversation | null }) {
  const { snapshot: { analysis }, asOf } = usePlan();
  if (talk === null) return <p className="q2">There is no earlier conversation with this role.</p>;
  if (talk.notes.length === 0) return <p className="q2">Nothing was noted.</p>;
  return (
    <ul className="talk-said">
      {talk.notes.map((note) => {
        const need = analysis.needs.find(({ id }) => id === note.needId);
        return (
          <li key={note.id}>
            {note.text}
            {need !== undefined && <span className="q2"> Became {needTitle(need)}: {startLower(NEED_STATE_WORDS[needState(analysis, need, asOf).kind])}.</span>}
          </li>
        );
      })}
    </ul>
  );
}
