import { useId } from 'react';
import { layOutLife, LABEL_LINE } from './life-line.ts';
import type { LifeLine, LifeLink, LifeMarkKind, LifeStory } from './life-line.ts';

/** Across, in px: the years, the bar, and where the words begin. */
const YEAR_END = 32;
const BAR = { left: 58, width: 10, middle: 63 };
const WORDS = 96;

type Span = LifeLine['spans'][number];

function SpanBar({ span: { kind, from, to }, hatch }: { readonly span: Span; readonly hatch: (kind: 'uncovered' | 'overdue') => string }) {
  const fill = kind === 'covered' ? 'var(--accent)' : kind === 'uncovered' || kind === 'overdue' ? `url(#${hatch(kind)})` : 'none';
  return <rect className={`life-span ${kind}`} x={BAR.left} width={BAR.width} y={from} height={Math.max(0, to - from)} fill={fill} />;
}

function Hatch({ id, colour }: { readonly id: string; readonly colour: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" fill="var(--sheet)" />
      <rect width="2.2" height="5" fill={colour} />
    </pattern>
  );
}

const labelMiddle = (mark: { readonly label: number }): number => mark.label + LABEL_LINE / 2;

function Mark({ kind, at, middle }: { readonly kind: LifeMarkKind; readonly at: number; readonly middle: number }) {
  const start = kind === 'today' ? BAR.left + BAR.width + 8 : BAR.middle + 6;
  const leader = `M${start} ${at} L${WORDS - 12} ${middle} H${WORDS - 4}`;
  if (kind === 'today') {
    return <g className="life-today"><path d={`M${BAR.left - 8} ${at} H${start}`} strokeWidth="2" /><path d={leader} /></g>;
  }
  return <g className="life-mark"><path d={leader} /><circle cx={BAR.middle} cy={at} r="5" /></g>;
}

/** Words with the asset they name as a button in them. */
function LinkedWords({ words, link, onOpen }: { readonly words: string; readonly link: LifeLink | null; readonly onOpen: (assetId: number) => void }) {
  const at = link === null ? -1 : words.indexOf(link.name);
  if (link === null || at < 0) return <>{words}</>;
  return (
    <>
      {words.slice(0, at)}
      <button type="button" className="link" onClick={() => onOpen(link.assetId)}>{link.name}</button>
      {words.slice(at + link.name.length)}
    </>
  );
}

type DrawingProps = { readonly story: LifeStory; /** Opens what came before or after. */ readonly onOpen: (assetId: number) => void };

/** The ruler of years with the asset's days on it. The words are a list that can be read without the drawing. */
export function LifeLineDrawing({ story, onOpen }: DrawingProps) {
  const id = useId();
  const { height, years, spans, marks, remarks } = layOutLife(story);
  const hatch = (kind: 'uncovered' | 'overdue'): string => `${id}${kind}`;
  return (
    <div className="life" style={{ height }}>
      <svg width={WORDS} height={height} aria-hidden="true">
        <defs>
          <Hatch id={hatch('uncovered')} colour="var(--accent)" />
          <Hatch id={hatch('overdue')} colour="var(--over)" />
        </defs>
        {years.map(({ year, at }) => (
          <g key={year} className="life-year">
            <text x={YEAR_END} y={at + 4} textAnchor="end">{year}</text>
            <path d={`M${YEAR_END + 5} ${at} H${BAR.left - 4}`} />
          </g>
        ))}
        {spans.map((span, at) => <SpanBar key={at} span={span} hatch={hatch} />)}
        {marks.map((mark, at) => <Mark key={at} kind={mark.kind} at={mark.at} middle={labelMiddle(mark)} />)}
      </svg>
      <ul aria-label="Life line">
        {[...marks.map((mark) => ({ ...mark, link: null, remark: false })), ...remarks.map((remark) => ({ ...remark, detail: null, kind: null, remark: true }))]
          .toSorted((left, right) => left.label - right.label)
          .map(({ words, detail, label, kind, link, remark }, at) => (
            <li key={at} style={{ top: label, left: WORDS }} className={remark ? 'q2' : kind === 'today' ? 'c-over' : undefined} title={detail === null ? words : `${words}, ${detail}`}>
              {remark ? <LinkedWords words={words} link={link} onOpen={onOpen} /> : <b>{words}</b>}
              {detail !== null && <span className="q2">{detail}</span>}
            </li>
          ))}
      </ul>
    </div>
  );
}
