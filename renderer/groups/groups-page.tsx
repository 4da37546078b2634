import './groups.css';
import { Download, Printer, UsersRound } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import { groupsSentence } from '../../planning/analysis/groups/uptake.ts';
import { useAsk } from '../lib/commands.tsx';
import { download } from '../lib/file-transfer.ts';
import { useShortcuts } from '../lib/hotkeys.tsx';
import { usePageActions } from '../lib/page-actions.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { GroupAbout } from './group-about.tsx';
import { GroupList } from './group-list.tsx';
import { GroupPanel } from './group-panel.tsx';
import { IdeaPanel } from './idea-panel.tsx';
import { IdeasSection } from './ideas-section.tsx';
import { MemberPanel } from './member-panel.tsx';
import { SpanSection } from './span-section.tsx';

/** What stands in the panel; an id of null adds one. */
type Beside = { readonly kind: 'group' | 'member' | 'idea'; readonly id: number | null } | null;

/** Groups that speak for those who use the ICT: who is in them, who backs them, and what becomes of what they say. */
export function GroupsPage() {
  const { snapshot: { analysis: { groups } }, editable } = usePlan();
  const [chosen, setChosen] = useState<number | null>(null);
  const [beside, setBeside] = useState<Beside>(null);
  const body = useRef<HTMLDivElement>(null);
  const sentence = useMemo(() => groupsSentence(groups), [groups]);
  const group = groups.find(({ id }) => id === chosen) ?? groups[0] ?? null;
  const idea = beside?.kind === 'idea' ? group?.ideas.find(({ id }) => id === beside.id) ?? null : null;
  const member = beside?.kind === 'member' ? group?.members.find(({ id }) => id === beside.id) ?? null : null;
  // What was removed meanwhile, here or by undo, has no panel any more.
  const panel = beside !== null && (beside.id === null || beside.kind === 'group' || idea !== null || member !== null) ? beside : null;
  const close = (): void => {
    setBeside(null);
    body.current?.querySelector<HTMLElement>('[aria-expanded=true], [aria-pressed=true]')?.focus();
  };
  const choose = (id: number): void => {
    setBeside(null);
    setChosen(id);
  };
  const add = editable ? () => setBeside({ kind: 'group', id: null }) : null;
  useShortcuts(add === null ? [] : [{ keys: 'Alt+N', does: 'Add a user group', run: add, inFields: true }]);
  usePageActions(() => (add === null ? [] : [{ text: 'Add a user group', icon: UsersRound, run: add, hint: 'Alt+N', alsoCalled: 'champions digital leads pupil voice' }]));
  return (
    <div className="groups">
      <PageHead title="User groups" sentence={sentence.parts} actions={<HeadActions any={groups.length > 0} onAdd={groups.length > 0 ? add : null} />} />
      <div className="with-side">
        <div className="body" ref={body}>
          {group === null ? (
            <EmptyState title="No user group yet" underTitle action={add !== null && <Button variant="filled" onClick={add}>Add a user group</Button>}>
              A user group speaks for those who use the ICT, so that what is bought is what is needed. Write down who is in it, who of the leadership backs it, and what became of its ideas.
            </EmptyState>
          ) : (
            <>
              <GroupList groups={groups} openId={group.id} onOpen={choose} />
              <GroupAbout group={group} onChange={() => setBeside({ kind: 'group', id: group.id })} />
              <IdeasSection group={group} openId={idea?.id ?? null} onOpen={(id) => setBeside({ kind: 'idea', id })} onAdd={() => setBeside({ kind: 'idea', id: null })} />
              <SpanSection group={group} onMember={(id) => setBeside({ kind: 'member', id })} onAdd={() => setBeside({ kind: 'member', id: null })} />
            </>
          )}
        </div>
        {panel?.kind === 'group' && <GroupPanel key={`group ${panel.id}`} group={panel.id === null ? null : group} onClose={close} onAdded={choose} />}
        {panel?.kind === 'member' && group !== null && <MemberPanel key={`member ${panel.id}`} group={group} member={member} onClose={close} />}
        {panel?.kind === 'idea' && group !== null && <IdeaPanel key={`idea ${panel.id}`} group={group} idea={idea} onClose={close} />}
      </div>
    </div>
  );
}

function HeadActions({ any, onAdd }: { readonly any: boolean; readonly onAdd: (() => void) | null }) {
  const ask = useAsk();
  const save = async (table: 'ideas' | 'members'): Promise<void> => {
    const file = await ask('documents.groups', { format: 'csv', table });
    if (file !== null) download(file);
  };
  return (
    <>
      {any && (
        <>
          <Button icon={<Download aria-hidden="true" />} onClick={() => void save('ideas')}>Ideas as CSV</Button>
          <Button icon={<Download aria-hidden="true" />} onClick={() => void save('members')}>Members as CSV</Button>
          <Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print this page</Button>
        </>
      )}
      {onAdd !== null && <Button icon={<UsersRound aria-hidden="true" />} onClick={onAdd}>Add a user group</Button>}
    </>
  );
}
