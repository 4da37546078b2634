import { describe, expect, test } from 'vitest';
import { supportReleases } from '../../../app/reference/facts.ts';
import { suggestRelease } from '../../../planning/support/match.ts';
import { effectiveReleases, releaseName, statusWords, supportStatus, trackWords, type ListedRelease } from '../../../planning/support/release.ts';

const shipped: readonly ListedRelease[] = supportReleases().map((release, index) =>
  ({ extendedYearPence: null, extendedPriceDate: null, ...release, id: index + 1, endedUndated: false }));

const release = (parts: Partial<ListedRelease> = {}): ListedRelease => ({
  id: 1, product: 'windows', cycle: '11-24h2-w', label: '11 24H2 (W)', releasedOn: null, activeEnd: null, securityEnd: '2026-10-13', extendedEnd: null,
  extendedYearPence: null, extendedPriceDate: null, source: 'endoflife.date', asOf: '2026-08-22', shipped: true, endedUndated: false, ...parts,
});

describe('how a release stands on a day', () => {
  test.each<[string, Partial<ListedRelease>, string, string]>([
    ['before its end, also after the list’s own day', { securityEnd: '2027-10-12' }, '2026-11-21', 'supported until 12 October 2027'],
    ['on its last day', {}, '2026-10-13', 'supported until 13 October 2026'],
    ['the day after', {}, '2026-10-14', 'ended on 13 October 2026'],
    ['past its end with paid updates', { securityEnd: '2025-10-14', extendedEnd: '2028-10-10' }, '2026-11-21', 'ended on 14 October 2025; paid updates until 10 October 2028'],
    ['past the paid updates too', { securityEnd: '2023-10-10', extendedEnd: '2026-10-13' }, '2026-11-21', 'ended on 13 October 2026'],
    ['without an end, on the list’s day', { securityEnd: null }, '2026-08-22', 'no end known on 22 August 2026'],
    ['without an end, a day later: nothing is claimed', { securityEnd: null }, '2026-08-23', 'not known after 22 August 2026'],
    ['ended, the list does not say when', { securityEnd: null, endedUndated: true }, '2026-08-01', 'ended, on a day the list does not name'],
  ])('%s', (_, parts, day, words) => expect(statusWords(supportStatus(release(parts), day))).toBe(words));

  test('no release of the shipped list without an end is called supported on any day after it', () => {
    const open = shipped.filter(({ securityEnd, extendedEnd }) => securityEnd === null && extendedEnd === null);
    expect(open.length).toBeGreaterThan(50);
    expect(open.every((each) => !['supported', 'no_end_known'].includes(supportStatus(each, '2026-11-21').kind))).toBe(true);
  });

  test('the same version ends on two days: Education and Enterprise after Pro', () => {
    const ends = shipped.filter(({ product, cycle }) => product === 'windows' && /^11-24h2-[ew]$/.test(cycle)).map((each) => [trackWords(each), each.securityEnd]);
    expect(ends).toEqual([['Education and Enterprise', '2027-10-12'], ['Pro, Pro Education and Home', '2026-10-13']]);
  });

  test('the school’s own row holds before the shipped one, and only that one', () => {
    const own = release({ id: 900, shipped: false, securityEnd: '2026-09-01' });
    const held = effectiveReleases([release(), own, release({ id: 2, cycle: '11-24h2-e' })]);
    expect(held.map(({ id }) => id)).toEqual([900, 2]);
  });

  test.each([
    ['windows', '11 24H2 (E)', 'Windows 11 24H2 (E)'], ['windows-server', 'Windows Server 2012 R2', 'Windows Server 2012 R2'],
    ['ipados', '17', 'iPadOS 17'], ['ipad', 'iPad (9th generation)', 'iPad (9th generation)'], ['Kestrel BIOS', '400', 'Kestrel BIOS 400'],
  ])('%s %s is called %s', (product, label, name) => expect(releaseName({ product, label })).toBe(name));
});

describe('what a register’s words mean in the shipped list', () => {
  const meant = (text: string): readonly string[] => suggestRelease(text, shipped).releases.map(releaseName);

  test.each([
    ['Windows 11 Education 24H2', ['Windows 11 24H2 (E)']], ['Microsoft Windows 11 Pro 24H2', ['Windows 11 24H2 (W)']],
    ['Windows 11 Pro Education 23H2', ['Windows 11 23H2 (W)']], ['Windows 11 Enterprise LTSC 24H2', ['Windows 11 24H2 (E)']],
    ['Win 10 22H2', ['Windows 10 22H2']], ['Windows 10 Enterprise 21H2', ['Windows 10 21H2 (E)']], ['Windows 10 Enterprise LTSC 1809', ['Windows 10 1809 (E)']],
    ['Windows 11 24H2', ['Windows 11 24H2 (E)', 'Windows 11 24H2 (W)']], ['10.0.26100.2314', ['Windows 11 24H2 (E)', 'Windows 11 24H2 (W)']],
    ['Windows 10.0.19045.5131 Education', ['Windows 10 22H2']], ['Windows 7', ['Windows 7 SP1']], ['windows 8.1 pro', ['Windows 8.1']],
    ['Windows Server 2016 Standard', ['Windows Server 2016']], ['Server 2016', ['Windows Server 2016']], ['Windows Server 2012 R2', ['Windows Server 2012 R2']],
    ['SQL Server 2022', ['SQL Server 2022 \'Dallas\'']], ['SQL Server 2016 SP3', ['SQL Server 2016 SP3']],
    ['iPadOS 17.5.1', ['iPadOS 17']], ['iPadOS 17', ['iPadOS 17']], ['iOS 15.8', ['iOS 15']], ['macOS 14.2', ['macOS 14']], ['macOS Sonoma', ['macOS 14']],
    ['Mac OS X 10.15.7', ['macOS 10.15']], ['Android 13', ['Android 13']], ['Ubuntu 22.04 LTS', ['Ubuntu 22.04']], ['VMware ESXi 7.0 U3', ['VMware ESXi 7.0']],
    ['ESXi 8', ['VMware ESXi 8.0']], ['Proxmox 8.2', ['Proxmox VE 8']], ['Microsoft Office Standard 2019', ['Office 2019']], ['Office LTSC 2024', ['Office 2024 LTSC']],
    ['Exchange Server 2019', ['Exchange Server 2019 CU15 SU5']],
    ['Apple iPad (9th generation) 64 GB', ['iPad (9th generation)']], ['iPad 9th Gen', ['iPad (9th generation)']], ['iPad Air 2', ['iPad Air 2']],
    ['Samsung Galaxy Tab A8 32GB', ['Galaxy Tab A8']], ['Surface Go 2', ['Surface Go 2']], ['Microsoft Surface Laptop Go 2', ['Surface Laptop Go 2']],
    ['', []], ['Kestrel 400 small desktop', []], ['ChromeOS', []], ['8 GB memory', []],
  ])('“%s” is %j', (text, names) => expect([...meant(text)].sort()).toEqual([...names].sort()));

  test.each([
    ['Windows 11', 'Which version of Windows 11 is it, such as 24H2?'],
    ['Windows 11 24H2', 'Is it Pro or Home (W), or Education or Enterprise (E)? Their support ends on different days.'],
    ['SQL Server 2016', 'Which service pack of SQL Server 2016 is it?'], ['Windows 11 Pro 24H2', null], ['toaster', null],
  ])('“%s” asks: %s', (text, question) => expect(suggestRelease(text, shipped).question).toBe(question));
});
