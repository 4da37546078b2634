import { fitCheck, type FitReport } from '../../planning/analysis/fit/check.ts';
import { plannedKit } from '../../planning/analysis/fit/planned-kit.ts';
import { fitSentence } from '../../planning/analysis/fit/sentence.ts';
import { requirementWords, subjectOfNeed, subjectOfTitle, type FitSubject } from '../../planning/analysis/fit/subject.ts';
import { waysToRun } from '../../planning/analysis/fit/ways.ts';
import { fitSteps } from '../../planning/analysis/fit/why.ts';
import type { NeedOption } from '../../planning/analysis/need-facts.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import type { Parsed } from '../contract/contract.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { factsUnder, optionsOf, scenarioIn, type View } from './forecast-view.ts';

type Asked = Pick<Parsed<'fit.check'>, 'needId' | 'softwareId' | 'optionId'>;

/** @throws Refusal where neither or both are named, or what is named is not in the plan */
function subjectIn(snapshot: PlanSnapshot, { needId, softwareId, optionId }: Asked): { readonly subject: FitSubject; readonly option: NeedOption | null } {
  if ((needId === undefined) === (softwareId === undefined)) {
    throw new Refusal('invalid_input', 'Name a need or a title of software: one of the two.', { field: 'needId' });
  }
  if (softwareId !== undefined) {
    const title = snapshot.software.find(({ id }) => id === softwareId);
    if (title === undefined) throw new Refusal('not_found', `No title of software has the number ${softwareId}.`, { field: 'softwareId' });
    if (optionId !== undefined) throw new Refusal('invalid_input', 'A title of software has no options; those are of a need.', { field: 'optionId' });
    return { subject: subjectOfTitle(title), option: null };
  }
  const need = snapshot.analysis.needs.find(({ id }) => id === needId);
  if (need === undefined) throw new Refusal('not_found', `No need has the number ${needId}.`, { field: 'needId' });
  const option = need.options.find(({ id }) => id === optionId);
  if (optionId !== undefined && option === undefined) throw new Refusal('not_found', `${need.name} has no option with the number ${optionId}.`, { field: 'optionId' });
  return { subject: subjectOfNeed(snapshot, need), option: option ?? null };
}

const roomsOf = (snapshot: PlanSnapshot, report: FitReport) => report.rows.map((row) => ({
  key: row.key, locationId: row.locationId, name: row.name, meant: row.meant,
  years: row.cells.map(({ answer, words, beside, reason, items, counts }, index) => ({
    answer, words, beside, reason, items, counts: { ...counts }, why: fitSteps(snapshot, report, row, index).map(({ text }) => text),
  })),
}));

/** What is asked, of which plan: shared by both questions. */
function askedOf(session: Session, { needId, softwareId, optionId, ...view }: Asked & View) {
  const snapshot = factsUnder(session, view.scenarioId);
  const { subject, option } = subjectIn(snapshot, { needId, softwareId, optionId });
  const chosen = option === null || subject.needId === null ? null : { needId: subject.needId, optionId: option.id };
  return { snapshot, subject, option, chosen, options: optionsOf(session, view) };
}

export const fitHandlers = {
  'fit.check': (session, asked) => {
    const { snapshot, subject, option, chosen, options } = askedOf(session, asked);
    const kit = plannedKit(snapshot, options, chosen);
    const report = fitCheck(snapshot, kit, subject);
    return {
      name: subject.name, needs: requirementWords(subject.requirements), option: option?.name ?? null, scenario: scenarioIn(session, asked.scenarioId)?.name ?? null,
      sentence: report === null ? `${subject.name} asks for nothing that can be compared with the kit.` : fitSentence(report).text,
      years: kit.context.years.map(({ label }) => label), rooms: report === null ? [] : roomsOf(snapshot, report),
    };
  },

  'fit.ways': (session, { room, year, ...asked }) => {
    const { snapshot, subject, chosen, options } = askedOf(session, asked);
    const kit = plannedKit(snapshot, options, chosen);
    const { years } = kit.context;
    const yearIndex = years.findIndex(({ label }) => label === year);
    if (yearIndex < 0) throw new Refusal('not_found', `The plan has no year ${year}. It has ${years.map(({ label }) => label).join(', ')}.`, { field: 'year' });
    const rooms = fitCheck(snapshot, kit, subject)?.rows ?? [];
    if (!rooms.some(({ key }) => key === room)) throw new Refusal('not_found', `No room of this check has the key “${room}”; fit.check names them.`, { field: 'room' });
    const ways = waysToRun(snapshot, options, subject, { rowKey: room, yearIndex }, chosen);
    return { ways: ways.map(({ steps, changes, ...way }) => ({ ...way, why: steps.map(({ text }) => text), changes: [...changes] })) };
  },
} satisfies Pick<Handlers, 'fit.check' | 'fit.ways'>;
