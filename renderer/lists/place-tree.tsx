import { ChevronDown, ChevronRight } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { formatCount, formatPounds } from '../../planning/money.ts';
import type { Belongings } from '../../planning/register/lists.ts';
import { LOCATION_KIND_WORDS } from '../../planning/vocabulary.ts';
import { treeMove } from './place-lines.ts';
import type { PlaceLine } from './place-lines.ts';

/** What kit in a place costs in the plan; never £0 where no price is known. */
export const plannedWords = ({ plannedPence, unpriced }: Belongings): string =>
  (plannedPence > 0 ? formatPounds(plannedPence) : unpriced > 0 ? 'no price' : '–');

type PlaceTreeProps = {
  readonly lines: readonly PlaceLine[];
  readonly of: (id: number) => Belongings;
  readonly currentId: number | null;
  readonly onCurrent: (id: number) => void;
  readonly onOpen: (id: number, open: boolean) => void;
  /** Enter: to the form of the place. */
  readonly onEnter: () => void;
};

/** Sites, buildings and rooms as a tree with one stop of the Tab key; arrows walk, open and close it. */
export function PlaceTree({ lines, of, currentId, onCurrent, onOpen, onEnter }: PlaceTreeProps) {
  const tree = useRef<HTMLDivElement>(null);
  const walked = useRef(false);
  const at = Math.max(0, lines.findIndex(({ place }) => place.id === currentId));
  useEffect(() => {
    if (walked.current) tree.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
    walked.current = false;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const line = lines[at];
    if (line === undefined) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
      return;
    }
    const move = treeMove(lines, at, event.key);
    if (move === null) return;
    event.preventDefault();
    walked.current = true;
    if ('open' in move) onOpen(line.place.id, move.open);
    else onCurrent(lines[move.to]?.place.id ?? line.place.id);
  };
  return (
    <div className="place-tree">
      <div className="place-head" aria-hidden="true"><span>Place</span><span className="num">Items</span><span className="num">In the plan</span></div>
      <div ref={tree} role="tree" aria-label="Places">
        {lines.map(({ place, level, opens, open, of: size, at: number }, index) => (
          <div
            key={place.id} role="treeitem" tabIndex={index === at ? 0 : -1} aria-level={level} aria-setsize={size} aria-posinset={number}
            aria-selected={place.id === currentId} {...(opens ? { 'aria-expanded': open } : {})} className="place-line"
            onClick={() => onCurrent(place.id)} onFocus={() => onCurrent(place.id)} onKeyDown={onKeyDown}
          >
            <span className="place-name" style={{ paddingLeft: (level - 1) * 18 }}>
              {opens ? (
                <button
                  type="button" tabIndex={-1} className="place-opener" aria-hidden="true"
                  onClick={(event) => { event.stopPropagation(); onOpen(place.id, !open); }}
                >
                  {open ? <ChevronDown /> : <ChevronRight />}
                </button>
              ) : <span className="place-opener" />}
              {place.name}<span className="vh">, </span>
              <span className={place.kind === 'room' ? 'vh' : 'q2'}>{LOCATION_KIND_WORDS[place.kind].toLowerCase()}</span><span className="vh">, </span>
            </span>
            <span className="num">{formatCount(of(place.id).items)}<span className="vh"> {of(place.id).items === 1 ? 'item' : 'items'}, </span></span>
            <span className="num">{plannedWords(of(place.id))}<span className="vh"> in the plan</span></span>
          </div>
        ))}
      </div>
    </div>
  );
}
