import { X } from 'lucide-react';
import { useId, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { WhyStep } from '../../planning/result.ts';
import { IconButton } from './button.tsx';
import { Popover } from './popover.tsx';

type WhyPopoverProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The question: "Why 32 desktops in 2028/29?" */
  readonly title: string;
  /** Asked only when it opens: a long list of reasons costs nothing while nobody looks. */
  readonly why: () => readonly WhyStep[];
  /** What can be done about it, or the way to the assets behind the figure. */
  readonly actions?: ReactNode;
  /** What the popover stands beside; it gets the focus back. */
  readonly children: ReactNode;
};

/** A list too long for its place scrolls: then the keyboard reaches it too, and no stop is added where it need not. */
function reachWhereItScrolls(list: HTMLOListElement): () => void {
  const watch = new ResizeObserver(() => {
    if (list.scrollHeight > list.clientHeight) list.tabIndex = 0;
    else list.removeAttribute('tabindex');
  });
  watch.observe(list);
  return () => watch.disconnect();
}

function WhyReasons({ titleId, title, why, onClose, actions }: Omit<WhyPopoverProps, 'opened' | 'children'> & { readonly titleId: string }) {
  return (
    <>
      <div className="why-head">
        <h3 id={titleId}>{title}</h3>
        <IconButton label="Close" small onClick={onClose}><X aria-hidden="true" /></IconButton>
      </div>
      <ol className="why-steps" ref={reachWhereItScrolls} aria-label="Reasons">{why().map((step, at) => <li key={at}>{step.text}</li>)}</ol>
      {actions !== undefined && <div className="why-actions">{actions}</div>}
    </>
  );
}

/**
 * The numbered reasons behind a figure, then what can be done. For parts that open it themselves (a grid
 * cell); everything else uses `WhyFigure`. Esc, a click outside or its cross closes it.
 */
export function WhyPopover({ opened, onClose, title, why, actions, children }: WhyPopoverProps) {
  const titleId = useId();
  return (
    <Popover
      opened={opened} onClose={onClose} width={300} position="right" withArrow arrowSize={10}
      middlewares={{ flip: true, shift: { padding: 8 } }} labelledBy={titleId} target={children}
    >
      {opened && <WhyReasons titleId={titleId} title={title} why={why} onClose={onClose} actions={actions} />}
    </Popover>
  );
}

type WhyFigureProps = Omit<WhyPopoverProps, 'opened' | 'onClose' | 'actions'> & {
  /** Either the actions, or a function that gets `close`, for actions that stay on the page. */
  readonly actions?: ReactNode | ((close: () => void) => ReactNode);
  readonly className?: string;
};

/** A worked-out figure with a dotted line under it: a click, Enter or Alt+Enter answers why. */
export function WhyFigure({ title, why, actions, className, children }: WhyFigureProps) {
  const [opened, setOpened] = useState(false);
  const close = (): void => setOpened(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    // A plain Enter presses a button by itself; with Alt held it does not.
    if (!(event.altKey && event.key === 'Enter')) return;
    event.preventDefault();
    setOpened(true);
  };
  const shown = typeof actions === 'function' ? actions(close) : actions;
  return (
    <WhyPopover opened={opened} onClose={close} title={title} why={why} actions={shown}>
      <button
        type="button" className={className === undefined ? 'why' : `why ${className}`} title="Why this figure?"
        onClick={() => setOpened((was) => !was)} onKeyDown={onKeyDown}
      >
        {children}
      </button>
    </WhyPopover>
  );
}
