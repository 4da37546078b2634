import { basename, dirname } from 'node:path';
import { renameSync } from 'node:fs';
import { isAcademyKind } from '../../planning/budget/profile.ts';
import { financialYear } from '../../planning/calendar.ts';
import { forecast } from '../../planning/forecast.ts';
import { qualityFindings } from '../../planning/quality/findings.ts';
import { formatCount, formatRate } from '../../planning/money.ts';
import { dataNotices } from '../../planning/quality.ts';
import type { Roll, School } from '../../planning/snapshot.ts';
import { SCHOOL_TYPE_WORDS } from '../../planning/vocabulary.ts';
import { spanOf } from '../../planning/words.ts';
import { setProfile } from '../../db/repositories/money-profile.ts';
import { setRoll, setSchool } from '../../db/repositories/school.ts';
import type { ChangeSetEntry } from '../../db/changes/history.ts';
import type { HistoryEntry } from '../contract/plan.ts';
import type { Handlers } from '../handlers.ts';
import { FIRST_NAME, freePath, type Session } from '../session.ts';
import { assetHistory } from './asset-history.ts';
import { given } from './given.ts';
import { requireBaseWorking } from './scenario-state.ts';

/** The fields of the school that a request changes: its form sends all of them. */
const changedOf = (before: School, set: Partial<School>): Partial<School> =>
  Object.fromEntries(Object.entries(set).filter(([key, value]) => before[key as keyof School] !== value));

/** What each setting that changes is called; a number of years or a rate is said in the label. */
const settingLabels = (changed: Partial<School>): readonly string[] => {
  const { name, type, pupils, staff, accessTarget, yearStartMonth, horizonYears, backlogYears, vatBp, priceAgeMonths } = changed;
  const counted = (what: string, count: number | null): string => (count === null ? `Take out the number of ${what}` : `Set the number of ${what} to ${formatCount(count)}`);
  return [
    name !== undefined && `Name the school ${name}`,
    type !== undefined && `Set the kind of school: ${SCHOOL_TYPE_WORDS[type]}`,
    pupils !== undefined && counted('pupils', pupils),
    staff !== undefined && counted('staff', staff),
    accessTarget !== undefined && 'Set the target for access to devices',
    yearStartMonth !== undefined && 'Set the month the financial year starts in',
    horizonYears !== undefined && `Plan for ${horizonYears} years`,
    backlogYears !== undefined && (backlogYears === 1 ? 'Buy overdue kit at once' : `Buy overdue kit over ${backlogYears} years`),
    vatBp !== undefined && `Set VAT to ${formatRate(vatBp)}`,
    priceAgeMonths !== undefined && `Count a price as old after ${spanOf(priceAgeMonths)}`,
  ].filter((label) => label !== false);
};

const schoolLabel = (changed: Partial<School>): string => {
  const [first = 'Change the school', ...others] = settingLabels(changed);
  return others.length > 0 && changed.name === undefined ? 'Change the school’s details' : first;
};

/** `Set the pupils of 2027/28 to 1,120`. */
const rollLabel = (when: string, { pupils, staff }: Partial<Roll>): string => {
  if (pupils !== undefined && staff !== undefined) return `Set the pupils and staff of ${when}`;
  const [what, count] = pupils !== undefined ? ['pupils', pupils] as const : ['staff', staff ?? null] as const;
  return count === null ? `Count with the school’s own number of ${what} in ${when}` : `Set the ${what} of ${when} to ${formatCount(count)}`;
};

/** A plan that Kitplan called "My plan" takes the school's name, once it has one. */
const renameAfterSchool = (session: Session, name: string): void => {
  const { path } = session.plan();
  if (path === null || dirname(path) !== session.ports.plansFolder || !basename(path).startsWith(FIRST_NAME)) return;
  const renamed = freePath(session.ports.plansFolder, name);
  session.close();
  renameSync(path, renamed);
  session.open(renamed);
};

const entryOf = ({ id, at, label, role, reason, kind, undoneBy }: ChangeSetEntry): HistoryEntry =>
  ({ id, at, label, role, reason, kind, undoable: kind !== 'undo' && undoneBy === null, fields: [] });

export const planHandlers = {
  'plan.snapshot': (session) => ({ revision: session.revision(), snapshot: session.snapshot() }),

  'plan.history': (session, { assetId, limit }) => {
    if (assetId === undefined) return session.plan().history({ limit }).map(entryOf);
    return assetHistory(session.plan(), session.snapshot(), assetId, limit);
  },

  'plan.check': (session) => {
    const { ok, problems } = session.plan().integrity();
    const snapshot = session.snapshot();
    const result = forecast(snapshot, { asOf: session.today() });
    const notices = dataNotices(snapshot, result).map(({ text, quantity }) => ({ finding: text, quantity }));
    return { ok, problems, quality: [...notices, ...qualityFindings(snapshot, result)] };
  },

  'plan.backups': (session) => session.plan().backups().map(({ path, at, kind, bytes }) => ({ path, at, why: kind, bytes })),

  'plan.undo': (session, { role, changeId }) => ({ change: session.writablePlan().undo(role, changeId), value: null }),

  'plan.redo': (session, { role }) => ({ change: session.writablePlan().redo(role), value: null }),

  'school.update': (session, { role, reason, ...changes }) => {
    const school = given(changes);
    const changed = changedOf(session.snapshot().school, school);
    // Over how many years overdue kit is bought is decided; the rest is what the school is.
    if (changed.backlogYears !== undefined) requireBaseWorking(session.snapshot());
    const { change } = session.change(schoolLabel(changed), { role, reason }, (writer) => {
      setSchool(writer, school);
      // A school that is an academy has nothing to convert to.
      if (changed.type !== undefined && isAcademyKind(changed.type)) setProfile(writer, { conversion: null });
    });
    if (changes.name !== undefined) renameAfterSchool(session, changes.name);
    return { change, value: null };
  },
  'roll.set': (session, { role, reason, year, ...set }) => {
    const { rolls, school } = session.snapshot();
    const before = rolls.find((roll) => roll.year === year) ?? { pupils: null, staff: null };
    const roll = { year, pupils: before.pupils, staff: before.staff, ...given(set) };
    const { change } = session.change(rollLabel(financialYear(year, school.yearStartMonth).label, given(set)), { role, reason }, (writer) => setRoll(writer, roll));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'plan.snapshot' | 'plan.history' | 'plan.check' | 'plan.backups' | 'plan.undo' | 'plan.redo' | 'school.update' | 'roll.set'>;
