import { expect, test } from 'vitest';
import { actualsSentence, type ActualsFound } from '../../planning/sentences/actuals.ts';

const found = (parts: Partial<ActualsFound> = {}): string => actualsSentence({
  yearLabel: '2026/27', through: '2026-10-31', unchanged: false, matched: { rows: 9, pence: 9_172_000 }, refused: { rows: 0, pence: 0 },
  before: { alreadyPence: 4_500_000 }, after: { alreadyPence: 9_172_000 }, ...parts,
});

test.each<readonly [string, Partial<ActualsFound>, string]>([
  ['says how much was spent and what that changes', {}, '£91,720 of ICT was spent in 2026/27 up to 31 October 2026, in 9 rows. That is £46,720 more than the plan counts as spent now.'],
  ['counts one row as one', { matched: { rows: 1, pence: 100 }, after: { alreadyPence: 100 } }, '£1 of ICT was spent in 2026/27 up to 31 October 2026, in 1 row. That is £44,999 less than the plan counts as spent now.'],
  ['says where the plan counts as much already', { after: { alreadyPence: 4_500_000 } }, '£91,720 of ICT was spent in 2026/27 up to 31 October 2026, in 9 rows. That is what the plan counts as spent now.'],
  ['says where the plan has it already', { unchanged: true }, '£91,720 of ICT was spent in 2026/27 up to 31 October 2026, in 9 rows. The plan has exactly this already.'],
  ['says what cannot come in', { refused: { rows: 2, pence: 0 }, unchanged: true }, '£91,720 of ICT was spent in 2026/27 up to 31 October 2026, in 9 rows. The plan has exactly this already. 2 rows cannot come in.'],
  ['says where more came back than went', { matched: { rows: 2, pence: -5_000 }, after: { alreadyPence: 4_495_000 } }, '£50 more of ICT came back than was spent in 2026/27 up to 31 October 2026, in 2 rows. That is £50 less than the plan counts as spent now.'],
  ['says where nothing of it is ICT', { matched: { rows: 0, pence: 0 }, refused: { rows: 1, pence: 1 } }, 'No row of this file is ICT spending of 2026/27. 1 row cannot come in.'],
])('the sentence over an export %s', (_what, parts, sentence) => {
  expect(found(parts)).toBe(sentence);
});
