import type { TestPlan } from '../../support/plan-in-memory.ts';

/** A school with decisions as its leadership knows them: four that wait, a year's log, money that was moved, and a need for music. */
export async function decisionsScene(kitplan: TestPlan): Promise<{ readonly music: number; readonly maths: number }> {
  const E20A = { costCategory: 'connectivity', nature: 'revenue' } as const;
  const E20C = { costCategory: 'it_learning_resources', nature: 'revenue' } as const;
  const E20E = { costCategory: 'laptops_desktops_tablets', nature: 'revenue' } as const;
  const E20F = { costCategory: 'other_hardware', nature: 'revenue' } as const;
  for (const [place, pence] of [[E20A, 1_400_000], [E20C, 900_000], [E20E, 2_000_000], [E20F, 800_000]] as const) await kitplan.call('budget.set', { year: 2026, ...place, pence });
  await kitplan.call('budget.set', { year: 2027, ...E20E, pence: 200_000 });
  const move = async (from: object, to: object, pence: number, on: string, reason: string): Promise<number> => {
    const { value } = await kitplan.call('virement.ask', { year: 2026, from, to, pence, askedBy: 'Network manager', askedOn: on, reason });
    await kitplan.call('virement.agree', { id: value.id, agreedBy: 'Business manager', agreedOn: on });
    return value.id;
  };
  await move(E20A, E20F, 60_000, '2026-11-04', 'Second projector failed in Science, no spare left');
  const toMaths = await move(E20F, E20C, 100_000, '2026-09-18', '60 more pupils than expected');
  for (const year of [2026, 2027]) await kitplan.call('budget.approve', { year, approvedOn: '2026-05-03', approvedBy: 'Governing body' });
  const need = await kitplan.call('need.add', {
    name: 'Music Technology suite', statement: 'From September 2027, 16 students record, edit and mix on a workstation each', askedByRole: 'Music subject lead', askedOn: '2026-10-12',
    needReason: 'curriculum', moscow: 'must', impact: 'The course cannot start.', neededBy: '2027-09-01',
    options: [
      { name: 'Do nothing', kind: 'do_nothing', meets: 'no', meetsWords: 'Course cannot run' },
      { name: 'Better model, 2027/28', meets: 'yes', recommended: true, costs: [
        { part: 'kit', name: 'Better model, 16 desktops', categoryKey: 'desktop', on: '2027-09-01', quantity: 16, unitPence: 32_500 },
        { part: 'software', name: 'Recording software', categoryKey: 'software', costCategory: 'it_learning_resources', on: '2027-09-01', unitPence: 0, yearlyPence: 104_000 },
      ] },
    ],
  });
  const add = async (request: Parameters<typeof kitplan.call<'decision.add'>>[1]): Promise<number> => (await kitplan.call('decision.add', request)).value.id;
  const told = (all: number, done: number) => Array.from({ length: all }, (_, at) => ({ role: ['Heads of department', 'Teachers', 'Site team', 'Office', 'Governors', 'Parents'][at] ?? 'Others', ...(at < done ? { toldOn: '2026-11-09', how: 'By message' } : {}) }));
  await add({ title: 'One sign-on for reports', decider: 'Leadership team', choice: 'approve', decidedOn: '2025-11-14', because: 'Teachers lost 9 minutes a report', reviewOn: '2026-11-14', tellings: told(6, 6) });
  await add({ title: 'Pupil laptops kept 4 years', decider: 'Finance committee', choice: 'approve', decidedOn: '2025-12-12', because: 'Batteries fail in year 5', reviewOn: '2026-12-12', tellings: told(5, 5) });
  await add({ title: 'Servers stay under warranty, always', decider: 'Governors', choice: 'approve', decidedOn: '2026-04-30', because: 'Two days without registers in 2023', reviewOn: '2028-04-30', tellings: told(4, 4) });
  await add({ title: 'Stop buying desktop printers', decider: 'Business manager', choice: 'approve', decidedOn: '2026-05-08', because: 'A page costs four times as much', reviewOn: '2027-05-08', tellings: told(5, 3) });
  await add({ title: 'Decline the reception display screen', decider: 'Leadership team', choice: 'decline', decidedOn: '2026-07-03', because: 'Serves no objective', workaround: 'The old screen in the hall stays', reviewOn: '2027-07-03', tellings: told(2, 1) });
  const maths = await add({
    title: 'Move £1,000 to the maths platform', decider: 'Headteacher', choice: 'approve', decidedOn: '2026-09-18', because: '60 more pupils joined Years 10 and 11 than the roll forecast',
    ifNot: 'Two classes would share logins until April and maths could not see who needs help.', whoNote: 'The network manager preferred B.', reviewOn: '2027-01-29', reviewQuestion: 'Is it used weekly by 80% of the 60?',
    virementId: toMaths, weighed: [
      { name: 'Leave it: 60 pupils share logins', pence: 0, follows: 'Marks cannot be told apart' }, { name: 'Buy 60 seats from E20C', pence: 100_000, follows: 'E20C would finish £800 over' },
      { name: 'Buy 60 seats, money from E20F', pence: 100_000, follows: 'One projector waits a term', chosen: true }, { name: 'Free version for the 60', pence: 0, follows: 'No record of progress' },
    ],
    tellings: [{ role: 'Maths', what: 'Subject lead', toldOn: '2026-09-18', how: 'By message' }, { role: 'Science', what: 'Lost a projector for a term', toldOn: '2026-09-18', how: 'In person' }],
  });
  await kitplan.call('decision.review', { id: maths, reviewedOn: '2026-11-20', outcome: '71% of pupils weekly so far', reviewOn: '2027-01-29' });
  await add({ title: 'Order 22 desktops for the Library now', decider: 'Network manager', choice: 'approve', decidedOn: '2026-11-06', because: 'Lead time is 4 weeks', reviewOn: '2026-12-31', tellings: told(4, 4) });
  await add({ title: 'Music Technology suite: choose an option', needId: need.value.id, decider: 'Leadership team', decideBy: '2026-11-27' });
  await add({ title: 'How to close the 2028/29 shortfall', decider: 'Finance committee', decideBy: '2026-12-11', weighed: [{ name: 'Spread it', pence: 2_336_200, chosen: true }] });
  await add({ title: 'VR headset pilot: adopt, extend or stop', decider: 'Leadership team', decideBy: '2027-01-15', weighed: [{ name: 'Adopt', pence: 540_000 }, { name: 'Stop', pence: 0 }] });
  await add({ title: 'Printer lease: give notice or let it renew', decider: 'Business manager', decideBy: '2027-01-31', weighed: [{ name: 'Let it renew', pence: 577_000 }] });
  return { music: need.value.id, maths };
}
