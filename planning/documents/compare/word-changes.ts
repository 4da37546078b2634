/*
 * What became of a text: the pieces that stayed, those that went and those that came, in reading order. The longest run of
 * pieces that both have stays; the rest is what was changed.
 */

export type Changed<Piece> = { readonly kind: 'same' | 'removed' | 'added'; readonly piece: Piece };

/** Above this many pairs of pieces what stands between the first and the last difference counts as written anew: nobody reads so long a comparison, and it would keep them waiting. */
const MOST_PAIRS = 4_000_000;

/** The pieces of both in one list: what only `before` has is removed, what only `after` has is added. */
export function changesOf<Piece>(before: readonly Piece[], after: readonly Piece[], alike: (a: Piece, b: Piece) => boolean = Object.is): Changed<Piece>[] {
  const start = countWhile(Math.min(before.length, after.length), (at) => alike(before[at] as Piece, after[at] as Piece));
  const end = countWhile(Math.min(before.length, after.length) - start, (at) => alike(before.at(-1 - at) as Piece, after.at(-1 - at) as Piece));
  const [gone, come] = [before.slice(start, before.length - end), after.slice(start, after.length - end)];
  return [
    ...after.slice(0, start).map((piece) => ({ kind: 'same' as const, piece })),
    ...between(gone, come, alike),
    ...after.slice(after.length - end).map((piece) => ({ kind: 'same' as const, piece })),
  ];
}

function countWhile(most: number, holds: (at: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count += 1;
  return count;
}

function between<Piece>(before: readonly Piece[], after: readonly Piece[], alike: (a: Piece, b: Piece) => boolean): Changed<Piece>[] {
  const all = (pieces: readonly Piece[], kind: 'removed' | 'added'): Changed<Piece>[] => pieces.map((piece) => ({ kind, piece }));
  if (before.length * after.length > MOST_PAIRS) return [...all(before, 'removed'), ...all(after, 'added')];
  const longest = longestFrom(before, after, alike);
  const width = after.length + 1;
  const changes: Changed<Piece>[] = [];
  let [at, to] = [0, 0];
  while (at < before.length && to < after.length) {
    const [was, is] = [before[at] as Piece, after[to] as Piece];
    if (alike(was, is)) {
      changes.push({ kind: 'same', piece: is });
      [at, to] = [at + 1, to + 1];
    } else if ((longest[(at + 1) * width + to] ?? 0) >= (longest[at * width + to + 1] ?? 0)) {
      changes.push({ kind: 'removed', piece: was });
      at += 1;
    } else {
      changes.push({ kind: 'added', piece: is });
      to += 1;
    }
  }
  return [...changes, ...all(before.slice(at), 'removed'), ...all(after.slice(to), 'added')];
}

/** For each place in both, how many pieces from there on can stay. */
function longestFrom<Piece>(before: readonly Piece[], after: readonly Piece[], alike: (a: Piece, b: Piece) => boolean): Uint32Array {
  const width = after.length + 1;
  const longest = new Uint32Array((before.length + 1) * width);
  for (let at = before.length - 1; at >= 0; at--) {
    for (let to = after.length - 1; to >= 0; to--) {
      longest[at * width + to] = alike(before[at] as Piece, after[to] as Piece)
        ? (longest[(at + 1) * width + to + 1] ?? 0) + 1
        : Math.max(longest[(at + 1) * width + to] ?? 0, longest[at * width + to + 1] ?? 0);
    }
  }
  return longest;
}

export type WordRun = { readonly kind: Changed<string>['kind']; readonly text: string };

/** Words with the spaces after them, so that they join again as they stood. */
const wordsOf = (text: string): string[] => text.match(/\S+\s*/gu) ?? [];

/** What became of a passage word by word; neighbours of one kind are one run. Of spaces nothing is said. */
export function wordRuns(before: string, after: string): WordRun[] {
  const runs: { kind: WordRun['kind']; text: string }[] = [];
  for (const { kind, piece } of changesOf(wordsOf(before), wordsOf(after), (a, b) => a.trimEnd() === b.trimEnd())) {
    const last = runs.at(-1);
    if (last?.kind === kind) last.text += piece;
    else runs.push({ kind, text: piece });
  }
  return runs;
}
