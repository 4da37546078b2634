import { TriangleAlert } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import {
  explainReserveChange, explainReserveEnd, explainReserveStart, reserveCourse, reserveSentence, type ReserveCourse, type ReserveYear,
} from '../../../planning/budget/reserve.ts';
import { explainLevel } from '../../../planning/explain-smoothing.ts';
import { formatPounds } from '../../../planning/money.ts';
import type { WhyStep } from '../../../planning/result.ts';
import { smoothingOf, SPREAD_WORDS } from '../../../planning/smoothing.ts';
import type { Pence } from '../../../planning/vocabulary.ts';
import { startLower } from '../../../planning/words.ts';
import { usePlan } from '../../lib/plan.tsx';
import { Button } from '../../parts/button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Section } from '../../parts/section.tsx';
import { WhyFigure } from '../../parts/why.tsx';
import { ReserveForm } from './reserve-form.tsx';
import './moves.css';

const whole = (pence: Pence): string => formatPounds(pence, { symbol: false });

type RowProps = {
  readonly name: string;
  readonly className?: string;
  readonly course: ReserveCourse;
  readonly pence: (year: ReserveYear) => Pence;
  readonly question: (label: string) => string;
  readonly why: (year: ReserveYear) => readonly WhyStep[];
  /** What is shown in red: less than this. */
  readonly least?: Pence;
};

/** A row of the reserve: a figure for each year from its first on, a dash before. */
function ReserveRow({ name, className, course, pence, question, why, least = 0 }: RowProps) {
  const { forecast } = usePlan();
  return (
    <tr {...(className === undefined ? {} : { className })}>
      <th scope="row">{name}</th>
      {forecast.years.map(({ label }, index) => {
        const year = course.years.find(({ yearIndex }) => yearIndex === index);
        if (year === undefined) return <td key={label} className="num q2">–</td>;
        return (
          <td key={label} className={pence(year) < least ? 'num below' : 'num'}>
            <WhyFigure title={question(label)} why={() => why(year)}>{whole(pence(year))}</WhyFigure>
          </td>
        );
      })}
    </tr>
  );
}

/** What it costs each year just to stay where the school is, beside what the reserve does. */
function StandStillRow() {
  const { snapshot, forecast } = usePlan();
  return (
    <tr className="q2">
      <th scope="row">Stand-still cost</th>
      {forecast.years.map(({ label }, index) => (
        <td key={label} className="num">
          <WhyFigure title={`Why ${whole(forecast.totals.standStillPence[index] ?? 0)} to stand still in ${label}?`} why={() => explainLevel(snapshot, forecast, smoothingOf(snapshot, forecast), index)}>
            {whole(forecast.totals.standStillPence[index] ?? 0)}
          </WhyFigure>
        </td>
      ))}
    </tr>
  );
}

function ReserveTable({ course }: { readonly course: ReserveCourse }) {
  const { snapshot, forecast } = usePlan();
  const { floorPence } = course.reserve;
  return (
    <table className="l reserve">
      <caption className="vh">What the ICT reserve holds</caption>
      <thead><tr><th scope="col">£</th>{forecast.years.map(({ label }) => <th key={label} scope="col" className="num">{label}</th>)}</tr></thead>
      <tbody>
        <ReserveRow
          name="At the start" course={course} pence={({ startPence }) => startPence} question={(label) => `What does the reserve hold at the start of ${label}?`}
          why={(year) => explainReserveStart(snapshot, course, year)}
        />
        <ReserveRow
          name="In or out" course={course} pence={({ changePence }) => changePence} question={(label) => `What comes into the reserve, or goes out, in ${label}?`}
          why={(year) => explainReserveChange(snapshot, course, year)}
        />
        <ReserveRow
          name="At the end" className="end" course={course} pence={({ endPence }) => endPence} least={floorPence} question={(label) => `What does the reserve hold at the end of ${label}?`}
          why={(year) => explainReserveEnd(course, year)}
        />
        <StandStillRow />
      </tbody>
    </table>
  );
}

/** What the school has put by for ICT: what it holds, when it runs out, and how kit is paid for from it. */
export function ReserveSection() {
  const { snapshot, forecast, editable } = usePlan();
  const [opened, setOpened] = useState(false);
  const course = useMemo(() => reserveCourse(snapshot, forecast), [snapshot, forecast]);
  const { reserve } = snapshot.finance;
  const sentence = reserveSentence(snapshot, forecast, course);
  const short = course !== null && (course.runsOut ?? course.belowFloor) !== null;
  const aside: ReactNode = short ? <span className="c-over"><TriangleAlert className="lucide s" aria-hidden="true" /> {sentence}</span> : sentence;
  const close = (): void => setOpened(false);
  const words = reserve === null ? 'Set up a reserve' : 'Change the reserve';
  return (
    <Section title="ICT reserve" aside={aside} link={editable ? <Button variant="link" small onClick={() => setOpened(true)}>{words}</Button> : undefined}>
      {reserve === null ? (
        <p className="q2">A reserve holds what is left of one year’s money for the dearer years to come. Say what it holds, and each year’s rest or shortfall is carried on.</p>
      ) : null}
      {course === null ? null : <ReserveTable course={course} />}
      {reserve === null ? null : (
        <p className="reserve-acts">
          {reserve.spread === null ? 'Kit is paid for as it falls due.' : `Kit is paid for ${reserve.spread === 'level' ? 'level' : `by a ${startLower(SPREAD_WORDS[reserve.spread])}`}: the same way every year, whenever it falls due.`}
          {reserve.floorPence === 0 ? '' : ` It is not to go below ${formatPounds(reserve.floorPence)}.`}
          {course?.entered === 'before_plan' ? ' It was entered for a year that is over: enter what it holds at the start of the plan.' : ''}
        </p>
      )}
      <Dialog opened={opened} onClose={close} title="ICT reserve" width={560}>{opened && <ReserveForm onDone={close} />}</Dialog>
    </Section>
  );
}
