import { addMonths, formatLongDate } from '../../calendar.ts';
import { itemsIn, itemsOf } from '../../context.ts';
import { formatCount } from '../../money.ts';
import { keepsData } from '../../register/status-rules.ts';
import { runsASystem } from '../../support/outlook.ts';
import { inWords, itemCount, listOf, startUpper } from '../../words.ts';
import { statusOf, type RegisterRule } from './register-answer.ts';

/* Rules about the lists themselves and not about the kit in them: that they are there, complete, and gone through. */

const steps = (...texts: readonly (string | null)[]): { readonly text: string }[] => texts.filter((text) => text !== null).map((text) => ({ text }));

const has = (count: number): string => (count === 1 ? 'has' : 'have');

const NO_ROWS = { gapIds: [], unknownIds: [], mendedBy: 'lists' } as const;

/** CS-2: the four lists. The plan holds three of them; what personal data is processed is no matter of a kit list. */
export const listsRule: RegisterRule = ({ snapshot, onDay }) => {
  const lists = [
    { name: 'kit', count: itemsIn(onDay.kit.map(({ asset }) => asset)) },
    { name: 'software', count: snapshot.software.length },
    { name: 'contracts', count: snapshot.contracts.length },
  ];
  const empty = lists.filter(({ count }) => count === 0);
  const held = listOf(lists.map(({ name, count }) => `${formatCount(count)} ${name === 'kit' ? `item${count === 1 ? '' : 's'} of kit` : name === 'software' ? `title${count === 1 ? '' : 's'} of software` : `contract${count === 1 ? '' : 's'}`}`));
  const sentence = empty.length === 0 ? `The plan holds ${held}; the register cannot say whether there is a list of the personal data that is processed.`
    : `The plan has no list of ${listOf(empty.map(({ name }) => name))}.`;
  return {
    status: empty.length === 0 ? null : statusOf(empty.length, 0, lists.length), sentence, ...NO_ROWS,
    why: steps(`The plan holds ${held}.`, 'Asked: a list of each of these, and one of the personal data that the school processes.', 'Beyond a register: the list of personal data. A person answers that.'),
  };
};

/** CS-13: the end of support stands in the register, for each device that runs a system and each title of software. */
export const datesHeldRule: RegisterRule = ({ snapshot, onDay }) => {
  const devices = onDay.kit.filter(({ asset, items }) => items > 0 && runsASystem(asset.categoryKey));
  const renewed = onDay.kit.reduce((sum, kit) => sum + (runsASystem(kit.asset.categoryKey) ? kit.renewed : 0), 0);
  const lacking = devices.filter(({ asset, makerEnd, systemEnd }) => asset.osReleaseId === null && systemEnd === null && (asset.osName !== null || makerEnd === null));
  const titles = snapshot.software.filter(({ end, autoRenews }) => end === null || autoRenews || end >= onDay.day);
  const undated = titles.filter(({ supportReleaseId, supportEnd }) => supportReleaseId === null && supportEnd === null);
  const count = (rows: typeof devices): number => rows.reduce((sum, { items }) => sum + items, 0);
  const [all, gaps] = [count(devices) + renewed + titles.length, count(lacking) + undated.length];
  const status = statusOf(gaps, 0, all);
  const of = (part: number, whole: number, one: string, many: string): string | null => (part === 0 ? null : `${formatCount(part)} of ${formatCount(whole)} ${whole === 1 ? one : many}`);
  const named = listOf([of(count(lacking), count(devices) + renewed, 'device', 'devices'), of(undated.length, titles.length, 'title of software', 'titles of software')].filter((text) => text !== null));
  const sentence = all === 0 ? 'The register has no device that runs a system, and no software.'
    : gaps > 0 ? `The end of support is not in the register for ${named}.`
      : `The end of support is in the register for all ${formatCount(count(devices) + renewed)} devices and ${formatCount(titles.length)} titles of software. The register cannot say whether all software is licensed.`;
  return {
    status: status === 'meets' ? null : status, sentence, gapIds: lacking.map(({ asset }) => asset.id), unknownIds: [], mendedBy: 'lists',
    why: steps(
      `Counted: ${formatCount(count(devices) + renewed)} devices that run a system, and ${formatCount(titles.length)} titles of software.`,
      'Asked of each: a release of the support list, or a day on which its support ends.',
      gaps === 0 ? null : `Not there for ${named}.`,
      undated.length === 0 ? null : `Software without: ${undated.slice(0, 5).map(({ name }) => name).join(', ')}${undated.length > 5 ? `, and ${formatCount(undated.length - 5)} more` : ''}.`,
      'Beyond a register: whether all software is licensed. A person answers that.',
    ),
  };
};

