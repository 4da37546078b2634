import type { Fund } from '../../planning/budget/fund.ts';

/** The plan's funds as the choices of a field, after one for none: `unsaid` is what that is called there. */
export const fundOptions = (funds: readonly Fund[], unsaid: string): readonly { readonly value: string; readonly label: string }[] =>
  [{ value: '', label: unsaid }, ...funds.map(({ key, name }) => ({ value: key, label: name }))];
