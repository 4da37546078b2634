import { formatCount } from '../../money.ts';
import { placeCalled } from '../../places.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { judging, together, type JudgedGroup } from './check.ts';
import { FIT_ANSWERS, judge } from './judge.ts';
import { lookedAt } from './planned-kit.ts';
import type { Spec } from './spec.ts';
import { asksNothing, kindsFor, subjectOfNeed, subjectOfTitle, type FitSubject } from './subject.ts';
import type { Lacking, Way } from './ways.ts';

/** Rooms that are offered at most. */
const MOST_ROOMS = 2;

/**
 * The same kind of kit from another room, for what does not run here: where enough of it stands there by then on which it
 * runs, it is not meant for the same people, and nothing that those there use would run worse on what they get for it. It
 * costs nothing but the work.
 */
export function swaps(lacking: Lacking): readonly Way[] {
  const { snapshot, kit, subject, asked, groups, items, words } = lacking;
  const [first] = groups;
  if (first === undefined || groups.some(({ spec }) => spec.categoryKey !== first.spec.categoryKey)) return [];
  const { month, day } = lookedAt(kit.context, asked.yearIndex);
  const judged = judging(subject);
  const called = placeCalled(snapshot.locations);
  const rooms = kit.standings.flatMap((standing) => {
    const { locationId, departmentId } = standing;
    if (locationId === lacking.locationId || locationId === null || isMeantHere(subject, standing)) return [];
    const fitting = together(kit.groupsIn(standing, month), judged, day).filter(({ spec, judgement }) => judgement.answer === 'runs' && spec.categoryKey === first.spec.categoryKey);
    const there = fitting.reduce((sum, group) => sum + group.items, 0);
    const uses = usesOf(snapshot, departmentId);
    return there < items || !losesNothing(uses, fitting, groups, day) ? [] : [{ locationId, departmentId, there, uses: uses.length }];
  });
  return rooms.sort((a, b) => b.there - a.there || a.locationId - b.locationId).slice(0, MOST_ROOMS).map(({ locationId, departmentId, there, uses }): Way => {
    const place = called(locationId) ?? '';
    const whose = snapshot.departments.find(({ id }) => id === departmentId)?.name ?? 'those who use that room';
    return {
      kind: 'swap', words: `Change places: ${words} from ${place} for those in ${lacking.place}`, costPence: 0, changes: [], makes: 'runs',
      steps: [
        `${place} has ${formatCount(there)} by then on which ${subject.name} runs.`,
        uses === 0 ? `No title or need that ${whose} could have says what it needs, so nothing is known to run worse there.`
          : `Of ${formatCount(uses)} ${uses === 1 ? 'title or need' : 'titles and needs'} of ${whose} none would run worse on what comes from ${lacking.place}.`,
        'Nothing is bought; what the move itself takes of people’s time is not counted. It is no change that can be tried as a what-if: change the rooms in the register once it is done.',
      ].map((text) => ({ text })),
    };
  });
}

const isMeantHere = ({ departmentIds, locationIds }: FitSubject, { locationId, departmentId }: { readonly locationId: number | null; readonly departmentId: number | null }): boolean =>
  (departmentId !== null && departmentIds.includes(departmentId)) || (locationId !== null && locationIds.includes(locationId));

/** What a department has to run: its own titles and needs, and the titles of the whole school. */
const usesOf = (snapshot: PlanSnapshot, departmentId: number | null): readonly FitSubject[] => [
  ...snapshot.software.filter(({ departmentIds }) => departmentIds.length === 0 || (departmentId !== null && departmentIds.includes(departmentId))).map(subjectOfTitle),
  ...snapshot.analysis.needs.filter((need) => need.departmentId !== null && need.departmentId === departmentId).map((need) => subjectOfNeed(snapshot, need)),
].filter(({ requirements }) => !asksNothing(requirements));

/** Whether all that is used there runs as well on each of what comes as on the best of what goes. */
const losesNothing = (uses: readonly FitSubject[], going: readonly JudgedGroup[], coming: readonly JudgedGroup[], day: IsoDate): boolean =>
  uses.every((use) => coming.every(({ spec }) => !kindsFor(use.requirements).includes(spec.categoryKey) || going.every((group) => rank(spec, use, day) >= rank(group.spec, use, day))));

const rank = (spec: Spec, { requirements }: FitSubject, day: IsoDate): number => FIT_ANSWERS.indexOf(judge(spec, requirements, day).answer);
