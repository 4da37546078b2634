import { formatLongDate } from '../calendar.ts';
import { formatExact } from '../money.ts';
import type { Forecast } from '../result.ts';
import { followedBy, money, say, strong, type Sentence } from '../sentences/say.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { capitalRuleOf } from './capital.ts';
import { schemeOn } from './codes.ts';
import { becomes } from './profile.ts';
import { naturesOf } from './rule-effect.ts';
import { basisNoun } from './rule-words.ts';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;

/** What the money profile opens with: how the school accounts, what is capital by its rule, and what that comes to in the open year. */
export function profileSentence(snapshot: PlanSnapshot, plan: Forecast): Sentence {
  const { school, finance: { profile: { conversion }, capitalRules } } = snapshot;
  const [open] = plan.years;
  if (open === undefined) return say(school.name);
  const scheme = schemeOn(snapshot, plan.asOf);
  const accounts = say(
    `${school.name} accounts by `, strong(scheme === 'cfr' ? 'CFR' : 'the academy returns'), ` in ${MONTHS[school.yearStartMonth - 1] ?? ''} years`,
    conversion !== null && conversion.on > plan.asOf ? `, until it becomes ${becomes(conversion.type)} on ${formatLongDate(conversion.on)}.` : '.',
  );
  const rule = capitalRuleOf(capitalRules, open.year);
  const ruled = rule === null ? say('No rule says yet what counts as capital')
    : say('What costs ', strong(`${formatExact(rule.thresholdPence)} or more for ${basisNoun(rule.basis)}`), ` is capital${rule.basis === 'ask' ? ', if the school says so' : ''}`);
  const capital = naturesOf(snapshot, plan).capital[0] ?? 0;
  const planned = plan.totals.plannedPence[0] ?? 0;
  const comes = say(planned === 0 ? `; ${open.label} has no cost yet.` : capital === 0 ? `; all ${money(planned)} of ${open.label} is revenue.` : `; ${money(capital)} of the ${money(planned)} of ${open.label} is capital.`);
  return followedBy(followedBy(accounts, { text: ruled.text + comes.text, parts: [...ruled.parts, ...comes.parts] }), laterRule(snapshot, plan));
}

/** The next rule for capital of a later year that is shown: `From 2027/28 capital is what costs £10,000 or more for one order.` */
function laterRule({ finance: { capitalRules } }: PlanSnapshot, { years }: Forecast): Sentence | null {
  const next = years.slice(1).find(({ year }) => capitalRules.some(({ fromYear }) => fromYear === year));
  const rule = next === undefined ? null : capitalRuleOf(capitalRules, next.year);
  if (next === undefined || rule === null) return null;
  return say(`From ${next.label} capital is what costs ${formatExact(rule.thresholdPence)} or more for ${basisNoun(rule.basis)}${rule.basis === 'ask' ? ', if the school says so' : ''}.`);
}
