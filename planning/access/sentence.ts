import { formatLongDate } from '../calendar.ts';
import { formatCount } from '../money.ts';
import type { WhyStep } from '../result.ts';
import { followedBy, say, strong, type Sentence } from '../sentences/say.ts';
import type { IsoDate } from '../vocabulary.ts';
import { listOf, spanOf } from '../words.ts';
import { NOT_USABLE_WORDS, type Access, type AccessGroup, type Share } from './access.ts';

/** Hundredths as people say them: 276 is `2.8`, 500 is `5`, 30 is `0.3`. */
export function ratioWords(hundredths: number): string {
  const tenths = Math.floor((hundredths + 5) / 10);
  return tenths % 10 === 0 ? formatCount(tenths / 10) : `${formatCount(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** A target as it was typed, exactly: 500 is `5`, 250 is `2.5`, 333 is `3.33`. */
export function targetWords(hundredths: number): string {
  const rest = String(hundredths % 100).padStart(2, '0').replace(/0+$/, '');
  return `${formatCount(Math.floor(hundredths / 100))}${rest === '' ? '' : `.${rest}`}`;
}

/** How pupils share devices, against the school's own target, and how far departments are apart. */
export function accessSentence(access: Access): Sentence {
  const { school, gap } = access;
  if (school.devices === 0) return say('The register has no device yet that pupils may use.');
  if (school.perUsable === null) {
    return school.pupils === null
      ? say(strong(`${formatCount(school.usable)} devices are usable by pupils`), '. How many share one can be said once the number of pupils is typed.')
      : say(strong('None of the devices for pupils is usable'), '.');
  }
  const main = say(strong(`${ratioWords(school.perUsable)} pupils share each usable device`), `${againstTarget(school)}.`);
  return followedBy(followedBy(main, apartSentence(gap)), noneSentence(access));
}

function apartSentence(gap: Access['gap']): Sentence | null {
  if (gap === null) return null;
  return gap.times <= 105 ? say(`Departments have alike: ${ratioWords(gap.least.perUsable ?? 0)} to ${ratioWords(gap.most.perUsable ?? 0)}.`)
    : say(`The widest gap: ${gap.most.name} has ${ratioWords(gap.most.perUsable ?? 0)} pupils to a device, ${gap.least.name} ${ratioWords(gap.least.perUsable ?? 0)}; `, strong(`${ratioWords(gap.times)} times as many`), '.');
}

const MOST_NAMED = 3;

function noneSentence({ withNone }: Access): Sentence | null {
  if (withNone.length === 0) return null;
  const names = withNone.slice(0, MOST_NAMED).map(({ name }) => name);
  const rest = withNone.length - names.length;
  const who = rest > 0 ? `${names.join(', ')} and ${formatCount(rest)} more` : listOf(names);
  return say(`${who} ${withNone.length === 1 ? 'has' : 'have'} none of ${withNone.length === 1 ? 'its' : 'their'} own.`);
}

function againstTarget({ target, short }: AccessGroup): string {
  if (target === null || short === null) return '';
  const to = `the school’s target of ${targetWords(target)}`;
  return short === 0 ? `, which meets ${to}` : `; ${to} needs ${formatCount(short)} more`;
}

/** Why a group's figure is what it is: which devices count, which do not and why, and the division. */
export function explainAccess(group: AccessGroup, asOf: IsoDate): readonly WhyStep[] {
  const { devices, usable, notUsable, pupils, perUsable, perDevice, forAnybody, subject } = group;
  const counted = subject === 'school' ? 'for pupils, shared or anybody’s' : 'for pupils, shared or anybody’s, in its own rows of the register';
  const steps = [
    `${formatCount(devices)} desktops, laptops, Chromebooks and tablets ${counted}, on ${formatLongDate(asOf)}. Staff devices are not among them.`,
    ...notUsable.map(({ why, quantity }) => `${formatCount(quantity)} ${quantity === 1 ? 'does' : 'do'} not count: ${NOT_USABLE_WORDS[why][quantity === 1 ? 0 : 1]}.`),
    usable === 0 ? 'None is usable.' : `${formatCount(usable)} ${usable === 1 ? 'is' : 'are'} usable.`,
    ...(forAnybody > 0 ? [`${formatCount(forAnybody)} of them ${forAnybody === 1 ? 'has' : 'have'} no user group and count${forAnybody === 1 ? 's' : ''} as anybody’s.`] : []),
    pupils === null ? 'The number of pupils has not been typed, so there is no figure.'
      : perUsable === null ? `${formatCount(pupils)} pupils and no usable device: there is no figure.`
        : `${formatCount(pupils)} pupils ÷ ${formatCount(usable)} devices = ${ratioWords(perUsable)}.`,
    ...(perDevice !== null && devices !== usable ? [`With all ${formatCount(devices)} it would be ${ratioWords(perDevice)}.`] : []),
    ...targetSteps(group),
  ];
  return steps.map((text) => ({ text }));
}

function targetSteps({ target, needed, short, pupils, ownTarget }: AccessGroup): string[] {
  if (target === null || needed === null || short === null || pupils === null) return [];
  return [`The target is ${targetWords(target)}, ${ownTarget ? 'its own' : 'the school’s'}: ${formatCount(pupils)} ÷ ${targetWords(target)} takes ${formatCount(needed)} devices, ${short === 0 ? 'which are there' : `${formatCount(short)} more than there are`}.`];
}

/** `82 of 94, 12 not known`: a share of what is known, and what is not, never mixed. */
export function shareWords({ yes, no, unknown }: Share): string {
  const all = yes + no;
  const rest = unknown === 0 ? '' : `${formatCount(unknown)} not known`;
  if (all === 0) return rest === '' ? 'no device' : rest;
  return `${formatCount(yes)} of ${formatCount(all)}${rest === '' ? '' : `, ${rest}`}`;
}

export const ageWords = (months: number | null): string => (months === null ? 'not known' : spanOf(months));
