import type { CostPart, CostStanding, OptionKind } from '../vocabulary.ts';

/** What every need is weighed against first: the two options that cost least. */
export const STARTING_OPTIONS: readonly { readonly kind: OptionKind; readonly name: string }[] = [
  { kind: 'do_nothing', name: 'Do nothing' }, { kind: 'use_what_we_have', name: 'Use what we have' },
];

/** Who pays for a part of an option until somebody says otherwise: training comes from staff development, not from ICT. */
export const usualStanding = (part: CostPart): CostStanding => (part.startsWith('training') ? 'elsewhere' : 'adds');

/** The kind of a cost that names none; null for kit, which has to. */
export const usualCategory = (part: CostPart): string | null => (part === 'kit' ? null : part === 'software' ? 'software' : 'support_contract');

const MOST_IN_NAME = 60;

/** What a need is called where nobody has said: its statement up to its first full stop, cut at a word where that is long. */
export function nameFromStatement(statement: string): string {
  const first = statement.split(/[.;\n]/u)[0]?.trim() || statement.trim();
  if (first.length <= MOST_IN_NAME) return first;
  const cut = first.slice(0, MOST_IN_NAME + 1);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 20 ? cut.lastIndexOf(' ') : MOST_IN_NAME).replace(/[,\s]+$/u, '')}…`;
}