/** Disposals of the last years are looked at: what went before is hardly mended now. */
const DISPOSALS_MONTHS = 36;

/** LD-4: a certificate for what was disposed of, and a data wipe for what kept data. */
export const disposalRule: RegisterRule = ({ snapshot, onDay }) => {
  const models = new Map(snapshot.models.map((model) => [model.id, model]));
  const from = addMonths(onDay.day, -DISPOSALS_MONTHS);
  const gone = snapshot.assets.filter(({ status, disposedOn }) => status === 'disposed' && (disposedOn === null || (disposedOn >= from && disposedOn <= onDay.day)));
  const unwiped = gone.filter((asset) => asset.dataWipedOn === null && keepsData(asset, models.get(asset.modelId ?? 0) ?? null));
  const uncertified = gone.filter(({ disposalCertificate }) => disposalCertificate === null);
  const lacking = gone.filter((asset) => unwiped.includes(asset) || uncertified.includes(asset));
  const [all, gaps] = [itemsIn(gone), itemsIn(lacking)];
  const status = statusOf(gaps, 0, all);
  const parts = listOf([
    uncertified.length === 0 ? null : `${formatCount(itemsIn(uncertified))} ${has(itemsIn(uncertified))} no certificate on record`,
    unwiped.length === 0 ? null : `${formatCount(itemsIn(unwiped))} ${has(itemsIn(unwiped))} no data wipe on record`,
  ].filter((text) => text !== null));
  const sentence = all === 0 ? 'No disposal is recorded in the last three years.'
    : gaps > 0 ? `Of ${itemCount(all)} disposed of in the last three years, ${parts}.`
      : `${all === 1 ? 'The one item' : `All ${itemCount(all)}`} disposed of in the last three years ${has(all)} a certificate, and a data wipe where data was kept. The register cannot say whether energy use counts when new ones are chosen.`;
  return {
    status: status === 'meets' ? null : status, sentence, gapIds: lacking.map(({ id }) => id), unknownIds: [], mendedBy: 'lists',
    why: steps(
      `Counted: ${itemCount(all)} disposed of from ${formatLongDate(from)} to ${formatLongDate(onDay.day)}, or on a day that is not recorded.`,
      'Asked of each: a certificate, and the day on which its data was wiped where it kept data.',
      gaps === 0 ? null : `${startUpper(parts)}: ${lacking.slice(0, 5).map((asset) => `${itemsOf(asset) > 1 ? `${formatCount(itemsOf(asset))} × ` : ''}${asset.tag ?? asset.description}`).join(', ')}${lacking.length > 5 ? `, and ${formatCount(lacking.length - 5)} more rows` : ''}.`,
      'Beyond a register: whether energy use counts when new kit is chosen. A person answers that.',
    ),
  };
};

/** A term, as months after which nobody can have gone through a list that never changed. */
const TERM_MONTHS = 4;
const YEAR_MONTHS = 12;

/**
 * DL-3: whether the lists were gone through. A change is no review, but a list that nobody has changed for a year was not
 * gone through to much effect: that alone is a gap. Otherwise a person says when it was.
 */
export const reviewedRule: RegisterRule = ({ records, onDay, snapshot }) => {
  const looked = (['kit', 'agreements'] as const).map((list) => ({ list, name: list === 'kit' ? 'the list of kit' : 'the list of contracts and software', record: records.find((each) => each.list === list) ?? null }));
  const since = (months: number) => looked.filter(({ record }) => record !== null && record.changedOn < addMonths(onDay.day, -months));
  const old = onDay.foreseen ? [] : since(YEAR_MONTHS);
  const stale = onDay.foreseen ? [] : since(TERM_MONTHS);
  const words = looked.flatMap(({ name, record }) => (record === null ? [] : [`${name} was last changed on ${formatLongDate(record.changedOn)} (${record.label})`]));
  const nothing = snapshot.assets.length === 0 && snapshot.contracts.length === 0;
  const sentence = nothing ? 'The plan has no kit and no contracts yet.'
    : words.length === 0 ? 'The history does not say when the lists were last changed. A person says when they were gone through.'
      : old.length > 0 ? `Nobody has changed ${listOf(old.map(({ name }) => name))} for over a year.`
        : `${startUpper(listOf(words))}.${stale.length > 0 ? ` That is over a term ago for ${inWords(stale.length)} of them.` : ''} A person says when they were gone through.`;
  return {
    status: old.length === 0 ? null : statusOf(old.length, 0, looked.length), sentence, ...NO_ROWS,
    why: steps(...words.map((text) => `${startUpper(text)}.`), 'A change is not a review, and a review may change nothing. Only a list unchanged for a year is taken as a gap.',
      'Beyond a register: the list of information, copies on paper, and the day of the review. A person answers that.'),
  };
};
