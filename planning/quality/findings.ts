import { formatCount, formatPounds } from '../money.ts';
import { assetName } from '../register/field-words.ts';
import type { Forecast } from '../result.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import { inWords, listOf } from '../words.ts';
import { completenessOf } from './completeness.ts';
import { lookTwice } from './duplicates.ts';
import { QUALITY_FIELD_WORDS } from './fields.ts';
import { leftOutOf } from './left-out.ts';
import { oddValues } from './odd-values.ts';
import { unusableValues } from './unusable.ts';

/** One line about the register: how many items or rows it is about, and what it says. */
export type Finding = { readonly finding: string; readonly quantity: number };

/** What the data quality page shows beside the notices, as lines of text: for the command line and other programs. */
export function qualityFindings(snapshot: PlanSnapshot, forecast: Forecast): Finding[] {
  const complete = completenessOf(snapshot);
  return [
    ...leftOutFinding(snapshot, forecast),
    ...complete.rows.flatMap(({ field, all }) => (all.lacking === 0 ? [] : [{
      finding: `${QUALITY_FIELD_WORDS[field]}: ${formatCount(all.lacking)} of the ${formatCount(all.needed)} that need it lack it.`, quantity: all.lacking,
    }])),
    ...lookTwice(snapshot).map(({ assets, why }) => ({ finding: `${listOf(assets.map(assetName))}: perhaps the same thing (${why}).`, quantity: assets.length })),
    ...oddValues(snapshot, forecast).map(({ assets, field, value, others }) => ({
      finding: `${listOf(assets.map(assetName))}, ${field}: ${value} looks odd (${others}).`, quantity: assets.length,
    })),
    ...unusableValues(snapshot).map(({ what, works }) => ({ finding: `${what} ${works}`, quantity: 1 })),
  ];
}

function leftOutFinding(snapshot: PlanSnapshot, forecast: Forecast): Finding[] {
  const { items, about, range } = leftOutOf(snapshot, forecast);
  if (items === 0 || about === null || range === null) return [];
  const years = forecast.years.length;
  return [{
    finding: `What is left out would probably cost ${formatPounds(about)} over ${inWords(years)} year${years === 1 ? '' : 's'}; 8 in 10 lie between ${formatPounds(range.low)} and ${formatPounds(range.high)}.`,
    quantity: items,
  }];
}
