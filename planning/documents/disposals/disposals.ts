import { formatDate } from '../../calendar.ts';
import { categoryNamed } from '../../categories.ts';
import { itemsIn } from '../../context.ts';
import { formatCount, formatPounds, sumOf } from '../../money.ts';
import { dataStanding, kitThatLeft } from '../../register/left-school.ts';
import type { Asset } from '../../snapshot.ts';
import { DISPOSAL_ROUTE_WORDS, STATUS_WORDS } from '../../vocabulary.ts';
import { itemCount, kitCount, startUpper } from '../../words.ts';
import type { Draft, DraftSection } from '../draft.ts';
import type { DocumentFacts } from '../facts.ts';
import { lead, paragraph, words, type DocumentTable, type TableRow, type Words } from '../model.ts';
import { figureColumn, groupRow, moneyCell, tableRow, wordsColumn } from '../tables.ts';

/** Rows on paper; the Excel and CSV files have every one. */
const MOST_ROWS = 150;
const NO_DAY = 'No day entered';

/** What has left the school, as the records of waste electrical equipment and of data ask for it. */
export function composeDisposals(facts: DocumentFacts): Draft {
  const left = kitThatLeft(facts.plan);
  return { layout: 'paper', title: 'Disposal register', opening: opening(left), numbered: false, sections: [dataSection(facts, left), leftSection(facts, left)] };
}

function opening(left: readonly Asset[]): Words {
  if (left.length === 0) return words('Nothing has left the school yet.');
  const [items, open] = [itemsIn(left), itemsIn(left.filter((asset) => dataStanding(asset) === 'not_recorded'))];
  const uncertified = itemsIn(left.filter(({ disposedOn, disposalCertificate }) => disposedOn !== null && disposalCertificate === null));
  return words(
    { text: itemCount(items), strong: true }, ` ${items === 1 ? 'has' : 'have'} left the school or ${items === 1 ? 'is' : 'are'} no longer used. `,
    open === 0 ? 'Everything that held data is recorded as wiped.' : { text: `${itemCount(open)} may still hold data: no wipe is recorded.`, strong: true },
    uncertified === 0 ? '' : ` ${itemCount(uncertified)} left without a certificate.`,
  );
}

/** What is still to be seen to, so that nobody's data leaves with a machine. */
function dataSection({ plan }: DocumentFacts, left: readonly Asset[]): DraftSection {
  const section = { key: 'data', title: 'Data on what has left' };
  const open = left.filter((asset) => dataStanding(asset) === 'not_recorded');
  if (open.length === 0) return { ...section, blocks: [lead(left.length === 0 ? 'Nothing has left, so there is nothing to wipe.' : 'Nothing is left to see to.')] };
  const kinds = [...Map.groupBy(open, ({ categoryKey }) => categoryKey).values()].flatMap((same) => (same[0] === undefined ? [] : [kitCount(categoryNamed(plan.categories, same[0].categoryKey), null, itemsIn(same))]));
  return {
    ...section,
    blocks: [
      lead('A wipe is on record once its day is entered in the register. These have none:'),
      { kind: 'list', ordered: false, items: kinds.map((kind) => words(startUpper(kind))) },
    ],
  };
}

function leftSection(facts: DocumentFacts, left: readonly Asset[]): DraftSection {
  const section = { key: 'left', title: 'What has left', landscape: true };
  if (left.length === 0) return { ...section, landscape: false, blocks: [lead('Kit stands here once the register says when it left, or that it is no longer used.')] };
  const brought = sumOf(left.map(({ disposalPence, quantity }) => (disposalPence ?? 0) * quantity));
  return {
    ...section,
    blocks: [
      lead('The latest first, with how it left and under which certificate.'), leftTable(facts, left),
      ...(brought === 0 ? [] : [paragraph(`What was sold brought in ${formatPounds(brought)}, without VAT.`)]),
    ],
  };
}

function leftTable(facts: DocumentFacts, left: readonly Asset[]): DocumentTable {
  const shown = left.slice(0, MOST_ROWS);
  const more = itemsIn(left.slice(MOST_ROWS));
  return {
    kind: 'table', caption: 'What has left, the latest first',
    columns: [wordsColumn('Left on', 1.2), wordsColumn('What', 3.4), figureColumn('Items', 0.7), wordsColumn('How it left', 1.9), wordsColumn('Certificate', 1.8), wordsColumn('Data', 2), figureColumn('Brought in, £', 1.1)],
    rows: [...Map.groupBy(shown, ({ disposedOn }) => disposedOn?.slice(0, 4) ?? NO_DAY)].flatMap(([year, ofYear]): TableRow[] => [groupRow(year), ...ofYear.map((asset) => leftRow(facts, asset))]),
    note: more === 0 ? null : `And ${formatCount(more)} item${more === 1 ? '' : 's'} more, in the register as Excel or CSV.`,
  };
}

function leftRow({ plan, settings }: DocumentFacts, asset: Asset): TableRow {
  const { disposedOn, quantity, disposalRoute, status, disposalCertificate, dataWipedOn, disposalPence, tag, description, categoryKey } = asset;
  const what = settings.reader === 'technical' ? [description, ...(tag === null ? [] : [tag])].join(', ') : startUpper(categoryNamed(plan.categories, categoryKey).singular);
  const data = { wiped: dataWipedOn === null ? '' : `Wiped on ${formatDate(dataWipedOn)}`, not_recorded: 'No wipe is recorded', none: 'Holds none' }[dataStanding(asset)];
  return tableRow('body', 
    disposedOn === null ? '–' : formatDate(disposedOn), what, formatCount(quantity), disposalRoute === null ? STATUS_WORDS[status] : DISPOSAL_ROUTE_WORDS[disposalRoute],
    disposalCertificate ?? '–', data, moneyCell(disposalPence === null ? null : disposalPence * quantity),
  );
}
