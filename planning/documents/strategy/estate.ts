import { estateBy, type Estate, type EstateGroup, type Share } from '../../access/access.ts';
import { ageWords, shareWords } from '../../access/sentence.ts';
import { formatLongDate } from '../../calendar.ts';
import { formatCount, sumOf } from '../../money.ts';
import { overdueKit, warrantiesEnding } from '../../overview.ts';
import { say, strong, type Sentence } from '../../sentences/say.ts';
import { runsASystem } from '../../support/outlook.ts';
import { itemCount } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';
import { kitWords } from '../kit-words.ts';
import { heading, paragraph, type DocumentBlock, type DocumentTable } from '../model.ts';
import { countCell, documentTable, figureColumn, firstOf, moreNote, NOTHING, noteOf, tableRow, wordsColumn } from '../tables.ts';

/** As many kinds of kit as a page holds beside their total. */
const MOST_KINDS = 30;

/** What there is and how it stands: `The school has 1,050 items of kit. 35 are past the age at which they are replaced, …`. */
export function estateSentence(estate: Estate, overdue: number): Sentence {
  const { quantity, inCover, inSupport } = estate;
  if (quantity === 0) return say('No kit is in the register yet, so nothing can be said of its age or its cover.');
  const found = [
    ...(overdue === 0 ? [] : [`${formatCount(overdue)} ${are(overdue)} past the age at which the school replaces ${quantity === 1 ? 'it' : 'them'}`]),
    ...(inCover.no === 0 ? [] : [`${formatCount(inCover.no)} ${are(inCover.no)} out of warranty`]),
    ...(inSupport.no === 0 ? [] : [`${formatCount(inSupport.no)} no longer ${inSupport.no === 1 ? 'gets' : 'get'} safety fixes from ${inSupport.no === 1 ? 'its maker' : 'their makers'}`]),
  ];
  const has = `The school has ${itemCount(quantity)} of kit. `;
  if (found.length === 0) return say(has, 'None is known to be past its planned age, out of warranty or without safety fixes.');
  return say(has, ...found.flatMap((text, at) => (at === 0 ? [strong(text)] : [at === found.length - 1 ? ' and ' : ', ', strong(text)])), '.');
}

const are = (count: number): string => (count === 1 ? 'is' : 'are');

/**
 * The kit by kind: how much, how old, whether it is covered and safe; and what loses its cover next. How the school stands
 * today is the same whichever way forward the document follows: a way that keeps kit longer makes none of it younger.
 */
export function estateBlocks({ plan: snapshot, planForecast: forecast, settings: { reader } }: DocumentFacts): DocumentBlock[] {
  const { all, groups } = estateBy(snapshot, forecast.asOf, (categoryKey) => kitWords(snapshot.categories, categoryKey, reader));
  if (all.quantity === 0) return [];
  const ending = warrantiesEnding(snapshot, forecast);
  return [
    heading('The kit'),
    estateTable(all, groups, overdueBy(snapshot, forecast)),
    paragraph(ending.quantity === 0 ? `No warranty ends between now and ${formatLongDate(ending.by)}.`
      : `${itemCount(ending.quantity)} ${ending.quantity === 1 ? 'loses its' : 'lose their'} warranty by ${formatLongDate(ending.by)}.`),
  ];
}

/** Items past the age at which their policy replaces them, by category. */
export function overdueBy(snapshot: DocumentFacts['snapshot'], forecast: DocumentFacts['forecast']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { categoryKey, quantity } of overdueKit(snapshot, forecast).groups) counts.set(categoryKey, (counts.get(categoryKey) ?? 0) + quantity);
  return counts;
}

type Line = Omit<EstateGroup, 'group' | 'categoryKeys'>;

function estateTable(all: Line, groups: readonly EstateGroup[], overdue: ReadonlyMap<string, number>): DocumentTable {
  const { shown, more } = firstOf(groups, MOST_KINDS);
  const cells = (line: Line, systems: boolean, late: number) => [
    countCell(line.quantity), ageWords(line.meanAgeMonths), knownShare(line.inCover, true), knownShare(line.inSupport, systems), countCell(late),
  ];
  const lateIn = (keys: readonly string[]): number => sumOf(keys.map((key) => overdue.get(key) ?? 0));
  return documentTable('The kit of the school, by kind',
    [wordsColumn('Kind of kit', 2.8), figureColumn('Items', 0.9), figureColumn('Average age', 2.1), figureColumn('Under warranty', 2.6), figureColumn('Gets safety fixes', 2.6), figureColumn('Past its age', 1.2)],
    [
      ...shown.map((group) => tableRow('body', group.group, ...cells(group, group.categoryKeys.some(runsASystem), lateIn(group.categoryKeys)))),
      tableRow('grand', 'All kit', ...cells(all, true, sumOf([...overdue.values()]))),
    ],
    noteOf('Under warranty: a repair is paid for by the maker or by a contract. Past its age: older than the school has agreed to keep it.', moreNote(more, 'kind', 'kinds')));
}

/** How many of those of which it is known; a dash where it has no meaning for that kind of kit. */
function knownShare(share: Share, meant: boolean): string {
  if (share.yes + share.no > 0) return shareWords(share);
  return meant ? 'not known' : NOTHING;
}
