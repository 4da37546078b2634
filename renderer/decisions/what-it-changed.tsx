import { useMemo } from 'react';
import { besidesWords, changedBy, isOver, movedStandings, standingsWords, virementAdvice, type ChangedCell } from '../../planning/analysis/decisions/changed.ts';
import type { Decision } from '../../planning/analysis/facts.ts';
import { isApproval } from '../../planning/analysis/planned.ts';
import { explainLines } from '../../planning/why/figure.ts';
import { moveWords } from '../../planning/budget/virement-check.ts';
import { formatPounds } from '../../planning/money.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { WhyFigure } from '../parts/why.tsx';

/** The lines that a need has put into the plan, by year and code, each of which can be asked why; then what is left to pay for them. */
export function ChangedLines({ cells, besides }: { readonly cells: readonly ChangedCell[]; readonly besides: string | null }) {
  const { snapshot, options } = usePlan();
  const { go } = useNavigation();
  const over = cells.filter(isOver);
  const advice = [...new Set(over.flatMap((cell) => virementAdvice(cell) ?? []))];
  return (
    <>
      <table className="l changed">
        <caption className="vh">What is in the plan for it, in £ net of VAT</caption>
        <thead><tr><th scope="col">Year</th><th scope="col">Code</th><th scope="col">Paid from</th><th scope="col" className="num">£</th></tr></thead>
        <tbody>
          {cells.map((cell) => {
            const { year, code, fund, pence, unpriced, lines } = cell;
            const figure = unpriced > 0 && pence === 0 ? 'no price' : `${formatPounds(pence, { symbol: false })}${unpriced > 0 ? ' and more' : ''}`;
            return (
              <tr key={`${year} ${code} ${cell.nature} ${fund}`}>
                <th scope="row">{year}</th><td>{code}</td><td>{fund}</td>
                <td className="num">
                  <WhyFigure title={`Why ${figure} in ${year}?`} why={() => explainLines(snapshot, options, lines).flatMap(({ steps }) => steps.map((text) => ({ text })))}>{figure}</WhyFigure>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="standings">{standingsWords(cells).map(({ text, over: isShort }) => <span key={text} className={isShort ? 'c-over b' : undefined}>{text} </span>)}{besides}</p>
      {advice.map((words) => <Note key={words} actions={<Button variant="link" onClick={() => go('budgets')}>Move money in Budgets</Button>}>{words}</Note>)}
    </>
  );
}

/** What a decision changed in the plan and in the budget: nothing is in them of one that another has replaced. */
export function WhatItChanged({ decision, holds }: { readonly decision: Decision; readonly holds: boolean }) {
  const { snapshot, forecast } = usePlan();
  const { go } = useNavigation();
  const { needId, virementId } = decision;
  const cells = useMemo(() => (holds && needId !== null ? changedBy(snapshot, forecast, needId) : []), [snapshot, forecast, holds, needId]);
  const besides = useMemo(() => (holds ? besidesWords(snapshot, forecast, decision) : null), [snapshot, forecast, holds, decision]);
  const virement = snapshot.finance.virements.find(({ id }) => id === virementId);
  const standings = useMemo(() => (virement === undefined ? [] : movedStandings(snapshot, forecast, virement)), [snapshot, forecast, virement]);
  const agreed = needId !== null && isApproval(decision);
  if (!agreed && virement === undefined) return null;
  return (
    <Section title="What it changed">
      {agreed && cells.length > 0 && <ChangedLines cells={cells} besides={besides} />}
      {agreed && cells.length === 0 && <p>{holds ? `It adds nothing to the plan in the years shown.${besides === null ? '' : ` ${besides}`}` : 'Nothing of it is in the plan any more.'}</p>}
      {virement !== undefined && (
        <p>
          {virement.agreedOn === null ? 'Asked for, not agreed yet: ' : 'Moved: '}{moveWords(snapshot, virement)}.{' '}
          {standings.map((words) => <span key={words} className={/ over in /u.test(words) ? 'c-over b' : undefined}>{words} </span>)}
          <Button variant="link" small onClick={() => go('budgets')}>See it in Budgets</Button>
        </p>
      )}
    </Section>
  );
}
