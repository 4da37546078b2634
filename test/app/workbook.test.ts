import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { place } from '../planning/fixtures.ts';
import { describe, expect, it } from 'vitest';
import { forecastDocument, forecastWorkbook } from '../../app/documents/forecast-workbook.ts';
import { writeHucreWorkbook } from '../../app/documents/hucre-workbook.ts';
import { SAMPLE_AS_OF } from '../../app/sample/school.ts';
import { forecast } from '../../planning/forecast.ts';
import { overviewSentence } from '../../planning/sentences.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { officeProgram } from '../support/calc-libreoffice.ts';
import { wrongInOffice } from '../support/wrong-in-office.ts';
import { calculatedWorkbook } from '../support/calc-workbook.ts';
import { sampleSnapshot } from '../support/sample-snapshot.ts';
import { formulasOf, poisoned, rowLabelled, sheetNamed, shown, shownRow } from '../support/xlsx-document.ts';
import { structureFaults } from '../support/xlsx-structure.ts';

const hillcrest = sampleSnapshot();
const options = { asOf: SAMPLE_AS_OF };
const result = forecast(hillcrest, options);
const document = forecastDocument({ snapshot: hillcrest, options });

const inPounds = (pence: readonly number[]): number[] => pence.map((each) => each / 100);
const yearsOf = (row: readonly (string | number | null)[]): (string | number | null)[] => row.slice(1, 1 + result.years.length);

/** A small school for what Hillcrest does not have. */
const school = (changes: Partial<PlanSnapshot>, assets: readonly Partial<Asset>[] = []): PlanSnapshot => {
  const [like] = hillcrest.assets.filter(({ categoryKey }) => categoryKey === 'desktop');
  if (like === undefined) throw new Error('Hillcrest has desktops.');
  return {
    ...hillcrest, assets: assets.map((asset, index) => ({ ...like, modelId: null, ...asset, id: index + 1 })), recurring: [], budgets: [], ...changes,
  };
};

describe('the workbook’s formulas', () => {
  it('work out to the forecast’s own figures, to the penny, in a program that trusts no stored value', async () => {
    const bytes = await writeHucreWorkbook(poisoned(document));
    const stored = (await readXlsx(bytes, { sheets: ['Summary'] })).sheets[0]?.rows[rowLabelled(sheetNamed(document, 'Summary'), 'Desktops') - 1];
    expect(stored?.slice(1, 6)).toEqual([-1, -1, -1, -1, -1]);
    const workbook = await calculatedWorkbook(bytes);
    const formulas = formulasOf(document);
    // Every sum over the lines has every line's formula behind it; of the lines themselves each seventh is asked as well.
    const asked = formulas.filter(({ sheet, cell }) => sheet !== 'Lines' || Number(cell.replace(/\D/g, '')) % 7 === 0);
    const wrong = asked.flatMap(({ sheet, cell, formula }) => {
      const value = workbook.valueOf(sheet, cell);
      const right = typeof formula.result === 'string' ? value === formula.result
        : Math.round(Number(value) * 100) === Math.round(formula.result * 100) && value !== '';
      return right ? [] : [`${sheet}!${cell} =${formula.formula} gives ${value}, not ${formula.result}`];
    });
    expect(wrong).toEqual([]);
    expect(formulas.length).toBeGreaterThan(2 * result.lines.length);
  }, 120_000);

  const office = officeProgram();
  if (office === null) console.log('skipped: LibreOffice (soffice) is not installed, so it does not work the workbook out');
  it.skipIf(office === null)('work out to the same figures in LibreOffice', async () => {
    expect(await wrongInOffice(office ?? '', document)).toEqual([]);
  }, 240_000);

  it('carry almost every price from its date by the index, so that anyone can work it out again', () => {
    const lines = sheetNamed(document, 'Lines');
    const [head] = lines.rows;
    const unit = head?.cells.findIndex((cell) => shown(cell) === 'Price that year') ?? -1;
    const kind = head?.cells.findIndex((cell) => shown(cell) === 'Kind') ?? -1;
    const plain = lines.rows.slice(1).filter(({ cells }) => cells[unit]?.kind !== 'formula').map(({ cells }) => shown(cells[kind]));
    // Losses cost the mean of several prices.
    expect(new Set(plain)).toEqual(new Set(['Loss']));
  });
});

