import type { DocumentSection } from '../../../planning/documents/model.ts';
import { fill, piecesOf, type Piece, type Placed } from './flow.ts';
import { PLACES, SMALLEST } from './slide-look.ts';

/** One slide: a section has more than one only where the school's own words need the room. */
export type Slide = { readonly title: string; readonly placed: readonly Placed[]; readonly notes: readonly string[] };

const SCALES = [1, 0.95, 0.9, 0.85, 0.8, 0.75, SMALLEST];
/** Where there is little to say, it is said larger. */
const LARGER = [1.25, 1.15, 1.08];

type Column = { readonly x: number; readonly w: number };
const WHOLE: Column = { x: PLACES.left, w: PLACES.width };
const PICTURE: Column = { x: PLACES.left, w: PLACES.width * PLACES.pictureShare - PLACES.gutter / 2 };
const BESIDE: Column = { x: PICTURE.x + PICTURE.w + PLACES.gutter, w: PLACES.width - PICTURE.w - PLACES.gutter };

/** As large as all of it fits; where it does not even at the smallest, the rest goes on. */
function column(pieces: readonly Piece[], within: Column): { readonly placed: readonly Placed[]; readonly rest: readonly Piece[] } {
  const whole = (within === WHOLE && pieces.every(({ kind }) => kind !== 'figure') ? [...LARGER, ...SCALES] : SCALES).map((scale) => fill(pieces, within, scale)).find(({ rest }) => rest.length === 0);
  return whole ?? fill(pieces, within, SMALLEST);
}

/** A picture stands at the left and what is said about it at the right; without a picture, one column takes the whole width. */
export function slidesOf({ title, blocks, notes }: DocumentSection): readonly Slide[] {
  const pieces = blocks.flatMap(piecesOf);
  const pictures = pieces.filter(({ kind }) => kind === 'figure');
  const said = pieces.filter(({ kind }) => kind !== 'figure');
  const beside = pictures.length > 0 && said.length > 0;
  const left = column(beside ? pictures : pieces, beside ? PICTURE : WHOLE);
  const right = beside ? column(said, BESIDE) : { placed: [], rest: [] };
  return [{ title, placed: [...left.placed, ...right.placed], notes }, ...continued(title, [...left.rest, ...right.rest])];
}

function continued(title: string, pieces: readonly Piece[]): readonly Slide[] {
  if (pieces.length === 0) return [];
  const { placed, rest } = column(pieces, WHOLE);
  return [{ title: `${title} (continued)`, placed, notes: [] }, ...continued(title, rest)];
}
