import { createContext, use, useDeferredValue, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { formatCount } from '../../planning/money.ts';
import type { Sentence } from '../../planning/sentences/say.ts';
import { usePlan } from '../lib/plan.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { MorePages } from './more-pages.tsx';
import { REGISTER_TABS, tabCounts } from './tabs.ts';
import type { RegisterTab } from './tabs.ts';

type Head = { readonly say: (sentence: Sentence) => void; readonly actions: HTMLElement | null };

const HeadContext = createContext<Head | null>(null);

function useHead(): Head {
  const head = use(HeadContext);
  if (head === null) throw new Error('A tab of the register needs the RegisterHead above it.');
  return head;
}

/** The sentence that the open tab's figures come to, under the page's title. */
export function useTabSentence(sentence: Sentence): void {
  const { say } = useHead();
  useLayoutEffect(() => say(sentence), [say, sentence]);
}

/** The open tab's buttons, at the right of the page's title. */
export function TabActions({ children }: { readonly children: ReactNode }) {
  const { actions } = useHead();
  return actions === null ? null : createPortal(children, actions);
}

type TabsProps = { readonly tab: RegisterTab; readonly onTab: (tab: RegisterTab) => void };

/** One stop of the Tab key; arrows, Home and End go from tab to tab and open it. */
function Tabs({ tab, onTab }: TabsProps) {
  const { snapshot } = usePlan();
  // A large register takes a moment to count: the change that was made shows first.
  const settled = useDeferredValue(snapshot);
  const counts = useMemo(() => tabCounts(settled), [settled]);
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = REGISTER_TABS.findIndex((each) => each.tab === tab);
    const last = REGISTER_TABS.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    const next = to === undefined ? undefined : REGISTER_TABS[to];
    if (next === undefined) return;
    event.preventDefault();
    onTab(next.tab);
    list.current?.querySelector<HTMLElement>(`#register-tab-${next.tab}`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label="Lists of the register" className="reg-tabs" tabIndex={-1} onKeyDown={onKeyDown}>
      {REGISTER_TABS.map((each) => (
        <button
          key={each.tab} type="button" role="tab" id={`register-tab-${each.tab}`} aria-selected={each.tab === tab} aria-controls="register-panel"
          tabIndex={each.tab === tab ? 0 : -1} onClick={() => onTab(each.tab)}
        >
          {each.name} <span>{formatCount(counts[each.tab])}</span>
        </button>
      ))}
    </div>
  );
}

type RegisterHeadProps = TabsProps & { readonly children: ReactNode };

/** Title, sentence and tabs of the register, with the open tab below them. */
export function RegisterHead({ tab, onTab, children }: RegisterHeadProps) {
  const [sentence, setSentence] = useState<Sentence | null>(null);
  const [actions, setActions] = useState<HTMLElement | null>(null);
  const head = useMemo(() => ({ say: setSentence, actions }), [actions]);
  return (
    <div className="register">
      <PageHead title="Register" sentence={sentence?.parts ?? []} actions={<div className="reg-acts" ref={setActions} />} />
      <div className="reg-tab-row"><Tabs tab={tab} onTab={onTab} /><MorePages /></div>
      <div role="tabpanel" id="register-panel" aria-labelledby={`register-tab-${tab}`} className="reg-tab-panel">
        <HeadContext value={head}>{children}</HeadContext>
      </div>
    </div>
  );
}
