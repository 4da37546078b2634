import { foldedName } from '../../words.ts';
import { objectivesIn, type Outline, type OutlineArea, type OutlinePriority } from './outline.ts';

/**
 * The number that the next objective of a group may have: one on from the last of the group that ends in a number ("3.2" gives
 * "3.3"), else the first below its priority's ("3" gives "3.1"). One that the plan has already is passed over. Empty where
 * nothing can be said: a school that does not number goes on so. `sent` are numbers of the group that are on their way into
 * the plan.
 */
export function nextNumber(outline: Outline, group: Pick<OutlineArea, 'objectives'> | OutlinePriority, sent: readonly string[]): string {
  const taken = new Set([...objectivesIn(outline).flatMap(({ number }) => (number === null ? [] : [number])), ...sent].map(foldedName));
  const inGroup = [...group.objectives.map(({ number }) => number ?? ''), ...sent];
  const last = inGroup.map((number) => /^(.*?)(\d+)$/u.exec(number)).findLast((match) => match !== null);
  const above = 'priority' in group ? group.priority.number : null;
  const [, before = '', digits = '0'] = last ?? (above === null || inGroup.length > 0 ? [] : ['', `${above}.`, '0']);
  if (before === '' && digits === '0') return '';
  for (let next = Number(digits) + 1; ; next += 1) {
    const number = `${before}${String(next).padStart(digits.length, '0')}`;
    if (!taken.has(foldedName(number))) return number;
  }
}
