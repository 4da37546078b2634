import { ArrowLeft } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { ComponentType, KeyboardEvent } from 'react';
import { groupsSentence, modelsSentence, placesSentence, sparesSentence } from '../../planning/register/lists.ts';
import { spareCounts } from '../../planning/register/spares.ts';
import type { SpareCount } from '../../planning/register/spares.ts';
import { categoryNamed } from '../../planning/categories.ts';
import { say } from '../../planning/sentences/say.ts';
import type { Sentence } from '../../planning/sentences/say.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { rowName } from '../../planning/words.ts';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import type { PageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { KindsList } from './kinds-list.tsx';
import './lists.css';
import { ModelsList } from './models-list.tsx';
import { PlacesList } from './places-list.tsx';
import { PupilGroups } from './pupil-groups.tsx';
import { SparesList } from './spares-list.tsx';

type ListName = NonNullable<PageParams['lists']['list']>;

const ownKinds = (snapshot: PlanSnapshot): Sentence => say(`${snapshot.categories.filter(({ chartGroup }) => chartGroup !== 'running').length} kinds of kit, with those of the school’s own at the end.`);

const spares = (snapshot: PlanSnapshot): Sentence =>
  sparesSentence(spareCounts(snapshot), ({ categoryKey, userGroup }: SpareCount) => rowName(categoryNamed(snapshot.categories, categoryKey), userGroup));

/** The lists that register rows share, in the order of the tabs. */
const LISTS: readonly { readonly list: ListName; readonly name: string; readonly say: (snapshot: PlanSnapshot) => Sentence; readonly shown: ComponentType }[] = [
  { list: 'models', name: 'Models', say: modelsSentence, shown: ModelsList },
  { list: 'places', name: 'Places', say: placesSentence, shown: PlacesList },
  { list: 'groups', name: 'Departments and years', say: groupsSentence, shown: PupilGroups },
  { list: 'spares', name: 'Spare pool', say: spares, shown: SparesList },
  { list: 'kinds', name: 'Kinds of kit', say: ownKinds, shown: KindsList },
];

/** Models, places, departments and year groups: what the register's rows point at, each kept once. */
export function ListsPage() {
  const { visit } = useNavigation();
  return <ListsVisit key={visit} />;
}

function ListsVisit() {
  const { snapshot } = usePlan();
  const { go } = useNavigation();
  const [list, setList] = useState<ListName>(usePageParams('lists').list ?? 'models');
  const open = LISTS.find((each) => each.list === list) ?? LISTS[0];
  const sentence = useMemo(() => open?.say(snapshot) ?? null, [open, snapshot]);
  const tabs = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = LISTS.findIndex((each) => each.list === list);
    const last = LISTS.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[event.key];
    const next = to === undefined ? undefined : LISTS[to];
    if (next === undefined) return;
    event.preventDefault();
    setList(next.list);
    tabs.current?.querySelector<HTMLElement>(`#list-tab-${next.list}`)?.focus();
  };
  const Shown = open?.shown;
  return (
    <div className="lists">
      <PageHead
        title="Lists" sentence={sentence?.parts ?? []}
        actions={<Button icon={<ArrowLeft aria-hidden="true" />} onClick={() => go('register')}>Register</Button>}
      />
      <div ref={tabs} role="tablist" aria-label="Lists that the register shares" className="list-tabs" tabIndex={-1} onKeyDown={onKeyDown}>
        {LISTS.map((each) => (
          <button
            key={each.list} type="button" role="tab" id={`list-tab-${each.list}`} aria-selected={each.list === list} aria-controls="list-panel"
            tabIndex={each.list === list ? 0 : -1} onClick={() => setList(each.list)}
          >
            {each.name}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="list-panel" aria-labelledby={`list-tab-${list}`} className="page-body list-panel">
        {Shown !== undefined && <Shown />}
      </div>
    </div>
  );
}
