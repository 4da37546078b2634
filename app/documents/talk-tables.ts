import { roundOf } from '../../planning/analysis/conversations/round.ts';
import { needRef } from '../../planning/analysis/needs/refs.ts';
import { schoolYearLabel, schoolYearOf } from '../../planning/analysis/school-year.ts';
import { CONVERSATION_ROLE_WORDS, type TalkDirection } from '../../planning/analysis/vocabulary.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { TableColumn, TableDocument } from './table-document.ts';

/** What a note is of, as a file says it. */
export const DIRECTION_WORDS: Readonly<Record<TalkDirection, string>> = { need: 'What they need to do', offer: 'What ICT could do' };

const text = (heading: string, width: number): TableColumn => ({ heading, kind: 'text', width });
const date = (heading: string): TableColumn => ({ heading, kind: 'date', width: 13 });

const NOTE_COLUMNS: readonly TableColumn[] = [
  date('Held on'), text('School year', 12), text('Kind of person', 20), text('Role', 26), text('Department', 22), text('Which way round', 22), text('Note', 60),
  text('Need', 8), text('What the need is', 30),
];

const departmentIn = ({ departments }: PlanSnapshot) => (departmentId: number | null): string | null => departments.find(({ id }) => id === departmentId)?.name ?? null;

/** Every note of every conversation of a school year, or of all; a conversation without notes is a row of its own. */
export function notesTable(snapshot: PlanSnapshot, asOf: IsoDate, year: number | null): TableDocument {
  const { conversations, needs } = snapshot.analysis;
  const department = departmentIn(snapshot);
  return {
    title: 'Notes of conversations', sheet: 'Notes', school: snapshot.school.name, asOf, columns: NOTE_COLUMNS,
    rows: conversations.filter(({ heldOn }) => year === null || schoolYearOf(heldOn) === year).flatMap(({ heldOn, kind, role, departmentId, notes }) => {
      const start = [heldOn, schoolYearLabel(schoolYearOf(heldOn)), CONVERSATION_ROLE_WORDS[kind], role, department(departmentId)];
      if (notes.length === 0) return [[...start, null, null, null, null]];
      return notes.map((note) => {
        const need = needs.find(({ id }) => id === note.needId);
        return [...start, DIRECTION_WORDS[note.direction], note.text, need === undefined ? null : needRef(need.number), need?.name ?? null];
      });
    }),
  };
}

const ROUND_COLUMNS: readonly TableColumn[] = [
  text('School year', 12), text('Kind of person', 20), text('Role', 26), text('Department', 22), text('Heard', 8), date('Last heard on'), { heading: 'Conversations', kind: 'count', width: 13 },
];

/** A year's round: who is to be heard, and who has been. */
export function roundTable(snapshot: PlanSnapshot, asOf: IsoDate, year: number): TableDocument {
  const department = departmentIn(snapshot);
  return {
    title: `Who is heard in ${schoolYearLabel(year).replace('/', '-')}`, sheet: 'Round', school: snapshot.school.name, asOf, columns: ROUND_COLUMNS,
    rows: roundOf(snapshot.analysis, year, asOf).map(({ kind, role, departmentId, conversations }) => [
      schoolYearLabel(year), CONVERSATION_ROLE_WORDS[kind], role, department(departmentId), conversations.length > 0 ? 'Yes' : 'No', conversations[0]?.heldOn ?? null, conversations.length,
    ]),
  };
}
