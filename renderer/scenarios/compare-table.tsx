import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatPounds, sumOf } from '../../planning/money.ts';
import { budgetSteps, costSteps, standStillSteps } from '../../planning/scenarios/cost-steps.ts';
import { wholeCost, wholeDifference } from '../../planning/scenarios/compare-sentence.ts';
import { kitSteps, peakWords, perDeviceSteps, perDeviceWords, uncoveredWords } from '../../planning/scenarios/risk-words.ts';
import { SCENARIO_STATE_WORDS } from '../../planning/vocabulary.ts';
import { inWords, startUpper } from '../../planning/words.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { Button } from '../parts/button.tsx';
import { StateWord, Tag } from '../parts/tag.tsx';
import { WhyFigure } from '../parts/why.tsx';
import { MiniChart } from './mini-chart.tsx';
import type { Column } from './use-sides.ts';

type RowProps = { readonly name: string; readonly hint?: string; readonly columns: readonly Column[]; readonly renderCell: (column: Column) => ReactNode };

const tint = ({ scenario }: Column): string | undefined => (scenario.recommended ? 'recommended' : undefined);

function Row({ name, hint, columns, renderCell }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}{hint !== undefined && <small>{hint}</small>}</th>
      {columns.map((column) => <td key={column.scenario.id} className={tint(column)}>{renderCell(column)}</td>)}
    </tr>
  );
}

function Part({ name, columns, children }: { readonly name: string; readonly columns: readonly Column[]; readonly children: ReactNode }) {
  return (
    <tbody>
      <tr className="part"><th scope="rowgroup">{name}</th>{columns.map((column) => <td key={column.scenario.id} className={tint(column)}>{'\u00a0'}</td>)}</tr>
      {children}
    </tbody>
  );
}

/** Kit behind a count: how many, what, and the way to it in the register. */
function KitCount({ column, words, ids, title }: { readonly column: Column; readonly words: string; readonly ids: readonly number[]; readonly title: string }) {
  const { go } = useNavigation();
  if (ids.length === 0) return words;
  return (
    <StateWord tone="over">
      <WhyFigure
        title={title} why={() => kitSteps(column.snapshot, ids)}
        actions={<Button variant="link" onClick={() => go('register', { filter: { ids } })}>Show them in the register</Button>}
      >
        {words}
      </WhyFigure>
    </StateWord>
  );
}

function Budget({ column: { forecast } }: { readonly column: Column }) {
  const left = wholeDifference(forecast);
  if (left === null) return <span className="q2">No budget entered</span>;
  const words = `${formatPounds(Math.abs(left))} ${left < 0 ? 'over' : 'left'}`;
  const figure = <WhyFigure title={`Why ${words}?`} why={() => budgetSteps(forecast)}>{words}</WhyFigure>;
  return left < 0 ? <StateWord tone="over">{figure}</StateWord> : figure;
}

function StandStill({ column: { forecast } }: { readonly column: Column }) {
  const words = formatPounds(sumOf(forecast.totals.standStillPence));
  return <WhyFigure title={`Why ${words}?`} why={() => standStillSteps(forecast)}>{words}</WhyFigure>;
}

type CompareTableProps = {
  readonly columns: readonly Column[];
  /** The one that the others are compared with. */
  readonly other: Column;
  /** What the plan itself is called: what people notice is told beside it. */
  readonly base: string;
  /** Whose difference is open below. */
  readonly openedId: number | null;
  readonly onOpen: (id: number) => void;
  readonly renderActs: (column: Column) => ReactNode;
};

