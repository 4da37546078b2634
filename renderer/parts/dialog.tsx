import { Modal } from '@mantine/core';
import { useLayoutEffect, useRef } from 'react';
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

/** What a dialog was opened from: of an entry of a menu, which is gone by then, the button of the menu. */
function openerOf(focused: Element | null): HTMLElement | null {
  const button = focused?.closest('[role=menu]')?.getAttribute('aria-labelledby');
  const opener = typeof button === 'string' ? document.querySelector(`#${CSS.escape(button)}`) : focused;
  return opener instanceof HTMLElement ? opener : null;
}

/** Mantine gives the focus back only where its dialog was in the page before it opened; most of ours come and go whole. */
function useFocusBack(opened: boolean): void {
  useLayoutEffect(() => {
    const before = openerOf(document.activeElement);
    if (!opened || before === null) return;
    return () => {
      window.setTimeout(() => {
        if (document.activeElement === document.body && before.isConnected) before.focus();
      });
    };
  }, [opened]);
}

/** The focus begins in the first field of a dialog that asks for something, unless it says itself where. */
function StartInFirstField() {
  const place = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const body = place.current?.parentElement;
    if (body?.querySelector('[data-autofocus]') === null) body.querySelector('input, select, textarea')?.setAttribute('data-autofocus', '');
  }, []);
  return <span ref={place} hidden />;
}

/** A question or a list over the page. Esc closes it and the focus goes back where it was. */
export function Dialog({ opened, onClose, title, children, actions, width = 480 }: DialogProps) {
  useFocusBack(opened);
  return (
    <Modal.Root opened={opened} onClose={onClose} size={width} centered lockScroll={false} transitionProps={{ duration: 80, transition: 'fade' }}>
      <Modal.Overlay />
      <Modal.Content>
        {/* Mantine's own head is a <header>, which outside a section would be a second banner of the page. */}
        <div className="dialog-head"><Modal.Title>{title}</Modal.Title><Modal.CloseButton aria-label="Close" /></div>
        <Modal.Body>
          {children}
          <StartInFirstField />
          {actions !== undefined && <div className="dialog-acts">{actions}</div>}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
