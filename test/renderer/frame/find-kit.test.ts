import { describe, expect, test } from 'vitest';
import { forecast } from '../../../planning/forecast.ts';
import { dueWords, findableKit, findKit, kitHint } from '../../../renderer/frame/palette/find-kit.ts';
import { sampleSnapshot } from '../../support/sample-snapshot.ts';

const snapshot = sampleSnapshot();
const kit = findableKit(snapshot);
const plan = forecast(snapshot, { asOf: '2026-11-21' });

describe('finding kit in the search box', () => {
  test('a tag typed in full, in any case, comes first', () => {
    expect(findKit(kit, 'hc-sv-01', 6).first[0]?.asset.tag).toBe('HC-SV-01');
  });

  test('a serial number finds its item', () => {
    const { serial, tag } = snapshot.assets.find((asset) => asset.serial !== null) ?? { serial: '', tag: '' };
    expect(findKit(kit, serial ?? '', 6).first.map(({ asset }) => asset.tag)).toContain(tag);
  });

  test('every word typed must fit: the desktops in IT3, not all desktops and all of IT3', () => {
    const found = findKit(kit, 'desktop it3', 500);
    expect(found.count).toBeGreaterThan(1);
    expect(found.first.every(({ asset, room }) => asset.categoryKey === 'desktop' && room === 'IT3')).toBe(true);
  });

  test('only the first few are listed and all are counted', () => {
    const found = findKit(kit, 'laptop', 6);
    expect(found.first).toHaveLength(6);
    expect(found.count).toBe(snapshot.assets.filter(({ categoryKey }) => categoryKey === 'laptop').length);
  });

  test('nothing typed finds nothing', () => {
    expect(findKit(kit, '  ', 6)).toEqual({ first: [], count: 0 });
  });

  test('an item says where it is and when it falls due', () => {
    const [server] = findKit(kit, 'HC-SV-01', 1).first;
    expect(server && kitHint(server)).toBe('Comms 1, HC-SV-01');
    expect(server && dueWords(plan, server.asset.id)).toBe('due 2028/29');
  });
});
