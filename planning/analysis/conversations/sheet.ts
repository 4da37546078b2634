import { monthOf } from '../../calendar.ts';
import { categoryNamed } from '../../categories.ts';
import { itemsOf } from '../../context.ts';
import { formatCount, formatPounds, sumOf } from '../../money.ts';
import { serviceDate, standingOf } from '../../refresh/due.ts';
import type { Forecast, ForecastLine } from '../../result.ts';
import type { Asset, PlanSnapshot } from '../../snapshot.ts';
import type { IsoDate, Pence } from '../../vocabulary.ts';
import { kitName, spanOf, startUpper } from '../../words.ts';
import type { Conversation } from '../facts.ts';
import type { Person } from '../people-words.ts';
import type { ConversationRole } from '../vocabulary.ts';
import { questionsFor, type Question } from './guide.ts';
import { isWith } from './round.ts';

/** What is replaced in one of the plan's years. */
export type DueYear = { readonly label: string; readonly quantity: number; /** Of those with a price. */ readonly pence: Pence; readonly unpriced: number };

/** One kind of kit of a department as the register holds it. */
export type KitKind = {
  readonly categoryKey: string;
  /** `Desktops`. */
  readonly name: string;
  readonly items: number;
  /** The mean of those whose first day of use or purchase is known; null where no day is. */
  readonly meanAgeMonths: number | null;
  readonly undated: number;
  readonly assetIds: readonly number[];
  /** Years with a first replacement, the soonest first. Successors are not among them: nobody has seen those yet. */
  readonly due: readonly DueYear[];
};

/** What both sides of a conversation should know of a department's kit, or of the whole school's where no department is meant. */
export type KitFacts = {
  /** Null for the whole school. */
  readonly department: string | null;
  readonly items: number;
  readonly kinds: readonly KitKind[];
  /** The same for all kinds together. */
  readonly due: readonly DueYear[];
};

const inUse = (asset: Asset, departmentId: number | null): boolean =>
  standingOf(asset.status) === 'in_service' && (departmentId === null || asset.departmentId === departmentId);

/** Kit in the department's own rows of the register, kind by kind, most items first. */
export function kitFacts(snapshot: PlanSnapshot, forecast: Forecast, departmentId: number | null): KitFacts {
  const assets = snapshot.assets.filter((asset) => inUse(asset, departmentId));
  const ids = new Set(assets.map(({ id }) => id));
  const lines = forecast.lines.filter(({ kind, occurrence, assetId }) => kind === 'replace' && occurrence === 0 && assetId !== null && ids.has(assetId));
  const kinds = [...Map.groupBy(assets, ({ categoryKey }) => categoryKey)].map(([categoryKey, own]): KitKind => ({
    categoryKey, name: startUpper(kitName(categoryNamed(snapshot.categories, categoryKey), null, 2)),
    items: sumOf(own.map(itemsOf)), ...ages(own, forecast.asOf), assetIds: own.map(({ id }) => id),
    due: dueYears(forecast, lines.filter((line) => line.categoryKey === categoryKey)),
  }));
  kinds.sort((a, b) => b.items - a.items || (a.name < b.name ? -1 : 1));
  return {
    department: snapshot.departments.find(({ id }) => id === departmentId)?.name ?? null,
    items: sumOf(kinds.map(({ items }) => items)), kinds, due: dueYears(forecast, lines),
  };
}

function ages(assets: readonly Asset[], asOf: IsoDate): Pick<KitKind, 'meanAgeMonths' | 'undated'> {
  const today = monthOf(asOf);
  let [items, months, undated] = [0, 0, 0];
  for (const asset of assets) {
    const from = serviceDate(asset, today);
    const count = itemsOf(asset);
    if (from === null) undated += count;
    else {
      items += count;
      months += count * Math.max(0, today - monthOf(from));
    }
  }
  return { meanAgeMonths: items === 0 ? null : Math.round(months / items), undated };
}

const dueYears = ({ years }: Forecast, lines: readonly ForecastLine[]): DueYear[] => years.flatMap(({ label }, index) => {
  const here = lines.filter(({ yearIndex }) => yearIndex === index);
  if (here.length === 0) return [];
  return [{
    label, quantity: sumOf(here.map(({ quantity }) => quantity)), pence: sumOf(here.map(({ netPence }) => netPence ?? 0)),
    unpriced: sumOf(here.map(({ netPence, quantity }) => (netPence === null ? quantity : 0))),
  }];
});

/** `20 in 2027/28, 4 in 2028/29`. */
export const dueWords = (due: readonly DueYear[]): string => (due.length === 0 ? 'nothing falls due in the plan’s years'
  : due.map(({ label, quantity }) => `${formatCount(quantity)} in ${label}`).join(', '));

/** `£9,120, 2 without a price`. */
export const dueMoney = (due: readonly DueYear[]): string => {
  const unpriced = sumOf(due.map((year) => year.unpriced));
  const pence = sumOf(due.map((year) => year.pence));
  if (due.length === 0) return '–';
  if (pence === 0 && unpriced > 0) return 'no price';
  return `${formatPounds(pence)}${unpriced === 0 ? '' : `, ${formatCount(unpriced)} without a price`}`;
};

/** `4½ years`; `not known`. */
export const meanAgeWords = ({ meanAgeMonths, undated }: Pick<KitKind, 'meanAgeMonths' | 'undated'>): string =>
  (meanAgeMonths === null ? 'not known' : `${spanOf(meanAgeMonths)}${undated === 0 ? '' : `, ${formatCount(undated)} without a date`}`);

/** The last conversation with somebody up to a day; null where there is none. `exceptId` is the one being written. */
export const lastTalk = (conversations: readonly Conversation[], person: Omit<Person, 'kind'>, upTo: IsoDate, exceptId: number | null = null): Conversation | null =>
  conversations.findLast((each) => each.id !== exceptId && each.heldOn <= upTo && isWith(each, person)) ?? null;

/** All that a sheet to take along shows: what to ask, both ways round, what was said last time, and what the register knows. */
export type TalkSheet = {
  readonly needs: readonly Question[];
  readonly offers: readonly Question[];
  readonly last: Conversation | null;
  readonly kit: KitFacts;
};

/** The sheet for a kind of person; with somebody in mind also for their department, with what they said. */
export function talkSheet(snapshot: PlanSnapshot, forecast: Forecast, kind: ConversationRole, person: Omit<Person, 'kind'> | null): TalkSheet {
  const { questions, conversations } = snapshot.analysis;
  return {
    needs: questionsFor(questions, kind, 'need'), offers: questionsFor(questions, kind, 'offer'),
    last: person === null ? null : lastTalk(conversations, person, forecast.asOf), kit: kitFacts(snapshot, forecast, person?.departmentId ?? null),
  };
}
