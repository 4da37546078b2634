import {
  deleteNeed, insertNeed, insertOption, linkIdea, linkNote, recommendOption, setEvidence, setLinks, setSoftwareRequest, updateNeed, type NeedFields, type NewOption,
} from '../../db/repositories/needs.ts';
import type { Writer } from '../../db/connection.ts';
import type { Need, ObjectiveLink, SoftwareRequest } from '../../planning/analysis/need-facts.ts';
import { decisionRef, needTitle } from '../../planning/analysis/needs/refs.ts';
import { needsReport } from '../../planning/analysis/needs/report.ts';
import { nameFromStatement, STARTING_OPTIONS } from '../../planning/analysis/needs/starting.ts';
import { forecast } from '../../planning/forecast.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { Parsed } from '../contract/contract.ts';
import { needsTable } from '../documents/needs-table.ts';
import { tableFile } from '../documents/table-document.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import { factsUnder, optionsOf } from './forecast-view.ts';
import { given } from './given.ts';
import { checkNeed, costOf, requireNeed, requireOption } from './need-checks.ts';
import type { Session } from '../session.ts';

type AskedEvidence = Parsed<'need.add'>['evidence'];

/** Whether a form sends back the evidence that is there. */
const sameEvidence = ({ evidence }: Need, asked: AskedEvidence): boolean => {
  const told = (list: AskedEvidence): string => JSON.stringify(list.map(({ kind, text, categoryKey, locationId, departmentId }) => [kind, text, categoryKey, locationId, departmentId]));
  return told([...evidence]) === told(asked);
};

/** A need as it is written down at once. */
type WholeNeed = {
  readonly fields: NeedFields;
  readonly links: readonly ObjectiveLink[];
  readonly evidence: AskedEvidence;
  readonly software: SoftwareRequest | null;
  readonly options: readonly NewOption[];
};

const PLAIN_OPTION = { meets: null, meetsWords: null, supportHoursOnce: null, supportHoursYearly: null, laterYears: null, recommended: false, costs: [] } as const;
const startingOptions = (): NewOption[] => STARTING_OPTIONS.map((option) => ({ ...PLAIN_OPTION, ...option }));

const NOTHING_ASKED = { needsSystem: null, needsMemoryGb: null, leastMemoryGb: null, needsCores: null, leastCores: null, needsStorageGb: null } as const;

function writeNeed(writer: Writer, { fields, links, evidence, software, options }: WholeNeed): { id: number; number: number; optionIds: number[] } {
  const { id, number } = insertNeed(writer, fields);
  setLinks(writer, id, links);
  setEvidence(writer, id, evidence);
  setSoftwareRequest(writer, id, software);
  return { id, number, optionIds: options.map((option) => insertOption(writer, id, option)) };
}

/** The options of a new need, each cost as the plan holds it. */
function wholeOptions(session: Session, asked: Parsed<'need.add'>['options']): NewOption[] {
  if (asked === undefined) return startingOptions();
  const recommended = asked.flatMap((option, index) => (option.recommended ? [index] : []));
  if (recommended.length > 1) throw new Refusal('invalid_input', 'One option can be recommended, not several.', { field: `options.${recommended[1]}.recommended` });
  return asked.map((option, index) => ({ ...option, costs: option.costs.map((cost, at) => costOf(session, cost, `options.${index}.costs.${at}.`)) }));
}

/** @throws Refusal where the note or the idea that a need is said to grow out of is not there */
function checkOrigin({ analysis }: PlanSnapshot, { fromNoteId, fromIdeaId }: Pick<Parsed<'need.add'>, 'fromNoteId' | 'fromIdeaId'>): void {
  if (fromNoteId !== null && !analysis.conversations.some(({ notes }) => notes.some(({ id }) => id === fromNoteId))) {
    throw new Refusal('not_found', `No note of a conversation has the number ${fromNoteId} in the plan. It may have been removed.`, { field: 'fromNoteId' });
  }
  if (fromIdeaId !== null && !analysis.groups.some(({ ideas }) => ideas.some(({ id }) => id === fromIdeaId))) {
    throw new Refusal('not_found', `No idea has the number ${fromIdeaId} in the plan. It may have been removed.`, { field: 'fromIdeaId' });
  }
}

