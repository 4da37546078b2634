import { useState } from 'react';

/**
 * What somebody chose or typed, shown at once, until what is kept changes: because it was kept, by undo, in another window.
 * What is kept is a text, a number, a yes or no: compared by value.
 */
export function useFollowing<Value extends string | number | boolean>(kept: Value): readonly [Value, (value: Value) => void] {
  const [state, setState] = useState({ kept, shown: kept });
  if (state.kept !== kept) setState({ kept, shown: kept });
  return [state.kept === kept ? state.shown : kept, (shown) => setState({ kept, shown })];
}
