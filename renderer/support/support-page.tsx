import './support.css';
import { CalendarPlus, Printer } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { formatDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import { supportOutlook, type LosingGroup } from '../../planning/support/outlook.ts';
import { effectiveReleases } from '../../planning/support/release.ts';
import { supportSentence } from '../../planning/support/sentence.ts';
import { unknownGroups } from '../../planning/support/suggestions.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Note } from '../parts/note.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { Working } from '../parts/working.tsx';
import { EndedList, LosingList } from './losing-list.tsx';
import { MakerPanel } from './maker-panel.tsx';
import { NotKnown } from './not-known.tsx';
import { ReleasePanel } from './release-panel.tsx';

/** What stands in the panel: a group of the list, or dates of the school's own to be typed. */
type Beside = { readonly kind: 'group'; readonly key: string } | { readonly kind: 'new' } | null;

/** When systems, makers and software end their support, what loses it, and what that means. */
export function SupportPage() {
  const { snapshot, forecast, editable } = usePlan();
  const { go } = useNavigation();
  const { data: list, error } = usePlanQuery('support.list', {});
  const [beside, setBeside] = useState<Beside>(null);
  const body = useRef<HTMLDivElement>(null);
  const releases = useMemo(() => effectiveReleases(list ?? []), [list]);
  const outlook = useMemo(() => supportOutlook(snapshot, forecast, releases), [snapshot, forecast, releases]);
  const unknown = useMemo(() => unknownGroups(snapshot, releases), [snapshot, releases]);
  const sentence = useMemo(() => supportSentence(outlook), [outlook]);
  const groups = [...outlook.ended, ...outlook.years.flatMap((year) => year.groups)];
  const open = beside?.kind === 'group' ? groups.find(({ key }) => key === beside.key) ?? null : null;
  const close = (): void => {
    setBeside(null);
    body.current?.querySelector<HTMLElement>('[aria-expanded=true]')?.focus();
  };
  const onOpen = (group: LosingGroup): void =>
    (group.subject === 'software' ? go('register', { tab: 'software' }) : setBeside({ kind: 'group', key: group.key }));
  const listed = releases.find(({ shipped }) => shipped);
  return (
    <div className="support">
      <PageHead
        title="Support dates" sentence={list === undefined ? [] : sentence.parts}
        actions={(
          <>
            <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print this page</Button>
            {editable && <Button icon={<CalendarPlus aria-hidden="true" />} onClick={() => setBeside({ kind: 'new' })}>Add dates of your own</Button>}
          </>
        )}
      />
      <div className="with-side">
        <div className="body" ref={body}>
          {error !== null && <Note tone="over">{error.message}</Note>}
          {list === undefined ? <Working label="Reading the support list" /> : (
            <>
              <EndedList groups={outlook.ended} devices={outlook.devicesEnded} openKey={open?.key ?? null} onOpen={onOpen} />
              <LosingList years={outlook.years} openKey={open?.key ?? null} onOpen={onOpen} />
              <NotKnown groups={unknown} releases={releases} />
              <Section title="How far the list speaks">
                <p>
                  {listed === undefined ? '' : `Shipped dates: ${listed.source}, as of ${formatDate(listed.asOf)}. `}
                  Nothing is called supported after that day unless the list names a later end.
                  {outlook.devicesOpen > 0 && ` ${formatCount(outlook.devicesOpen)} device${outlook.devicesOpen === 1 ? ' runs' : 's run'} a release with no end named: not known after that day.`}
                  {outlook.devicesLater > 0 && ` ${formatCount(outlook.devicesLater)} keep${outlook.devicesLater === 1 ? 's' : ''} it beyond these years.`}
                </p>
              </Section>
            </>
          )}
        </div>
        {beside?.kind === 'new' && editable && <ReleasePanel release={null} onClose={close} />}
        {open !== null && open.release !== null && <ReleasePanel key={open.key} release={open.release} group={open} onClose={close} />}
        {open !== null && open.release === null && <MakerPanel key={open.key} group={open} onClose={close} />}
      </div>
    </div>
  );
}
