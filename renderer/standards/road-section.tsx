import { ANSWER_STANDING_WORDS, type AnswerStanding } from '../../planning/analysis/standards/answers.ts';
import type { Road, RoadRow } from '../../planning/analysis/standards/road.ts';
import { closingWords, roadNote, urgencyWords } from '../../planning/analysis/standards/road-words.ts';
import { roadSentence } from '../../planning/analysis/standards/sentences.ts';
import { whyCount, whyRoadCost, type RoadCostKind } from '../../planning/analysis/standards/road-why.ts';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount, formatPounds, sumOf } from '../../planning/money.ts';
import { listOf, startLower } from '../../planning/words.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Scrolled } from '../parts/scrolled.tsx';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import { WhyFigure } from '../parts/why.tsx';
import { StandingWord } from './standing-word.tsx';

const COUNTED: readonly AnswerStanding[] = ['meets', 'partly', 'not', 'unknown'];
const COSTS: readonly { readonly kind: RoadCostKind; readonly label: string; readonly of: 'agreedByYear' | 'openByYear' | 'refreshByYear' }[] = [
  { kind: 'agreed', label: 'Needs that are agreed', of: 'agreedByYear' },
  { kind: 'open', label: 'Needs not decided, as recommended', of: 'openByYear' },
  { kind: 'refresh', label: 'Replacements in the plan already', of: 'refreshByYear' },
];

function CountRow({ road, standing }: { readonly road: Road; readonly standing: AnswerStanding }) {
  return (
    <tr>
      <th scope="row">{ANSWER_STANDING_WORDS[standing]}</th>
      <td className="num"><WhyFigure title={`Why ${formatCount(road.today[standing])} ${startLower(ANSWER_STANDING_WORDS[standing])} today?`} why={() => whyCount(road, standing, -1)}>{formatCount(road.today[standing])}</WhyFigure></td>
      {road.years.map(({ label, counts }, year) => (
        <td key={label} className={`num${road.deadline?.yearIndex === year ? ' due' : ''}`}>
          <WhyFigure title={`Why ${formatCount(counts[standing])} ${startLower(ANSWER_STANDING_WORDS[standing])} at the end of ${label}?`} why={() => whyCount(road, standing, year)}>{formatCount(counts[standing])}</WhyFigure>
        </td>
      ))}
      <td className="num q2">–</td>
    </tr>
  );
}

function CostRow({ road, kind, label, of }: { readonly road: Road } & (typeof COSTS)[number]) {
  const byYear = road.cost[of];
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="num q2">–</td>
      {road.years.map((year, at) => (
        <td key={year.label} className={`num${road.deadline?.yearIndex === at ? ' due' : ''}`}>
          {(byYear[at] ?? 0) === 0 ? '–' : <WhyFigure title={`Why ${formatPounds(byYear[at] ?? 0)} in ${year.label}?`} why={() => whyRoadCost(road, kind, at)}>{formatPounds(byYear[at] ?? 0, { symbol: false })}</WhyFigure>}
        </td>
      ))}
      <td className="num"><b>{sumOf(byYear) === 0 ? '–' : formatPounds(sumOf(byYear), { symbol: false })}</b></td>
    </tr>
  );
}

/** The core requirements at the end of each year, over what closing their gaps costs in it. */
export function RoadLedger({ road }: { readonly road: Road }) {
  return (
    <Scrolled className="standards-scroll" label="Counts and costs by year">
      <table className="l road">
        <thead>
          <tr>
            <th scope="col">Core requirements, at the end of</th><th scope="col" className="num">Today</th>
            {road.years.map(({ label }, at) => (
              <th key={label} scope="col" className={`num${road.deadline?.yearIndex === at ? ' due' : ''}`}>{label}{road.deadline?.yearIndex === at && <small>due {formatDate(road.deadline.day)}</small>}</th>
            ))}
            <th scope="col" className="num">All years</th>
          </tr>
        </thead>
        <tbody>{COUNTED.map((standing) => <CountRow key={standing} road={road} standing={standing} />)}</tbody>
        <tbody>
          <tr className="group"><th scope="rowgroup" colSpan={road.years.length + 3}>What closing the gaps costs, £ net</th></tr>
          {COSTS.map((cost) => <CostRow key={cost.kind} road={road} {...cost} />)}
        </tbody>
      </table>
    </Scrolled>
  );
}

