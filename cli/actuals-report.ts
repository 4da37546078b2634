import type { ActualsReport } from '../app/contract/actuals.ts';
import { counted, exactPounds } from './words.ts';

/** Refused rows that are printed one by one; `--json` has up to 500. */
const MOST_ROWS = 40;

const LEFT_OUT_WORDS: Readonly<Record<ActualsReport['leftOutBy'][number]['reason'], string>> = {
  ignored_text: 'hold a text to leave out', no_money: 'hold no money', not_ict: 'are not ICT by their ledger code', cost_centre: 'are booked to a cost centre that does not count',
};

/** An export as people read it: every row accounted for, every doubt named. */
export function actualsSummary(report: ActualsReport, taken: boolean): string {
  const { read, matched, leftOut, refused } = report;
  const rows = (count: number): string => counted(count, 'row', 'rows');
  const lines = [
    report.sentence,
    `  ${rows(read.rows)} read (${exactPounds(read.pence)}): ${rows(matched.rows)} matched (${exactPounds(matched.pence)}), ${rows(leftOut.rows)} left out (${exactPounds(leftOut.pence)}), ${rows(refused.rows)} refused (${exactPounds(refused.pence)}).`,
    ...report.places.map(({ code, fundKey, pence, nowPence }) => `  ${code.padEnd(6)} ${fundKey}: ${exactPounds(pence)} (now ${exactPounds(nowPence)})`),
    ...report.leftOutBy.map(({ reason, rows: count, pence }) => `  ${rows(count)} ${LEFT_OUT_WORDS[reason]}: ${exactPounds(pence)}`),
    ...report.refusedRows.slice(0, MOST_ROWS).map(({ sentence }) => `  ${sentence}`),
    ...(refused.rows > MOST_ROWS ? [`  and ${counted(refused.rows - MOST_ROWS, 'more row', 'more rows')}.`] : []),
    `  ${report.yearLabel} comes to ${exactPounds(report.after.plannedPence)}, from ${exactPounds(report.before.plannedPence)}.`,
    ...(report.unchanged ? ['Nothing was changed: the plan has exactly this already.'] : taken ? [] : ['Nothing was changed: this was a dry run. Add --take to bring it in.']),
  ];
  return `${lines.join('\n')}\n`;
}
