import { describe, expect, it } from 'vitest';
import { kitLots, lotsFitting } from '../../renderer/register/cover/kit-lots.ts';
import { kit, place, schoolOf } from '../planning/fixtures.ts';

const LOTS = kitLots(schoolOf({
  locations: [place(1, 'With staff'), place(2, 'Trolley B')],
  assets: [
    kit({ id: 1, description: 'Tamar 14 laptop', tag: 'HC-SL-101', orderNumber: '4279', locationId: 1 }),
    kit({ id: 2, description: 'Tamar 11 laptop', tag: 'HC-PL-014', serial: 'TM11-51407-M', orderNumber: '4806', locationId: 2 }),
    kit({ id: 3, description: 'Kestrel F1 field camera', tag: 'HC-FC-01' }),
  ],
}));
const found = (find: string): readonly string[] => lotsFitting(LOTS, { find, kind: '', department: '' }).map(({ description }) => description);

describe('looking for the kit of a contract', () => {
  it.each([
    ['a name is not found by a number inside a tag', 'tamar 14', ['Tamar 14 laptop']],
    ['words are found by how they begin, in any order', 'lap tam', ['Tamar 11 laptop', 'Tamar 14 laptop']],
    ['a room', 'trolley b', ['Tamar 11 laptop']],
    ['an order', '4279', ['Tamar 14 laptop']],
    ['a tag', 'hc-pl-014', ['Tamar 11 laptop']],
    ['the end of a serial', '51407-m', ['Tamar 11 laptop']],
    ['nothing asked is all of it', ' ', ['Kestrel F1 field camera', 'Tamar 11 laptop', 'Tamar 14 laptop']],
    ['what nobody has', 'tamar 15', []],
  ])('%s', (_, find, names) => {
    expect(found(find)).toEqual(names);
  });
});
