import { useId } from 'react';
import { questionsFor } from '../../planning/analysis/conversations/guide.ts';
import { lastTalk } from '../../planning/analysis/conversations/sheet.ts';
import type { Conversation } from '../../planning/analysis/facts.ts';
import { CONVERSATION_ROLE_WORDS, TALK_DIRECTIONS } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import { usePlan } from '../lib/plan.tsx';
import { Section } from '../parts/section.tsx';
import { DIRECTION_HEADS } from './direction-words.ts';
import { SaidLastTime } from './said-last-time.tsx';

/** Beside the notes: what to ask this kind of person, both ways round, and what was said before. */
export function GuideAside({ talk }: { readonly talk: Conversation }) {
  const { snapshot: { analysis } } = usePlan();
  const id = useId();
  const last = lastTalk(analysis.conversations, talk, talk.heldOn, talk.id);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <aside className="side talk-guide" aria-labelledby={id} tabIndex={0}>
      <p className="q2">Guide for: {CONVERSATION_ROLE_WORDS[talk.kind]}</p>
      <h2 id={id}>Questions to ask</h2>
      {TALK_DIRECTIONS.map((direction) => (
        <Section key={direction} title={DIRECTION_HEADS[direction]}>
          <ul className="talk-questions">{questionsFor(analysis.questions, talk.kind, direction).map(({ text, ownId }) => (
            <li key={ownId ?? text}>{text}{ownId !== null && <span className="q2"> (the school’s own)</span>}</li>
          ))}</ul>
        </Section>
      ))}
      <Section title="Said last time" aside={last === null ? undefined : formatDate(last.heldOn)}><SaidLastTime talk={last} /></Section>
    </aside>
  );
}
