import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../planning/calendar.ts';
import { forecast } from '../../planning/forecast.ts';
import type { Asset } from '../../planning/snapshot.ts';
import { LABEL_LINE, layOutLife, spreadLabels } from '../../renderer/register/life-line.ts';
import type { LifeLine } from '../../renderer/register/life-line.ts';
import { lifeStory } from '../../renderer/register/life-story.ts';
import { buildRegister } from '../../renderer/register/rows.ts';
import { sampleSnapshot } from '../support/sample-snapshot.ts';

const asOf = '2026-11-21';
const hillcrest = sampleSnapshot();
const desktop = hillcrest.assets.find((asset) => asset.tag === 'HC-DT-0214')!;

const lifeOf = (change: Partial<Asset>) => {
  const snapshot = { ...hillcrest, assets: [{ ...desktop, ...change }] };
  const [row] = buildRegister(snapshot, { asOf }).rows;
  const story = lifeStory({ row: row!, snapshot, forecast: forecast(snapshot, { asOf }), tags: true });
  return { story, line: layOutLife(story) };
};

const boxes = ({ marks, remarks }: LifeLine) => [
  ...marks.map(({ label, detail }) => ({ top: label, bottom: label + (detail === null ? 1 : 2) * LABEL_LINE })),
  ...remarks.map(({ label }) => ({ top: label, bottom: label + LABEL_LINE })),
].toSorted((a, b) => a.top - b.top);

const day = fc.integer({ min: 0, max: 365 * 20 }).map((days) => addDays('2015-01-01', days));

