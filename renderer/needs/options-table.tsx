import { Check, CircleHelp, Gauge, Plus, X } from 'lucide-react';
import { useMemo } from 'react';
import type { ReactNode } from 'react';
import type { Need, NeedOption } from '../../planning/analysis/need-facts.ts';
import { optionSteps } from '../../planning/analysis/needs/explain-option.ts';
import { inPlanFindings } from '../../planning/analysis/needs/in-plan.ts';
import { laterYearsSentence } from '../../planning/analysis/needs/later-years.ts';
import { costFigures, figuresOf, type CostFigures, type OptionFigures } from '../../planning/analysis/needs/option-figures.ts';
import { needTitle, optionLetter } from '../../planning/analysis/needs/refs.ts';
import { MEETS_WORDS, type CostPart, type Meets } from '../../planning/analysis/vocabulary.ts';
import { formatCount, formatPounds } from '../../planning/money.ts';
import { listOf } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { Section } from '../parts/section.tsx';
import { WhyFigure } from '../parts/why.tsx';

type Line = { readonly option: NeedOption; readonly letter: string; readonly costs: readonly CostFigures[]; readonly figures: OptionFigures };

const TRAINING: readonly CostPart[] = ['training_staff', 'training_pupils', 'training_support'];
type Column = { readonly head: string; readonly parts: readonly CostPart[] | null; readonly pence: (figures: OptionFigures) => number };
const COLUMNS: readonly Column[] = [
  { head: 'Kit', parts: ['kit'], pence: ({ kitPence }) => kitPence },
  { head: 'Software', parts: ['software'], pence: ({ softwarePence }) => softwarePence },
  { head: 'Training', parts: TRAINING, pence: ({ trainingPence }) => trainingPence },
  { head: 'Support', parts: ['support'], pence: ({ supportPence }) => supportPence },
];

type OptionsTableProps = { readonly need: Need; readonly onOption: (optionId: number | null) => void };

/** The options of a need with what each costs in the plan’s years and whether it meets it; every figure answers why. */
export function OptionsTable({ need, onOption }: OptionsTableProps) {
  const { snapshot, forecast, editable } = usePlan();
  const lines = useMemo(() => need.options.map((option, index): Line => {
    const costs = costFigures(snapshot, forecast, need, option);
    return { option, letter: optionLetter(index), costs, figures: figuresOf(forecast, option, costs) };
  }), [need, snapshot, forecast]);
  const years = forecast.years.length;
  // A column in which nothing stands says nothing; support alone is left out where no option has any.
  const columns = COLUMNS.filter(({ head, pence }) => head !== 'Support' || lines.some(({ figures }) => pence(figures) !== 0));
  return (
    <Section
      title={`Options, ${years === 5 ? 'five' : formatCount(years)}-year cost in £`}
      link={editable && <Button variant="link" small icon={<Plus className="lucide s" aria-hidden="true" />} onClick={() => onOption(null)}>Add an option</Button>}
    >
      {lines.length === 0 ? <p className="q2">No option is written down yet. “Do nothing” and “Use what we have” come first.</p> : (
        <table className="l needs-options">
          <thead>
            <tr>
              <th scope="col"><span className="vh">Letter</span></th><th scope="col"><span className="vh">Option</span></th>
              {columns.map(({ head }) => <th key={head} scope="col" className="num">{head}</th>)}
              <th scope="col" className="num">{years} years</th><th scope="col">Meets the need?</th>
            </tr>
          </thead>
          <tbody>{lines.map((line) => <OptionRow key={line.option.id} line={line} columns={columns} recommended={line.option.id === need.recommendedOptionId} onOpen={() => onOption(line.option.id)} />)}</tbody>
        </table>
      )}
      <Under need={need} lines={lines} />
    </Section>
  );
}

type OptionRowProps = { readonly line: Line; readonly columns: readonly Column[]; readonly recommended: boolean; readonly onOpen: () => void };

