import { useEffect } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import { useSavedPlan } from '../lib/plan.tsx';
import './chart.css';

/** Whose figures a printed page shows, of which way forward and of which day. */
function usePrintedWords(): { readonly school: string; readonly whatIf: string; readonly asAt: string; readonly scenario: string; readonly version: string } {
  const { application, plan, asOf, trying, scenario } = useSavedPlan();
  return {
    school: plan.schoolName === '' ? plan.fileName : plan.schoolName, scenario: scenario.name, version: `Kitplan ${application.version}`,
    asAt: `Figures as at ${formatLongDate(asOf)}`, whatIf: !trying ? '' : 'With a what-if that is not in the plan. ',
  };
}

/** What a printed page must say of itself: whose figures, of which day, with or without a what-if. Not on screen. */
export function PrintedNote() {
  const { school, whatIf, asAt, scenario, version } = usePrintedWords();
  return <p className="printed-note">{school}. {scenario}. {asAt}, whole pounds, net of VAT. {whatIf}{version}.</p>;
}

/** As a stylesheet writes text: in quotes, on one line. */
const quoted = (text: string): string => `"${text.replaceAll(/[\p{Cc}"\\]/gu, ' ')}"`;

/**
 * Words for the margins of every printed sheet, where a page is long: the school and the page's title at the head, the
 * scenario, the day and Kitplan's version at the foot. The stylesheet's `@page` reads them.
 */
export function PrintedMargins({ title }: { readonly title: string }) {
  const { school, asAt, scenario, version, whatIf } = usePrintedWords();
  useEffect(() => {
    const { style } = document.documentElement;
    const words = { '--printed-school': school, '--printed-title': title, '--printed-of': `${scenario}. ${asAt}. ${whatIf}`, '--printed-by': version };
    for (const [name, text] of Object.entries(words)) style.setProperty(name, quoted(text));
    return () => {
      for (const name of Object.keys(words)) style.removeProperty(name);
    };
  }, [school, title, scenario, asAt, whatIf, version]);
  return null;
}
