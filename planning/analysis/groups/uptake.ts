import { formatCount } from '../../money.ts';
import type { WhyStep } from '../../result.ts';
import { followedBy, say, strong, type Sentence } from '../../sentences/say.ts';
import { inWords, startUpper } from '../../words.ts';
import type { GroupIdea, PeopleGroup } from '../facts.ts';
import type { IdeaFate } from '../vocabulary.ts';

/** What became of ideas, and the share of them that was taken up. */
export type Uptake = {
  readonly ideas: number;
  readonly byFate: Readonly<Record<IdeaFate, number>>;
  /** Taken up, on trial or declined: somebody has answered. */
  readonly settled: number;
  /** Taken up or on trial. */
  readonly takenUp: number;
  /** Whole per cent of those settled, half up; null while none is settled. */
  readonly percent: number | null;
};

/**
 * The share taken up: ideas taken up and ideas on trial, of those that are settled (taken up, on trial, declined). Ideas that
 * nobody has answered yet count neither for nor against: a group that has just begun is not one that is refused.
 */
export function uptakeOf(ideas: readonly Pick<GroupIdea, 'fate'>[]): Uptake {
  const count = (fate: IdeaFate): number => ideas.filter((idea) => idea.fate === fate).length;
  const byFate = { raised: count('raised'), considered: count('considered'), taken_up: count('taken_up'), piloted: count('piloted'), declined: count('declined') };
  const takenUp = byFate.taken_up + byFate.piloted;
  const settled = takenUp + byFate.declined;
  return { ideas: ideas.length, byFate, settled, takenUp, percent: settled === 0 ? null : Math.floor((200 * takenUp + settled) / (2 * settled)) };
}

/** Under as many settled ideas a share says little, and only the counts are told. */
const FEW = 5;

/** `8 of 12 settled (67%)`; counts alone where they are few. */
export function uptakeWords({ percent, settled, takenUp }: Uptake): string {
  if (percent === null) return 'none settled yet';
  return settled < FEW ? `${formatCount(takenUp)} of ${formatCount(settled)} settled` : `${formatCount(takenUp)} of ${formatCount(settled)} settled, ${percent}%`;
}

export function explainUptake({ ideas, byFate, settled, takenUp, percent }: Uptake): readonly WhyStep[] {
  const open = byFate.raised + byFate.considered;
  return [
    { text: `${formatCount(ideas)} idea${ideas === 1 ? '' : 's'}: ${formatCount(byFate.taken_up)} taken up, ${formatCount(byFate.piloted)} on trial, ${formatCount(byFate.declined)} declined.` },
    { text: open === 0 ? 'All of them have an answer.' : `${startUpper(inWords(open))} ${open === 1 ? 'is' : 'are'} raised or being considered. Nobody has answered ${open === 1 ? 'it' : 'them'}, so ${open === 1 ? 'it counts' : 'they count'} neither for nor against.` },
    { text: percent === null ? 'None is settled, so there is no share.' : `Taken up and on trial, of those settled: ${formatCount(takenUp)} ÷ ${formatCount(settled)} = ${percent}%.` },
  ];
}

/** The sentence that opens the page: how many groups, what became of their ideas, and who has no backing. */
export function groupsSentence(groups: readonly PeopleGroup[]): Sentence {
  if (groups.length === 0) return say('No user group is written down yet.');
  const uptake = uptakeOf(groups.flatMap(({ ideas }) => ideas));
  const who = groups.length === 1 ? 'One user group has' : `${startUpper(inWords(groups.length))} user groups have`;
  const main = uptake.ideas === 0 ? say(strong(`${who} raised no idea`), ' yet.')
    : uptake.settled === 0 ? say(strong(`${who} raised ${ideasWords(uptake.ideas)}`), `; ${uptake.ideas === 1 ? 'it has no answer' : 'none has an answer'} yet.`)
      : say(`${who} raised ${ideasWords(uptake.ideas)}; `, strong(settledWords(uptake)), '.');
  const alone = groups.filter(({ backerRole }) => backerRole === null);
  if (alone.length === 0) return main;
  const [only] = alone;
  return followedBy(main, alone.length === 1 && only !== undefined && groups.length > 1 ? say(`Nobody of the leadership team backs ${only.name}.`)
    : say(groups.length === 1 ? 'Nobody of the leadership team backs it.' : `Nobody of the leadership team backs ${inWords(alone.length)} of them.`));
}

function settledWords({ settled, takenUp }: Uptake): string {
  if (takenUp === 0) return settled === 1 ? 'the one settled was declined' : `all ${inWords(settled)} settled were declined`;
  return `${formatCount(takenUp)} of the ${formatCount(settled)} settled ${takenUp === 1 ? 'was' : 'were'} taken up or ${takenUp === 1 ? 'is' : 'are'} on trial`;
}

const ideasWords = (count: number): string => (count === 1 ? 'one idea' : `${inWords(count)} ideas`);
