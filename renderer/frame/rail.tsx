import { Tooltip } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { CSSProperties } from 'react';
import { useNavigation } from '../lib/navigation.tsx';
import { useWaiting } from './waiting-counts.ts';
import { DECISIONS, DOCUMENTS, OVERVIEW, PLAN_STAGE, railPageOf, REVIEW_STAGE, SETTINGS } from './pages-in-rail.ts';

/** The widths at which the rail's names fold away, the same as in frame.css. */
const FOLDED = '(max-width: 960px)';

function RailLink({ page, name, icon: Icon }: typeof OVERVIEW) {
  const navigation = useNavigation();
  const waiting = useWaiting().get(page);
  const said = waiting === undefined ? name : `${name}, ${waiting.words}`;
  const folded = useMediaQuery(FOLDED) ?? false;
  return (
    <Tooltip label={said} position="right" disabled={!folded}>
      <button
        type="button" className="rail-link" aria-label={said}
        aria-current={railPageOf(navigation.page) === page ? 'page' : undefined}
        onClick={() => navigation.go(page)}
      >
        <Icon aria-hidden="true" /><span className="name">{name}</span>{waiting !== undefined && <span className="count" aria-hidden="true" data-count={waiting.count} />}
      </button>
    </Tooltip>
  );
}

/** The line of the cycle turns back at the last stage, above its pages. */
const IN_REVIEW = { '--in-review': REVIEW_STAGE.length } as CSSProperties;

/**
 * The planning cycle as a way round the product: Plan, Deliver, Review and back to Plan. A stage is drawn
 * because the cycle has it; only pages are links.
 */
export function Rail() {
  const { page } = useNavigation();
  const [planning, reviewing] = [PLAN_STAGE, REVIEW_STAGE].map((stage) => stage.some((entry) => entry.page === railPageOf(page)));
  return (
    <nav className="rail" aria-label="Main" data-pane>
      <RailLink {...OVERVIEW} />
      <div className="cycle" style={IN_REVIEW}>
        <span className="loop" aria-hidden="true" />
        <span className="line" aria-hidden="true" />
        <svg className="arrow" width="8" height="8" viewBox="0 0 8 8" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
          <path d="M2.5 1 6 4 2.5 7" />
        </svg>
        <p className={planning ? 'stage on' : 'stage'} id="stage-plan">Plan</p>
        <ul aria-labelledby="stage-plan">{PLAN_STAGE.map((entry) => <li key={entry.page}><RailLink {...entry} /></li>)}</ul>
        <p className="stage later">Deliver</p>
        <p className={reviewing ? 'stage on' : 'stage'} id="stage-review">Review</p>
        <ul aria-labelledby="stage-review">{REVIEW_STAGE.map((entry) => <li key={entry.page}><RailLink {...entry} /></li>)}</ul>
      </div>
      <div className="rail-foot"><RailLink {...DECISIONS} /><RailLink {...DOCUMENTS} /><RailLink {...SETTINGS} /></div>
    </nav>
  );
}
