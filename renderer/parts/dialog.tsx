import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';

type DialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** Buttons at the foot, the way out first, the one that acts last. */
  readonly actions?: ReactNode;
  /** Width in px; 480 unless set. */
  readonly width?: number;
};

/** A question or a list over the page. Esc closes it and the focus goes back where it was. */
export function Dialog({ opened, onClose, title, children, actions, width = 480 }: DialogProps) {
  return (
    <Modal
      opened={opened} onClose={onClose} title={title} size={width} centered lockScroll={false}
      transitionProps={{ duration: 80, transition: 'fade' }} closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {children}
      {actions !== undefined && <div className="dialog-acts">{actions}</div>}
    </Modal>
  );
}
