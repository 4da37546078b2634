import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { WhyStep } from '../../planning/result.ts';
import { WhyPopover } from '../parts/why.tsx';

type AskedFigureProps = {
  /** Which figure of its ledger: written on the control for moving about by keys. */
  readonly name: string;
  /** True while its reasons are open. One figure of a ledger at a time: the ledger knows which. */
  readonly asked: boolean;
  readonly onAsk: () => void;
  readonly onClose: () => void;
  /** The question: "Why 32 desktops in 2028/29?" */
  readonly title: string;
  readonly why: () => readonly WhyStep[];
  readonly actions?: ReactNode;
  readonly tabIndex?: number;
  readonly children: ReactNode;
};

/**
 * A figure in a ledger that can be asked why, opened by the ledger, so that the chart above can ask too. A
 * popover is only made for the one that is asked: a ledger has hundreds of figures and must keep up with a slider.
 */
export function AskedFigure({ name, asked, onAsk, onClose, title, why, actions, tabIndex, children }: AskedFigureProps) {
  const button = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(asked);
  useEffect(() => {
    const focusIsLost = document.activeElement === null || document.activeElement === document.body;
    if (wasAsked.current && !asked && focusIsLost) button.current?.focus();
    wasAsked.current = asked;
  }, [asked]);
  const onKeyDown = (event: KeyboardEvent): void => {
    // A plain Enter presses a button by itself; with Alt held it does not.
    if (!(event.altKey && event.key === 'Enter')) return;
    event.preventDefault();
    onAsk();
  };
  const figure = (
    <button
      type="button" className="why" ref={button} data-cell={name} tabIndex={tabIndex} aria-haspopup="dialog" aria-expanded={asked}
      title={asked ? undefined : 'Why this figure?'} onClick={asked ? onClose : onAsk} onKeyDown={onKeyDown}
    >
      {children}
    </button>
  );
  return asked ? <WhyPopover opened onClose={onClose} title={title} why={why} actions={actions}>{figure}</WhyPopover> : figure;
}
