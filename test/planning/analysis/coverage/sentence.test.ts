import { describe, expect, it } from 'vitest';
import { coverageSentence } from '../../../../planning/analysis/coverage/sentence.ts';
import { coverageOf, objectives, type Wanted } from './coverage-school.ts';

const TWO = ['1.1 Reading', '3.2 Attendance'];
const SEVEN = ['1.1 Reading', '1.2 Maths', '2.1 Music Technology', '2.2 SEND', '3.1 Workload', '3.2 Attendance', '4.1 Online safety'];

/** What is said of objectives and needs; the finding between stars. */
const said = (titles: readonly string[], wanted: readonly Wanted[], analysis: Parameters<typeof coverageOf>[3] = {}): string =>
  coverageSentence(coverageOf(titles, wanted, {}, analysis).coverage).parts.map(({ text, strong }) => (strong === true ? `*${text}*` : text)).join('');

const agreed = (name: string, ...ties: readonly number[]): Wanted => ({ name, ties, fate: 'agreed' });

describe('the sentence over the needs', () => {
  it.each<[name: string, titles: readonly string[], wanted: readonly Wanted[], sentence: string]>([
    ['no objective, no need', [], [], '*The school development plan has no open objective*.'],
    ['no objective, two needs', [], [agreed('A'), agreed('B')], '*The school development plan has no open objective*, so nothing says what the two needs are for.'],
    ['no need', SEVEN, [], '*No need has been written down yet* for the seven objectives of the school development plan.'],
    ['no need, one objective', ['1.1 Reading'], [], '*No need has been written down yet* for the one objective of the school development plan.'],
    ['all covered', SEVEN, [agreed('A', 1, 2, 3, 4, 5, 6, 7)], '*All seven objectives have the ICT they need*.'],
    ['both covered', TWO, [agreed('A', 1), agreed('B', -2)], '*Both objectives have the ICT they need*.'],
    ['the only one covered', ['1.1 Reading'], [agreed('A', 1)], '*The one objective has the ICT it needs*.'],
    ['one decision waits, before a gap and needs without an objective', SEVEN,
      [{ name: 'Music Technology suite', ties: [3], fate: 'waiting' }, agreed('A', 1, 2, 4), agreed('B', 5, 7), { name: 'Media storage' }],
      'Five of seven objectives have the ICT they need. *Music Technology suite waits for a decision on 27 November.*'],
    ['several wait', TWO, [{ name: 'A', ties: [1], fate: 'undated' }, { name: 'B', ties: [2], fate: 'waiting' }, { name: 'C', ties: [2], fate: 'waiting' }],
      'Neither objective has the ICT it needs yet. *Two needs wait for a decision, the first, B, on 27 November.*'],
    ['one is late', TWO, [{ name: 'A', ties: [1], fate: 'late' }, { name: 'B', ties: [1], fate: 'waiting' }, agreed('C', 2)],
      'One of two objectives has the ICT it needs. *A should have been decided by 12 November.*'],
    ['several are late', TWO, [{ name: 'A', ties: [1], fate: 'late' }, { name: 'B', ties: [2], fate: 'late' }],
      'Neither objective has the ICT it needs yet. *Two needs should have been decided by now, the first, A, by 12 November.*'],
    ['one is not funded', TWO, [agreed('A', 1), { name: 'B', ties: [2], fate: 'unfunded' }],
      'One of two objectives has the ICT it needs. *B is agreed and not funded.*'],
    ['two are not funded', ['1.1 Reading'], [{ name: 'A', ties: [1], fate: 'unfunded' }, { name: 'B', ties: [1], fate: 'unfunded' }],
      'The one objective does not have the ICT it needs yet. *Two needs are agreed and not funded.*'],
    ['what only helps is not funded, beside what is', ['1.1 Reading'], [agreed('A', -1), { name: 'B', ties: [-1], fate: 'unfunded' }],
      'The one objective has the ICT it needs. *B is agreed and not funded.*'],
    ['one objective without a need', TWO, [agreed('A', 1)], 'One of two objectives has the ICT it needs. *3.2 Attendance has no ICT need.*'],
    ['three without a need', SEVEN, [agreed('A', 1, 2, 3, 4)], 'Four of seven objectives have the ICT they need. *Three objectives have no ICT need: 3.1 Workload, 3.2 Attendance and 4.1 Online safety.*'],
    ['more without a need than are named', SEVEN, [agreed('A', 1, 2, 3)], 'Three of seven objectives have the ICT they need. *Four objectives have no ICT need.*'],
    ['put off', TWO, [agreed('A', 1), { name: 'Registers on phones', ties: [2], fate: 'deferred' }],
      'One of two objectives has the ICT it needs. *3.2 Attendance cannot be met without Registers on phones, which was put off.*'],
    ['declined, with something else that helps', TWO, [agreed('A', 1, -2), { name: 'Registers on phones', ties: [2], fate: 'declined' }],
      'One of two objectives has the ICT it needs. *3.2 Attendance cannot be met without Registers on phones, which was declined.*'],
    ['only what helps, put off', TWO, [agreed('A', 1), { name: 'B', ties: [-2], fate: 'deferred' }, { name: 'C', ties: [-2], fate: 'deferred' }],
      'One of two objectives has the ICT it needs. *3.2 Attendance would be helped by B and C, which were put off.*'],
    ['waits without a day', TWO, [agreed('A', 1), { name: 'B', ties: [2], fate: 'undated' }], 'One of two objectives has the ICT it needs. *B waits for a decision that has no day yet.*'],
    ['nobody has asked for a decision', TWO, [agreed('A', 1), { name: 'B', ties: [2] }], 'One of two objectives has the ICT it needs. *B has not been put to a decision.*'],
    // 4,100 + 2,800 = 6,900.
    ['two serve nothing', TWO, [agreed('A', 1, 2), { name: 'B', pounds: 4_100 }, { name: 'C', pounds: 2_800 }],
      'Both objectives have the ICT they need. *Two needs serve no objective and cost £6,900 over five years.*'],
    ['one serves nothing and nobody knows its cost', TWO, [agreed('A', 1, 2), { name: 'B', fate: 'new', costs: [] }],
      'Both objectives have the ICT they need. *B serves no objective and costs £0 over five years.*'],
    ['on trial counts as agreed', TWO, [{ name: 'A', ties: [1, 2], fate: 'pilot' }], '*Both objectives have the ICT they need*.'],
  ])('%s', (_, titles, wanted, sentence) => {
    expect(said(titles, wanted)).toBe(sentence);
  });

  it('says that there is no development plan', () => {
    expect(said([], [], { plans: [] })).toBe('There is neither a school development plan nor a need here yet.');
    expect(said([], [agreed('A')], { plans: [] })).toBe('There is no school development plan here yet, so *the one need serves no objective*.');
    expect(said([], [agreed('A'), agreed('B')], { plans: [] })).toBe('There is no school development plan here yet, so *none of the two needs can be said to serve an objective*.');
  });

  it('counts objectives that need no ICT apart', () => {
    const [reading, attendance] = objectives(...TWO);
    const noIct = { noIctBy: 'Attendance lead', noIctOn: '2026-11-02' };
    if (reading === undefined || attendance === undefined) throw new Error('There are two objectives.');
    expect(said(TWO, [agreed('A', 1)], { objectives: [reading, { ...attendance, ...noIct }] })).toBe('*One of two objectives has the ICT it needs, and the other needs none*.');
    expect(said(TWO, [], { objectives: [{ ...reading, ...noIct }, { ...attendance, ...noIct }] })).toBe('*Neither objective needs ICT*.');
    expect(said([], [], { objectives: [reading, { ...attendance, ...noIct }] })).toBe('One of two objectives needs no ICT, and the other does not have what it needs yet. *1.1 Reading has no ICT need.*');
    expect(said([], [], { objectives: [reading, { ...attendance, id: 8 }, { ...attendance, ...noIct }] }))
      .toMatch(/^One of three objectives needs no ICT, and none of the others has what it needs yet\. /u);
    const three = [...objectives(...SEVEN).slice(0, 2), { ...attendance, ...noIct, id: 9 }];
    expect(said([], [agreed('A', 1)], { objectives: three })).toBe('One of three objectives has the ICT it needs, and one needs none. *1.2 Maths has no ICT need.*');
  });
});
