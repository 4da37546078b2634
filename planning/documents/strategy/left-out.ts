import { formatCount, sumOf } from '../../money.ts';
import { dataNotices } from '../../quality.ts';
import { leftOutOf, type GapReason, type LeftOut } from '../../quality/left-out.ts';
import { tippingSentence } from '../../quality/sentence.ts';
import type { Forecast } from '../../result.ts';
import { followedBy, money, say, strong, type Sentence } from '../../sentences/say.ts';
import type { Pence } from '../../vocabulary.ts';
import { inWords } from '../../words.ts';
import type { DocumentFacts } from '../facts.ts';
import { kitWords } from '../kit-words.ts';
import { heading, paragraph, words, type DocumentBlock, type DocumentTable } from '../model.ts';
import { amountCell, documentTable, figureColumn, firstOf, countCell, moreNote, tableRow, wordsColumn } from '../tables.ts';

const MOST_KINDS = 20;

const REASONS: Readonly<Record<GapReason, string>> = {
  no_purchase_date: 'Nobody knows when it was bought', no_cover_date: 'Nobody knows when its warranty or support ends', unusable_value: 'A figure is wrong',
};

/** What is in none of the figures for want of a date, and what it would probably cost. */
export function leftOutSentence(forecast: Forecast, out: LeftOut): Sentence {
  if (forecast.quantityRegister === 0) return say('There is no kit in the register yet, so no kit is left out of the costs.');
  if (out.items === 0) return say('No kit is left out of the costs for want of a date.');
  const one = out.items === 1;
  const who = out.register === 1 ? 'The one item in the register is' : `${formatCount(out.items)} of the ${formatCount(out.register)} items in the register ${one ? 'is' : 'are'}`;
  if (out.about === null) return say(strong(`${who} in none of the costs of this plan`), `, and there is no price to say what ${one ? 'it' : 'they'} would cost.`);
  const years = forecast.years.length;
  const span = years === 1 ? `in ${forecast.years[0]?.label ?? ''}` : `over ${inWords(years)} years`;
  const unpriced = out.unpriced === 0 ? '' : `, not counting ${formatCount(out.unpriced)} without a price`;
  return followedBy(say(strong(`${who} in none of the costs of this plan`), `. ${one ? 'It' : 'They'} would probably cost ${money(out.about)} more ${span}${unpriced}.`), tippingSentence(forecast, out));
}

/** What a reader must know before relying on the figures. */
export function leftOutBlocks({ snapshot, forecast, settings: { reader } }: DocumentFacts): DocumentBlock[] {
  const out = leftOutOf(snapshot, forecast);
  const others = dataNotices(snapshot, forecast).filter(({ kind }) => !(kind in REASONS));
  return [
    heading('What the costs leave out'),
    paragraph(...leftOutSentence(forecast, out).parts),
    ...(out.items === 0 ? [] : [kindsTable(out, (key) => kitWords(snapshot.categories, key, reader))]),
    ...(others.length === 0 ? [] : [{ kind: 'list' as const, ordered: false, items: others.map(({ text }) => words(text)) }]),
  ];
}

function kindsTable(out: LeftOut, nameOf: (categoryKey: string) => string): DocumentTable {
  const grouped = [...Map.groupBy(out.kinds, ({ reason, categoryKey }) => `${reason}/${nameOf(categoryKey)}`).values()];
  const { shown, more } = firstOf(grouped, MOST_KINDS);
  const about = (kinds: LeftOut['kinds']): Pence | null => {
    const known = kinds.flatMap((kind) => (kind.about === null ? [] : [kind.about]));
    return known.length === 0 ? null : sumOf(known);
  };
  return documentTable('Kit that is in none of the costs',
    [wordsColumn('Kind of kit', 3), wordsColumn('Why', 3), figureColumn('Items'), figureColumn('Probable cost, £', 1.5)],
    [
      ...shown.map((kinds) => tableRow('body', nameOf(kinds[0]?.categoryKey ?? ''), REASONS[kinds[0]?.reason ?? 'no_purchase_date'],
        countCell(sumOf(kinds.map(({ items }) => items))), amountCell(about(kinds)))),
      tableRow('grand', 'All that is left out', '', countCell(out.items), amountCell(out.about)),
    ],
    moreNote(more, 'kind', 'kinds'));
}
