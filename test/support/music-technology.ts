import type { TestPlan } from './plan-in-memory.ts';

/** Hillcrest's development plan with a Music Technology suite to be decided on, as the picture of the page shows it. */
export async function musicTechnology(plan: TestPlan): Promise<{ readonly needId: number; readonly optionIds: readonly number[] }> {
  const { value: { id: planId } } = await plan.call('development.addPlan', { name: 'School development plan 2026 to 2029', startsOn: '2026-09-01', endsOn: '2029-08-31' });
  await plan.call('development.addTree', { planId, rows: [
    { area: 'Curriculum', number: '2.1', name: 'Music Tech', statement: 'A level Music Technology from September 2027' }, { area: 'Attendance', number: '3.2', name: 'Attendance' },
  ] });
  const { analysis, locations } = (await plan.call('plan.snapshot', {})).snapshot;
  const objective = analysis.objectives.find(({ number }) => number === '2.1')?.id ?? 0;
  const room = locations.find(({ name }) => name === 'MU1')?.id ?? null;
  const { value } = await plan.call('need.add', {
    name: 'Music Technology suite', statement: 'From September 2027, 16 students record, edit and mix on a workstation each, two lessons a day.', askedByRole: 'Music subject lead', askedOn: '2026-10-12',
    impact: 'The course cannot start.', neededBy: '2027-09-01', pupils: 16, moscow: 'must', needsMemoryGb: 16, needsCores: 6, leastCores: 4, links: [{ objectiveId: objective, strength: 'essential' }],
    evidence: [{ kind: 'age', categoryKey: 'desktop', locationId: room }, { kind: 'words', text: 'Fourteen have signed up' }],
    recommendedBecause: 'the room is due anyway and the same software runs in IT3 from 2028/29', recommendedIfNot: 'the course cannot start',
    options: [
      { name: 'Do nothing', kind: 'do_nothing', meets: 'no', meetsWords: 'Course cannot run' },
      { name: 'More memory now', meets: 'partly', meetsWords: 'Slow, one year', costs: [
        { name: 'Memory', categoryKey: 'desktop', on: '2026-12-01', quantity: 16, unitPence: 15_300, riseBp: 0 }, { part: 'software', name: 'Licences', on: '2027-04-01', yearlyPence: 104_000, unitPence: 0, riseBp: 0 },
        { part: 'training_staff', name: 'A day for two', on: '2027-09-01', unitPence: 48_000, riseBp: 0 },
      ] },
      { name: 'Better model, 2027/28', meets: 'yes', recommended: true, laterYears: 'funded', supportHoursOnce: 12, supportHoursYearly: 6, costs: [
        { name: 'Better model', categoryKey: 'desktop', on: '2027-09-01', quantity: 16, unitPence: 32_500, riseBp: 0, memoryGb: 16 }, { part: 'software', name: 'Licences', on: '2027-04-01', yearlyPence: 104_000, unitPence: 0, riseBp: 0 },
        { part: 'training_staff', name: 'A day for two', on: '2027-09-01', unitPence: 48_000, riseBp: 0 },
      ] },
      { name: '16 Macs in 2027/28', meets: 'yes', costs: [{ name: 'Macs', categoryKey: 'desktop', on: '2027-09-01', quantity: 16, unitPence: 73_800, riseBp: 0 }] },
    ],
  });
  await plan.call('conversation.add', { heldOn: '2026-10-12', person: { kind: 'subject_lead', role: 'Music subject lead' }, notes: [{ direction: 'need', text: '16 places with 16 GB each. Home laptops are not an option for assessed work.', needId: value.id }] });
  return { needId: value.id, optionIds: value.optionIds };
}
