import {
  deleteCapitalRule, setCapitalChoice, setCapitalRule, setProfile, setReturnLine,
} from '../../db/repositories/money-profile.ts';
import { capitalRuleOf } from '../../planning/budget/capital.ts';
import type { MoneyProfile } from '../../planning/budget/finance.ts';
import { fundInSentence } from '../../planning/budget/fund.ts';
import { hasCapitalCode } from '../../planning/budget/codes.ts';
import { basisWords } from '../../planning/budget/profile-words.ts';
import { becomes, conversionProblem, lineProblem } from '../../planning/budget/profile.ts';
import { CFR_CODES } from '../../planning/categories.ts';
import { financialYear, financialYearOf, formatLongDate } from '../../planning/calendar.ts';
import { formatExact } from '../../planning/money.ts';
import { spanOf, startLower } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import type { Session } from '../session.ts';
import { requireFund } from './found.ts';
import { different } from './given.ts';
import { requireBaseWorking } from './scenario-state.ts';

const labelOf = (session: Session, year: number): string => financialYear(year, session.snapshot().school.yearStartMonth).label;

const hourWords = (whose: string, pence: number | null): string =>
  (pence === null ? `Take out what an hour of ${whose} costs` : `Count an hour of ${whose} as ${formatExact(pence)}`);

/** What is changed, in words; several changes at once have one name. */
function profileLabel(changed: Partial<MoneyProfile>): string {
  const { codeScheme, vatRecoverable, conversion, depreciation, bookLifeMonths, energyRate, supportHourPence, selfSupportHourPence } = changed;
  const labels = [
    codeScheme !== undefined && (codeScheme === null ? 'Account by the codes of the kind of school' : `Account by ${codeScheme === 'cfr' ? 'CFR codes' : 'academy returns'}`),
    vatRecoverable !== undefined && (vatRecoverable ? 'Count VAT as reclaimed' : 'Count VAT as not reclaimed'),
    conversion !== undefined && (conversion === null ? 'Take the conversion out'
      : `Become ${becomes(conversion.type)} on ${formatLongDate(conversion.on)}`),
    depreciation !== undefined && `Write kit off by ${depreciation}`,
    bookLifeMonths !== undefined && `Keep kit in the books for ${spanOf(bookLifeMonths)}`,
    energyRate !== undefined && (energyRate === null ? 'Take out what a kilowatt-hour costs' : 'Set what a kilowatt-hour costs'),
    supportHourPence !== undefined && hourWords('support', supportHourPence),
    selfSupportHourPence !== undefined && hourWords('self-support', selfSupportHourPence),
  ].filter((label) => label !== false);
  return labels.length === 1 && labels[0] !== undefined ? labels[0] : 'Change the money profile';
}

/** The first day of the plan as the school sees it now. */
const planStart = (session: Session): string => {
  const { yearStartMonth } = session.snapshot().school;
  return financialYear(financialYearOf(session.today(), yearStartMonth), yearStartMonth).start;
};

export const profileHandlers = {
  'money.set': (session, { role, reason, ...set }) => {
    const { finance: { profile }, school } = session.snapshot();
    const changed = different(set, profile);
    if (changed.conversion !== undefined && changed.conversion !== null) {
      if (JSON.stringify(changed.conversion) === JSON.stringify(profile.conversion)) delete changed.conversion;
      else {
        const problem = conversionProblem(school.type, changed.conversion, planStart(session));
        if (problem !== null) throw new Refusal('invalid_input', problem.sentence, { field: 'conversion' });
      }
    }
    const { change } = session.change(profileLabel(changed), { role, reason }, (writer) => setProfile(writer, changed));
    return { change, value: null };
  },

  'capitalRule.set': (session, { role, reason, ...rule }) => {
    const label = `Count ${formatExact(rule.thresholdPence)} or more ${basisWords(rule.basis)} as capital from ${labelOf(session, rule.fromYear)}`;
    const { change } = session.change(label, { role, reason }, (writer) => setCapitalRule(writer, rule));
    return { change, value: null };
  },

  'capitalRule.remove': (session, { role, reason, fromYear }) => {
    const { capitalRules } = session.snapshot().finance;
    if (!capitalRules.some((rule) => rule.fromYear === fromYear)) {
      throw new Refusal('not_found', `No rule for capital begins in ${labelOf(session, fromYear)}.`, { field: 'fromYear' });
    }
    const { change } = session.change(`Take away the rule for capital from ${labelOf(session, fromYear)}`, { role, reason }, (writer) => deleteCapitalRule(writer, fromYear));
    return { change, value: null };
  },

  'capitalChoice.set': (session, { role, reason, ...choice }) => {
    const snapshot = session.snapshot();
    const { year, costCategory, fundKey, nature } = choice;
    requireBaseWorking(snapshot);
    const fund = requireFund(session, fundKey);
    const [title, when] = [CFR_CODES[costCategory].title, labelOf(session, year)];
    if (nature !== null) {
      if (!hasCapitalCode(costCategory)) throw new Refusal('invalid_input', `${title} has no capital code and is always revenue.`, { field: 'costCategory' });
      if (fund.paysFor !== 'anything') throw new Refusal('invalid_input', `${fund.name} pays for ${fund.paysFor} alone, so there is nothing to choose.`, { field: 'fundKey' });
      if (capitalRuleOf(snapshot.finance.capitalRules, year)?.basis !== 'ask') {
        throw new Refusal('invalid_input', `The rule of ${when} settles what is capital. Set it to ask each time to choose order by order.`, { field: 'year' });
      }
      if (reason === null) throw new Refusal('invalid_input', 'Say why, in a few words: an auditor will ask.', { field: 'reason' });
    }
    const what = `${startLower(title)} of ${when} from ${fundInSentence(snapshot.funds, fundKey)}`;
    const label = nature === null ? `Leave ${what} to the rule` : `Count ${what} as ${nature}`;
    const { change } = session.change(label, { role, reason }, (writer) => setCapitalChoice(writer, { ...choice, reason }));
    return { change, value: null };
  },

  'returnLine.set': (session, { role, reason, ...line }) => {
    const { costCategory, nature, lineNumber } = line;
    const title = CFR_CODES[costCategory].title;
    if (nature === 'capital' && !hasCapitalCode(costCategory)) throw new Refusal('invalid_input', `${title} has no capital line.`, { field: 'nature' });
    const problem = lineProblem(session.snapshot().finance.returnLines, line);
    if (problem !== null) throw new Refusal('conflict', problem, { field: 'lineNumber' });
    const what = `the return line of ${startLower(title)}, ${nature}`;
    const { change } = session.change(lineNumber === null ? `Take out ${what}` : `Set ${what} to ${lineNumber}`, { role, reason }, (writer) => setReturnLine(writer, line));
    return { change, value: null };
  },
} satisfies Pick<Handlers, 'money.set' | 'capitalRule.set' | 'capitalRule.remove' | 'capitalChoice.set' | 'returnLine.set'>;
