import { Printer } from 'lucide-react';
import { useState } from 'react';
import { qualitySentence } from '../../planning/quality/sentence.ts';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { EmptyState } from '../parts/empty-state.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { CompletenessTable } from './completeness-table.tsx';
import { LeftOutSection } from './left-out-section.tsx';
import { MendBulk } from './mend-bulk.tsx';
import { OddSection } from './odd-section.tsx';
import './quality.css';
import { TwiceSection } from './twice-section.tsx';
import { UnusableNote } from './unusable-note.tsx';
import { useFindings } from './use-findings.ts';
import { WalkRoundList } from './walk-round-list.tsx';
import { WeakSection } from './weak-section.tsx';

/** What the register does not know, what that does to the figures, and ways to mend it. */
export function QualityPage() {
  const { visit } = useNavigation();
  return <QualityVisit key={visit} />;
}

function QualityVisit() {
  const { savedSnapshot, savedForecast, editable } = usePlan();
  const { go } = useNavigation();
  const asked = usePageParams('data-quality');
  const findings = useFindings();
  const [walking, setWalking] = useState(false);
  if (walking) return <WalkRoundList onBack={() => setWalking(false)} />;
  const { out, weak, complete, twice, odd, unusable } = findings;
  const sentence = qualitySentence(savedForecast, out, { twice: twice.length, odd: odd.length });
  if (savedSnapshot.assets.length === 0) {
    return (
      <>
        <PageHead title="Data quality" sentence={sentence.parts} />
        <div className="page-body">
          <EmptyState title="No kit yet" action={editable && <Button onClick={() => go('import')}>Import a register</Button>}>
            This page says what the register does not know and how much that may be. It has something to say once there is kit in it.
          </EmptyState>
        </div>
      </>
    );
  }
  return (
    <>
      <PageHead
        title="Data quality" sentence={sentence.parts}
        actions={<Button icon={<Printer aria-hidden="true" />} onClick={() => setWalking(true)}>Print a walk-round list</Button>}
      />
      <div className="page-body quality">
        <UnusableNote values={unusable} />
        <LeftOutSection out={out} />
        <WeakSection figures={weak} />
        <CompletenessTable complete={complete} />
        <div className="quality-stack">
          <TwiceSection groups={twice} />
          <OddSection groups={odd} />
        </div>
        <MendBulk asked={asked.mend} />
      </div>
    </>
  );
}
