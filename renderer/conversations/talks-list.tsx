import type { Conversation } from '../../planning/analysis/facts.ts';
import { needRef } from '../../planning/analysis/needs/refs.ts';
import { personName } from '../../planning/analysis/people-words.ts';
import { schoolYearLabel } from '../../planning/analysis/school-year.ts';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';

type TalksListProps = { readonly year: number; readonly talks: readonly Conversation[]; readonly onOpen: (conversationId: number) => void };

/** The conversations of a school year, the latest first, with what was said and what came of it. */
export function TalksList({ year, talks, onOpen }: TalksListProps) {
  return (
    <Section title="Conversations" aside={talks.length === 0 ? undefined : `${formatCount(talks.length)} in ${schoolYearLabel(year)}, newest first`}>
      {talks.length === 0 ? <p className="q2">None is written down for {schoolYearLabel(year)} yet.</p> : (
        <table className="l talk-list">
          <thead><tr><th scope="col">Held on</th><th scope="col">With</th><th scope="col">What was said</th><th scope="col">Became</th></tr></thead>
          <tbody>{talks.map((talk) => <TalkRow key={talk.id} talk={talk} onOpen={onOpen} />)}</tbody>
        </table>
      )}
    </Section>
  );
}

function TalkRow({ talk, onOpen }: { readonly talk: Conversation; readonly onOpen: TalksListProps['onOpen'] }) {
  const { snapshot: { analysis, departments } } = usePlan();
  const { go } = useNavigation();
  const [first] = talk.notes;
  const needs = analysis.needs.filter(({ id }) => talk.notes.some(({ needId }) => needId === id));
  return (
    <tr>
      <td className="nw">{formatDate(talk.heldOn)}</td>
      <th scope="row"><button type="button" className="row-open" onClick={() => onOpen(talk.id)}>{personName(talk, departments)}</button></th>
      <td className="said">{first === undefined ? <span className="q2">No notes</span> : <>{first.text}{talk.notes.length > 1 && <span className="q2"> {formatCount(talk.notes.length - 1)} more {talk.notes.length === 2 ? 'note' : 'notes'}</span>}</>}</td>
      <td>{needs.length === 0 ? <span className="q2">–</span> : needs.map(({ id, number, name }) => (
        <Button key={id} variant="link" small title={name} onClick={() => go('needs', { needId: id })}>{needRef(number)}</Button>
      ))}</td>
    </tr>
  );
}