describe('the life line', () => {
  it('tells of a desktop when it was bought, covered, upgraded and is due, with today between', () => {
    const { story } = lifeOf({});
    expect(story.marks.map(({ words, detail }) => (detail === null ? words : `${words} (${detail})`))).toEqual([
      'Bought, 12 December 2023 (£398, order 4471)',
      'Warranty ends, 12 Dec 2026',
      expect.stringMatching(/^Upgrade, 12 Dec 2026 \(.*£38\)$/),
      'Due, 12 December 2028 (£440, after 5 years)',
      'Today, 21 November 2026',
    ]);
    expect(story.spans.map(({ kind }) => kind)).toEqual(['before', 'covered', 'uncovered', 'after']);
    expect(story.remarks.map(({ words }) => words)).toEqual(['In warranty, 3 years', 'Then replaced or passed down']);
  });

  it('shows kit past its date as overdue up to today, and kit whose cover nobody knows as unknown', () => {
    expect(lifeOf({ purchaseDate: '2019-09-01', coverEnd: '2022-09-01' }).story.spans.map(({ kind }) => kind))
      .toEqual(['before', 'covered', 'uncovered', 'overdue', 'after']);
    const unknown = lifeOf({ coverEnd: null }).story;
    expect(unknown.spans.map(({ kind }) => kind)).toEqual(['before', 'unknown', 'after']);
    expect(unknown.remarks[0]?.words).toBe('Warranty not known');
  });

  it('can be drawn of kit of which no date is known', () => {
    const { story, line } = lifeOf({ purchaseDate: null, coverEnd: null, modelId: null });
    expect(story.marks.map(({ kind }) => kind)).toEqual(['today']);
    expect(line.spans).toEqual([{ kind: 'unknown', from: 0, to: line.height }]);
  });

  it('names what it took over from and what takes over from it', () => {
    const old = { ...desktop, id: 1, tag: 'HC-DT-0087' };
    const next = { ...desktop, id: 2, tag: 'HC-DT-0300', status: 'ordered', succeedsAssetId: 1, purchaseDate: '2027-01-05' } as const;
    const snapshot = { ...hillcrest, assets: [old, next] };
    const built = buildRegister(snapshot, { asOf }).rows;
    const remarks = built.map((row) => lifeStory({ row, snapshot, forecast: forecast(snapshot, { asOf }), tags: true }).remarks.map(({ words }) => words));
    expect(remarks[0]).toContain('Then HC-DT-0300');
    expect(remarks[1]).toContain('Before: HC-DT-0087, 2023 to 2027');
  });

  it('tells of extensions and contracts over it, of support that ends near its end, and of how it left', () => {
    const period = (id: number, startsOn: string | null, endsOn: string, kind: 'standard' | 'extension', costPence: number | null) =>
      ({ id, assetId: desktop.id, startsOn, endsOn, supplierId: null, reference: null, kind, costPence });
    const contract = {
      id: 9, kind: 'contract', name: 'Desktop care', categoryKey: 'support_contract', costCategory: 'it_support', amountPence: null, period: 'yearly', periodYears: null,
      driver: 'site', units: null, deviceCategoryKey: null, priceDate: null, start: '2026-12-12', end: '2028-06-30', noticeDays: null, autoRenews: false, riseBp: null, supplierId: null, fundKey: null,
      reference: null, notes: null, contractKind: 'hardware_cover', coversHardware: true, assetIds: [desktop.id],
    } as const;
    const asset = { ...desktop, coverEnd: '2028-06-30', movedTo: '2028-12-01', movedReason: 'Exams', osEnd: '2029-03-13', osName: 'Windows 11', osCanMove: true, passedDownOn: '2026-09-01' };
    const snapshot = { ...hillcrest, assets: [asset], contracts: [contract], warranties: [period(1, '2023-12-12', '2025-12-12', 'standard', null), period(2, '2026-03-01', '2026-12-12', 'extension', 3_200)] };
    const [row] = buildRegister(snapshot, { asOf }).rows;
    const story = lifeStory({ row: row!, snapshot, forecast: forecast(snapshot, { asOf }), tags: true });
    const said = story.marks.map(({ words, detail }) => (detail === null ? words : `${words} (${detail})`));
    expect(said).toEqual(expect.arrayContaining([
      'Warranty ended, 12 Dec 2025', 'Extended warranty ends, 12 Dec 2026 (from 1 Mar 2026, £32 each)', 'Desktop care ends, 30 Jun 2028 (from 12 Dec 2026)',
      'System support ends, 13 Mar 2029 (Windows 11, can be moved to a newer one)', 'Passed down, 1 Sep 2026',
    ]));
    expect(said.find((words) => words.startsWith('Due by hand, 1 December 2028'))).toContain('Exams');
    // Covered to Dec 2025, not for three months, then by the extension and straight on by the contract, then no more.
    expect(story.spans.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['before', null, '2023-12-12'], ['covered', '2023-12-12', '2025-12-12'], ['uncovered', '2025-12-12', '2026-03-01'],
      ['covered', '2026-03-01', '2028-06-30'], ['uncovered', '2028-06-30', '2028-12-01'], ['after', '2028-12-01', null],
    ]);
    const gone = lifeOf({ status: 'disposed', disposedOn: '2026-10-30', disposalRoute: 'resale', disposalPence: 4_000 }).story;
    expect(gone.marks.find(({ kind }) => kind === 'left')).toMatchObject({ words: 'Disposed of, 30 Oct 2026', detail: 'sold, brought in £40' });
    expect(gone.remarks.map(({ words }) => words)).not.toContain('Then replaced or passed down');
  });

  it('never lets one label cover another nor leave the drawing, whatever the dates', () => {
    fc.assert(fc.property(fc.option(day), fc.option(day), fc.option(day), (purchaseDate, coverEnd, upgradeDoneOn) => {
      const { line } = lifeOf({ purchaseDate, coverEnd, upgradeDoneOn });
      const all = boxes(line);
      for (const [at, box] of all.entries()) {
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(line.height + 0.001);
        if (at > 0) expect(box.top).toBeGreaterThanOrEqual(all[at - 1]!.bottom - 0.001);
      }
    }), { numRuns: 300 });
  });

  it('keeps its days in order of time, its labels in the same order, and its years apart', () => {
    fc.assert(fc.property(day, day, (purchaseDate, coverEnd) => {
      const { marks, years } = lifeOf({ purchaseDate, coverEnd }).line;
      const byDate = marks.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
      expect(byDate.map(({ at }) => at)).toEqual(byDate.map(({ at }) => at).toSorted((a, b) => a - b));
      expect(marks.map(({ label }) => label)).toEqual(marks.map(({ label }) => label).toSorted((a, b) => a - b));
      years.slice(1).forEach(({ at }, index) => expect(at - years[index]!.at).toBeGreaterThanOrEqual(17));
    }), { numRuns: 200 });
  });
});

describe('labels that would overlap', () => {
  it('stay where they belong when there is room', () => {
    expect(spreadLabels([{ at: 20, height: 16 }, { at: 100, height: 16 }], 300)).toEqual([12, 92]);
  });

  it('share the way they have to give', () => {
    const [first = 0, second = 0] = spreadLabels([{ at: 100, height: 16 }, { at: 100, height: 16 }], 300);
    expect((first + second) / 2).toBe(92);
    expect(second - first).toBe(22);
  });
});
