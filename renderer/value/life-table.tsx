import { useState } from 'react';
import type { ReactNode } from 'react';
import { formatCount, formatExact, formatPounds } from '../../planning/money.ts';
import type { WhyStep } from '../../planning/result.ts';
import {
  COST_PART_WORDS, economicWords, explainAll, explainEven, explainPart, explainPerPupil, explainYearly, kwhWords, missingOfAll, missingWords, shareWords,
} from '../../planning/value/whole-life-words.ts';
import { COST_PARTS, DISCOUNT, type CostPart, type WholeLifeCost } from '../../planning/value/whole-life.ts';
import { listOf, spanOf } from '../../planning/words.ts';
import type { Pence } from '../../planning/vocabulary.ts';
import { AskedFigure } from '../chart/asked-figure.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';

/** Pounds and pence where that is little: whole pounds would hide a printer's toner. */
const small = (pence: Pence): string => formatPounds(pence, { symbol: false, pence: Math.abs(pence) < 1_000 && pence % 100 !== 0 });

/** What one of each kind costs a year over its whole life, part by part. */
export function LifeTable({ lives }: { readonly lives: readonly WholeLifeCost[] }) {
  const nowhere = missingOfAll(lives);
  return (
    <Section title="Whole-life cost of one, £ a year" aside="A dash is what nobody has entered: it is left out, and not nothing">
      {lives.length === 0 ? <p className="q2">No kit is in service yet.</p> : (
        <table className="l life-table">
          <thead>
            <tr>
              <th scope="col">Kind</th><th scope="col" className="num">In service</th><th scope="col" className="num">Kept</th>
              {COST_PARTS.map((part) => <th key={part} scope="col" className="num">{COST_PART_WORDS[part]}</th>)}
              <th scope="col" className="num">One a year</th><th scope="col" className="num">Even, {(DISCOUNT.rate * 100).toFixed(1)}%</th>
              <th scope="col" className="num">All</th><th scope="col" className="num">A pupil</th>
            </tr>
          </thead>
          <LifeRows lives={lives} said={nowhere} />
        </table>
      )}
      {nowhere.length > 0 && <p className="value-note">Nobody has entered of any kind: {listOf(nowhere)}.</p>}
    </Section>
  );
}

function LifeRows({ lives, said }: { readonly lives: readonly WholeLifeCost[]; readonly said: readonly string[] }) {
  const [asked, setAsked] = useState<string | null>(null);
  const { go } = useNavigation();
  const figure = (life: WholeLifeCost, name: string, title: string, why: () => readonly WhyStep[], shown: ReactNode) => {
    const key = `${life.name}/${name}`;
    return (
      <AskedFigure
        name={key} asked={asked === key} onAsk={() => setAsked(key)} onClose={() => setAsked(null)} title={title} why={why}
        actions={<Button small onClick={() => go('register', { filter: { ids: life.assetIds } })}>Show the {formatCount(life.quantity)} in service</Button>}
      >
        {shown}
      </AskedFigure>
    );
  };
  const part = (life: WholeLifeCost, name: CostPart) => {
    const cost = life.parts.find((each) => each.part === name)?.cost;
    const words = COST_PART_WORDS[name].toLowerCase();
    const shown = cost?.known === true ? small(cost.pence) : cost !== undefined && 'missing' in cost ? '–' : 'none';
    return (
      <td key={name} className="num">
        {figure(life, name, `${cost?.known === true ? `Why ${formatExact(cost.pence)} for` : 'Why no figure for'} ${words}, ${life.name}?`, () => explainPart(life, name), shown)}
        {name === 'energy' && life.kwhTenths !== null && <small>{kwhWords(life.kwhTenths)}</small>}
      </td>
    );
  };
  return (
    <>
      {lives.map((life) => (
        <tbody key={life.name}>
          <tr>
            <th scope="row">{life.name}</th>
            <td className="num">{formatCount(life.quantity)}</td>
            <td className="num">{life.lifeMonths === null ? 'until it fails' : spanOf(life.lifeMonths)}</td>
            {COST_PARTS.map((name) => part(life, name))}
            <td className="num"><b>{figure(life, 'one', `Why ${formatExact(life.yearlyPence)} a year for one, ${life.name}?`, () => explainYearly(life), formatPounds(life.yearlyPence, { symbol: false }))}</b></td>
            <td className="num">{figure(life, 'even', `Why ${life.even === null ? 'no even payment' : formatExact(life.even.pence)}, ${life.name}?`, () => explainEven(life), life.even === null ? '–' : formatPounds(life.even.pence, { symbol: false }))}</td>
            <td className="num">{figure(life, 'all', `Why ${formatExact(life.allPence)} a year for all, ${life.name}?`, () => explainAll(life), formatPounds(life.allPence, { symbol: false }))}</td>
            <td className="num">{figure(life, 'pupil', `Why ${life.perPupilPence === null ? 'no figure' : formatExact(life.perPupilPence)} a pupil, ${life.name}?`, () => explainPerPupil(life), life.perPupilPence === null ? '–' : small(life.perPupilPence))}</td>
          </tr>
          <LifeNote life={life} said={said} />
        </tbody>
      ))}
    </>
  );
}

/** How each pound is shared, what is missing of this kind alone, and the best age to replace it, where the record says. */
function LifeNote({ life, said }: { readonly life: WholeLifeCost; readonly said: readonly string[] }) {
  const words = [shareWords(life), missingWords(life, said), life.economic === null ? null : economicWords(life)].filter((each) => each !== null);
  return <tr className="life-note"><td colSpan={COST_PARTS.length + 7}>{words.join(' ')}</td></tr>;
}
