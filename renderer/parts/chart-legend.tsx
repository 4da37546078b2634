import type { ReactNode } from 'react';
import { CHART_GROUP_WORDS, CHART_GROUPS } from '../../planning/vocabulary.ts';
import type { ChartGroup } from '../../planning/vocabulary.ts';

/** Fill and edge of each chart group, from the tokens; the same in every chart and legend. */
export const GROUP_COLOURS: Readonly<Record<ChartGroup, { readonly fill: string; readonly edge: string }>> = {
  running: { fill: 'var(--c-run)', edge: 'var(--c-run-e)' },
  devices: { fill: 'var(--c-dev)', edge: 'var(--c-dev)' },
  displays: { fill: 'var(--c-disp)', edge: 'var(--c-disp-e)' },
  servers: { fill: 'var(--c-srv)', edge: 'var(--c-srv)' },
  network: { fill: 'var(--c-net)', edge: 'var(--c-net)' },
};

type ChartLegendProps = {
  /** Groups that the chart draws; their order is the stack's, top first, whatever order they come in. */
  readonly groups: readonly ChartGroup[];
  /** The budget line and the outline of the plan as it was, where the chart draws them. */
  readonly budget?: boolean;
  readonly asItWas?: boolean;
  /** The band of the likely range. */
  readonly likely?: boolean;
  /** One under another, beside the chart, instead of in a row above it. */
  readonly stacked?: boolean;
};

const Swatch = ({ children }: { readonly children: ReactNode }) => (
  <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true">{children}</svg>
);

export function ChartLegend({ groups, budget = false, asItWas = false, likely = false, stacked = false }: ChartLegendProps) {
  const shown = CHART_GROUPS.toReversed().filter((group) => groups.includes(group));
  return (
    <ul className={stacked ? 'lg stacked' : 'lg'} aria-label="Key to the chart">
      {shown.map((group) => (
        <li key={group}>
          <Swatch><rect x="1" y=".5" width="11" height="11" fill={GROUP_COLOURS[group].fill} stroke={GROUP_COLOURS[group].edge} /></Swatch>
          {CHART_GROUP_WORDS[group]}
        </li>
      ))}
      {budget && <li><Swatch><path d="M0 6H14" stroke="var(--c-budget)" strokeWidth="2.25" /></Swatch>Budget</li>}
      {likely && (
        <li>
          <Swatch><rect x=".5" y="1.5" width="13" height="9" fill="var(--c-band)" stroke="var(--c-band-e)" strokeDasharray="2 2" /></Swatch>
          Likely range, 8 in 10
        </li>
      )}
      {asItWas && (
        <li>
          <Swatch><rect x="1" y=".7" width="11" height="10.6" fill="none" stroke="var(--ink-2)" strokeWidth="1.25" strokeDasharray="3 2" /></Swatch>
          As it was
        </li>
      )}
    </ul>
  );
}
