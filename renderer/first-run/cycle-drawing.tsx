type StageProps = { readonly x: number; readonly y: number; readonly name: string; readonly what: readonly [string, string] };

const Stage = ({ x, y, name, what: [first, second] }: StageProps) => (
  <g textAnchor="middle">
    <text className="stage-name" x={x} y={y}>{name}</text>
    <text className="stage-what" x={x} y={y + 23}>{first}</text>
    <text className="stage-what" x={x} y={y + 40}>{second}</text>
  </g>
);

/** The planning cycle, for somebody who sees Kitplan for the first time: the rail is the same line. */
export function CycleDrawing() {
  return (
    <aside className="cycle-drawing" aria-label="The planning cycle">
      <figure>
        <svg
          viewBox="0 0 410 300" role="img"
          aria-label="Plan: what you need, when it falls due, what it costs and who pays. Then Deliver: changes, services, and who is told what, and when. Then Review: feedback, pilots, and what to change next time. Then Plan again."
        >
          <g fill="none" stroke="var(--accent)" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
            <path d="M312 67C336 92 346 124 342 163M334 155l8 9 7-10" />
            <path d="M277 273C232 302 182 301 130 273M142 275l-13-2 4 12" />
            <path d="M62 163C60 124 68 92 91 66M80 70l12-5-1 13" />
          </g>
          <Stage x={203} y={24} name="Plan" what={['What you need, when it falls due,', 'what it costs and who pays']} />
          <Stage x={318} y={194} name="Deliver" what={['Changes, services, and', 'who is told what, and when']} />
          <Stage x={88} y={194} name="Review" what={['Feedback, pilots, and', 'what to change next time']} />
          <g textAnchor="middle">
            <text className="between" x={203} y={140}>one plan,</text>
            <text className="between" x={203} y={160}>round again each year</text>
          </g>
        </svg>
        <figcaption>Kitplan follows this cycle. The list on the left is the same cycle: start at Plan, and Review brings you back.</figcaption>
      </figure>
    </aside>
  );
}
