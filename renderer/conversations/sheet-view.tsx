import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import type { Question } from '../../planning/analysis/conversations/guide.ts';
import { dueMoney, dueWords, meanAgeWords, talkSheet, type KitFacts } from '../../planning/analysis/conversations/sheet.ts';
import { personName, type Person } from '../../planning/analysis/people-words.ts';
import { CONVERSATION_ROLE_WORDS, type ConversationRole } from '../../planning/analysis/vocabulary.ts';
import { formatDate, formatLongDate } from '../../planning/calendar.ts';
import { formatCount, sumOf } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { DIRECTION_HEADS } from './direction-words.ts';
import { SaidLastTime } from './said-last-time.tsx';

type SheetViewProps = { readonly kind: ConversationRole; /** Null for anybody of the kind. */ readonly person: Person | null; readonly onBack: () => void };

/** A page of A4 to take along: what to ask with room to write, what was said last time, and what the register knows. */
export function SheetView({ kind, person, onBack }: SheetViewProps) {
  const { snapshot, forecast, asOf } = usePlan();
  const sheet = useMemo(() => talkSheet(snapshot, forecast, kind, person), [snapshot, forecast, kind, person]);
  const name = person === null ? CONVERSATION_ROLE_WORDS[kind] : personName(person, snapshot.departments);
  return (
    <>
      <div className="talk-acts sheet-acts">
        <Button variant="link" small onClick={onBack}>Back to all conversations</Button>
        <Button variant="filled" icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print the sheet</Button>
      </div>
      <article className="talk-sheet" aria-label={`Sheet for a conversation: ${name}`}>
        <header>
          <p>{snapshot.school.name}</p>
          <h2>Conversation: {name}</h2>
          <p className="lines"><span>Date</span><span>Also there</span></p>
        </header>
        {person !== null && (
          <section>
            <h3>Said last time{sheet.last === null ? '' : `, ${formatDate(sheet.last.heldOn)}`}</h3>
            <SaidLastTime talk={sheet.last} />
          </section>
        )}
        <KitSection kit={sheet.kit} asOf={asOf} />
        <Asked title={DIRECTION_HEADS.need} questions={sheet.needs} />
        <Asked title={DIRECTION_HEADS.offer} questions={sheet.offers} />
        <footer>Roles only: no names of pupils or staff on this sheet. Figures as at {formatLongDate(asOf)}, net of VAT.</footer>
      </article>
    </>
  );
}

/** Questions with room to write under each. */
function Asked({ title, questions }: { readonly title: string; readonly questions: readonly Question[] }) {
  return (
    <section>
      <h3>{title}</h3>
      <ol>{questions.map(({ text, ownId }) => <li key={ownId ?? text}>{text}<span className="room" /><span className="room" /></li>)}</ol>
    </section>
  );
}

/** As many as leave room for the first questions on the page. */
const KINDS_SHOWN = 6;

function KitSection({ kit, asOf }: { readonly kit: KitFacts; readonly asOf: string }) {
  const others = kit.kinds.slice(kit.kinds.length > KINDS_SHOWN + 1 ? KINDS_SHOWN : kit.kinds.length);
  return (
    <section>
      <h3>What the register knows: {kit.department ?? 'the whole school'}</h3>
      {kit.kinds.length === 0 ? <p>No kit in use {kit.department === null ? 'is in the register' : `is written down for ${kit.department}`} on {formatDate(asOf)}.</p> : (
        <table className="l">
          <thead><tr><th scope="col">Kit in use</th><th scope="col" className="num">Items</th><th scope="col">Mean age</th><th scope="col">Falls due</th><th scope="col" className="num">Planned</th></tr></thead>
          <tbody>{kit.kinds.slice(0, kit.kinds.length - others.length).map((kind) => (
            <tr key={kind.categoryKey}>
              <th scope="row">{kind.name}</th><td className="num">{formatCount(kind.items)}</td><td>{meanAgeWords(kind)}</td>
              <td>{dueWords(kind.due)}</td><td className="num">{dueMoney(kind.due)}</td>
            </tr>
          ))}
          {others.length > 0 && (
            <tr><th scope="row">{formatCount(others.length)} other kinds</th><td className="num">{formatCount(sumOf(others.map(({ items }) => items)))}</td><td colSpan={3}>{others.map(({ name }) => name).join(', ')}</td></tr>
          )}
          </tbody>
          <tfoot><tr className="tot"><th scope="row">All of it</th><td className="num">{formatCount(kit.items)}</td><td>–</td><td>{dueWords(kit.due)}</td><td className="num">{dueMoney(kit.due)}</td></tr></tfoot>
        </table>
      )}
    </section>
  );
}
