import { Popover as MantinePopover, type PopoverProps as MantinePopoverProps } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

type PopoverProps = Pick<MantinePopoverProps, 'width' | 'position' | 'offset' | 'withArrow' | 'arrowSize' | 'middlewares'> & {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What it stands beside: it gets the focus back. */
  readonly target: ReactNode;
  /** The id of the heading inside that names it. */
  readonly labelledBy?: string;
  readonly children: ReactNode;
};

/**
 * Mantine hears Esc inside its box only, and the focus is there a moment after the box is: whoever presses Esc
 * before that means this box all the same, and nothing behind it.
 */
function useEscapeAtOnce(opened: boolean, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (!opened) return undefined;
    const askedFrom = document.activeElement;
    const onKeyDown = (event: KeyboardEvent): void => {
      const active = document.activeElement;
      if (event.key !== 'Escape' || (active !== askedFrom && active !== document.body)) return;
      event.preventDefault();
      event.stopPropagation();
      close.current();
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [opened]);
}

/** A small box beside what opened it. It has the focus while it is open; Esc or a click outside closes it. */
export function Popover({ opened, onClose, target, labelledBy, children, ...place }: PopoverProps) {
  useEscapeAtOnce(opened, onClose);
  return (
    <MantinePopover opened={opened} onDismiss={onClose} onClose={onClose} trapFocus returnFocus transitionProps={{ duration: 80 }} {...place}>
      <MantinePopover.Target>{target}</MantinePopover.Target>
      <MantinePopover.Dropdown aria-labelledby={labelledBy}>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  );
}