function OptionRow({ line: { option, letter, costs, figures }, columns, recommended, onOpen }: OptionRowProps) {
  const { forecast, editable } = usePlan();
  const figure = (head: string, parts: Column['parts'], pence: number): ReactNode => {
    const unpriced = costs.some((each) => each.unpriced && (parts === null || parts.includes(each.cost.part)));
    return (
      <WhyFigure title={`Option ${letter}, ${head === 'All' ? 'everything' : head.toLowerCase()}: why ${formatPounds(pence)}?`} why={() => optionSteps(forecast, costs, parts)}>
        {unpriced && pence === 0 ? 'no price' : formatPounds(pence, { symbol: false })}{unpriced && pence !== 0 ? '+' : ''}
      </WhyFigure>
    );
  };
  return (
    <tr className={recommended ? 'recommended' : undefined}>
      <td className="letter">{letter}</td>
      <td>{editable ? <button type="button" className="row-open" onClick={onOpen}>{option.name}</button> : option.name}{recommended && <span className="vh"> (recommended)</span>}</td>
      {columns.map(({ head, parts, pence }) => <td key={head} className="num">{figure(head, parts, pence(figures))}</td>)}
      <td className="num"><b>{figure('All', null, figures.totalPence)}</b></td>
      <td className="meets"><MeetsWords option={option} /></td>
    </tr>
  );
}

const MEETS_ICONS: Readonly<Record<Meets, ReactNode>> = { yes: <Check aria-hidden="true" />, partly: <Gauge aria-hidden="true" />, no: <X aria-hidden="true" /> };

function MeetsWords({ option: { meets, meetsWords } }: { readonly option: NeedOption }) {
  if (meets === null) return <span className="state"><CircleHelp aria-hidden="true" />{meetsWords ?? 'Not said yet'}</span>;
  return <span className={`state ${meets}`}>{MEETS_ICONS[meets]}{meetsWords ?? MEETS_WORDS[meets]}</span>;
}

/** What the figures of the table do not say: hours, later years, money that is not new, and what is worth a look. */
function Under({ need, lines }: { readonly need: Need; readonly lines: readonly Line[] }) {
  const { snapshot, forecast } = usePlan();
  const findings = useMemo(() => inPlanFindings(snapshot, forecast), [snapshot, forecast]);
  const astray = findings.astray.filter((pointer) => pointer.need.id === need.id);
  const shared = findings.shared.flatMap(({ one, other, pence }) => {
    const others = one.need.id === need.id ? other : other.need.id === need.id ? one : null;
    return others === null ? [] : [`${needTitle(others.need)} (${formatPounds(pence)})`];
  });
  const told = lines.flatMap((line) => {
    const words = underWords(line).concat(laterYearsSentence(snapshot, forecast, need, line.option) ?? []);
    return words.length === 0 ? [] : [`${line.letter}: ${words.join(' ')}`];
  });
  return (
    <>
      {told.length > 0 && <div className="needs-under">{told.map((words) => <p key={words}>{words}</p>)}</div>}
      {astray.map(({ cost }) => <Note key={cost.id} title={`${cost.name} is said to be in the plan already,`}>but the plan holds nothing like it in those years. Look at its kind, place, people and year.</Note>)}
      {shared.length > 0 && <Note tone="info" title="The same planned money stands in two needs.">It is shown in each of them and counted once: {listOf(shared)}.</Note>}
    </>
  );
}

function underWords({ figures: { addsPence, inPlanPence, elsewherePence, unpricedNames, hoursOnce, hoursYearly } }: Line): string[] {
  const hours = [hoursOnce > 0 ? `${hoursWords(hoursOnce)} once` : null, hoursYearly > 0 ? `${hoursWords(hoursYearly)} a year` : null].filter((part) => part !== null);
  const split = [
    addsPence > 0 ? `${formatPounds(addsPence)} is new money` : null, inPlanPence > 0 ? `${formatPounds(inPlanPence)} is in the plan already` : null,
    elsewherePence > 0 ? `${formatPounds(elsewherePence)} comes from another budget` : null,
  ].filter((part) => part !== null);
  return [
    ...(inPlanPence + elsewherePence > 0 ? [`${listOf(split)}.`] : []),
    ...(hours.length === 0 ? [] : [`${listOf(hours)} of the support team’s time.`]),
    ...(unpricedNames.length === 0 ? [] : [`${listOf(unpricedNames)} ${unpricedNames.length === 1 ? 'has' : 'have'} no price yet, so it costs more than this.`]),
  ];
}

const hoursWords = (hours: number): string => `${formatCount(hours)} ${hours === 1 ? 'hour' : 'hours'}`;
