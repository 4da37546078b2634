import type { StandardsReport } from '../app/contract/standards.ts';
import { block, WIDTH } from './budget-table.ts';
import { shortDate, wrapped } from './words.ts';

type Standard = StandardsReport['standards'][number];
type Requirement = Standard['requirements'][number];

const STANDING_WORDS: Readonly<Record<Standard['standing'], string>> = { not: 'Not met', partly: 'Partly met', unknown: 'Not known', meets: 'Met', na: 'Does not apply' };

/** What people type may lack its full stop. */
const ended = (text: string): string => (/[.!?]$/u.test(text) ? text : `${text}.`);

const indented = (text: string, by: string): string[] => wrapped(text, WIDTH - by.length).map((line) => `${by}${line}`);

/** The standards as they are printed; with `gapsOnly` what is met, or does not apply, is left out. */
export function standardsText(report: StandardsReport, gapsOnly: boolean): string {
  const isMeant = ({ standing }: { readonly standing: Requirement['standing'] }): boolean => !gapsOnly || (standing !== 'meets' && standing !== 'na');
  const standards = report.standards.filter(isMeant);
  return `${[
    ...wrapped(report.sentence, WIDTH), '', ...road(report), ...standards.flatMap((standard) => [...standardLines(standard, standard.requirements.filter(isMeant)), '']),
    ...wrapped(`As at ${shortDate(report.asOf)}. A standard stands as its worst requirement does.`, WIDTH),
  ].join('\n')}\n`;
}

function road({ road: { sentence, years, agreedPence, openPence, refreshPence, gaps } }: StandardsReport): string[] {
  if (years.length === 0) return [];
  const counted = block('Core, at the end of the year', years.map(({ label }) => label), (['not', 'partly', 'unknown', 'meets'] as const).map((standing) => ({
    // Counts are printed by the same column maker as pounds.
    label: STANDING_WORDS[standing], cells: years.map(({ counts }) => counts[standing] * 100),
  })));
  const costs = block('Cost of closing them, £', years.map(({ label }) => label), [
    { label: 'Needs that are agreed', cells: agreedPence }, { label: 'Needs not decided', cells: openPence }, { label: 'Replacements in the plan already', cells: refreshPence },
  ]);
  return [...wrapped(sentence, WIDTH), '', ...counted, '', ...costs, '', ...gaps.flatMap(({ ref, closes }) => indented(`${ref}: ${closes}`, '  ')), ...(gaps.length === 0 ? [] : [''])];
}

const standardLines = ({ name, target, standing, counts }: Standard, requirements: readonly Requirement[]): string[] => [
  `${name}: ${STANDING_WORDS[standing].toLowerCase()}${target === null ? '' : ` (${/^\d/u.test(target) ? `by ${target}` : target})`}`,
  ...wrapped(`  ${counts.meets} met, ${counts.partly} partly, ${counts.not} not, ${counts.unknown} not known`, WIDTH),
  ...requirements.flatMap((each) => indented(`${each.ref} ${STANDING_WORDS[each.standing]}. ${each.requirement} ${ended(each.says)}${each.late ? ' Its review is late.' : ''}`, '  ')),
];
