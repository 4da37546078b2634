import { expect, test } from 'vitest';
import type { Evidence } from '../../../../planning/analysis/need-facts.ts';
import { evidenceFound } from '../../../../planning/analysis/needs/evidence.ts';
import { linkProblem } from '../../../../planning/analysis/needs/objective-links.ts';
import { checksFailed, checksToDo } from '../../../../planning/analysis/needs/software-checks.ts';
import { nameFromStatement } from '../../../../planning/analysis/needs/starting.ts';
import { statementQuestion } from '../../../../planning/analysis/needs/statement-check.ts';
import { AS_OF, department, kit, model, place, policiesWith, schoolOf } from '../../fixtures.ts';
import { objectiveFor } from '../analysis-fixtures.ts';

const desktop = (quantity: number, purchaseDate: string | null, parts: Parameters<typeof kit>[0] = {}) =>
  kit({ categoryKey: 'desktop', description: 'Desktop', quantity, purchaseDate, locationId: 2, departmentId: 1, userGroup: 'pupil', ...parts });
const school = schoolOf({
  departments: [department(1, 'Music', { pupils: 96 }), department(2, 'Art')], locations: [place(1, 'Music block', { kind: 'building' }), place(2, 'MU1', { parentId: 1 }), place(3, 'IT3')],
  policies: policiesWith('desktop', { lifeMonths: 60 }),
  assets: [
    // Five years from 1 September 2021 ended on 1 September 2026; from 21 November 2021 they end today, which is not yet past.
    desktop(18, '2021-09-01', { coverEnd: '2024-08-31', osEnd: '2025-10-14' }), desktop(14, '2021-11-21', { coverEnd: '2027-08-31', osEnd: '2028-10-10' }), desktop(2, null),
    desktop(32, '2016-09-01', { locationId: 3, departmentId: null }), desktop(5, '2016-09-01', { status: 'disposed' }),
  ],
  ledger: [
    { id: 1, kind: 'broken', happenedOn: '2026-03-12', categoryKey: 'laptop', userGroup: 'pupil', assetId: null, item: null, quantity: 3, pence: 9_000, notes: null },
    { id: 2, kind: 'lost', happenedOn: '2025-12-01', categoryKey: 'laptop', userGroup: null, assetId: null, item: null, quantity: 1, pence: 36_500, notes: null },
    { id: 3, kind: 'lost', happenedOn: '2025-11-20', categoryKey: 'laptop', userGroup: null, assetId: null, item: null, quantity: 7, pence: null, notes: null },
    { id: 4, kind: 'repaired', happenedOn: '2026-05-01', categoryKey: 'laptop', userGroup: null, assetId: null, item: null, quantity: 9, pence: 1, notes: null },
  ],
});
const found = (parts: Partial<Evidence>) => evidenceFound(school, { id: 1, kind: 'age', text: null, categoryKey: 'desktop', locationId: null, departmentId: null, ...parts }, AS_OF);

test.each([
  [{ locationId: 2 }, '18 of 34 desktops in MU1 are older than 5 years; of 2 nobody knows how old they are.'],
  [{ locationId: 1, departmentId: 1 }, '18 of 34 desktops of Music in Music block are older than 5 years; of 2 nobody knows how old they are.'],
  [{ departmentId: 2 }, 'The register holds no desktops of Art in use.'],
  [{ kind: 'cover', locationId: 2 }, '18 of 34 desktops in MU1 are out of cover; of 2 nobody knows when its cover ends.'],
  [{ kind: 'support', locationId: 2 }, '18 of 34 desktops in MU1 are out of support; of 2 nobody knows when support ends, and 14 more will be by 21 November 2028.'],
  [{ kind: 'ratio', departmentId: 1 }, '96 pupils of Music share 16 usable devices: 6.0 to each.'],
  [{ kind: 'losses', categoryKey: 'laptop' }, 'In the last twelve months, of laptops 1 was lost and 3 were broken, which cost £455.'],
  [{ kind: 'losses', categoryKey: 'desktop' }, 'No loss or breakage of desktops was written down in the last twelve months.'],
] as const)('evidence %o says what the register says today', (parts, sentence) => {
  expect(found(parts)?.sentence).toBe(sentence);
});

test('evidence in words says itself, and a figure says why and which kit is behind it', () => {
  expect(found({ kind: 'words', text: 'Fourteen have signed up' })).toBeNull();
  const told = found({ locationId: 2 });
  expect(told?.assetIds).toEqual([school.assets[0]?.id]);
  expect(told?.why.map(({ text }) => text)).toEqual([
    'The register holds 34 desktops in MU1 in use, on loan, passed down, spare, in stock or in repair.', 'Policies keep them for 5 years.',
    '18 of them began to be used longer ago than that on 21 November 2026.', '2 have no date in the register and are not counted as old.',
  ]);
});

test.each([
  ['iPads', true], ['30 Kestrel 400 laptops', true], ['Buy Sibelius licences', true], ['New interactive screens', true],
  ['From September 2027, 16 students record, edit and mix on a workstation each', false], ['Pupils read on a screen that they can hold', false], ['', false],
])('“%s” as a statement is questioned: %s', (statement, questioned) => {
  const lists = { models: [model({ id: 1, name: 'Kestrel 400', categoryKey: 'laptop' })], software: [] };
  expect(statementQuestion(lists, statement) !== null).toBe(questioned);
});

test('a request for software says what is still to be found out, and what was found against it', () => {
  const request = { product: 'Sketch', publisher: null, seats: null, softwareId: null, checkNote: null, compatible: 'yes', networkInstall: 'unknown', licenceAllows: 'unknown' } as const;
  expect(checksToDo(request)).toBe('Before anybody decides, find out whether it can be installed over the network and whether the licence allows this use.');
  expect([checksToDo({ ...request, networkInstall: 'no', licenceAllows: 'yes' }), checksFailed({ ...request, networkInstall: 'no' })]).toEqual([null, 'It cannot be installed over the network.']);
});

test('an open objective can be tied to a need, a closed one is named with the day', () => {
  expect(linkProblem(objectiveFor({ id: 1, name: 'Attendance' }))).toBeNull();
  expect(linkProblem(objectiveFor({ id: 1, number: '3.2', name: 'Attendance', state: 'dropped', closedOn: '2026-07-01' })))
    .toBe('Objective 3.2 Attendance was dropped on 1 July 2026, so no need can be tied to it. Another objective works, or open it again first.');
});

test('a need without a name is called by the first words of its statement', () => {
  expect([nameFromStatement('Pupils read. And more.'), nameFromStatement('word '.repeat(30)).length <= 61, nameFromStatement('x'.repeat(90)).length]).toEqual(['Pupils read', true, 61]);
});
