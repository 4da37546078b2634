import { accessOf, type Access, type AccessGroup } from '../../access/access.ts';
import { accessSentence, ratioWords, targetWords } from '../../access/sentence.ts';
import { formatCount, sumOf } from '../../money.ts';
import type { DocumentFacts } from '../facts.ts';
import type { DocumentReader } from '../kinds.ts';
import { heading, paragraph, type DocumentBlock, type DocumentTable } from '../model.ts';
import { countCell, documentTable, figureColumn, firstOf, groupRow, moreNote, NOTHING, noteOf, tableRow, wordsColumn } from '../tables.ts';

/** Rows of one kind of group: departments, year groups or sites. */
const MOST_GROUPS = 30;

/** How many pupils share a device that they can use, for the whole school and for each group whose pupils are known. */
export function sharingBlocks({ snapshot, forecast, settings: { reader } }: DocumentFacts): DocumentBlock[] {
  const access = accessOf(snapshot, forecast.asOf);
  const table = sharingTable(access, reader);
  return [heading('How pupils share devices'), paragraph(...accessSentence(access).parts), ...(table === null ? [] : [table])];
}

/** Governors see who is short of the school's own target; the others see everybody. */
function sharingTable({ school, departments, yearGroups, sites }: Access, reader: DocumentReader): DocumentTable | null {
  if (school.devices === 0 || school.pupils === null) return null;
  const parts = [
    ['Year groups', yearGroups], ['Departments', departments], ['Sites', sites.length > 1 ? sites : []],
  ] as const;
  const onlyShort = reader === 'governors' && parts.some(([, all]) => all.some(({ target }) => target !== null));
  const groups = parts.map(([name, all]) => ({
    name: onlyShort ? `${name} with fewer than the target asks` : name,
    ...firstOf(all.filter(({ pupils, short }) => (pupils ?? 0) > 0 && (!onlyShort || short !== 0)), MOST_GROUPS),
  })).filter(({ shown }) => shown.length > 0);
  return documentTable('Pupils and the devices that they can use',
    [wordsColumn('Who', 3), figureColumn('Pupils'), figureColumn('Devices', 1.2), figureColumn('Pupils to a device', 1.6), figureColumn('The school’s target', 1.6)],
    [rowOf(school), ...groups.flatMap(({ name, shown }) => [groupRow(name), ...shown.map(rowOf)])],
    noteOf(
      'Counted: computers and tablets for pupils that are in use and still get safety fixes. A device that the whole school shares is counted for no department.',
      moreNote(sumOf(groups.map(({ more }) => more)), 'group', 'groups'),
    ));
}

const rowOf = ({ name, pupils, usable, perUsable, target }: AccessGroup) => tableRow('body', name, formatCount(pupils ?? 0), countCell(usable),
  perUsable === null ? 'none of its own' : ratioWords(perUsable), target === null ? NOTHING : targetWords(target));