describe('the summary', () => {
  const summary = sheetNamed(document, 'Summary');

  it('opens with the sentence of the overview', () => {
    expect(shownRow(summary, 1)).toEqual(['Hillcrest School: ICT refresh forecast 2026/27 to 2030/31']);
    expect(shownRow(summary, 2)).toEqual([overviewSentence(hillcrest, result).text]);
  });

  it('has a row for each category and the totals of the forecast', () => {
    const { totals } = result;
    const row = (label: string, after?: number): (string | number | null)[] => yearsOf(shownRow(summary, rowLabelled(summary, label, after)));
    expect(row('Desktops')).toEqual(inPounds(totals.byCategory.desktop ?? []));
    expect(row('Laptops')).toEqual(inPounds(totals.byCategory.laptop ?? []));
    expect(row('Still to come')).toEqual(inPounds(totals.totalPence));
    expect(row('Already spent')).toEqual(inPounds(totals.alreadyPence));
    expect(row('Planned cost', 10)).toEqual(inPounds(totals.plannedPence));
    expect(row('Budget')).toEqual([118_400, 118_400, 118_400, 119_600, 120_800]);
    expect(row('Difference')).toEqual(inPounds(totals.differencePence ?? []));
  });

  it('says the difference in words, with its sign, and not by colour alone', () => {
    expect(yearsOf(shownRow(summary, rowLabelled(summary, 'In words')))).toEqual([
      '£859 left', '£3,882 left', '£23,493 over', '£3,132 left', '£711 left',
    ]);
  });

  it('counts the items replaced by category', () => {
    const from = rowLabelled(summary, 'Items replaced');
    expect(yearsOf(shownRow(summary, rowLabelled(summary, 'Desktops', from)))).toEqual([62, 60, 32, 32, 38]);
    expect(yearsOf(shownRow(summary, rowLabelled(summary, 'Laptops', from)))).toEqual([56, 22, 114, 54, 56]);
  });

  it('draws native charts from the planned cost by group, and from plan and budget', async () => {
    const [sheet] = (await readXlsx(await writeHucreWorkbook(document))).sheets;
    const charts = sheet?.charts ?? [];
    const first = rowLabelled(summary, 'Planned cost, by group') + 1;
    expect(charts.map(({ kinds, title }) => [kinds, title])).toEqual([[['bar'], 'Planned cost by group'], [['line'], 'Planned cost and budget, by year']]);
    expect(charts[0]?.series?.map(({ name, valuesRef }) => [name, valuesRef])).toEqual([
      ['Running costs', `Summary!$B$${first}:$F$${first}`], ['Devices', `Summary!$B$${first + 1}:$F$${first + 1}`],
      ['Displays, print, AV', `Summary!$B$${first + 2}:$F$${first + 2}`], ['Servers', `Summary!$B$${first + 3}:$F$${first + 3}`],
      ['Network', `Summary!$B$${first + 4}:$F$${first + 4}`],
    ]);
    expect(yearsOf(shownRow(summary, first + 1))).toEqual(inPounds(result.totals.plannedByChartGroup.devices));
    expect(charts[1]?.series?.map(({ name }) => name)).toEqual(['Planned cost', 'Budget']);
  });
});

