import { useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { DOCUMENT_READER_WORDS, DOCUMENT_READERS, type DocumentKind } from '../../planning/documents/kinds.ts';
import { isMade } from '../../planning/analysis/decisions/log.ts';
import { decisionRef } from '../../planning/analysis/needs/refs.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { DateField } from '../parts/date-field.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import type { Opened, ShownDocument } from './open-document.ts';

type Settings = ShownDocument['settings'];

/** For which meeting it is written, and on which day that is: kept when the field is left. */
function MeetingFields({ kind, settings: { heldFor, heldOn } }: { readonly kind: DocumentKind; readonly settings: Settings }) {
  const run = useCommand();
  const [name, setName] = useState(heldFor ?? '');
  const [day, setDay] = useState(heldOn === null ? '' : formatDate(heldOn));
  const reading = readDate(day);
  const keepName = (): void => {
    const typed = name.trim() === '' ? null : name.trim();
    if (typed !== heldFor) void run('document.settle', { kind, heldFor: typed });
  };
  const keepDay = (): void => {
    if (reading.ok && reading.value !== heldOn) void run('document.settle', { kind, heldOn: reading.value });
  };
  return (
    <>
      <TextField label="For the meeting of" maxLength={120} placeholder="like the Finance committee" value={name} onChange={({ target }) => setName(target.value)} onBlur={keepName} />
      <DateField label="On" text={day} problem={reading.ok ? null : reading.message} onText={setDay} onLeave={keepDay} />
    </>
  );
}

/** Which decision a reply is about, the newest first. */
function DecisionField({ opened, onOpen }: { readonly opened: Opened; readonly onOpen: (opened: Opened) => void }) {
  const { snapshot: { analysis } } = usePlan();
  const made = analysis.decisions.filter(isMade).toSorted((a, b) => b.number - a.number);
  if (made.length === 0) return null;
  return (
    <SelectField
      label="Decision it is about" value={String(opened.decisionId ?? made[0]?.id ?? '')} options={made.map(({ id, number, title }) => ({ value: String(id), label: `${decisionRef(number)} ${title}` }))}
      onChange={({ target }) => onOpen({ ...opened, decisionId: Number(target.value) })}
    />
  );
}

type AboutDocumentProps = { readonly opened: Opened; readonly shown: ShownDocument; readonly onOpen: (opened: Opened) => void };

/** Of which figures the document is, for whom, and for which meeting. */
export function AboutDocument({ opened, shown: { settings }, onOpen }: AboutDocumentProps) {
  const { facts: { scenarios }, scenario, setScenario, writable, trying } = usePlan();
  const run = useCommand();
  const { kind } = opened;
  return (
    <section className="doc-about" aria-labelledby="doc-about">
      <h2 id="doc-about">This document</h2>
      <SelectField label="Scenario" value={String(scenario.id)} options={scenarios.map(({ id, name }) => ({ value: String(id), label: name }))} onChange={({ target }) => setScenario(Number(target.value))} />
      {trying && <p className="hint">Documents are made of what is kept: the what-if is not in them.</p>}
      {kind === 'reply' && <DecisionField opened={opened} onOpen={onOpen} />}
      <fieldset disabled={!writable}>
        <legend className="vh">Reader and meeting</legend>
        <SelectField
          label="Reader" value={settings.reader} options={DOCUMENT_READERS.map((reader) => ({ value: reader, label: DOCUMENT_READER_WORDS[reader] }))}
          onChange={({ target }) => void run('document.settle', { kind, reader: DOCUMENT_READERS.find((reader) => reader === target.value) ?? settings.reader })}
        />
        {/* Typed anew where undo, or another window, has changed what is kept. */}
        <MeetingFields key={`${kind} ${settings.heldFor ?? ''} ${settings.heldOn ?? ''}`} kind={kind} settings={settings} />
      </fieldset>
    </section>
  );
}
