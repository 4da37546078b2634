import type { ChartField } from '../../app/contract/chart-options.ts';
import type { ChartReport } from '../../app/contract/ledger-codes.ts';
import { formatCount } from '../../planning/money.ts';
import { foldedName, listOf } from '../../planning/words.ts';

/** What a column of a sheet holds, as the choice says it. */
export const CHART_FIELD_WORDS: Readonly<Record<ChartField, string>> = {
  code: 'Ledger code', description: 'Description', cfrCode: 'Code of the return (CFR)', ledgerType: 'Income or expenditure', fundCode: 'Fund code',
  fundName: 'Name of the fund', costCentre: 'Cost centre', costCentreName: 'Name of the cost centre',
};

const codes = (count: number): string => `${formatCount(count)} ${count === 1 ? 'code' : 'codes'}`;

/** `210 codes read: 200 new, 4 changed, 5 unchanged, 1 refused.` */
export function countsWords({ counts: { read, new: fresh, changed, unchanged, refused } }: Pick<ChartReport, 'counts'>): string {
  return `${codes(read)} read: ${formatCount(fresh)} new, ${formatCount(changed)} changed, ${formatCount(unchanged)} unchanged, ${formatCount(refused)} refused.`;
}

/** What the codes of the file stand for once they are in: how many by themselves, and how many somebody has to say. */
export function mappingOutlook({ ledgerCodes }: Pick<ChartReport, 'ledgerCodes'>): string | null {
  const [mapped, open] = (['mapped', 'to_map'] as const).map((asked) => ledgerCodes.filter(({ state }) => state === asked).length) as [number, number];
  if (mapped + open === 0) return ledgerCodes.length === 0 ? null : 'None of its ledger codes is for ICT, as far as can be told.';
  const by = `${codes(mapped)} for ICT ${mapped === 1 ? 'is' : 'are'} mapped by what the file or the plan says`;
  return open === 0 ? `${by}.` : mapped === 0 ? `${codes(open)} for ICT ${open === 1 ? 'is' : 'are'} to be mapped afterwards.` : `${by}; ${formatCount(open)} more ${open === 1 ? 'is' : 'are'} to be mapped afterwards.`;
}

/** The codes of the plan that the file does not have; null where it has them all. */
export function goneWords({ gone }: Pick<ChartReport, 'gone'>): string | null {
  const all = [...gone.ledgerCodes, ...gone.fundCodes.map((code) => `fund ${code}`), ...gone.costCentres.map((code) => `cost centre ${code}`)];
  if (all.length === 0) return null;
  const named = all.length <= 8 ? listOf(all) : `${all.slice(0, 7).join(', ')} and ${formatCount(all.length - 7)} others`;
  return `Not in this file, and kept: ${named}.`;
}

/** Said where the file names another school than the plan; null where it names this one, or none. */
export function otherSchoolWords({ about }: Pick<ChartReport, 'about'>, schoolName: string): string | null {
  const named = about?.schoolName ?? null;
  return named === null || schoolName === '' || foldedName(named) === foldedName(schoolName) ? null : `The file is of ${named}, and this is the plan of ${schoolName}.`;
}
