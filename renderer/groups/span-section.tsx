import { CircleDashed } from 'lucide-react';
import { useMemo } from 'react';
import type { PeopleGroup } from '../../planning/analysis/facts.ts';
import { explainSpan, spanOfGroups, spanSentence, type Spanned } from '../../planning/analysis/groups/span.ts';
import { personName } from '../../planning/analysis/people-words.ts';
import { formatCount } from '../../planning/money.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { WhyFigure } from '../parts/why.tsx';

type SpanSectionProps = { readonly group: PeopleGroup; readonly onMember: (memberId: number) => void; readonly onAdd: () => void };

/** Who is in a group, and which departments and kinds of people are not. */
export function SpanSection({ group, onMember, onAdd }: SpanSectionProps) {
  const { snapshot, editable } = usePlan();
  const span = useMemo(() => spanOfGroups([group], snapshot.departments), [group, snapshot.departments]);
  return (
    <Section title="Who is in it" link={editable && <Button small onClick={onAdd}>Add a member</Button>}>
      <p className="span-say">{spanSentence(span).parts.map(({ text, strong }, at) => (strong === true ? <strong key={at}>{text}</strong> : text))}</p>
      <div className="span-both">
        <SpanTable head="Department" rows={span.departments} why={() => explainSpan(snapshot, span)} onMember={onMember} />
        <SpanTable head="Kind of person" rows={span.kinds} why={() => explainSpan(snapshot, span)} onMember={onMember} />
      </div>
    </Section>
  );
}

type SpanTableProps = {
  readonly head: string;
  readonly rows: readonly Spanned<unknown>[];
  readonly why: () => ReturnType<typeof explainSpan>;
  readonly onMember: (memberId: number) => void;
};

function SpanTable({ head, rows, why, onMember }: SpanTableProps) {
  const { snapshot: { departments }, editable } = usePlan();
  const there = rows.filter(({ members }) => members.length > 0).length;
  return (
    <table className="l span-table">
      <thead><tr><th scope="col">{head}</th><th scope="col">Members</th></tr></thead>
      <tbody>{rows.map(({ name, members }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td>{members.length === 0 ? <span className="state q2"><CircleDashed className="lucide s" aria-hidden="true" />Nobody</span> : members.map((member, at) => (
            <span key={member.id}>{at > 0 && ', '}{editable ? <Button variant="link" small onClick={() => onMember(member.id)}>{personName(member, departments)}</Button> : personName(member, departments)}</span>
          ))}</td>
        </tr>
      ))}
      </tbody>
      <tfoot><tr className="tot"><th scope="row">Has somebody in it</th><td><WhyFigure title={`What counts here, ${head.toLowerCase()}?`} why={why}>{formatCount(there)} of {formatCount(rows.length)}</WhyFigure></td></tr></tfoot>
    </table>
  );
}
