import { createContext, useCallback, useContext, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import type { Answer, Contract, EntryName, Request } from '../../app/contract/contract.ts';
import { useApplication } from './application.tsx';
import { call } from './connect.ts';

/**
 * How screens act. A command changes the plan and leaves an undo bar; an action does something to the
 * application (opens another plan); `useAsk` fetches something once. A refusal becomes a note with its
 * sentence, and the caller gets null.
 */

type NamesOf<Kind extends string> = {
  [Name in EntryName]: Contract[Name]['kind'] extends Kind ? Name : never
}[EntryName];
export type CommandName = NamesOf<'command'>;
export type ActionName = NamesOf<'action'>;
export type QueryName = NamesOf<'query'>;

/** The bar that names what just happened, or the note that says what could not. */
export type Message =
  | { readonly kind: 'done'; readonly id: number; readonly text: string; readonly back: 'undo' | 'redo' | null;
    /** How many changes the button takes back: a what-if put into the plan is several. */ readonly steps: number }
  | { readonly kind: 'refused'; readonly id: number; readonly text: string };

type WithoutId<One> = One extends Message ? Omit<One, 'id'> : never;
type Tell = WithoutId<Message>;

type Commands = {
  readonly message: Message | null;
  readonly tell: (message: Tell) => void;
  readonly dismiss: () => void;
};

const CommandsContext = createContext<Commands | null>(null);

export function CommandsProvider({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState<Message | null>(null);
  const tell = useCallback((next: Tell) => setMessage((before) => ({ ...next, id: (before?.id ?? 0) + 1 })), []);
  const dismiss = useCallback(() => setMessage(null), []);
  const commands = useMemo(() => ({ message, tell, dismiss }), [message, tell, dismiss]);
  return <CommandsContext value={commands}>{children}</CommandsContext>;
}

/** What the bar at the foot of the window says just now. */
export function useMessages(): Commands {
  const commands = useContext(CommandsContext);
  if (commands === null) throw new Error('useMessages needs a CommandsProvider above it.');
  return commands;
}

/** The label of the change that a command's answer carries; null when the plan was already so. */
function labelIn(answer: unknown): string | null {
  const change: unknown = typeof answer === 'object' && answer !== null ? Reflect.get(answer, 'change') : null;
  const label: unknown = typeof change === 'object' && change !== null ? Reflect.get(change, 'label') : null;
  return typeof label === 'string' ? label : null;
}

/**
 * Sends one command under the role whose view it is, meant for the plan on this screen alone: another window may
 * have opened another one meanwhile, and then it is refused.
 */
function useSend() {
  const { application: { settings: { role }, plan } } = useApplication();
  const meant = plan?.id;
  return useCallback(
    <Name extends CommandName>(name: Name, request: Request<Name>) => call(name, { role, plan: meant, ...request }), [role, meant],
  );
}

/** What the bar says of a change: one that was taken back is not a change of its own. */
function doneWords(name: CommandName, label: string): string {
  if (name === 'plan.undo') return `Undone: ${label}`;
  return name === 'plan.redo' ? `Done again: ${label}` : label;
}

/**
 * Runs a command. On success the screens read again and the undo bar names the change; on a refusal a note says
 * why, and the screens read again where they were out of date. Answers null when refused.
 */
export function useCommand() {
  const { refresh } = useApplication();
  const { tell } = useMessages();
  const send = useSend();
  return useCallback(async <Name extends CommandName>(name: Name, request: Request<Name>): Promise<Answer<Name> | null> => {
    const result = await send(name, request);
    if (!result.ok) {
      if (result.error.code === 'conflict') await refresh();
      tell({ kind: 'refused', text: result.error.message });
      return null;
    }
    await refresh();
    const label = labelIn(result.value);
    if (label !== null) tell({ kind: 'done', text: doneWords(name, label), back: name === 'plan.undo' ? 'redo' : 'undo', steps: 1 });
    return result.value;
  }, [send, refresh, tell]);
}

/** Sends one command of several; false when it was refused, and then nothing more is sent. */
export type Send = <Name extends CommandName>(name: Name, request: Request<Name>) => Promise<boolean>;

/**
 * Several commands that are one thing to the person: the screens read again once, one bar names them, and its
 * button takes all of them back. `words` gets how many changed anything.
 */
export function useCommandsTogether() {
  const { refresh } = useApplication();
  const { tell } = useMessages();
  const sendOne = useSend();
  return useCallback(async (
    work: (send: Send) => Promise<void>, words: (changes: number) => string, back: 'undo' | 'redo' = 'undo',
  ): Promise<void> => {
    let steps = 0;
    const refusals: string[] = [];
    await work(async (name, request) => {
      if (refusals.length > 0) return false;
      const result = await sendOne(name, request);
      if (!result.ok) refusals.push(result.error.message);
      else if (labelIn(result.value) !== null) steps += 1;
      return result.ok;
    });
    await refresh();
    const [refusal] = refusals;
    if (refusal !== undefined) tell({ kind: 'refused', text: refusal });
    else if (steps > 0) tell({ kind: 'done', text: words(steps), back, steps });
  }, [sendOne, refresh, tell]);
}

/** Runs an action (open a plan, keep a setting), then reads the state again. Answers null when refused. */
export function useAction() {
  const { refresh } = useApplication();
  const { tell, dismiss } = useMessages();
  return useCallback(async <Name extends ActionName>(name: Name, request: Request<Name>): Promise<Answer<Name> | null> => {
    const result = await call(name, request);
    if (!result.ok) {
      tell({ kind: 'refused', text: result.error.message });
      return null;
    }
    dismiss();
    await refresh();
    return result.value;
  }, [refresh, tell, dismiss]);
}

/** Asks one question outside the reading of screens, such as for a workbook. Answers null when refused. */
export function useAsk() {
  const { tell } = useMessages();
  return useCallback(async <Name extends QueryName>(name: Name, request: Request<Name>): Promise<Answer<Name> | null> => {
    const result = await call(name, request);
    if (result.ok) return result.value;
    tell({ kind: 'refused', text: result.error.message });
    return null;
  }, [tell]);
}