/** The scenarios side by side: what they cost, what they risk, what people will notice. */
export function CompareTable({ columns, other, base, openedId, onOpen, renderActs }: CompareTableProps) {
  const most = Math.max(0, ...columns.flatMap(({ forecast: { totals } }) => [...totals.plannedPence, ...totals.budgetPence ?? []]));
  const years = other.forecast.years.length;
  const span = years === 5 ? 'Five-year' : `${years}-year`;
  return (
    <table className="compare">
      <caption className="vh">Scenarios side by side</caption>
      <thead>
        <tr>
          <th scope="col"><span className="vh">Compared</span></th>
          {columns.map((column) => {
            const { scenario } = column;
            return (
              <th key={scenario.id} scope="col" className={tint(column)}>
                <span className="name">{scenario.name}{scenario.recommended && <Tag tone="ok" icon={<Check className="lucide s" aria-hidden="true" />}>Recommended</Tag>}</span>
                <span className="note-line">{[scenario.note, scenario.state === 'working' ? null : `${SCENARIO_STATE_WORDS[scenario.state]}.`].filter((text) => text !== null).join(' ')}</span>
                <span className="head-acts">{renderActs(column)}</span>
              </th>
            );
          })}
        </tr>
      </thead>
      <tbody><Row name="Cost by year" hint={other.forecast.totals.budgetPence === null ? 'No budget is entered' : 'The line is the budget'} columns={columns} renderCell={({ scenario, forecast }) => <MiniChart name={scenario.name} forecast={forecast} mostPence={most} />} /></tbody>
      <Part name="Money" columns={columns}>
        <Row
          name={`${span} cost`} columns={columns}
          renderCell={({ forecast }) => <b><WhyFigure title={`Why ${formatPounds(wholeCost(forecast))}?`} why={() => costSteps(forecast)}>{formatPounds(wholeCost(forecast))}</WhyFigure></b>}
        />
        <Row name={`Beside ${other.scenario.name}`} columns={columns} renderCell={(column) => <Beside column={column} other={other} opened={openedId === column.scenario.id} onOpen={() => onOpen(column.scenario.id)} />} />
        <Row name={`Against the ${span.toLowerCase()} budget`} columns={columns} renderCell={(column) => <Budget column={column} />} />
        <Row name="Just to stand still" hint={`${startUpper(inWords(years))} years’ share of all kit, and running costs`} columns={columns} renderCell={(column) => <StandStill column={column} />} />
      </Part>
      <Part name="Risk" columns={columns}>
        <Row name="Kit in use past its policy life" columns={columns} renderCell={(column) => <KitCount column={column} words={peakWords(column.risk.pastLife)} ids={column.risk.pastLife?.assetIds ?? []} title="Which kit is past its policy life?" />} />
        <Row name="Servers without cover" columns={columns} renderCell={(column) => <KitCount column={column} words={uncoveredWords(column.risk.uncovered, column.risk.coverUnknown)} ids={column.risk.uncovered?.assetIds ?? []} title="Which servers are without cover?" />} />
        <Row name="Kit past its support" columns={columns} renderCell={(column) => <KitCount column={column} words={peakWords(column.risk.pastSupport)} ids={column.risk.pastSupport?.assetIds ?? []} title="Which kit is past its support?" />} />
        <Row name="Pupils for each pupil device" columns={columns} renderCell={({ risk: { pupilDevices }, forecast: { years: all } }) => (
            <WhyFigure title="How many pupils share a device?" why={() => perDeviceSteps(pupilDevices, all)}>{perDeviceWords(pupilDevices, all)}</WhyFigure>
          )} />
      </Part>
      <tbody className="noticed">
        <Row
          name="What people will notice" hint={`Beside ${base}`} columns={columns}
          renderCell={({ noticed }) => <ul>{noticed.map(({ text, parts }) => <li key={text}>{parts.map((part) => (part.strong === true ? <strong key={part.text}>{part.text}</strong> : part.text))}</li>)}</ul>}
        />
      </tbody>
    </table>
  );
}

/** What a scenario costs beside the other; a press opens the difference below, down to its lines. */
function Beside({ column, other, opened, onOpen }: { readonly column: Column; readonly other: Column; readonly opened: boolean; readonly onOpen: () => void }) {
  if (column.scenario.id === other.scenario.id) return <span className="q2">–</span>;
  if (!sameYears(column, other)) return <span className="q2">Its years are others</span>;
  const more = wholeCost(column.forecast) - wholeCost(other.forecast);
  const words = more === 0 ? 'The same in all' : `${formatPounds(Math.abs(more))} ${more < 0 ? 'less' : 'more'}`;
  return <button type="button" className="why" aria-pressed={opened} title="What makes the difference?" onClick={onOpen}>{words}</button>;
}

/** Whether two were worked out for the same years: only then do their totals have a difference. */
export const sameYears = (a: Column, b: Column): boolean =>
  a.forecast.years.length === b.forecast.years.length && a.forecast.years[0]?.start === b.forecast.years[0]?.start;
