import { Modal } from '@mantine/core';
import { ArrowDown, ArrowUp, Search } from 'lucide-react';
import { Fragment, useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useChoices } from './choices.ts';
import type { Choice } from './choices.ts';

type PaletteProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onShortcuts: () => void;
  readonly onAbout: () => void;
};

type OptionProps = { readonly choice: Choice; readonly id: string; readonly on: boolean; readonly onPoint: () => void; readonly onPick: () => void };

function Option({ choice, id, on, onPoint, onPick }: OptionProps) {
  const Icon = choice.icon;
  return (
    <li id={id} role="option" aria-selected={on} className={on ? 'choice on' : 'choice'} onPointerMove={onPoint} onClick={onPick}>
      <Icon aria-hidden="true" /><span className="name">{choice.text}</span>
      {choice.hint !== undefined && <span className="hint">{choice.hint}</span>}
      {on && <kbd aria-hidden="true">Enter</kbd>}
    </li>
  );
}

function PaletteList({ onClose, onShortcuts, onAbout }: Omit<PaletteProps, 'opened'>) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const listId = useId();
  const list = useRef<HTMLUListElement>(null);
  const choices = useChoices(typed, { onShortcuts, onAbout });
  const current = Math.min(at, choices.length - 1);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [current, choices]);
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
      <ul className="palette-list" id={listId} role="listbox" aria-label="What was found" ref={list}>
        {choices.map((choice, index) => (
          <Fragment key={`${choice.group} ${choice.text} ${choice.hint ?? ''} ${index}`}>
            {choice.group !== choices[index - 1]?.group && <li className="group" role="presentation">{choice.group}</li>}
            <Option
              choice={choice} id={`${listId}-${index}`} on={index === current}
              onPoint={() => setAt(index)} onPick={() => pick(choice)}
            />
          </Fragment>
        ))}
      </ul>
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
export function Palette({ opened, onClose, onShortcuts, onAbout }: PaletteProps) {
  return (
    <Modal.Root
      opened={opened} onClose={onClose} size={640} yOffset="10.5vh" padding={0} lockScroll={false}
      transitionProps={{ duration: 80, transition: 'fade' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Search">
        <Modal.Body className="palette">
          <PaletteList onClose={onClose} onShortcuts={onShortcuts} onAbout={onAbout} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
