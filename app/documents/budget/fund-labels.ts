import { fundName, fundOrder, type Fund } from '../../../planning/budget/fund.ts';
import type { FundKey } from '../../../planning/vocabulary.ts';

/**
 * What funds are called in a workbook whose formulas add up by that name: no two alike, whatever a school has called
 * them, and none that a formula would take for a comparison or a number.
 */
export function fundLabels(funds: readonly Fund[]): (key: FundKey) => string {
  const labels = new Map<FundKey, string>();
  const taken = new Set<string>();
  const add = (key: FundKey): string => {
    const name = fundName(funds, key).replaceAll(/\s+/gu, ' ').trim();
    const lettered = /^\p{L}/u.test(name) ? name : `Fund ${name}`.trim();
    const label = taken.has(lettered.toLowerCase()) ? `${lettered} (${key})` : lettered;
    taken.add(label.toLowerCase());
    labels.set(key, label);
    return label;
  };
  fundOrder(funds).forEach(add);
  return (key) => labels.get(key) ?? add(key);
}
