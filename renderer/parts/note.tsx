import { CircleAlert, Info, ShieldCheck, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = { warn: CircleAlert, info: Info, over: TriangleAlert, ok: ShieldCheck } as const;
export type NoteTone = keyof typeof ICONS;

type NoteProps = {
  /** `warn`: a person must look. `info`: to know. `over`: broken or over. `ok`: settled. */
  readonly tone?: NoteTone;
  readonly icon?: ReactNode;
  /** Its first words, in bold: "Before you rely on these figures:". */
  readonly title?: string;
  readonly children?: ReactNode;
  /** One or two links or buttons. */
  readonly actions?: ReactNode;
  /** `alert` for what just failed, `status` for what just changed; nothing for what simply stands there. */
  readonly role?: 'alert' | 'status';
};

/** A tinted line with a 3 px edge: what must be known before reading on. */
export function Note({ tone = 'warn', icon, title, children, actions, role }: NoteProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`note ${tone}`} role={role}>
      {icon ?? <Icon aria-hidden="true" />}
      <div className="txt">{title !== undefined && <b>{title}{' '}</b>}{children}</div>
      {actions !== undefined && <div className="acts">{actions}</div>}
    </div>
  );
}