describe('the other sheets', () => {
  it('add the lines up by code, to the same total', () => {
    const codes = sheetNamed(document, 'By code');
    for (const [code, pence] of Object.entries(result.totals.byCode)) {
      const row = codes.rows.findIndex(({ cells }) => String(shown(cells[0])).startsWith(`${code} `)) + 1;
      expect(yearsOf(shownRow(codes, row))).toEqual(inPounds(pence));
    }
    expect(yearsOf(shownRow(codes, rowLabelled(codes, 'Still to come')))).toEqual(inPounds(result.totals.totalPence));
  });

  it('give each line of the forecast a row of its own, with its reasons', () => {
    const lines = sheetNamed(document, 'Lines');
    expect(lines.rows).toHaveLength(1 + result.lines.length);
    const desktop = lines.rows.map((_, index) => shownRow(lines, index + 1)).find((row) => row.includes('HC-DT-0214') && row.includes('Replacement'));
    expect(desktop).toEqual([
      '2028/29', 2028, '2028-12-12', 'Replacement', 'Desktops', 'Devices', 'Kestrel 400 small desktop', 'HC-DT-0214', 'IT3', 1,
      415, '2026-06-12', 1_060_900, 440.27, 440.27, 'E20E', 'Policy', '2028-12-12', null, null,
      expect.stringContaining('The desktop policy keeps it 5 years. That ends on 12 December 2028.'), 'desktop',
    ]);
  });

  it('mark what is a convention and what is the school’s own, and count what is left out', () => {
    const sheet = sheetNamed(document, 'Assumptions');
    const rows = sheet.rows.map((_, index) => shownRow(sheet, index + 1));
    expect(rows).toContainEqual(['Left out: no purchase date, so no age', 41]);
    expect(rows).toContainEqual(['Figures as at', '2026-11-21']);
    expect(rows).toContainEqual(['Everything without a rise of its own', 0.03, 'Convention that comes with Kitplan']);
    expect(rows).toContainEqual([
      'Desktops', '5 years', 'Policy, end of maker’s support and end of system support', 415, '2026-06-12', 'Memory after 3 years', null, 'The school’s own',
    ]);
    expect(rows).toContainEqual(['Cameras', '4 years', 'Policy', null, null, null, null, 'Convention that comes with Kitplan']);
  });
});

