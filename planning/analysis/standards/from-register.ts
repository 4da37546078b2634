import { addMonths, formatDate } from '../../calendar.ts';
import { known } from '../../refresh/due.ts';
import { runsASystem } from '../../support/outlook.ts';
import type { IsoDate } from '../../vocabulary.ts';
import { spanOf } from '../../words.ts';
import type { StandingKit } from './kit-on-day.ts';
import { endedWords, gap, GOOD, kitRule, UNKNOWN, type Finding, type KitRule } from './kit-rule.ts';
import { datesHeldRule, disposalRule, listsRule, reviewedRule } from './list-rules.ts';
import { yearsAsked, type RegisterAnswer, type RegisterRule, type RuleFacts } from './register-answer.ts';

/*
 * Which requirements the register can answer, wholly or in part, and how. Everything else is answered by a person: nobody
 * reads in a register whether backups are kept, a second proof is asked for, or which generation of Wi-Fi a thing speaks.
 */

type Kind = Pick<KitRule, 'one' | 'many' | 'isMeant'>;

const kinds = (one: string, many: string, ...keys: readonly string[]): Kind => ({ one, many, isMeant: ({ asset }) => keys.includes(asset.categoryKey) });

const SWITCHES = kinds('switch', 'switches', 'network_switch');
const ACCESS_POINTS = kinds('access point', 'access points', 'wireless_ap');
const COMPUTERS = kinds('laptop or desktop', 'laptops and desktops', 'laptop', 'desktop', 'chromebook');
const TABLETS = kinds('tablet', 'tablets', 'tablet');
const SERVERS = kinds('server or store', 'servers and stores', 'server', 'storage');
const CABLES = kinds('cabling run', 'cabling runs', 'cabling');
const DEVICES: Kind = { one: 'device', many: 'devices that run a system', isMeant: ({ asset }) => runsASystem(asset.categoryKey) };

/** Whether a system that has ended counts as moved to a newer one by then: kit that can move is, where the day is still to come. */
const systemEndOn = ({ asset, systemEnd }: StandingKit, { onDay }: RuleFacts): IsoDate | null => (onDay.foreseen && asset.osCanMove ? null : systemEnd);

const makerFinding = ({ makerEnd }: StandingKit, { onDay }: RuleFacts): Finding => {
  if (makerEnd === null) return UNKNOWN;
  return makerEnd < onDay.day ? gap(endedWords('support', makerEnd)) : GOOD;
};

/** Support of the system and of the maker, whichever ends first; of neither, nothing is known. */
function supportFinding(kit: StandingKit, facts: RuleFacts): Finding {
  const { day } = facts.onDay;
  const system = systemEndOn(kit, facts);
  if (system !== null && system < day) return gap(endedWords(kit.asset.osName ?? 'its system', system));
  if (kit.makerEnd !== null && kit.makerEnd < day) return gap(endedWords('the maker’s support', kit.makerEnd));
  // A release without a named end is known to be in support on the day of its list.
  return kit.systemEnd === null && kit.makerEnd === null && kit.asset.osReleaseId === null ? UNKNOWN : GOOD;
}

/** Whether a day lies so many years after the purchase. A month less is not held against it: cover begins on delivery. */
function lasts(kit: StandingKit, end: IsoDate | null, years: number, what: string): Finding {
  const bought = known(kit.asset.purchaseDate);
  if (bought === null || end === null) return UNKNOWN;
  return end >= addMonths(bought, Math.round(years * 12) - 1) ? GOOD : gap(`${what} to ${formatDate(end)}, bought ${formatDate(bought)}`);
}

const WORSE: readonly Finding['kind'][] = ['gap', 'unknown', 'good'];

/** The worse of two findings: a gap before what is not known. */
const both = (one: Finding, other: Finding): Finding => (WORSE.indexOf(other.kind) < WORSE.indexOf(one.kind) ? other : one);

/** How long kit is supported by its maker, or by a contract on it where that is longer. */
const supportedUntil = ({ makerEnd, coverEnd }: StandingKit): IsoDate | null =>
  (makerEnd === null || (coverEnd !== null && coverEnd > makerEnd) ? coverEnd : makerEnd);

const years = (count: number): string => spanOf(Math.round(count * 12));

const atPurchase = (kind: Kind, usual: { readonly support: number; readonly warranty: number }, rest: string | null): RegisterRule => {
  const asked = ({ requirement }: RuleFacts) => ({
    support: yearsAsked(requirement.threshold, 'support', usual.support), warranty: yearsAsked(requirement.threshold, 'warranty', usual.warranty),
  });
  return kitRule({
    ...kind, rest,
    find: (kit, facts) => {
      const { support, warranty } = asked(facts);
      return both(lasts(kit, kit.makerEnd ?? kit.systemEnd, support, 'support'), lasts(kit, kit.coverEnd, warranty, 'warranty'));
    },
    gapWords: ['came with too short a support or warranty', 'came with too short a support or warranty'],
    goodWords: ['came with long enough support and warranty', 'came with long enough support and warranty'],
    unknownWords: 'how long the support and the warranty last from the purchase',
    asks: (facts) => `the maker’s support lasts ${years(asked(facts).support)} from the purchase, and the warranty ${years(asked(facts).warranty)}`,
  });
};

