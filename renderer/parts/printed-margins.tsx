import { useEffect } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import { planVersion } from '../../planning/documents/plan-version.ts';
import { useSavedPlan } from '../lib/plan.tsx';

/** Whose figures a printed page shows, of which way forward and of which day. */
export function usePrintedWords(): { readonly school: string; readonly whatIf: string; readonly asAt: string; readonly scenario: string; readonly program: string } {
  const { application, plan, asOf, trying, scenario } = useSavedPlan();
  return {
    school: plan.schoolName === '' ? plan.fileName : plan.schoolName, scenario: `${scenario.name}, version ${planVersion(plan.revision)}`, program: `Kitplan ${application.version}`,
    asAt: `Figures as at ${formatLongDate(asOf)}`, whatIf: trying ? 'With a what-if that is not in the plan. ' : '',
  };
}

/** As a stylesheet writes text: in quotes, on one line. */
const quoted = (text: string): string => `"${text.replaceAll(/[\p{Cc}"\\]/gu, ' ')}"`;

/** Keeps words where the stylesheet's `@page` reads them, until the page that says them is left. */
function usePrinted(words: Readonly<Record<`--printed-${string}`, string>>): void {
  const said = JSON.stringify(words);
  useEffect(() => {
    const { style } = document.documentElement;
    const entries = Object.entries(JSON.parse(said) as typeof words);
    for (const [name, text] of entries) style.setProperty(name, quoted(text));
    return () => {
      for (const [name] of entries) style.removeProperty(name);
    };
  }, [said]);
}

/** What stands in the margins of every printed sheet, whichever page it is of: the school, the page, the scenario, the day, Kitplan's version. */
export function PrintedMargins({ page }: { readonly page: string }) {
  const { school, asAt, scenario, program, whatIf } = usePrintedWords();
  usePrinted({ '--printed-school': school, '--printed-page': page, '--printed-of': `${scenario}. ${asAt}. ${whatIf}`, '--printed-by': program });
  return null;
}

/** What a sheet is called where that is not the name of its page. */
export function PrintedTitle({ title }: { readonly title: string }) {
  usePrinted({ '--printed-title': title });
  return null;
}
