import type { DecisionReport } from '../app/contract/decision-log.ts';
import { WIDTH } from './budget-table.ts';
import { shortDate, wholePounds, wrapped } from './words.ts';

/** The log of decisions as it is printed: what waits, what was decided with its reasons, and what was taken from what. */
export function decisionsTable(report: DecisionReport, only: 'waiting' | 'all'): string {
  const { sentence, waiting, decided, moves, movesSentence } = report;
  const waits = waiting.flatMap(({ ref, by, title, decider, pence, isMost }) => entry(
    `${ref}: ${title}`, `${by === null ? 'No day set' : `By ${shortDate(by)}`}, ${decider}${pence === null ? '' : `, ${isMost ? 'at most ' : ''}£${wholePounds(pence)}`}`,
  ));
  const made = decided.flatMap(({ ref, on, title, choiceWords, because, decider, reviewWords, reviewOn, told, toBeTold }) => entry(
    `${ref}, ${shortDate(on)}: ${title} (${choiceWords})`,
    [because === null ? 'No reason given' : `Because: ${because}`, decider, reviewOn === null ? reviewWords : `${reviewWords}, ${shortDate(reviewOn)}`, `told ${told} of ${toBeTold}`].join('; '),
  ));
  const moved = moves.flatMap(({ on, pence, from, to, reason, decision, how }) => entry(
    `${shortDate(on)}: £${wholePounds(pence)} from ${from} to ${to}`, `${decision === null ? '' : `${decision}, `}${reason}. ${how}`,
  ));
  const parts = [part('To decide', waits), ...(only === 'waiting' ? [] : [part('Decided', made), moves.length === 0 ? [] : [...part('What was taken from what', moved), ...wrapped(movesSentence, WIDTH)]])];
  return `${[...wrapped(sentence, WIDTH), ...parts.flatMap((lines) => (lines.length === 0 ? [] : ['', ...lines]))].join('\n')}\n`;
}

const part = (title: string, lines: readonly string[]): string[] => [title, '-'.repeat(title.length), ...(lines.length === 0 ? ['None.'] : lines)];
const INDENT = '      ';
const entry = (first: string, second: string): string[] => [...wrapped(first, WIDTH), ...wrapped(second, WIDTH - INDENT.length).map((line) => `${INDENT}${line}`)];
