import { createContext, useContext } from 'react';
import type { Coverage } from '../../planning/analysis/coverage/coverage.ts';

/** A place of the matrix: a need by its number in the file, a heading or the foot; and which of its cells. */
export type CellName = `${number | 'head' | 'foot'}:${number | 'name' | 'cost' | 'state'}`;

/** What the cells of the matrix share. */
export type MatrixState = {
  readonly coverage: Coverage;
  /** The one figure whose reasons are open. */
  readonly asked: CellName | null;
  readonly setAsked: (name: CellName | null) => void;
  /** Ties a need to an objective, changes how, or unties it; null where nothing can be changed. */
  readonly tie: ((needId: number, column: number) => void) | null;
  readonly onSelect: (needId: number) => void;
};

const MatrixContext = createContext<MatrixState | null>(null);
export const MatrixProvider = MatrixContext;

export function useMatrix(): MatrixState {
  const state = useContext(MatrixContext);
  if (state === null) throw new Error('A cell of the matrix stands in the matrix.');
  return state;
}
