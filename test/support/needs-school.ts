import type { Request } from '../../app/contract/contract.ts';
import type { TestPlan } from './plan-in-memory.ts';

/** A school whose development plan has seven objectives, with needs of every kind: written down as people would, one command at a time. */

type Call = Pick<TestPlan, 'call'>;
type Row = Request<'development.addTree'>['rows'][number];

const objective = (area: string, number: string, name: string, statement: string, leadRole: string): Row => ({ area, number, name, statement, leadRole });

const OBJECTIVES: readonly Row[] = [
  objective('Curriculum and teaching', '1.1', 'Reading Y7, Y8', 'Every pupil in Years 7 and 8 reads at their age', 'English subject lead'),
  objective('Curriculum and teaching', '1.2', 'KS4 maths', 'Progress in maths at or above the national figure', 'Maths subject lead'),
  objective('Achievement', '2.1', 'Music Tech', 'A level Music Technology starts in September 2027', 'Music subject lead'),
  objective('Inclusion', '2.2', 'SEND', 'Pupils with SEND work on their own in every lesson', 'SENDCo'),
  objective('Leadership', '3.1', 'Workload', 'Staff save two hours a week', 'Deputy head'),
  objective('Attendance and behaviour', '3.2', 'Attendance', 'Attendance above 94%', 'Attendance lead'),
  objective('Safeguarding', '4.1', 'Online safety', 'Every pupil knows how to stay safe online', 'Designated safeguarding lead'),
];

type Tie = readonly [number: string, strength: 'essential' | 'helps'];
type Wanted = { readonly name: string; readonly pounds: number; readonly ties: readonly Tie[]; readonly fate: 'waiting' | 'approve' | 'decline' | 'new'; readonly fundKey?: string | null };

const essential = (number: string): Tie => [number, 'essential'];
const helps = (number: string): Tie => [number, 'helps'];

/** 9,840 + 6,200 + 8,450 + 4,900 + 12,578 + 2,750 + 5,300 + 1,200 + 4,100 + 2,800 = 58,118. */
const NEEDS: readonly Wanted[] = [
  { name: 'Music Technology suite', pounds: 9_840, ties: [essential('2.1')], fate: 'waiting' },
  { name: 'Reading tests on laptops', pounds: 6_200, ties: [essential('1.1'), helps('2.2')], fate: 'approve' },
  { name: 'Maths platform and block Wi-Fi', pounds: 8_450, ties: [essential('1.2')], fate: 'approve' },
  { name: 'Assistive software for exams', pounds: 4_900, ties: [helps('1.1'), essential('2.2')], fate: 'approve' },
  { name: 'Faster staff laptops', pounds: 12_578, ties: [helps('1.2'), essential('3.1')], fate: 'approve' },
  { name: 'One sign-on for reports', pounds: 2_750, ties: [helps('3.1')], fate: 'approve' },
  { name: 'Filtering on take-home laptops', pounds: 5_300, ties: [helps('2.2'), essential('4.1')], fate: 'approve' },
  { name: 'Online safety training for staff', pounds: 1_200, ties: [helps('4.1')], fate: 'approve' },
  { name: 'Media storage for Photography', pounds: 4_100, ties: [], fate: 'new' },
  { name: 'Reception display screen', pounds: 2_800, ties: [], fate: 'new' },
  { name: 'Drones for Geography', pounds: 3_000, ties: [], fate: 'decline' },
];

/** Writes the development plan, the needs and what was decided about them. */
export async function writeNeeds({ call }: Call): Promise<void> {
  const { value: { id: planId } } = await call('development.addPlan', { name: 'School development plan', startsOn: '2026-09-01', endsOn: '2029-08-31' });
  await call('development.addTree', { planId, rows: [...OBJECTIVES] });
  const { snapshot: { analysis } } = await call('plan.snapshot', {});
  const idOf = (number: string): number => analysis.objectives.find((each) => each.number === number)?.id ?? 0;
  for (const { name, pounds, ties, fate, fundKey = 'delegated' } of NEEDS) {
    const { value } = await call('need.add', {
      name, statement: `${name} for the lessons that need it`, askedByRole: 'Subject lead', impact: 'The lessons cannot be taught as planned.', moscow: 'must',
      links: ties.map(([number, strength]) => ({ objectiveId: idOf(number), strength })),
      options: [{ name: 'Buy it', meets: 'yes', recommended: true, costs: [{ part: 'kit', name, categoryKey: 'laptop', on: '2027-09-01', unitPence: pounds * 100, riseBp: 0, fundKey }] }],
    });
    await decide({ call }, value.id, value.optionIds[0] ?? 0, name, fate);
  }
}

async function decide({ call }: Call, needId: number, optionId: number, name: string, fate: Wanted['fate']): Promise<void> {
  const subject = { title: name, decider: 'Leadership team', needId };
  if (fate === 'waiting') await call('decision.add', { ...subject, decideBy: '2026-11-27' });
  if (fate === 'approve') await call('decision.add', { ...subject, choice: 'approve', optionId, decidedOn: '2026-11-04', because: 'It is essential' });
  if (fate === 'decline') await call('decision.add', { ...subject, choice: 'decline', decidedOn: '2026-11-04', because: 'Nobody has a licence to fly', workaround: 'Maps of the council' });
}
