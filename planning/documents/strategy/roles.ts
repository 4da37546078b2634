import { outlineOf, objectivesIn } from '../../analysis/development/outline.ts';
import { planOfDay } from '../../analysis/development/standing.ts';
import { answersOf } from '../../analysis/standards/answers.ts';
import { objectiveTitle } from '../../analysis/needs/refs.ts';
import { addMonths, formatLongDate } from '../../calendar.ts';
import { formatCount } from '../../money.ts';
import { say, strong, type Sentence } from '../../sentences/say.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import { compareNames, foldedName, listOf, startUpper } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, lead, paragraph, type DocumentBlock } from '../model.ts';
import { documentTable, firstOf, moreNote, tableRow, wordsColumn } from '../tables.ts';
import { askedAndAnswered } from './standards.ts';

const MOST_ROLES = 30;
const MOST_NAMED = 4;
/** A strategy is looked at again once a year. */
const REVIEW_MONTHS = 12;

/** Who is responsible for what, who has agreed to it, and when it is looked at again. */
export function rolesSection(facts: DocumentFacts): DraftSection {
  return {
    key: 'roles', title: 'Roles and review',
    blocks: [lead(...reviewSentence(facts).parts), ...rolesBlocks(facts.snapshot, facts.forecast.asOf), ...namedBlocks(facts)],
  };
}

type Dated = Pick<DocumentFacts, 'settings'> & { readonly forecast: Pick<DocumentFacts['forecast'], 'asOf'>; readonly snapshot: { readonly analysis: Pick<PlanSnapshot['analysis'], 'standards'> } };

/** To whom it goes, and by when it is looked at again: by the day that the standard for a strategy has, else within a year. */
export function reviewSentence({ settings: { heldFor, heldOn }, forecast: { asOf }, snapshot }: Dated): Sentence {
  const to = heldFor === null ? heldOn === null ? [] : ['This strategy is put forward on ', strong(formatLongDate(heldOn)), '. ']
    : ['This strategy goes to ', strong(heldFor), heldOn === null ? '' : ` on ${formatLongDate(heldOn)}`, '. '];
  const asked = snapshot.analysis.standards.find(({ ref }) => ref === STRATEGY_STANDARD)?.nextReview ?? null;
  const from = heldOn === null || heldOn < asOf ? asOf : heldOn;
  const by = asked !== null && asked >= from ? asked : addMonths(from, REVIEW_MONTHS);
  return say(...to, to.length === 0 ? 'This strategy' : 'It', ' is looked at again by ', strong(formatLongDate(by)), ', with the numbers of pupils and the prices of that day.');
}

/** The DfE's requirements that somebody is named: a leader and a governor for technology, and those who answer for filtering. */
const NAMED_ROLES: ReadonlySet<string> = new Set(['DL-1', 'DL-2', 'FM-1']);

function namedBlocks({ snapshot, forecast, records }: DocumentFacts): DocumentBlock[] {
  const items = askedAndAnswered(answersOf(snapshot, forecast, records).filter(({ requirement: { ref } }) => NAMED_ROLES.has(ref)));
  return items.length === 0 ? [] : [heading('Who has to be named'), { kind: 'list', ordered: false, items }];
}

/** The DfE's requirement that there is a strategy: its next review is this strategy's. */
const STRATEGY_STANDARD = 'DL-6';

type Duty = { readonly role: string; readonly rank: number; readonly what: string };

/** Who does what, by role, as the plan names them: nobody is named who is not in it. */
export function dutiesOf({ analysis }: Pick<PlanSnapshot, 'analysis'>, asOf: string): readonly { readonly role: string; readonly duties: readonly string[] }[] {
  const plan = planOfDay(analysis.plans, asOf);
  const objectives = plan === null ? [] : objectivesIn(outlineOf(analysis, plan)).filter(({ state }) => state === 'open');
  const waiting = analysis.decisions.filter(({ choice }) => choice === null);
  const byRole = <Row>(rows: readonly Row[], roleOf: (row: Row) => string | null, rank: number, what: (rows: readonly Row[]) => string): Duty[] =>
    [...Map.groupBy(rows.filter((row) => roleOf(row) !== null), (row) => foldedName(roleOf(row) ?? ''))].map(([, own]) => ({ role: own[0] === undefined ? '' : roleOf(own[0]) ?? '', rank, what: what(own) }));
  const duties = [
    ...byRole(plan === null ? [] : [plan], ({ ownerRole }) => ownerRole, 0, (own) => `owns ${named(own.map(({ name }) => `the ${name.replace(/^the /iu, '')}`))}`),
    ...byRole(objectives, ({ leadRole }) => leadRole, 2, (own) => `leads ${named(own.map(objectiveTitle))}`),
    ...byRole(waiting, ({ decider }) => decider, 1, (own) => `decides about ${named(own.map(({ title }) => `“${title}”`))}`),
    ...byRole(analysis.standards, ({ ownerRole }) => ownerRole, 3, (own) => `answers for ${formatCount(own.length)} ${own.length === 1 ? 'requirement' : 'requirements'} of the DfE’s standards`),
    ...byRole(analysis.groups, ({ backerRole }) => backerRole, 4, (own) => `backs ${named(own.map(({ name }) => `the ${name.replace(/^the /iu, '')}`))}`),
  ];
  return [...Map.groupBy(duties, ({ role }) => foldedName(role)).values()]
    .toSorted((a, b) => (a[0]?.rank ?? 0) - (b[0]?.rank ?? 0) || compareNames(a[0]?.role ?? '', b[0]?.role ?? ''))
    .map((own) => ({ role: own[0]?.role ?? '', duties: own.map(({ what }) => what) }));
}

/** `A, B and 3 more`. */
function named(names: readonly string[]): string {
  const { shown, more } = firstOf(names, MOST_NAMED);
  return listOf(more === 0 ? shown : [...shown, `${formatCount(more)} more`]);
}

function rolesBlocks(snapshot: PlanSnapshot, asOf: string): DocumentBlock[] {
  const roles = dutiesOf(snapshot, asOf);
  if (roles.length === 0) return [paragraph('Nobody has been named yet who leads on ICT, decides about it, or answers for a standard.')];
  const { shown, more } = firstOf(roles, MOST_ROLES);
  return [documentTable('Who does what', [wordsColumn('Role', 2), wordsColumn('What they do', 5)],
    shown.map(({ role, duties }) => tableRow('body', startUpper(role), duties.map((duty) => `${startUpper(duty)}.`).join(' '))), moreNote(more, 'role', 'roles'))];
}
