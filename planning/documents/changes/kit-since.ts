import { categoryNamed } from '../../categories.ts';
import { formatCount, sumOf } from '../../money.ts';
import { isHere } from '../../quality/fields.ts';
import type { Asset, PlanSnapshot } from '../../snapshot.ts';
import { itemCount } from '../../words.ts';
import type { DraftSection } from '../draft.ts';
import type { DocumentFacts, Earlier } from '../facts.ts';
import { kitWords } from '../kit-words.ts';
import { lead } from '../model.ts';
import { countCell, documentTable, figureColumn, NOTHING, tableRow, wordsColumn } from '../tables.ts';

/** One kind of kit in use: how many there were, how many came and went, and how many there are. */
type Kind = { readonly name: string; readonly had: number; readonly came: number; readonly went: number; readonly has: number };

const signed = (count: number): string => (count === 0 ? NOTHING : count > 0 ? `+${formatCount(count)}` : `−${formatCount(-count)}`);

/** What came into use and what went out of it, by kind. */
export function kitSection({ snapshot, settings: { reader } }: DocumentFacts, { snapshot: was }: Earlier): DraftSection {
  const nameOf = (key: string): string => kitWords([snapshot, was].find(({ categories }) => categories.some((each) => each.key === key))?.categories ?? [categoryNamed(snapshot.categories, key)], key, reader);
  const kinds = kindsOf(inUse(was), inUse(snapshot), nameOf);
  const moved = kinds.filter(({ came, went }) => came !== 0 || went !== 0);
  const [came, went] = [sumOf(kinds.map((kind) => kind.came)), sumOf(kinds.map((kind) => kind.went))];
  if (moved.length === 0) return { key: 'kit', title: 'What the school has', blocks: [lead('The school has the same kit in use as it had.')] };
  return {
    key: 'kit', title: 'What the school has',
    blocks: [
      lead(`${came === 0 ? 'Nothing came into use' : `${itemCount(came)} came into use`}, and ${went === 0 ? 'nothing went out of it' : `${itemCount(went)} went out of it`}.`),
      documentTable('Kit in use, then and now', [wordsColumn('Kind of kit', 3), figureColumn('Then'), figureColumn('Came'), figureColumn('Went'), figureColumn('Now')], [
        ...moved.map((kind) => tableRow('body', kind.name, countCell(kind.had), signed(kind.came), signed(-kind.went), countCell(kind.has))),
        ...(moved.length === kinds.length ? [] : [unmoved(kinds.filter(({ came: more, went: less }) => more === 0 && less === 0))]),
        tableRow('grand', 'All kit in use', countCell(sumOf(kinds.map(({ had }) => had))), signed(came), signed(-went), countCell(sumOf(kinds.map(({ has }) => has)))),
      ]),
    ],
  };
}

const unmoved = (kinds: readonly Kind[]) => tableRow('body', 'All other kinds', countCell(sumOf(kinds.map(({ had }) => had))), NOTHING, NOTHING, countCell(sumOf(kinds.map(({ has }) => has))));

const inUse = ({ assets }: PlanSnapshot): ReadonlyMap<number, Asset> => new Map(assets.filter(isHere).map((asset) => [asset.id, asset]));

/** A row of the register that is there in both came or went by as much as its number is another one. */
function kindsOf(then: ReadonlyMap<number, Asset>, now: ReadonlyMap<number, Asset>, nameOf: (categoryKey: string) => string): Kind[] {
  const kinds = new Map<string, { name: string; had: number; came: number; went: number; has: number }>();
  const kindOf = ({ categoryKey }: Asset) => {
    const name = nameOf(categoryKey);
    const kind = kinds.get(name) ?? { name, had: 0, came: 0, went: 0, has: 0 };
    kinds.set(name, kind);
    return kind;
  };
  for (const asset of then.values()) {
    const kind = kindOf(asset);
    const still = now.get(asset.id);
    const left = still === undefined || nameOf(still.categoryKey) !== kind.name ? 0 : still.quantity;
    kind.had += asset.quantity;
    kind.went += Math.max(0, asset.quantity - left);
  }
  for (const asset of now.values()) {
    const kind = kindOf(asset);
    const before = then.get(asset.id);
    const owned = before === undefined || nameOf(before.categoryKey) !== kind.name ? 0 : before.quantity;
    kind.has += asset.quantity;
    kind.came += Math.max(0, asset.quantity - owned);
  }
  return [...kinds.values()].toSorted((a, b) => b.came + b.went - a.came - a.went || (a.name < b.name ? -1 : 1));
}
