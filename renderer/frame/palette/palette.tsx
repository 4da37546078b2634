import { Modal } from '@mantine/core';
import { ArrowDown, ArrowUp, Search } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useChoices } from './choices.ts';
import type { Choice } from './choices.ts';

/** In the order in which the choices come. */
const GROUPS = ['Do', 'Go to', 'Kit'] as const satisfies readonly Choice['group'][];

type PaletteProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
  readonly onAbout: () => void;
  readonly onSchool: () => void;
};

type OptionProps = { readonly choice: Choice; readonly id: string; readonly on: boolean; readonly onPoint: () => void; readonly onPick: () => void };

function Option({ choice, id, on, onPoint, onPick }: OptionProps) {
  const Icon = choice.icon;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (on) button.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  return (
    <button
      ref={button} type="button" id={id} role="option" aria-selected={on} tabIndex={-1} className={on ? 'choice on' : 'choice'}
      onPointerMove={onPoint} onClick={onPick}
    >
      <Icon aria-hidden="true" /><span className="name">{choice.text}</span>
      {choice.hint !== undefined && <span className="hint">{choice.hint}</span>}
      {on && <kbd aria-hidden="true">Enter</kbd>}
    </button>
  );
}

function PaletteList({ onClose, onShortcuts, onAbout, onSchool }: Omit<PaletteProps, 'opened'>) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const choices = useChoices(typed, { onShortcuts, onAbout, onSchool });
  const current = Math.min(at, choices.length - 1);
  const pick = (choice: Choice | undefined): void => {
    if (choice === undefined) return;
    onClose();
    choice.run();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setAt((current + step + choices.length) % Math.max(choices.length, 1));
    else if (event.key === 'Enter') pick(choices[current]);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="palette-box">
        <Search aria-hidden="true" />
        <input
          type="text" role="combobox" aria-label="Search, jump or do" aria-expanded="true" aria-controls={listId} aria-autocomplete="list"
          aria-activedescendant={current >= 0 ? `${listId}-${current}` : undefined} placeholder="Search or jump to" data-autofocus
          value={typed} onKeyDown={onKeyDown}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
          }}
        />
        <kbd>Esc</kbd>
      </div>
      <div className="palette-list" id={listId} role="listbox" aria-label="What was found">
        {GROUPS.filter((group) => choices.some((choice) => choice.group === group)).map((group) => (
          <div key={group} role="group" aria-label={group}>
            <p className="group" aria-hidden="true">{group}</p>
            {choices.map((choice, index) => (choice.group !== group ? null : (
              <Option
                key={`${choice.text} ${choice.hint ?? ''} ${index}`} choice={choice} id={`${listId}-${index}`} on={index === current}
                onPoint={() => setAt(index)} onPick={() => pick(choice)}
              />
            )))}
          </div>
        ))}
      </div>
      <p className={choices.length === 0 ? 'palette-none' : 'vh'} role="status">
        {choices.length === 0 ? `Nothing is called “${typed.trim()}”.` : `${choices.length} found`}
      </p>
      <div className="palette-foot">
        <span><kbd><ArrowUp className="lucide s" aria-label="Up" /></kbd> <kbd><ArrowDown className="lucide s" aria-label="Down" /></kbd> choose</span>
        <span><kbd>Enter</kbd> open</span>
        <span className="last"><kbd>F1</kbd> all shortcuts</span>
      </div>
    </>
  );
}

/** Ctrl+K: one box for pages, kit and everything that can be done. */
export function Palette({ opened, onClose, onShortcuts, onAbout, onSchool }: PaletteProps) {
  return (
    <Modal.Root
      opened={opened} onClose={onClose} size={640} yOffset="10.5vh" padding={0} lockScroll={false}
      // At once: the next key typed belongs to it.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Search">
        <Modal.Body className="palette">
          <PaletteList onClose={onClose} onShortcuts={onShortcuts} onAbout={onAbout} onSchool={onSchool} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
