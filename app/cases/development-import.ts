import { planProblem } from '../../planning/analysis/development/checks.ts';
import { planOfDay } from '../../planning/analysis/development/standing.ts';
import { schoolYearOf } from '../../planning/analysis/school-year.ts';
import { addDays } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import type { Parsed } from '../contract/contract.ts';
import { lookAtPlan, type PlanLook } from '../development-import/look-at-plan.ts';
import { planReport } from '../development-import/plan-report.ts';
import { writePlan, type PlanMeant } from '../development-import/write-plan.ts';
import type { Handlers } from '../handlers.ts';
import type { ImportJob } from '../intake/import-job.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requirePlan } from './development-found.ts';
import { refuse } from './problem.ts';

type Asked = Omit<Parsed<'development.look'>, 'job'>;

const YEARS_OF_A_PLAN = 3;

/** A new plan of three school years, called as the file is. */
function newPlan({ fileName }: Asked, asOf: IsoDate): PlanMeant {
  const year = schoolYearOf(asOf);
  const name = fileName.replace(/\.[a-z]{2,5}$/i, '').replaceAll('_', ' ').trim().slice(0, 200);
  return { id: null, name: name === '' || /^pasted/i.test(name) ? 'School development plan' : name, startsOn: `${year}-09-01`, endsOn: addDays(`${year + YEARS_OF_A_PLAN}-09-01`, -1) };
}

function meantPlan(session: Session, asked: Asked, asOf: IsoDate): PlanMeant {
  const { plans } = session.snapshot().analysis;
  const found = asked.planId === undefined ? planOfDay(plans, asOf) : asked.planId === null ? null : requirePlan(session, asked.planId, 'planId');
  if (found !== null) return found;
  const fresh = asked.newPlan === undefined ? newPlan(asked, asOf) : { id: null, ...asked.newPlan };
  refuse(planProblem(fresh));
  return fresh;
}

async function look(session: Session, asked: Asked, job: ImportJob): Promise<{ readonly fingerprint: string; readonly found: PlanLook }> {
  const asOf = asked.asOf ?? session.today();
  const { options = {} } = asked;
  const { fingerprint, file } = session.desk.take(asked);
  const table = await session.desk.table(file, { ...(options.sheet !== undefined && { sheet: options.sheet }), seeks: 'development' }, session.ports.spawnReader, job);
  // Compared only now: the plan may have changed while the file was being read.
  const { analysis } = session.snapshot();
  const { id, name, startsOn, endsOn } = meantPlan(session, asked, asOf);
  return { fingerprint, found: lookAtPlan(table, options, { meant: { id, name, startsOn, endsOn }, analysis, asOf }) };
}

const rowsOf = (count: number): string => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;

export const developmentImportHandlers = {
  'development.look': (session, { job, ...asked }) => session.desk.work(job, async (work) => {
    const { fingerprint, found } = await look(session, asked, work);
    return planReport(found, fingerprint);
  }),

  'development.take': (session, { role, reason, job, ...asked }) => session.desk.work(job, async (work) => {
    const target = session.writablePlan();
    const { fingerprint, found } = await look(session, asked, work);
    const report = planReport(found, fingerprint);
    const { new: added, addedTo, unchanged } = report.rows;
    if (added + addedTo + unchanged === 0) throw new Refusal('refused_file', `${report.sentence} Nothing was changed.`);
    // The same file again changes nothing: no change, no backup, no line in the history.
    if (report.unchanged) return { change: null, value: report };
    await work.pause();
    target.backup('import');
    const { change, value: planId } = session.change(`Bring in ${report.fileName} to the development plan (${rowsOf(added + addedTo)})`, { role, reason }, (writer) =>
      writePlan(writer, found.meant, found.match, found.read.rows, asked.asOf ?? session.today()));
    return { change, value: { ...report, plan: { ...report.plan, id: planId } } };
  }),
} satisfies Pick<Handlers, 'development.look' | 'development.take'>;
