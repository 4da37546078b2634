import { Lock, Send } from 'lucide-react';
import { useState } from 'react';
import type { SentDocument } from '../../app/contract/documents.ts';
import { formatDate, formatLongDate } from '../../planning/calendar.ts';
import { personInText } from '../../planning/analysis/people-words.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';
import type { AskedDocument, ShownDocument } from './open-document.ts';
import { SendDialog } from './send-dialog.tsx';

/** A version of a document: the one that the plan makes today, or one that was sent, by its id. */
export type Version = 'draft' | number;
/** Two versions side by side, the earlier first. */
export type Pair = { readonly before: Version; readonly after: Version };

/** What is known of a document that was sent: it stays as it is. */
export function AsSent({ sent: { number, sentOn, sentBy, sentTo, scenarioName, asOf, planVersion }, onDraft }: { readonly sent: SentDocument; readonly onDraft: () => void }) {
  return (
    <section className="doc-about" aria-labelledby="doc-about">
      <h2 id="doc-about"><Lock aria-hidden="true" /> As it was sent</h2>
      <dl className="doc-facts">
        <dt>Version</dt><dd>{number}</dd>
        <dt>Sent</dt><dd>{formatLongDate(sentOn)} by {personInText({ role: sentBy, departmentId: null }, [])}</dd>
        <dt>To</dt><dd>{sentTo}</dd>
        <dt>Figures</dt><dd>As at {formatLongDate(asOf)}, {scenarioName}, version {planVersion} of the plan</dd>
      </dl>
      <p className="hint">Its words and figures stay as they were. What the plan says today is in the draft.</p>
      <div><Button small onClick={onDraft}>Open the draft</Button></div>
    </section>
  );
}

type CompareProps = { readonly open: Version; readonly sent: readonly SentDocument[]; readonly onCompare: (pair: Pair) => void };

/** The other version that the open one is held against. */
export function ComparePart({ open, sent, onCompare }: CompareProps) {
  const others: readonly { readonly version: Version; readonly number: number; readonly words: string }[] = [
    ...(open === 'draft' ? [] : [{ version: 'draft' as const, number: Infinity, words: 'The plan as it is today' }]),
    ...sent.filter(({ id }) => id !== open).map(({ id, number, sentOn }) => ({ version: id, number, words: `Version ${number}, sent ${formatDate(sentOn)}` })),
  ];
  const [chosen, setChosen] = useState('');
  const other = others.find(({ version }) => String(version) === chosen) ?? others[0];
  if (other === undefined) return null;
  const openNumber = open === 'draft' ? Infinity : sent.find(({ id }) => id === open)?.number ?? 0;
  const pair = openNumber < other.number ? { before: open, after: other.version } : { before: other.version, after: open };
  return (
    <Section title="Compare" className="doc-compare">
      <SelectField label="With" value={String(other.version)} options={others.map(({ version, words }) => ({ value: String(version), label: words }))} onChange={({ target }) => setChosen(target.value)} />
      <Button small onClick={() => onCompare(pair)}>Compare in words and £</Button>
    </Section>
  );
}

/** Marks the draft as sent. */
export function SendPart({ shown: { model, settings }, asked, onSent }: { readonly shown: ShownDocument; readonly asked: AskedDocument; readonly onSent: (id: number) => void }) {
  const { writable } = usePlan();
  const [asking, setAsking] = useState(false);
  if (!writable) return null;
  return (
    <>
      <Button className="wide" icon={<Send aria-hidden="true" />} onClick={() => setAsking(true)}>Mark as sent</Button>
      <p className="wide q2">When it is sent, Kitplan keeps this version and its figures for good.</p>
      {asking && <SendDialog title={model.title} asked={asked} heldFor={settings.heldFor} onClose={() => setAsking(false)} onSent={(id) => { setAsking(false); onSent(id); }} />}
    </>
  );
}
