import { formatLongDate } from '../../calendar.ts';
import { itemsIn } from '../../context.ts';
import { formatCount, sumOf } from '../../money.ts';
import { followedBy, say, strong, type Sentence } from '../../sentences/say.ts';
import type { PlanSnapshot } from '../../snapshot.ts';
import { supportOutlook, type LosingGroup, type SupportOutlook } from '../../support/outlook.ts';
import { meaningOf } from '../../support/sentence.ts';
import type { DocumentFacts } from '../facts.ts';
import { heading, paragraph, type DocumentBlock, type DocumentTable } from '../model.ts';
import { countCell, documentTable, figureColumn, firstOf, moreNote, NOTHING, tableRow, wordsColumn } from '../tables.ts';

/** As many systems and models as the list of a technical reader holds. */
const MOST_GROUPS = 40;

const devices = (count: number): string => `${formatCount(count)} device${count === 1 ? '' : 's'}`;

/** What no longer gets safety fixes, and what loses them in the plan's years, in a governor's words. */
export function fixesSentence({ devicesEnded, years, devicesLater, devicesOpen, unknown }: SupportOutlook, canMove: number): Sentence {
  const losing = sumOf(years.map((year) => year.devices));
  const dated = devicesEnded + losing + devicesLater + devicesOpen;
  const unknownWords = unknown.quantity === 0 ? null : say(`Of ${devices(unknown.quantity)} it is not known how long the fixes go on.`);
  if (dated === 0) return unknownWords ?? say('No device is in the register yet whose safety fixes could end.');
  const moved = canMove === 0 ? null : say(movedWords(canMove, devicesEnded));
  const now = devicesEnded === 0 ? say('Every device of which it is known still gets safety fixes from its maker.')
    : followedBy(say(strong(`${devices(devicesEnded)} ${devicesEnded === 1 ? 'gets' : 'get'} no more safety fixes`), `, because the maker has ended ${devicesEnded === 1 ? 'its' : 'their'} support.`), moved);
  const span = years.length === 1 ? `in ${years[0]?.label ?? ''}` : `from ${years[0]?.label ?? ''} to ${years.at(-1)?.label ?? ''}`;
  const more = devicesEnded === 0 ? '' : ' more';
  const later = losing === 0 ? say(`No${more === '' ? '' : ' other'} device is known to lose them ${span}.`) : say(`${formatCount(losing)}${more} ${losing === 1 ? 'loses' : 'lose'} them ${span}.`);
  return followedBy(followedBy(now, later), unknownWords);
}

function movedWords(canMove: number, ended: number): string {
  if (canMove < ended) return `${formatCount(canMove)} of them can move to a newer version as ${canMove === 1 ? 'it is' : 'they are'}.`;
  return ended === 1 ? 'It can move to a newer version as it is.' : `All ${formatCount(ended)} can move to a newer version as they are.`;
}

/** Devices without fixes that a newer system would bring them to: not those whose maker has given them up altogether. */
export function movable({ ended }: SupportOutlook, { assets }: Pick<PlanSnapshot, 'assets'>): number {
  const idsOf = (subject: LosingGroup['subject']): Set<number> => new Set(ended.filter((group) => group.subject === subject).flatMap(({ assetIds }) => assetIds));
  const [system, maker] = [idsOf('system'), idsOf('maker')];
  return itemsIn(assets.filter(({ id, osCanMove }) => osCanMove && system.has(id) && !maker.has(id)));
}

/** When the support of devices ends: by year for those who decide, by system and model for those who look after them. */
export function supportBlocks({ snapshot, forecast, settings: { reader } }: DocumentFacts): DocumentBlock[] {
  // The dates of the plan itself: each device carries the end that the support list gave it.
  const outlook = supportOutlook(snapshot, forecast, []);
  const known = outlook.devicesEnded + outlook.devicesLater + outlook.devicesOpen + sumOf(outlook.years.map((year) => year.devices));
  return [
    heading('Safety fixes'),
    paragraph(...fixesSentence(outlook, movable(outlook, snapshot)).parts),
    ...(known === 0 ? [] : [reader === 'technical' ? groupsTable(outlook) : yearsTable(outlook)]),
  ];
}

function yearsTable({ devicesEnded, years, devicesLater, devicesOpen, unknown }: SupportOutlook): DocumentTable {
  const rows: readonly (readonly [string, number])[] = [
    ['Ended already', devicesEnded], ...years.map(({ label, devices: count }) => [label, count] as const), ['Later', devicesLater], ['No end known', devicesOpen],
    ['Not known', unknown.quantity],
  ];
  return documentTable('Devices by the year in which their safety fixes end', [wordsColumn('Safety fixes end', 3), figureColumn('Devices')],
    rows.map(([name, count]) => tableRow('body', name, countCell(count))),
    'A maker sends fixes for some years after it has sold a device. After that a fault that lets attackers in stays open.');
}

function groupsTable({ ended, years }: SupportOutlook): DocumentTable {
  const { shown, more } = firstOf([...ended, ...years.flatMap(({ groups }) => groups)], MOST_GROUPS);
  const endWords = ({ end, state }: LosingGroup): string => (end === null ? 'Ended' : `${state === 'ending' ? '' : 'Ended '}${formatLongDate(end)}`);
  return documentTable('What loses support, and what the plan does about it',
    [wordsColumn('System or model', 2.5), figureColumn('Devices'), wordsColumn('Support ends', 2), wordsColumn('What is planned', 4)],
    shown.map((group) => tableRow('body', group.what, countCell(group.quantity), endWords(group), meaningOf(group).join(' ') || NOTHING)),
    moreNote(more, 'system or model', 'systems and models'));
}
