import { CircleCheck, Clock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export type Tone = 'plain' | 'ok' | 'warn' | 'over' | 'info';

type TagProps = { readonly tone?: Tone; readonly icon?: ReactNode; readonly children: ReactNode };

/** A small framed word: "Spare", "5 years, was 4". */
export function Tag({ tone = 'plain', icon, children }: TagProps) {
  return <span className={tone === 'plain' ? 'tag' : `tag ${tone}`}>{icon}{children}</span>;
}

const STATE_ICONS = { ok: CircleCheck, warn: Clock, over: TriangleAlert } as const;

type StateWordProps = {
  readonly tone: keyof typeof STATE_ICONS;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
};

/** A word with its icon and its colour, in that order of importance: "No plan yet". */
export function StateWord({ tone, icon, children }: StateWordProps) {
  const Icon = STATE_ICONS[tone];
  return <span className={`state c-${tone}`}>{icon ?? <Icon className="lucide s" aria-hidden="true" />}{children}</span>;
}
