import type { ReactNode } from 'react';
import type { WhyStep } from '../../planning/result.ts';
import { WhyFigure } from './why.tsx';

const MONEY = /£[\d,]+(?:\.\d\d)?/;

type AskedTextProps = {
  readonly text: string;
  readonly title: (figure: string) => string;
  readonly why: () => readonly WhyStep[];
  readonly actions?: (close: () => void) => ReactNode;
};

/** A sentence whose first amount of money can be asked why; the words stay as they are. */
export function AskedText({ text, title, why, actions }: AskedTextProps) {
  const found = MONEY.exec(text);
  if (found === null) return <>{text}</>;
  const [figure] = found;
  return (
    <>
      {text.slice(0, found.index)}
      <WhyFigure title={title(figure)} why={why} actions={actions}>{figure}</WhyFigure>
      {text.slice(found.index + figure.length)}
    </>
  );
}
