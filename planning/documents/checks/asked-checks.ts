import { formatLongDate } from '../../calendar.ts';
import type { PlanChange } from '../../scenarios/change.ts';
import { inWords, startUpper } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';
import type { DocumentModel } from '../model.ts';
import type { CheckLink, DocumentCheck } from './check.ts';

/** These stand in the plan as kit moved by hand and as decisions about kit once they are applied, with their reasons. */
const IN_THE_PLAN: ReadonlySet<PlanChange['kind']> = new Set(['move', 'action']);

/**
 * Costs that are where they are because somebody said so, and whether they said why: kit moved to another year, decided
 * about otherwise than its policy says, and what the way forward does differently.
 */
export function reasonsCheck({ snapshot: { assets, actions }, scenario }: DocumentFacts): DocumentCheck {
  const unsaid = (reason: string | null): boolean => (reason ?? '').trim() === '';
  const kit = assets.filter(({ movedTo, movedReason }) => movedTo !== null && unsaid(movedReason)).length + actions.filter(({ reason }) => unsaid(reason)).length;
  const differences = (scenario?.differences ?? []).filter(({ change, reason }) => !IN_THE_PLAN.has(change.kind) && unsaid(reason)).length;
  const count = kit + differences;
  if (count === 0) return { kind: 'reasons', ok: true, text: 'Every cost has a reason', links: [] };
  const links: CheckLink[] = [...(kit === 0 ? [] : [{ text: 'Refresh plan', page: 'refresh-plan' as const }]), ...(differences === 0 ? [] : [{ text: 'Scenarios', page: 'scenarios' as const }])];
  return { kind: 'reasons', ok: false, text: `${startUpper(inWords(count))} ${count === 1 ? 'cost was changed and has no reason' : 'costs were changed and have no reason'}`, links };
}

/** Whether those who read it are asked for anything: what they decide stands between two rules. */
export function decisionsCheck(_facts: DocumentFacts, { sections }: DocumentModel): DocumentCheck {
  const asks = sections.find(({ blocks }) => blocks.some((block) => block.kind === 'box' && block.items.length > 0));
  return asks === undefined
    ? { kind: 'decisions', ok: false, text: 'It asks for no decision', links: [{ text: 'Decisions', page: 'decisions' }] }
    : { kind: 'decisions', ok: true, text: 'It says what is to be decided', links: [{ text: `“${asks.title}”`, section: asks.key }] };
}

/** Whether it says which meeting it is for, and whether that is still to come. One that was sent is past its meeting sooner or later. */
export function meetingCheck({ settings: { heldFor, heldOn }, forecast: { asOf }, version: { state } }: DocumentFacts): DocumentCheck | null {
  if (state === 'sent') return null;
  if (heldOn !== null && heldOn < asOf) return { kind: 'meeting', ok: false, text: `The meeting of ${formatLongDate(heldOn)} is over`, links: [] };
  return heldFor === null ? { kind: 'meeting', ok: false, text: 'It does not say for whom it is', links: [] } : null;
}