/** @throws Refusal where a decision was made about a need, so that it can no longer be taken out */
function requireUndecided({ analysis }: PlanSnapshot, need: Need): void {
  const made = analysis.decisions.find(({ needId, mergedIntoNeedId, choice }) => (needId === need.id && choice !== null) || mergedIntoNeedId === need.id);
  if (made === undefined) return;
  const what = made.needId === need.id ? 'was decided on' : 'takes in another need';
  throw new Refusal('invalid_input', `${need.name} ${what} in ${decisionRef(made.number)}, so it stays in the record. Withdraw it with a decision instead: then it costs nothing any more.`, { field: 'id' });
}

export const needHandlers = {
  'need.add': (session, request) => {
    const {
      role, reason, needReason, links, evidence, software, options: asked, fromNoteId, fromIdeaId, name = nameFromStatement(request.statement),
      askedOn = session.today(), ...rest
    } = request;
    checkNeed(session, request, null);
    checkOrigin(session.snapshot(), request);
    const options = wholeOptions(session, asked);
    const { change, value } = session.change(`Add the need ${name}`, { role, reason }, (writer) => {
      const added = writeNeed(writer, { fields: { ...rest, name, askedOn, reason: needReason }, links, evidence, software, options });
      if (fromNoteId !== null) linkNote(writer, fromNoteId, added.id);
      if (fromIdeaId !== null) linkIdea(writer, fromIdeaId, added.id);
      return added;
    });
    return { change, value };
  },

  'need.edit': (session, { role, reason, id, set: { links, evidence, software, needReason, ...set } }) => {
    const before = requireNeed(session.snapshot(), id);
    checkNeed(session, { ...given(set), ...given({ links, evidence, software }) }, before, 'set.');
    const { change } = session.change(`Change the need ${before.name}`, { role, reason }, (writer) => {
      updateNeed(writer, id, given({ ...set, reason: needReason }));
      if (links !== undefined) setLinks(writer, id, links);
      if (evidence !== undefined && !sameEvidence(before, evidence)) setEvidence(writer, id, evidence);
      if (software !== undefined) setSoftwareRequest(writer, id, software);
    });
    return { change, value: null };
  },

  'need.remove': (session, { role, reason, id }) => {
    const need = requireNeed(session.snapshot(), id);
    requireUndecided(session.snapshot(), need);
    const { change } = session.change(`Remove the need ${needTitle(need)}`, { role, reason }, (writer) => deleteNeed(writer, id));
    return { change, value: null };
  },

  'need.recommend': (session, { role, reason, id, optionId, because, ifNot }) => {
    const need = requireNeed(session.snapshot(), id);
    const found = optionId === null ? null : requireOption(session.snapshot(), optionId, 'optionId');
    if (found !== null && found.need.id !== id) throw new Refusal('invalid_input', `${found.option.name} is an option of ${found.need.name}, not of ${need.name}.`, { field: 'optionId' });
    const label = found === null ? `Recommend no option for ${need.name}` : `Recommend ${found.option.name} for ${need.name}`;
    const { change } = session.change(label, { role, reason }, (writer) => {
      recommendOption(writer, id, optionId);
      updateNeed(writer, id, { recommendedBecause: because, recommendedIfNot: ifNot });
    });
    return { change, value: null };
  },

  'need.request': (session, request) => {
    const {
      role, reason, product, whatFor, askedByRole, impact, publisher, seats, departmentId, neededBy, softwareId, checkNote, compatible, networkInstall, licenceAllows, links,
    } = request;
    const software = { product, publisher, seats, softwareId, checkNote, compatible, networkInstall, licenceAllows };
    checkNeed(session, { departmentId, links, software }, null);
    const fields: NeedFields = {
      name: product, statement: whatFor, askedByRole, askedOn: session.today(), departmentId, pupils: null, reason: 'curriculum', neededBy, impact, moscow: 'should',
      standardId: null, recommendedBecause: null, recommendedIfNot: null, ...NOTHING_ASKED,
    };
    const { change, value } = session.change(`Ask for the software ${product}`, { role, reason }, (writer) =>
      writeNeed(writer, { fields, links, evidence: [], software, options: startingOptions() }));
    return { change, value };
  },

  'need.report': (session, view) => {
    const snapshot = factsUnder(session, view.scenarioId);
    const plan = forecast(snapshot, optionsOf(session, view));
    return { asOf: plan.asOf, years: plan.years.map(({ label }) => label), needs: needsReport(snapshot, plan) };
  },

  'documents.needs': (session, { format, ...view }) => tableFile(format, needsTable(factsUnder(session, view.scenarioId), optionsOf(session, view))),
} satisfies Pick<Handlers, 'need.add' | 'need.edit' | 'need.remove' | 'need.recommend' | 'need.request' | 'need.report' | 'documents.needs'>;
