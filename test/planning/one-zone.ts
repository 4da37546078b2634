import { explainLine } from '../../planning/explain.ts';
import { forecast } from '../../planning/forecast.ts';
import { ledgerRows } from '../../planning/ledger.ts';
import { overdueKit, warrantiesEnding } from '../../planning/overview.ts';
import { dataNotices } from '../../planning/quality.ts';
import { overviewSentence, refreshSentence, registerSentence } from '../../planning/sentences.ts';
import { fixedSchool } from './fixed-school.ts';

/* Prints everything that is worked out of one school, for days around midnight's and summer time's edges. Run by time-zones.test.ts. */

const snapshot = fixedSchool();
const days = ['2026-11-21', '2027-03-28', '2027-03-31', '2027-04-01', '2026-10-25', '2028-02-29', '2026-12-31', '2027-01-01'];
const everything = days.flatMap((asOf) => [4, 9].map((yearStartMonth) => {
  const result = forecast(snapshot, { asOf, yearStartMonth });
  return {
    result, ledger: ledgerRows(snapshot, result), ending: warrantiesEnding(snapshot, result), overdue: overdueKit(snapshot, result),
    notices: dataNotices(snapshot, result), why: result.lines.map((line) => explainLine(snapshot, { asOf, yearStartMonth }, line)),
    sentences: [overviewSentence(snapshot, result), refreshSentence(snapshot, result), registerSentence(snapshot, result)],
  };
}));
process.stdout.write(JSON.stringify({ offset: new Date(Date.UTC(2026, 10, 21)).getTimezoneOffset(), locale: Intl.DateTimeFormat().resolvedOptions().locale, everything }));
