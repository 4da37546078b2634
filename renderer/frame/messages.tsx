import { Check, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatCount } from '../../planning/money.ts';
import { useCommand, useCommandsTogether, useMessages } from '../lib/commands.tsx';
import type { Message } from '../lib/commands.tsx';
import { useOpenPlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { moneyEffect } from './money-effect.ts';

const STAYS_MS = 10_000;

/** Counts to ten seconds, and stands still while `held`. */
function useGoAway(held: boolean, goAway: () => void): void {
  useEffect(() => {
    if (held) return;
    const timer = window.setTimeout(goAway, STAYS_MS);
    return () => window.clearTimeout(timer);
  }, [held, goAway]);
}

type Done = Extract<Message, { kind: 'done' }>;
const BACK_WORDS = { undo: { word: 'Undo', keys: 'Ctrl Z' }, redo: { word: 'Redo', keys: 'Ctrl Y' } } as const;

function DoneBar({ message }: { readonly message: Done }) {
  const { dismiss } = useMessages();
  const run = useCommand();
  const together = useCommandsTogether();
  const open = useOpenPlan();
  const [held, setHeld] = useState(false);
  useGoAway(held, dismiss);
  const effect = message.back === null || open === null ? '' : moneyEffect(open.previousForecast, open.savedForecast);
  const back = message.back === null ? null : BACK_WORDS[message.back];
  const takeBack = async (): Promise<void> => {
    const [name, other] = message.back === 'redo' ? ['plan.redo', 'undo'] as const : ['plan.undo', 'redo'] as const;
    if (message.steps === 1) {
      await run(name, {});
      return;
    }
    await together(async (send) => {
      for (let step = 0; step < message.steps; step += 1) if (!await send(name, {})) return;
    }, (changes) => `${formatCount(changes)} changes ${name === 'plan.undo' ? 'undone' : 'done again'}`, other);
  };
  return (
    <div
      className="undo-bar" onPointerEnter={() => setHeld(true)} onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)} onBlur={() => setHeld(false)}
    >
      <Check aria-hidden="true" />
      <span className="txt">{message.text.replace(/[.]$/, '')}.{effect === '' ? '' : ` ${effect}`}</span>
      {back !== null && <><Button variant="link" onClick={() => void takeBack()}>{back.word}</Button><kbd>{back.keys}</kbd></>}
      <IconButton label="Close" small onClick={dismiss}><X aria-hidden="true" /></IconButton>
    </div>
  );
}

function RefusedNote({ text }: { readonly text: string }) {
  const { dismiss } = useMessages();
  return (
    <Note
      tone="over" role="alert"
      actions={<IconButton label="Close" small onClick={dismiss}><X aria-hidden="true" /></IconButton>}
    >
      {text}
    </Note>
  );
}

/** The bar that names what just happened and takes it back, and the note that says what could not be done. */
export function Messages() {
  const { message } = useMessages();
  return (
    <div className="messages">
      <div role="status">{message?.kind === 'done' && <DoneBar key={message.id} message={message} />}</div>
      {message?.kind === 'refused' && <RefusedNote key={message.id} text={message.text} />}
    </div>
  );
}