const penceOf = ({ needs, refresh }: RoadRow): number => sumOf(needs.map(({ figures }) => figures?.totalPence ?? 0)) + (refresh?.pence ?? 0);

type GapsProps = { readonly road: Road; readonly openId: number | null; readonly onOpen?: (id: number) => void };

/** Each gap of the core standards, and what is no gap yet: what closes it, when, and what that costs. */
export function GapsTable({ road, openId, onOpen }: GapsProps) {
  const { go } = useNavigation();
  const { editable } = usePlan();
  const coming = road.rows.filter((row) => row.opensIn !== null && !road.gaps.includes(row));
  if (road.gaps.length + coming.length === 0) return null;
  const name = ({ answered: { requirement } }: RoadRow) => (onOpen === undefined ? `${requirement.ref} ${requirement.requirement}`
    : <button type="button" className="row-open" aria-expanded={requirement.id === openId} onClick={() => onOpen(requirement.id)}><b>{requirement.ref}</b> {requirement.requirement}</button>);
  return (
    <table className="l gaps">
      <thead><tr><th scope="col">Gap</th><th scope="col">Now</th><th scope="col">What closes it</th><th scope="col" className="num">£, all years</th><th scope="col"><span className="vh">What to do</span></th></tr></thead>
      <tbody>
        {[...road.gaps, ...coming].map((row) => (
          <tr key={row.answered.requirement.id} className={row.answered.requirement.id === openId ? 'open' : undefined}>
            <th scope="row">{name(row)}</th>
            <td><StandingWord standing={row.answered.standing} /></td>
            <td>{coming.includes(row) ? `A gap from ${road.years[row.opensIn ?? 0]?.label ?? ''}. ${row.opensBecause ?? ''}` : <>{closingWords(row, road.years)}{urgencyWords(row) !== null && <> <Tag tone="over">{urgencyWords(row)}</Tag></>}</>}</td>
            <td className="num">{penceOf(row) === 0 ? '–' : formatPounds(penceOf(row), { symbol: false })}</td>
            <td className="act">{editable && row.needs.length === 0 && <Button variant="link" small aria-label={`Make a need of ${row.answered.requirement.ref}`} onClick={() => go('needs', { add: { standardId: row.answered.requirement.id } })}>Make a need</Button>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is in the way of knowing the whole cost. */
export function NotCosted({ road: { cost } }: { readonly road: Road }) {
  const parts = [
    cost.withoutPlan.length === 0 ? '' : `Not costed yet: what would close ${listOf(cost.withoutPlan.map(({ answered }) => answered.requirement.ref))}.`,
    cost.notCosted.length === 0 ? '' : `Needs without an option or a price: ${listOf(cost.notCosted.map(({ need }) => need.name))}.`,
  ].filter((text) => text !== '');
  return parts.length === 0 ? null : <p className="q2">{parts.join(' ')}</p>;
}

export function RoadSection({ road, openId, onOpen }: Required<GapsProps>) {
  if (road.rows.length === 0) return null;
  return (
    <Section title={road.deadline === null ? 'The core standards ahead' : `On the way to ${Number(road.deadline.day.slice(0, 4)) + 1}`} aside="If what is agreed and planned comes about">
      <p className="road-say">{roadSentence(road).parts.map((part, at) => (part.strong === true ? <strong key={at}>{part.text}</strong> : part.text))}</p>
      <RoadLedger road={road} />
      <GapsTable road={road} openId={openId} onOpen={onOpen} />
      <NotCosted road={road} />
      <p className="q2">{roadNote(road)}</p>
    </Section>
  );
}
