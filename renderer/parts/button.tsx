import { Tooltip } from '@mantine/core';
import type { ComponentPropsWithRef, ReactNode } from 'react';

type ButtonProps = ComponentPropsWithRef<'button'> & {
  /** One `filled` on a screen: the task's end. `link` reads as text in a sentence or a table. */
  readonly variant?: 'outline' | 'filled' | 'link';
  /** 26 high, for tables and notes; as a link, 13 px. */
  readonly small?: boolean;
  readonly icon?: ReactNode;
};

const CLASSES = { outline: 'btn', filled: 'btn filled', link: 'link' } as const;

/** Its words are a verb and its object, the same as in the bar afterwards. */
export function Button({ variant = 'outline', small = false, icon, className, children, ...rest }: ButtonProps) {
  const classes = [CLASSES[variant], small ? 'small' : '', className ?? ''].filter(Boolean).join(' ');
  return <button type="button" className={classes} {...rest}>{icon}{children}</button>;
}

type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> & {
  /** Its name, also shown as the tooltip. */
  readonly label: string;
  readonly small?: boolean;
  /** A longer tooltip where the name alone does not say enough: "Undo: 4 desktops moved". */
  readonly tip?: string;
  readonly children: ReactNode;
};

/** A button that is an icon: named for those who cannot see it, with the name as its tooltip. */
export function IconButton({ label, small = false, tip, className, children, ...rest }: IconButtonProps) {
  const classes = ['icon-btn', small ? 'small' : '', className ?? ''].filter(Boolean).join(' ');
  return (
    <Tooltip label={tip ?? label} openDelay={400} withinPortal>
      <button type="button" className={classes} aria-label={label} {...rest}>{children}</button>
    </Tooltip>
  );
}
