import { PencilLine } from 'lucide-react';
import { useRef, useState } from 'react';
import type { DocumentKind } from '../../planning/documents/kinds.ts';
import { useCommand } from '../lib/commands.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button, IconButton } from '../parts/button.tsx';
import { AreaField, Check } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import type { ShownDocument } from './open-document.ts';
import { useFollowing } from './use-following.ts';

type Choice = ShownDocument['sections'][number];

type OwnWordsProps = { readonly title: string; readonly words: string | null; readonly onKeep: (words: string | null) => void; readonly onClose: () => void };

/** The school's own words of a section: kept when the field is left, as they were with Esc. */
function OwnWords({ title, words, onKeep, onClose }: OwnWordsProps) {
  const [typed, setTyped] = useState(words ?? '');
  const given = useRef(false);
  const keep = (): void => {
    const said = typed.trim() === '' ? null : typed.trim();
    if (!given.current && said !== words) onKeep(said);
  };
  return (
    <div className="doc-own">
      <AreaField
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it opens because somebody is about to write
        autoFocus rows={5} maxLength={20_000} label={`Your own words in “${title}”`} value={typed}
        hint="They follow what Kitplan writes, and stay whenever the document is made again. An empty line starts a paragraph."
        onChange={({ target }) => setTyped(target.value)} onBlur={keep}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          given.current = true;
          onClose();
        }}
      />
      <Button small onClick={onClose}>Done</Button>
    </div>
  );
}

type RowProps = {
  readonly kind: DocumentKind; readonly choice: Choice; readonly number: string | null; readonly alone: boolean;
  readonly writing: boolean; readonly onWrite: (writing: boolean) => void; readonly onGo: (() => void) | null;
};

function Row({ kind, choice: { section, title, included, words }, number, alone, writing, onWrite, onGo }: RowProps) {
  const { writable } = usePlan();
  const run = useCommand();
  const [on, setOn] = useFollowing(included);
  const pen = useRef<HTMLButtonElement>(null);
  const turn = async (wanted: boolean): Promise<void> => {
    setOn(wanted);
    if (await run('document.section', { kind, section, included: wanted }) === null) setOn(included);
  };
  const close = (): void => {
    onWrite(false);
    window.setTimeout(() => pen.current?.focus());
  };
  const name = number === null ? title : `${number} ${title}`;
  return (
    <li>
      <div className="doc-section">
        <Check checked={on} disabled={!writable || (included && alone)} onChange={({ target }) => void turn(target.checked)}>{name}</Check>
        {included && onGo !== null && <Button variant="link" small onClick={onGo}>Show<span className="vh"> {title}</span></Button>}
        {writable && (
          <IconButton ref={pen} small className={words === null ? 'doc-pen' : 'doc-pen written'} label={words === null ? `Write your own words in “${title}”` : `Change your own words in “${title}”`} aria-expanded={writing} onClick={() => onWrite(!writing)}>
            <PencilLine aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {words !== null && !writing && <p className="doc-said">{words}</p>}
      {writing && <OwnWords title={title} words={words} onKeep={(said) => void run('document.section', { kind, section, words: said })} onClose={close} />}
    </li>
  );
}

type SectionsPartProps = { readonly kind: DocumentKind; readonly shown: ShownDocument; /** Turns the preview to a section; null where it stands on no page. */ readonly goTo: (section: string) => (() => void) | null };

/** Which sections the document has, and what the school says in each. */
export function SectionsPart({ kind, shown: { sections, model }, goTo }: SectionsPartProps) {
  const [writing, setWriting] = useState<string | null>(null);
  const numberOf = (key: string): string | null => model.sections.find((section) => section.key === key)?.number ?? null;
  const on = sections.filter(({ included }) => included).length;
  if (sections.length === 0) return null;
  return (
    <Section title="Sections">
      <ul className="doc-sections">
        {sections.map((choice) => (
          <Row
            key={`${kind} ${choice.section}`} kind={kind} choice={choice} number={numberOf(choice.section)} alone={on === 1}
            writing={writing === `${kind} ${choice.section}`} onWrite={(on) => setWriting(on ? `${kind} ${choice.section}` : null)} onGo={goTo(choice.section)}
          />
        ))}
      </ul>
    </Section>
  );
}
