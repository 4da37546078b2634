import type { ChartTone } from '../../planning/documents/chart-spec.ts';

/** What each tone of a chart is drawn in on paper and on slides: the light colours of the screens, without the #. */
export const TONE_COLOURS: Readonly<Record<ChartTone, string>> = {
  running: 'C9D0CA', devices: '23609E', displays: 'CB8A1E', servers: '552060', network: '1D8578',
  ink: '1B2420', first: '23609E', second: 'CB8A1E', third: '1D8578', fourth: '552060', fifth: 'C9D0CA',
};

/** The edge of a tone that is too faint on white by itself; the others are parted by a white one. */
export const TONE_EDGES: Partial<Readonly<Record<ChartTone, string>>> = { running: '78847D', displays: '8F5E0B', second: '8F5E0B', fifth: '78847D' };

/** For a stack of many: the five shades first, then lighter and darker ones. Colour is never the only clue, the legend keeps the order. */
export const STACK_COLOURS: readonly string[] = [
  TONE_COLOURS.first, TONE_COLOURS.second, TONE_COLOURS.third, TONE_COLOURS.fourth, '9DB8D9', 'E3C48E', TONE_COLOURS.fifth, '0F3A66', '7A5310', '0E4A43', '32123A', '5A665F',
];
