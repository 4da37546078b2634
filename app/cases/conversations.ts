import {
  deleteConversation, deleteNote, deleteQuestion, insertConversation, insertNote, insertQuestion, updateConversation, updateNote, updateQuestion,
} from '../../db/repositories/conversations.ts';
import { heldProblem } from '../../planning/analysis/conversations/talk-check.ts';
import { personInText, type Person } from '../../planning/analysis/people-words.ts';
import { CONVERSATION_ROLE_WORDS, type ConversationRole } from '../../planning/analysis/vocabulary.ts';
import { formatDate } from '../../planning/calendar.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import { different } from './given.ts';
import { refuse } from './problem.ts';
import { checkDepartment, namedNeed, quotedStart, requireOne } from './talk-found.ts';

type Talk = Person & { readonly heldOn: IsoDate };

/** `the conversation with the Music subject lead of 12 Oct 2026`. */
const talkWords = (session: Session, talk: Talk): string =>
  `the conversation with ${personInText(talk, session.snapshot().departments)} of ${formatDate(talk.heldOn)}`;

const requireTalk = (session: Session, id: number, field?: string) => requireOne(session.snapshot().analysis.conversations, id, 'conversation', field);
const requireNote = (session: Session, id: number) =>
  requireOne(session.snapshot().analysis.conversations.flatMap(({ notes }) => notes), id, 'note');
const requireQuestion = (session: Session, id: number) => requireOne(session.snapshot().analysis.questions, id, 'question');

const questionWords = (kind: ConversationRole, text: string): string => `the question ${quotedStart(text)} for: ${CONVERSATION_ROLE_WORDS[kind]}`;

type Names = 'conversation.add' | 'conversation.edit' | 'conversation.remove' | 'note.add' | 'note.edit' | 'note.remove'
  | 'question.add' | 'question.edit' | 'question.remove';

export const conversationHandlers = {
  'conversation.add': (session, { role, reason, notes, heldOn, person }) => {
    refuse(heldProblem(heldOn, session.today()));
    checkDepartment(session, person.departmentId, 'person.departmentId');
    notes.forEach(({ needId }) => namedNeed(session, needId));
    const talk = { heldOn, ...person };
    const { change, value } = session.change(`Add ${talkWords(session, talk)}`, { role, reason }, (writer) => {
      const id = insertConversation(writer, talk);
      return { id, noteIds: notes.map((note) => insertNote(writer, id, note)) };
    });
    return { change, value };
  },

  'conversation.edit': (session, { role, reason, id, set }) => {
    const { notes: _notes, id: _id, ...before } = requireTalk(session, id);
    const fields = different(set, before);
    if (fields.heldOn !== undefined) refuse(heldProblem(fields.heldOn, session.today()));
    checkDepartment(session, fields.departmentId);
    const { change } = session.change(`Change ${talkWords(session, { ...before, ...fields })}`, { role, reason }, (writer) => updateConversation(writer, id, fields));
    return { change, value: null };
  },

  'conversation.remove': (session, { role, reason, id }) => {
    const talk = requireTalk(session, id);
    const { change } = session.change(`Remove ${talkWords(session, talk)}`, { role, reason }, (writer) => deleteConversation(writer, id));
    return { change, value: null };
  },

  'note.add': (session, { role, reason, conversationId, direction, text, needId }) => {
    requireTalk(session, conversationId, 'conversationId');
    namedNeed(session, needId);
    const { change, value } = session.change(`Note ${quotedStart(text)}`, { role, reason }, (writer) => insertNote(writer, conversationId, { direction, text, needId }));
    return { change, value: { id: value } };
  },

  'note.edit': (session, { role, reason, id, set }) => {
    const { id: _id, position: _position, ...before } = requireNote(session, id);
    const fields = different(set, before);
    const { change } = session.change(noteLabel(session, before.text, fields), { role, reason }, (writer) => updateNote(writer, id, fields));
    return { change, value: null };
  },

  'note.remove': (session, { role, reason, id }) => {
    const { text } = requireNote(session, id);
    const { change } = session.change(`Remove the note ${quotedStart(text)}`, { role, reason }, (writer) => deleteNote(writer, id));
    return { change, value: null };
  },

  'question.add': (session, { role, reason, ...question }) => {
    const { change, value } = session.change(`Add ${questionWords(question.kind, question.text)}`, { role, reason }, (writer) => insertQuestion(writer, question));
    return { change, value: { id: value } };
  },

  'question.edit': (session, { role, reason, id, set }) => {
    const { id: _id, ...before } = requireQuestion(session, id);
    const fields = different(set, before);
    const label = `Change ${questionWords(fields.kind ?? before.kind, fields.text ?? before.text)}`;
    const { change } = session.change(label, { role, reason }, (writer) => updateQuestion(writer, id, fields));
    return { change, value: null };
  },

  'question.remove': (session, { role, reason, id }) => {
    const { kind, text } = requireQuestion(session, id);
    const { change } = session.change(`Remove ${questionWords(kind, text)}`, { role, reason }, (writer) => deleteQuestion(writer, id));
    return { change, value: null };
  },
} satisfies Pick<Handlers, Names>;

/** A note that only changes its need is joined to it or taken off it. */
function noteLabel(session: Session, text: string, fields: { readonly text?: string; readonly needId?: number | null }): string {
  const need = namedNeed(session, fields.needId);
  if (fields.needId === undefined || Object.keys(fields).length > 1) return `Change the note ${quotedStart(fields.text ?? text)}`;
  return need === null ? `Take the note ${quotedStart(text)} off its need` : `Join the note ${quotedStart(text)} to the need ${need.name}`;
}
