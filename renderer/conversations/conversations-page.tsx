import './conversations.css';
import { Download, MessageSquarePlus } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { roundOf, type HeardPerson } from '../../planning/analysis/conversations/round.ts';
import { roundSentence } from '../../planning/analysis/conversations/sentence.ts';
import type { Person } from '../../planning/analysis/people-words.ts';
import { schoolYearOf } from '../../planning/analysis/school-year.ts';
import type { ConversationRole } from '../../planning/analysis/vocabulary.ts';
import { useAsk } from '../lib/commands.tsx';
import { download } from '../lib/file-transfer.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { usePageActions } from '../lib/page-actions.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { GuideAside } from './guide-aside.tsx';
import { AddPersonPanel, PersonPanel } from './person-panel.tsx';
import { QuestionsSection } from './questions-section.tsx';
import { RoundTable } from './round-table.tsx';
import { SheetView } from './sheet-view.tsx';
import { StartPanel } from './start-panel.tsx';
import { TalksList } from './talks-list.tsx';
import { TalkView } from './talk-view.tsx';

/** What fills the page: the year's round and conversations, one conversation, or a sheet to print. */
type Shown = { readonly kind: 'year' } | { readonly kind: 'talk'; readonly id: number } | { readonly kind: 'sheet'; readonly of: ConversationRole; readonly person: Person | null };
/** What stands beside the year's round. */
type Beside = { readonly kind: 'person'; readonly id: number } | { readonly kind: 'start'; readonly person: Person | null } | { readonly kind: 'add' } | null;

const YEAR: Shown = { kind: 'year' };

/** Who has been heard, what was said, and what to ask: needs grow out of it. */
export function ConversationsPage() {
  const { visit } = useNavigation();
  return <ConversationsVisit key={visit} />;
}

/** A visit begins where it was asked to: with the one who is to be heard. */
function ConversationsVisit() {
  const { snapshot, asOf, editable } = usePlan();
  const { analysis } = snapshot;
  const { personId } = usePageParams('conversations');
  const asked = analysis.round.find(({ id }) => id === personId);
  const [year, setYear] = useState(asked?.year ?? schoolYearOf(asOf));
  const [shown, setShown] = useState<Shown>(YEAR);
  const [beside, setBeside] = useState<Beside>(asked === undefined ? null : { kind: 'person', id: asked.id });
  const body = useRef<HTMLDivElement>(null);
  const round = useMemo(() => roundOf(analysis, year, asOf), [analysis, year, asOf]);
  const sentence = useMemo(() => roundSentence(snapshot, year, asOf), [snapshot, year, asOf]);
  const talks = analysis.conversations.filter(({ heldOn }) => schoolYearOf(heldOn) === year).toReversed();
  const talk = shown.kind === 'talk' ? analysis.conversations.find(({ id }) => id === shown.id) : undefined;
  const person = beside?.kind === 'person' ? round.find(({ id }) => id === beside.id) : undefined;
  const show = (next: Shown): void => {
    setBeside(null);
    setShown(next);
    body.current?.scrollTo(0, 0);
  };
  const close = (): void => {
    setBeside(null);
    body.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
  };
  const openTalk = (id: number): void => show({ kind: 'talk', id });
  const sheetFor = (whom: Person): void => show({ kind: 'sheet', of: whom.kind, person: whom });
  const start = (whom: Person | null): void => setBeside({ kind: 'start', person: whom });
  const startNew = (): void => {
    setShown(YEAR);
    start(null);
  };
  useShortcuts(editable ? [{ keys: 'Alt+N', does: 'Start a conversation', run: startNew, inFields: true }] : []);
  usePageActions(() => (editable ? [{ text: 'Start a conversation', icon: MessageSquarePlus, run: startNew, hint: 'Alt+N', alsoCalled: 'notes meeting talk' }] : []));
  const open = ({ id }: HeardPerson): void => setBeside(person?.id === id ? null : { kind: 'person', id });
  return (
    <div className="talks">
      <PageHead title="Conversations" sentence={sentence.parts} actions={<HeadActions year={year} quiet={beside !== null} onStart={editable && shown.kind === 'year' ? startNew : null} />} />
      <div className="with-side">
        <div className="body" ref={body}>
          {talk !== undefined && <TalkView talk={talk} onBack={() => show(YEAR)} />}
          {shown.kind === 'sheet' && <SheetView kind={shown.of} person={shown.person} onBack={() => show(YEAR)} />}
          {talk === undefined && shown.kind !== 'sheet' && (
            <>
              <RoundTable
                year={year} round={round} openId={person?.id ?? null} onYear={(next) => { setYear(next); setBeside(null); }} onOpen={open} onStart={start}
                onSheet={sheetFor} onAdd={() => setBeside({ kind: 'add' })}
              />
              <TalksList year={year} talks={talks} onOpen={openTalk} />
              <QuestionsSection onSheet={(of) => show({ kind: 'sheet', of, person: null })} />
            </>
          )}
        </div>
        {talk !== undefined && <GuideAside talk={talk} />}
        {beside?.kind === 'start' && editable && <StartPanel key={JSON.stringify(beside.person)} person={beside.person} onClose={close} onStarted={openTalk} />}
        {beside?.kind === 'add' && editable && <AddPersonPanel year={year} onClose={close} />}
        {person !== undefined && (
          <PersonPanel
            key={person.id} person={person} onClose={close} onStart={() => start(person)} onTalk={openTalk} onSheet={() => sheetFor(person)}
          />
        )}
      </div>
    </div>
  );
}

/** What can be done with the whole page; `quiet` while a panel beside it has the filled button. */
function HeadActions({ year, quiet, onStart }: { readonly year: number; readonly quiet: boolean; readonly onStart: (() => void) | null }) {
  const ask = useAsk();
  const save = async (table: 'notes' | 'round'): Promise<void> => {
    const file = await ask('documents.conversations', { format: 'csv', table, year });
    if (file !== null) download(file);
  };
  return (
    <>
      <Button icon={<Download aria-hidden="true" />} onClick={() => void save('round')}>Round as CSV</Button>
      <Button icon={<Download aria-hidden="true" />} onClick={() => void save('notes')}>Notes as CSV</Button>
      {onStart !== null && <Button variant={quiet ? 'outline' : 'filled'} icon={<MessageSquarePlus aria-hidden="true" />} onClick={onStart}>Start a conversation</Button>}
    </>
  );
}
