import type { SentDocument } from '../../app/contract/documents.ts';
import { formatDate } from '../../planning/calendar.ts';
import { DOCUMENT_READER_WORDS, DOCUMENT_READERS, type DocumentKind, type DocumentReader } from '../../planning/documents/kinds.ts';
import { isMade } from '../../planning/analysis/decisions/log.ts';
import { decisionRef } from '../../planning/analysis/needs/refs.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { usePlan } from '../lib/plan.tsx';
import { DateField } from '../parts/date-field.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import type { Opened, ShownDocument, Since } from './open-document.ts';
import { useFollowing } from './use-following.ts';

/** For which meeting it is written: kept when the field is left. */
function MeetingField({ kind, heldFor }: { readonly kind: DocumentKind; readonly heldFor: string | null }) {
  const run = useCommand();
  const [name, setName] = useFollowing(heldFor ?? '');
  const keep = (): void => {
    const typed = name.trim() === '' ? null : name.trim();
    if (typed !== heldFor) void run('document.settle', { kind, heldFor: typed });
  };
  return <TextField label="For the meeting of" maxLength={120} placeholder="like the Finance committee" value={name} onChange={({ target }) => setName(target.value)} onBlur={keep} />;
}

/** The day of the meeting: kept when the field is left, and stays as typed where it cannot be read. */
function DayField({ kind, heldOn }: { readonly kind: DocumentKind; readonly heldOn: IsoDate | null }) {
  const run = useCommand();
  const [day, setDay] = useFollowing(heldOn === null ? '' : formatDate(heldOn));
  const reading = readDate(day);
  const keep = (): void => {
    if (reading.ok && reading.value !== heldOn) void run('document.settle', { kind, heldOn: reading.value });
  };
  return <DateField label="On" text={day} problem={reading.ok ? null : reading.message} onText={setDay} onLeave={keep} />;
}

/** For whom it is written: the figures are the same, the words are not. */
function ReaderField({ kind, kept }: { readonly kind: DocumentKind; readonly kept: DocumentReader }) {
  const run = useCommand();
  const [reader, setReader] = useFollowing<DocumentReader>(kept);
  const choose = async (chosen: DocumentReader): Promise<void> => {
    setReader(chosen);
    if (await run('document.settle', { kind, reader: chosen }) === null) setReader(kept);
  };
  return (
    <SelectField
      label="Reader" value={reader} options={DOCUMENT_READERS.map((value) => ({ value, label: DOCUMENT_READER_WORDS[value] }))}
      onChange={({ target }) => void choose(DOCUMENT_READERS.find((value) => value === target.value) ?? kept)}
    />
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

/** From what a paper on what has changed starts: what was sent, then what was published, the newest of each first. */
function SinceField({ opened, sent, onOpen }: { readonly opened: Opened; readonly sent: readonly SentDocument[]; readonly onOpen: (opened: Opened) => void }) {
  const { facts: { scenarios } } = usePlan();
  const choices: readonly { readonly since: Since; readonly label: string }[] = [
    ...sent.map(({ id, title, number, sentOn }) => ({ since: { sinceId: id }, label: `${title}, version ${number}, ${formatDate(sentOn)}` })),
    ...scenarios.flatMap(({ id, name, published }) => (published === null ? [] : [{ id, name, at: published.publishedAt }])).toSorted((a, b) => (a.at < b.at ? 1 : -1))
      .map(({ id, name, at }) => ({ since: { sinceScenarioId: id }, label: `${name}, published ${formatDate(at.slice(0, 10))}` })),
  ];
  if (choices.length === 0) return null;
  const chosen = choices.findIndex(({ since }) => JSON.stringify(since) === JSON.stringify(opened.since));
  return (
    <SelectField
      label="What has changed since" value={String(Math.max(0, chosen))} options={choices.map(({ label }, at) => ({ value: String(at), label }))}
      onChange={({ target }) => onOpen({ ...opened, since: choices[Number(target.value)]?.since ?? null })}
    />
  );
}

type AboutDocumentProps = { readonly opened: Opened; readonly shown: ShownDocument; /** Everything that was sent, the newest first. */ readonly sent: readonly SentDocument[]; readonly onOpen: (opened: Opened) => void };

/** Of which figures the document is, for whom, and for which meeting. */
export function AboutDocument({ opened, shown: { settings }, sent, onOpen }: AboutDocumentProps) {
  const { facts: { scenarios }, scenario, setScenario, writable, trying } = usePlan();
  const { kind } = opened;
  return (
    <section className="doc-about" aria-labelledby="doc-about">
      <h2 id="doc-about">This document</h2>
      <SelectField label="Scenario" value={String(scenario.id)} options={scenarios.map(({ id, name }) => ({ value: String(id), label: name }))} onChange={({ target }) => setScenario(Number(target.value))} />
      {trying && <p className="hint">Documents are made of what is kept: the what-if is not in them.</p>}
      {kind === 'changes' && <SinceField opened={opened} sent={sent} onOpen={onOpen} />}
      {kind === 'reply' && <DecisionField opened={opened} onOpen={onOpen} />}
      <fieldset disabled={!writable}>
        <legend className="vh">Reader and meeting</legend>
        <ReaderField key={`by ${kind}`} kind={kind} kept={settings.reader} />
        <MeetingField key={`for ${kind}`} kind={kind} heldFor={settings.heldFor} />
        <DayField key={`on ${kind}`} kind={kind} heldOn={settings.heldOn} />
      </fieldset>
    </section>
  );
}
