import { agreeVirement, deleteVirement, insertVirement, updateVirement } from '../../db/repositories/virements.ts';
import type { Virement } from '../../planning/budget/finance.ts';
import { AGREED_STAYS, agreeProblem, askProblem, moveWords } from '../../planning/budget/virement-check.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireFund } from './found.ts';
import { given } from './given.ts';
import { refuse, requireReason, yearsOf } from './problem.ts';

/** @throws Refusal `not_found` where there is no such virement. */
function requireVirement(session: Session, id: number): Virement {
  const found = session.snapshot().finance.virements.find((each) => each.id === id);
  if (found === undefined) throw new Refusal('not_found', `No virement has the number ${id}. It may have been taken back.`, { field: 'id' });
  return found;
}

/** @throws Refusal where it was agreed. */
function requireWaiting(session: Session, id: number): Virement {
  const found = requireVirement(session, id);
  if (found.agreedOn !== null) throw new Refusal('conflict', AGREED_STAYS, { field: 'id' });
  return found;
}

function checkAsked(session: Session, asked: Omit<Virement, 'id' | 'agreedBy' | 'agreedOn'>): void {
  requireFund(session, asked.from.fundKey, 'from.fundKey');
  requireFund(session, asked.to.fundKey, 'to.fundKey');
  refuse(askProblem(session.snapshot(), yearsOf(session), asked, session.today()));
}

export const virementHandlers = {
  'virement.ask': (session, { role, reason: told, ...move }) => {
    const reason = requireReason(told, 'Say why the money is moved.');
    checkAsked(session, { ...move, reason });
    const label = `Ask to move ${moveWords(session.snapshot(), move)}`;
    const { value, change } = session.change(label, { role, reason }, (writer) => insertVirement(writer, { ...move, reason }));
    return { change, value: { id: value } };
  },

  'virement.agree': (session, { role, reason, id, agreedBy, agreedOn }) => {
    const virement = requireWaiting(session, id);
    const snapshot = session.snapshot();
    refuse(agreeProblem(snapshot, yearsOf(session), virement, { agreedBy, agreedOn }, session.today()));
    const { change } = session.change(`Move ${moveWords(snapshot, virement)}, agreed by ${agreedBy}`, { role, reason }, (writer) => agreeVirement(writer, id, agreedBy, agreedOn));
    return { change, value: null };
  },

  'virement.edit': (session, { role, reason, id, set }) => {
    const { id: _id, agreedBy: _by, agreedOn: _on, ...before } = requireWaiting(session, id);
    const after = { ...before, ...given(set) };
    checkAsked(session, after);
    const { change } = session.change(`Change what is asked: ${moveWords(session.snapshot(), after)}`, { role, reason }, (writer) => updateVirement(writer, id, after));
    return { change, value: null };
  },

  'virement.remove': (session, { role, reason, id }) => {
    const virement = requireWaiting(session, id);
    const { change } = session.change(`Take back the move of ${moveWords(session.snapshot(), virement)}`, { role, reason }, (writer) => deleteVirement(writer, id));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'virement.ask' | 'virement.agree' | 'virement.edit' | 'virement.remove'>;