describe('the file', () => {
  it('has nothing a spreadsheet program would want to repair', async () => {
    expect(structureFaults(await writeHucreWorkbook(document))).toEqual([]);
  });

  it('would be found out if print areas were not quoted', async () => {
    const broken = await writeXlsx({ sheets: [{ name: 'By code', rows: [[1]], pageSetup: { printArea: '$A$1:$A$1' } }] });
    expect(structureFaults(broken)).toEqual(['The name _xlnm.Print_Area points at By code!$A$1:$A$1, which is not a quoted range.']);
  });

  it('is the same to the byte for the same plan and day, in any time zone', async () => {
    const here = await forecastWorkbook({ snapshot: hillcrest, options });
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'Pacific/Auckland';
      expect(Buffer.compare(await forecastWorkbook({ snapshot: hillcrest, options }), here)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('is read by another reader as it was meant: figures as numbers, days as days, text as text', async () => {
    const workbook = await readXlsx(await forecastWorkbook({ snapshot: hillcrest, options, created: '2026-11-22' }), { readStyles: true });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(['Summary', 'By code', 'Lines', 'Price index', 'Assumptions']);
    expect(workbook.properties).toMatchObject({
      title: 'Hillcrest School: ICT refresh forecast', creator: 'Kitplan', created: new Date('2026-11-22T00:00:00Z'),
    });
    for (const sheet of document.sheets) {
      const read = workbook.sheets.find(({ name }) => name === sheet.name);
      const different = sheet.rows.flatMap(({ cells }, row) => cells.flatMap((cell, column) => {
        const value = read?.rows[row]?.[column] ?? null;
        const plain = value instanceof Date ? value.toISOString().slice(0, 10) : value;
        const meant = shown(cell) === '' ? null : shown(cell);
        return (plain === '' ? null : plain) === meant ? [] : [`${sheet.name} row ${row + 1}: ${String(plain)} for ${String(meant)}`];
      }));
      expect(different).toEqual([]);
    }
    const lines = workbook.sheets[2];
    expect(lines?.freezePane).toMatchObject({ rows: 1 });
    expect(lines?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' });
  });
});

describe('plans that are not Hillcrest', () => {
  it('show “no price” and never £0 where nobody has entered one', async () => {
    const snapshot = school(
      { policies: hillcrest.policies.map((policy) => ({ ...policy, unitPence: null })) },
      [{ quantity: 30, unitPaidPence: null, purchaseDate: '2022-06-01' }],
    );
    const made = forecastDocument({ snapshot, options });
    const lines = sheetNamed(made, 'Lines');
    expect(shownRow(lines, 2).slice(9, 15)).toEqual([30, null, null, null, 'no price', 'no price']);
    const sheet = sheetNamed(made, 'Assumptions');
    expect(shownRow(sheet, rowLabelled(sheet, 'No price: desktops'))).toEqual(['No price: desktops', 30]);
    expect(structureFaults(await writeHucreWorkbook(made))).toEqual([]);
  });

  it('say that no budget has been entered, and draw no budget', () => {
    const made = forecastDocument({ snapshot: school({}, [{}]), options });
    const summary = sheetNamed(made, 'Summary');
    expect(rowLabelled(summary, 'No budget has been entered.')).toBeGreaterThan(0);
    expect(() => rowLabelled(summary, 'Difference')).toThrow();
    expect(summary.charts?.map(({ kind }) => kind)).toEqual(['stacked_columns']);
  });

  it('show no difference for a year without a budget of its own', () => {
    const made = forecastDocument({ snapshot: school({ budgets: [{ year: 2027, fundKey: 'delegated', costCategory: null, nature: null, pence: 50_000 }] }, [{}]), options });
    const summary = sheetNamed(made, 'Summary');
    expect(yearsOf(shownRow(summary, rowLabelled(summary, 'Budget')))).toEqual(['none entered', 500, 'none entered', 'none entered', 'none entered']);
    expect(shownRow(summary, rowLabelled(summary, 'Difference'))).toEqual(['Difference', null, 500, null, null, null, null]);
  });

  it('work with an empty register, with ten years and with September years', async () => {
    const fewer = { ...hillcrest, assets: hillcrest.assets.filter((_, index) => index % 12 === 0) };
    for (const [snapshot, asked] of [
      [school({}), options], [fewer, { ...options, years: 10 }], [fewer, { ...options, yearStartMonth: 9, years: 3 }],
    ] as const) {
      const made = forecastDocument({ snapshot, options: asked });
      expect(structureFaults(await writeHucreWorkbook(made))).toEqual([]);
      const workbook = await calculatedWorkbook(await writeHucreWorkbook(poisoned(made)));
      const wrong = formulasOf(made).flatMap(({ sheet, cell, formula }) =>
        (typeof formula.result === 'string' || Math.round(Number(workbook.valueOf(sheet, cell)) * 100) === Math.round(formula.result * 100) ? [] : [`${sheet}!${cell}`]));
      expect(wrong).toEqual([]);
    }
  }, 120_000);

  it('add up what is decided about kit, what it brings in and what is needed, to the forecast’s own totals', async () => {
    const terms = { years: null, yearlyPence: null, priceDate: null, nextUserGroup: null, nextMonths: null, reason: null };
    const snapshot = school({
      policies: hillcrest.policies.map((policy) => ({ ...policy, unitPence: 41_500, priceDate: '2026-04-01', disposalPence: 1_250, tradeInPence: 2_000, purchaseMonths: [7, 8] })),
      school: { ...hillcrest.school, backlogYears: 3 },
      actions: [
        { ...terms, assetId: 2, action: 'extend_support', years: 3, yearlyPence: 2_575, priceDate: '2026-04-01' },
        { ...terms, assetId: 3, action: 'retire' }, { ...terms, assetId: 4, action: 'pass_down', nextMonths: 24 }, { ...terms, assetId: 5, action: 'keep' },
      ],
      needs: [{
        id: 1, costId: 1, name: 'Microphones', costName: null, until: null, categoryKey: 'av_audio', costCategory: 'other_hardware', fundKey: null, on: '2027-07-01', quantity: 6, unitPence: 12_000,
        priceDate: '2026-04-01', yearlyPence: 9_999, riseBp: null, included: true,
      }],
    }, [
      { quantity: 30, purchaseDate: '2019-09-01', unitPaidPence: 39_900 }, { quantity: 4, osEnd: '2027-10-14', osCanMove: false }, { quantity: 2 }, { quantity: 5, unitPaidPence: 1_500 }, {},
    ]);
    const { totals, lines } = forecast(snapshot, options);
    expect(new Set(lines.map(({ kind }) => kind))).toEqual(new Set(['replace', 'upgrade', 'extend', 'disposal', 'need']));
    const made = forecastDocument({ snapshot, options });
    const summary = sheetNamed(made, 'Summary');
    expect(shownRow(summary, rowLabelled(summary, 'Still to come')).slice(1, 6)).toEqual(inPounds(totals.totalPence));
    const said = sheetNamed(made, 'Lines').rows.map((_, index) => shownRow(sheetNamed(made, 'Lines'), index + 1)[6]);
    for (const what of ['Microphones', 'Microphones: running cost']) expect(said).toContain(what);
    for (const end of ['support extended', 'disposal', 'trade-in']) expect(said.some((text) => String(text).endsWith(`: ${end}`)), end).toBe(true);
    const workbook = await calculatedWorkbook(await writeHucreWorkbook(poisoned(made)));
    const wrong = formulasOf(made).flatMap(({ sheet, cell, formula }) =>
      (typeof formula.result === 'string' || Math.round(Number(workbook.valueOf(sheet, cell)) * 100) === Math.round(formula.result * 100) ? [] : [`${sheet}!${cell}`]));
    expect(wrong).toEqual([]);
  }, 60_000);

  it('keep a register’s text as text, whatever it begins with', async () => {
    const hostile = '=HYPERLINK("http://attacker.example","Budget")';
    const snapshot = school(
      { school: { ...hillcrest.school, name: 'D’Arcy & Sons’ <School>' }, locations: [place(900, '@SUM(1+1)')] },
      [{ description: hostile, tag: '+44', locationId: 900 }, { description: '#N/A', tag: '-1' }, { description: `a\u0007b${'x'.repeat(40_000)}` }],
    );
    const bytes = await forecastWorkbook({ snapshot, options });
    expect(structureFaults(bytes)).toEqual([]);
    const lines = (await readXlsx(bytes, { readStyles: true })).sheets.find(({ name }) => name === 'Lines');
    const said = new Set(lines?.rows.flat());
    for (const text of [hostile, '+44', '@SUM(1+1)', '#N/A', '-1']) expect(said).toContain(text);
    const formulas = [...lines?.cells?.values() ?? []].flatMap(({ formula }) => formula ?? []);
    expect(formulas.filter((formula) => /HYPERLINK|SUM/.test(formula))).toEqual([]);
    expect([...said].every((text) => typeof text !== 'string' || text.length <= 32_767)).toBe(true);
  });

  it('sum a category of the school’s own, even one with a star in its name', async () => {
    const [like] = hillcrest.policies;
    if (like === undefined) throw new Error('Hillcrest has policies.');
    const policy = {
      ...like, id: 9_000, categoryKey: 'vr_sets', userGroup: null, modelId: null, assetId: null, lifeMonths: 48,
      binding: ['policy_life'], unitPence: 30_000, priceDate: '2026-05-01',
    } as const;
    const own = { key: 'vr_sets', singular: 'VR* set', plural: 'VR* sets', costCategory: 'other_hardware', chartGroup: 'devices' } as const;
    const snapshot = school(
      { categories: [...hillcrest.categories, own], policies: [...hillcrest.policies, policy] },
      [{ categoryKey: 'vr_sets', quantity: 12, purchaseDate: '2023-09-01' }, {}],
    );
    const made = forecastDocument({ snapshot, options });
    const summary = sheetNamed(made, 'Summary');
    const row = rowLabelled(summary, 'VR* sets');
    const workbook = await calculatedWorkbook(await writeHucreWorkbook(poisoned(made)));
    // 12 × £300 × 1.03
    expect(Number(workbook.valueOf('Summary', `C${row}`))).toBeCloseTo(3_708, 2);
  });
});