const SWITCH_WARRANTY = (facts: RuleFacts): number => yearsAsked(facts.requirement.threshold, 'warranty', 5);
const WIFI_SUPPORT = (facts: RuleFacts): number => yearsAsked(facts.requirement.threshold, 'support', 5);
const CABLE_WARRANTY = (facts: RuleFacts): number => yearsAsked(facts.requirement.threshold, null, 20);

/** Under warranty or contract on the day, and gone before its support ends where both days lie in the plan. */
function serverFinding(kit: StandingKit, facts: RuleFacts): Finding {
  const { coverEnd, leavesOn } = kit;
  if (coverEnd !== null && coverEnd < facts.onDay.day) return gap(endedWords('cover', coverEnd));
  const ends = [kit.makerEnd, systemEndOn(kit, facts)].filter((end) => end !== null).sort();
  const [end] = ends;
  if (end !== undefined && leavesOn !== null && leavesOn > end) return gap(`support ends ${formatDate(end)}, replaced ${formatDate(leavesOn)}`);
  return coverEnd === null ? UNKNOWN : GOOD;
}

const RULES: Readonly<Record<string, RegisterRule>> = {
  'NS-2': kitRule({
    ...SWITCHES, find: makerFinding, rest: null,
    gapWords: ['is past the end of its maker’s support', 'are past the end of their maker’s support'],
    goodWords: ['still gets its maker’s updates', 'still get their maker’s updates'],
    unknownWords: 'when the maker’s support ends', asks: () => 'its maker’s support has not ended on that day',
  }),
  'NS-3': kitRule({
    ...SWITCHES, rest: 'whether they are managed from one place and update by themselves',
    find: (kit, facts) => lasts(kit, kit.coverEnd, SWITCH_WARRANTY(facts), 'warranty'),
    gapWords: ['has a shorter warranty than the standard asks', 'have a shorter warranty than the standard asks'],
    goodWords: ['has a long enough warranty', 'have a long enough warranty'],
    unknownWords: 'how long the warranty lasts from the purchase',
    asks: (facts) => `warranty or contract cover lasts ${years(SWITCH_WARRANTY(facts))} from the purchase`,
  }),
  'WL-4': kitRule({
    ...ACCESS_POINTS, rest: 'whether they are managed from one place and update by themselves',
    find: (kit, facts) => both(makerPast(kit, facts), lasts(kit, supportedUntil(kit), WIFI_SUPPORT(facts), 'support')),
    gapWords: ['is past its support, or was bought with too little', 'are past their support, or were bought with too little'],
    goodWords: ['has long enough support', 'have long enough support'],
    unknownWords: 'how long the support lasts from the purchase',
    asks: (facts) => `support of its maker or of a contract lasts ${years(WIFI_SUPPORT(facts))} from the purchase, and has not ended`,
  }),
  'CS-2': listsRule,
  'CS-13': datesHeldRule,
  'CS-14': kitRule({
    ...DEVICES, find: supportFinding, rest: 'how soon fixes are put on',
    gapWords: ['gets no more fixes, because its system or its maker’s support has ended', 'get no more fixes, because their system or their maker’s support has ended'],
    goodWords: ['still gets fixes', 'still get fixes'],
    unknownWords: 'the system, or when its support ends', asks: () => 'neither the support of its system nor that of its maker has ended on that day',
  }),
  'DL-3': reviewedRule,
  'LD-3a': atPurchase(COMPUTERS, { support: 5, warranty: 3 }, null),
  'LD-3b': atPurchase(TABLETS, { support: 3, warranty: 2 }, 'how large their screens are'),
  'LD-4': disposalRule,
  'NC-4': kitRule({
    ...CABLES, rest: null, find: (kit, facts) => lasts(kit, kit.coverEnd, CABLE_WARRANTY(facts), 'warranty'),
    gapWords: ['has a shorter warranty than the standard asks', 'have a shorter warranty than the standard asks'],
    goodWords: ['has a long enough warranty', 'have a long enough warranty'],
    unknownWords: 'how long the warranty lasts from the purchase',
    asks: (facts) => `the maker’s warranty lasts ${years(CABLE_WARRANTY(facts))} from the purchase`,
  }),
  'SS-1b': kitRule({
    ...SERVERS, rest: null, find: serverFinding,
    gapWords: ['is out of warranty, or stays longer than its support', 'are out of warranty, or stay longer than their support'],
    goodWords: ['is covered, and its replacement planned in time', 'are covered, and their replacement planned in time'],
    unknownWords: 'when the warranty or contract ends',
    asks: () => 'a warranty or contract covers it on that day, and the plan replaces it before its support ends',
  }),
  'SS-2': kitRule({
    ...SERVERS, find: supportFinding, rest: 'that they are licensed, and when their set-up was last reviewed',
    gapWords: ['can no longer be kept up to date', 'can no longer be kept up to date'],
    goodWords: ['can still be kept up to date', 'can still be kept up to date'],
    unknownWords: 'the system, or when its support ends', asks: () => 'neither the support of its system nor that of its maker has ended on that day',
  }),
};

/** The maker's support, where its end is known: only a day that has gone by says anything. */
function makerPast(kit: StandingKit, facts: RuleFacts): Finding {
  const found = makerFinding(kit, facts);
  return found.kind === 'unknown' ? GOOD : found;
}

/** What the register says of a requirement; null where only a person can answer. A requirement is known by its reference. */
export function registerAnswer(facts: RuleFacts): RegisterAnswer | null {
  const { ref } = facts.requirement;
  return Object.hasOwn(RULES, ref) ? RULES[ref]?.(facts) ?? null : null;
}
