import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { ChartReport } from '../../../app/contract/ledger-codes.ts';
import { readerInThisProcess } from '../../intake/bring-in.ts';
import { planInMemory } from '../../support/plan-in-memory.ts';
import { dice } from '../../support/dice.ts';

const CODES = Array.from({ length: 30 }, (_, index) => [`44${index}`, `Code ${index} & more`, ['E20A', 'E20', 'CE04D', 'E22'][index % 4] ?? '', `0${index % 3}`] as const);
const XML = Buffer.from(`<?xml version="1.0" encoding="utf-8"?>\n<GLAccounts><Header SchoolName="Northmoor"/><LedgerCodes>${CODES.map(([code, name, cfr, fund]) =>
  `<LedgerCode><LedgerCode>${code}</LedgerCode><LedgerDescription><![CDATA[${name}]]></LedgerDescription><Funds><Fund FundCode="${fund}" CFRCode="${cfr}"/></Funds></LedgerCode>`).join('\n')}</LedgerCodes></GLAccounts>`);
const CSV = Buffer.from(['Ledger code,Description,CFR,Fund', ...CODES.map((cells) => cells.join(','))].join('\n'));

/** Pieces that matter to a reader of XML, put where they do not belong. */
const PIECES = ['<', '>', '</', '/>', '&', '&#0;', '&x;', '"', '<!--', '-->', '<![CDATA[', ']]>', '<!DOCTYPE a>', '<?', '\0', '\ufeff', '<LedgerCode>', '</GLAccounts>'];

/** Changes, drops, repeats, cuts or adds to the bytes of a file. */
function mutated(original: Uint8Array, roll: () => number): Uint8Array {
  const bytes = Buffer.from(original);
  const place = (): number => Math.floor(roll() * bytes.length);
  for (let times = Math.floor(roll() * 4); times > 0; times -= 1) bytes[place()] = Math.floor(roll() * 256);
  const [one, other] = [place(), place()].toSorted((a, b) => a - b) as [number, number];
  switch (Math.floor(roll() * 5)) {
    case 0: return bytes.subarray(0, other);
    case 1: return Buffer.concat([bytes.subarray(0, one), bytes.subarray(other)]);
    case 2: return Buffer.concat([bytes.subarray(0, other), bytes.subarray(one)]);
    case 3: return Buffer.concat([bytes.subarray(0, one), Buffer.from(PIECES[Math.floor(roll() * PIECES.length)] ?? ''), bytes.subarray(one)]);
    default: return bytes;
  }
}

describe('a damaged chart of accounts', () => {
  test.each([['XML', () => XML, 400], ['CSV', () => CSV, 200], ['a workbook', () => writeXlsx({ sheets: [{ name: 'Chart', rows: [['Ledger code', 'Description', 'CFR', 'Fund'], ...CODES.map((cells) => [...cells])] }] }), 60]])(
    'as %s is read with every code accounted for, or refused in a sentence that names it; the same again changes nothing', async (kind, original, times) => {
      using plan = planInMemory({ spawnReader: readerInThisProcess });
      const roll = dice(times);
      const file = await original();
      const outcomes = { read: 0, refused: 0 };
      for (let round = 0; round < times; round += 1) {
        const request = { fileName: 'chart.any', base64: Buffer.from(mutated(file, roll)).toString('base64') };
        const looked = await plan.dispatch('finance.chart', request);
        const taken = await plan.dispatch('finance.takeChart', request);
        if (!looked.ok) {
          expect(looked.error.code).toBe('refused_file');
          expect(looked.error.message).toMatch(/^chart\.any [^\n]+\.$/);
          expect(taken).toEqual(looked);
          outcomes.refused += 1;
          continue;
        }
        const { counts, sheet } = looked.value as ChartReport;
        expect(counts.read).toBe(counts.new + counts.changed + counts.unchanged + counts.refused);
        if (typeof sheet?.stuck === 'string') continue;
        expect(taken).toMatchObject({ ok: true, value: { value: { counts } } });
        expect((await plan.call('finance.takeChart', request)).change).toBeNull();
        if (round % 20 === 0) await plan.call('plan.undo', {});
        outcomes.read += 1;
      }
      expect(outcomes.read).toBeGreaterThan(0);
      // Text without tags is a table of some kind, however damaged.
      if (kind !== 'CSV') expect(outcomes.refused).toBeGreaterThan(0);
      expect(plan.logged).toEqual([]);
    }, 120_000,
  );
});
