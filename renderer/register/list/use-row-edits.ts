import type { GridEditing, RowEdit } from '../../grid/edit.ts';
import { useCommandsTogether } from '../../lib/commands.tsx';
import type { Send } from '../../lib/commands.tsx';
import { usePlan } from '../../lib/plan.tsx';

/**
 * Changes the rows of a list that were typed or pasted into: each in a command of its own, in order, with one bar
 * for all; the first that is refused ends it. Null where the plan can only be read.
 */
export function useRowEdits<Row, Set>(
  sendOne: (send: Send, row: Row, set: Set) => Promise<boolean>, words: (changes: number, edits: readonly RowEdit<Row, Set>[]) => string,
): GridEditing<Row, Set> | null {
  const { editable } = usePlan();
  const together = useCommandsTogether();
  if (!editable) return null;
  return {
    apply: async (edits) => {
      let sent = true;
      await together(async (send) => {
        for (const { row, set } of edits) sent = sent && row !== null && await sendOne(send, row, set);
      }, (changes) => words(changes, edits));
      return sent;
    },
  };
}
