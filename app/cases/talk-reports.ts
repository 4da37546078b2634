import { roundOf } from '../../planning/analysis/conversations/round.ts';
import { roundSentence } from '../../planning/analysis/conversations/sentence.ts';
import type { PeopleGroup } from '../../planning/analysis/facts.ts';
import { backingWords } from '../../planning/analysis/groups/backing.ts';
import { spanOfGroups, spanSentence } from '../../planning/analysis/groups/span.ts';
import { groupsSentence, uptakeOf, uptakeWords } from '../../planning/analysis/groups/uptake.ts';
import { needTitle, objectiveTitle } from '../../planning/analysis/needs/refs.ts';
import { personName } from '../../planning/analysis/people-words.ts';
import { schoolYearLabel, schoolYearOf } from '../../planning/analysis/school-year.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { Answer } from '../contract/contract.ts';
import { ideasTable, membersTable } from '../documents/group-tables.ts';
import { tableFile } from '../documents/table-document.ts';
import { notesTable, roundTable } from '../documents/talk-tables.ts';
import type { Handlers } from '../handlers.ts';

const needIn = ({ analysis: { needs } }: PlanSnapshot) => (needId: number | null): string | null => {
  const need = needs.find(({ id }) => id === needId);
  return need === undefined ? null : needTitle(need);
};

function groupReport(snapshot: PlanSnapshot, group: PeopleGroup): Answer<'group.report'>['groups'][number] {
  const { analysis: { objectives }, departments } = snapshot;
  const need = needIn(snapshot);
  const span = spanOfGroups([group], departments);
  return {
    name: group.name, aims: group.aims, backing: backingWords(group), meets: group.meets,
    objectives: objectives.filter(({ id }) => group.objectiveIds.includes(id)).map(objectiveTitle),
    span: spanSentence(span).text, taken: uptakeWords(uptakeOf(group.ideas)),
    departments: span.departments.map(({ name, members }) => ({ name, members: members.length })),
    kinds: span.kinds.map(({ name, members }) => ({ name, members: members.length })),
    members: group.members.map((member) => personName(member, departments)),
    ideas: group.ideas.map(({ raisedOn, text, fate, because, needId }) => ({ raisedOn, text, fate, because, need: need(needId) })),
  };
}

export const talkReportHandlers = {
  'conversation.round': (session, { asOf = session.today(), year = schoolYearOf(asOf) }) => {
    const snapshot = session.snapshot();
    const { analysis, departments } = snapshot;
    const need = needIn(snapshot);
    return {
      year, label: schoolYearLabel(year), sentence: roundSentence(snapshot, year, asOf).text,
      people: roundOf(analysis, year, asOf).map((person) => ({
        name: personName(person, departments), kind: person.kind, heardOn: person.conversations[0]?.heldOn ?? null, conversations: person.conversations.length,
      })),
      conversations: analysis.conversations.filter(({ heldOn }) => schoolYearOf(heldOn) === year && heldOn <= asOf).map((talk) => ({
        heldOn: talk.heldOn, name: personName(talk, departments), kind: talk.kind,
        notes: talk.notes.map(({ direction, text, needId }) => ({ direction, text, need: need(needId) })),
      })),
    };
  },

  'group.report': (session) => {
    const snapshot = session.snapshot();
    const { groups } = snapshot.analysis;
    return { sentence: groupsSentence(groups).text, groups: groups.map((group) => groupReport(snapshot, group)) };
  },

  'documents.conversations': (session, { format, table, year, asOf = session.today() }) => tableFile(
    format, table === 'notes' ? notesTable(session.snapshot(), asOf, year ?? null) : roundTable(session.snapshot(), asOf, year ?? schoolYearOf(asOf)),
  ),

  'documents.groups': (session, { format, table, asOf = session.today() }) =>
    tableFile(format, table === 'ideas' ? ideasTable(session.snapshot(), asOf) : membersTable(session.snapshot(), asOf)),
} satisfies Pick<Handlers, 'conversation.round' | 'group.report' | 'documents.conversations' | 'documents.groups'>;
