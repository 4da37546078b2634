import { Fragment, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTitleFocus } from '../lib/navigation.tsx';
import { PageNotices } from './page-notices.tsx';

/** A piece of the opening sentence; the words that carry the finding are strong. */
export type SentencePart = {
  readonly text: string;
  readonly strong?: boolean;
  /** Drawn in place of the text where a figure in the sentence can be asked why; it must say the same. */
  readonly as?: ReactNode;
};

const REST_MS = 600;
/** Long enough for a screen reader to have taken it up. */
const SPOKEN_MS = 1_500;

/**
 * The text once it has been still for 600 ms and differs from what the page opened with; empty again soon after,
 * so that nobody who reads on finds the sentence twice.
 */
function useSpoken(text: string): string {
  const opened = useRef(text);
  const [spoken, setSpoken] = useState('');
  useEffect(() => {
    if (text === opened.current) return;
    const timer = window.setTimeout(() => {
      opened.current = '';
      setSpoken(text);
    }, REST_MS);
    return () => window.clearTimeout(timer);
  }, [text]);
  useEffect(() => {
    if (spoken === '') return;
    const timer = window.setTimeout(() => setSpoken(''), SPOKEN_MS);
    return () => window.clearTimeout(timer);
  }, [spoken]);
  return spoken;
}

type PageHeadProps = {
  readonly title: string;
  readonly sentence?: readonly SentencePart[];
  readonly actions?: ReactNode;
  /** False where the page places `PageNotices` itself (beside a side panel). */
  readonly notices?: boolean;
};

/**
 * Title, the sentence that says what the figures mean, actions; then what must be known before reading on.
 * The sentence is spoken again when it changes, once, after 600 ms of rest.
 */
export function PageHead({ title, sentence = [], actions, notices = true }: PageHeadProps) {
  const heading = useTitleFocus();
  const spoken = useSpoken(sentence.map((part) => part.text).join(''));
  return (
    <>
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>{title}</h1>
          {sentence.length > 0 && (
            <p className="say">
              {sentence.map((part, at) => {
                const shown = part.as ?? part.text;
                return part.strong === true ? <strong key={at}>{shown}</strong> : <Fragment key={at}>{shown}</Fragment>;
              })}
            </p>
          )}
          <p className="vh" aria-live="polite">{spoken}</p>
        </div>
        {actions !== undefined && <div className="acts">{actions}</div>}
      </header>
      {notices && <PageNotices />}
    </>
  );
}
