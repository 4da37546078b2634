import { useId } from 'react';
import type { ReactNode } from 'react';

type SectionProps = {
  readonly title: string;
  /** A few grey words after the title: "8 of 9 matched for you". */
  readonly aside?: ReactNode;
  /** The one link at the right: "68 items". */
  readonly link?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A part of a page under a 1.5 px ink rule with a serif head. */
export function Section({ title, aside, link, className, children }: SectionProps) {
  const id = useId();
  return (
    <section className={className === undefined ? 'sec' : `sec ${className}`} aria-labelledby={id}>
      <div className="hd">
        <h2 id={id}>{title}</h2>
        {aside !== undefined && <span className="aside">{aside}</span>}
        {link !== undefined && <span className="more">{link}</span>}
      </div>
      {children}
    </section>
  );
}
