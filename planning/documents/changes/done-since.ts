import { decided, isMade } from '../../analysis/decisions/log.ts';
import { decidedWords } from '../../analysis/decisions/reply.ts';
import { decisionRef } from '../../analysis/needs/refs.ts';
import { formatDate } from '../../calendar.ts';
import { policySubjectWords } from '../../policies/change-words.ts';
import { POLICY_FIELD_WORDS, policyValueWords } from '../../policies/words.ts';
import type { PlanSnapshot, RefreshPolicy } from '../../snapshot.ts';
import { inWords, reasonWords, startUpper } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts, Earlier } from '../facts.ts';
import { lead } from '../model.ts';
import { namedFor } from '../names.ts';
import { documentTable, firstOf, moreNote, tableRow, wordsColumn } from '../tables.ts';

/** So many rows are listed; the rest are counted. */
const MOST_ROWS = 40;

const FIELDS = Object.keys(POLICY_FIELD_WORDS) as (keyof typeof POLICY_FIELD_WORDS)[];

type Rule = { readonly what: string; readonly before: string; readonly after: string };

/** How long kit is kept, what it costs and what else the school plans by: field by field, where it is not as it was. */
export function rulesSection({ snapshot, settings: { reader } }: DocumentFacts, { snapshot: was }: Earlier): DraftSection | null {
  const rules = rulesOf(namedFor(reader, was), namedFor(reader, snapshot));
  if (rules.length === 0) return null;
  const { shown, more } = firstOf(rules, MOST_ROWS);
  return {
    key: 'rules', title: 'What the plan goes by',
    blocks: [
      lead(`${startUpper(inWords(rules.length))} ${rules.length === 1 ? 'rule of the plan is' : 'rules of the plan are'} not what ${rules.length === 1 ? 'it was' : 'they were'}.`),
      documentTable('What the plan goes by, then and now', [wordsColumn('What', 3), wordsColumn('Then', 2), wordsColumn('Now', 2)],
        shown.map(({ what, before, after }) => tableRow('body', what, before, after)), moreNote(more, 'rule', 'rules')),
    ],
  };
}

function rulesOf(was: PlanSnapshot, is: PlanSnapshot): Rule[] {
  const keyOf = ({ categoryKey, userGroup, modelId, assetId }: RefreshPolicy): string => [categoryKey, userGroup, modelId, assetId].join('/');
  const before = new Map(was.policies.map((policy) => [keyOf(policy), policy]));
  const kept = new Set(is.policies.map(keyOf));
  return [
    ...is.policies.flatMap((policy) => {
      const then = before.get(keyOf(policy));
      const subject = startUpper(policySubjectWords(is, policy));
      return then === undefined ? [{ what: subject, before: 'no policy of its own', after: policyValueWords(is, 'lifeMonths', policy) }] : changedFields(was, is, then, policy, subject);
    }),
    ...was.policies.filter((policy) => !kept.has(keyOf(policy))).map((policy) => ({ what: startUpper(policySubjectWords(was, policy)), before: policyValueWords(was, 'lifeMonths', policy), after: 'no policy of its own' })),
  ];
}

const changedFields = (was: PlanSnapshot, is: PlanSnapshot, then: RefreshPolicy, now: RefreshPolicy, subject: string): Rule[] => FIELDS.flatMap((field): Rule[] => {
  const [before, after] = [policyValueWords(was, field, then), policyValueWords(is, field, now)];
  return before === after ? [] : [{ what: `${subject}: ${POLICY_FIELD_WORDS[field]}`, before, after }];
});

/** Decisions that were made since, with their reasons. */
export function decidedSection({ plan }: DocumentFacts, { snapshot: was }: Earlier): DraftSection {
  const known = new Set(was.analysis.decisions.filter(isMade).map(({ id }) => id));
  const made = decided(plan.analysis).filter(({ id }) => !known.has(id));
  const { shown, more } = firstOf(made, MOST_ROWS);
  if (made.length === 0) return { key: 'decided', title: 'What was decided', blocks: [lead('Nothing has been decided since.')] };
  return {
    key: 'decided', title: 'What was decided',
    blocks: [
      lead(`${startUpper(inWords(made.length))} decision${made.length === 1 ? ' was' : 's were'} made since.`),
      documentTable('Decisions made since', [wordsColumn('No.', 0.7), wordsColumn('Decided', 1.2), wordsColumn('What', 4), wordsColumn('Because', 3), wordsColumn('Who', 1.5)],
        shown.map((decision) => tableRow('body', decisionRef(decision.number), formatDate(decision.decidedOn), decidedWords(plan, decision), decision.because === null ? 'No reason was given.' : `${reasonWords(decision.because)}.`, decision.decider)),
        moreNote(more, 'decision', 'decisions')),
    ],
  };
}

/** What people changed in the plan, the newest first, with who did it and why. */
export function doneSection({ history }: DocumentFacts): DraftSection {
  if (history.length === 0) return { key: 'done', title: 'Who changed what', blocks: [lead('Nobody has changed the plan since. What differs comes from the day alone.')] };
  const { shown, more } = firstOf(history.toReversed(), MOST_ROWS);
  const unsaid = history.filter(({ reason }) => reason === null).length;
  return {
    key: 'done', title: 'Who changed what',
    blocks: [
      lead(`The plan was changed ${history.length === 1 ? 'once' : `${inWords(history.length)} times`}. ${unsaid === 0 ? 'Every change has a reason.' : `${startUpper(unsaid === history.length ? 'none' : inWords(history.length - unsaid))} of the changes ${history.length - unsaid === 1 ? 'has' : 'have'} a reason of ${history.length - unsaid === 1 ? 'its' : 'their'} own.`}`),
      documentTable('Changes of the plan, the newest first', [wordsColumn('Day', 1.2), wordsColumn('What', 4.5), wordsColumn('Why', 3), wordsColumn('Who', 1.7)],
        shown.map(({ on, label, reason, role }) => tableRow('body', formatDate(on), label, reason === null ? 'no reason given' : reasonWords(reason), role)), moreNote(more, 'change', 'changes')),
    ],
  };
}
