import { useMemo, useState } from 'react';
import { formatExact } from '../../planning/money.ts';
import { COST_PART_WORDS, compareWords, explainPart, explainYearly } from '../../planning/value/whole-life-words.ts';
import { COST_PARTS, modelsToCompare, wholeLifeOfModel, type CostPart, type WholeLifeCost } from '../../planning/value/whole-life.ts';
import { usePlan } from '../lib/plan.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import { WhyFigure } from '../parts/why.tsx';

/** Two models beside each other over their whole lives. */
export function CompareModels() {
  const { snapshot, asOf } = usePlan();
  const models = useMemo(() => modelsToCompare(snapshot), [snapshot]);
  const [first, setFirst] = useState<number | null>(null);
  const [second, setSecond] = useState<number | null>(null);
  const lives = useMemo(() => [first, second].flatMap((id) => (id === null ? [] : wholeLifeOfModel(snapshot, asOf, id) ?? [])), [snapshot, asOf, first, second]);
  const [one, other] = lives;
  if (models.length < 2) return null;
  const options = [{ value: '', label: 'Choose a model' }, ...models.map(({ id, name }) => ({ value: String(id), label: name }))];
  const choose = (text: string): number | null => (text === '' ? null : Number(text));
  return (
    <Section title="Two models beside each other">
      <div className="compare-choice">
        <SelectField label="This model" value={first === null ? '' : String(first)} options={options} onChange={(event) => setFirst(choose(event.target.value))} />
        <SelectField label="against" value={second === null ? '' : String(second)} options={options} onChange={(event) => setSecond(choose(event.target.value))} />
      </div>
      {one !== undefined && other !== undefined && (
        <>
          <p className="compare-words" role="status">{compareWords(one, other).parts.map(({ text, strong }, at) => (strong === true ? <strong key={at}>{text}</strong> : text))}</p>
          <table className="l compare-table">
            <thead><tr><th scope="col">One, £ a year</th>{[one, other].map(({ name }, at) => <th key={at} scope="col" className="num">{name}</th>)}</tr></thead>
            <tbody>
              {COST_PARTS.map((part) => <tr key={part}><th scope="row">{COST_PART_WORDS[part]}</th>{[one, other].map((life, at) => <td key={at} className="num"><PartFigure life={life} part={part} /></td>)}</tr>)}
              <tr className="tot">
                <th scope="row">Together</th>
                {[one, other].map((life, at) => <td key={at} className="num"><WhyFigure title={`Why ${formatExact(life.yearlyPence)} a year, ${life.name}?`} why={() => explainYearly(life)}>{formatExact(life.yearlyPence)}</WhyFigure></td>)}
              </tr>
            </tbody>
          </table>
        </>
      )}
    </Section>
  );
}

function PartFigure({ life, part }: { readonly life: WholeLifeCost; readonly part: CostPart }) {
  const cost = life.parts.find((each) => each.part === part)?.cost;
  const shown = cost?.known === true ? formatExact(cost.pence) : cost !== undefined && 'missing' in cost ? '–' : 'none';
  return <WhyFigure title={`Why ${shown === '–' ? 'no figure' : shown} for ${COST_PART_WORDS[part].toLowerCase()}, ${life.name}?`} why={() => explainPart(life, part)}>{shown}</WhyFigure>;
}
