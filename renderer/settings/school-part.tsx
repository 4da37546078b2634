import { useMemo } from 'react';
import { formatCount } from '../../planning/money.ts';
import { say, strong, type Sentence } from '../../planning/sentences/say.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { SCHOOL_TYPE_WORDS } from '../../planning/vocabulary.ts';
import { startLower } from '../../planning/words.ts';
import { usePlan } from '../lib/plan.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { SchoolForm } from '../parts/school-form.tsx';
import { SchoolRolls } from '../parts/school-rolls.tsx';
import { Section } from '../parts/section.tsx';
import { HolidaysSection } from './holidays-section.tsx';
import { SettingsList } from './settings-list.tsx';

function schoolSentence({ school: { name, type, pupils, staff } }: PlanSnapshot): Sentence {
  const people = [pupils === null ? null : `${formatCount(pupils)} pupils`, staff === null ? null : `${formatCount(staff)} members of staff`].filter((part) => part !== null);
  return people.length === 0 ? say(`${name} has not said how many pupils and staff it has; what is paid by the head waits for that.`)
    : say(`${name} is entered as ${startLower(SCHOOL_TYPE_WORDS[type])}, with `, strong(people.join(' and ')), '.');
}

/** The school itself and the roll of each year: what the first page asked, to be changed at any time. */
export function SchoolPart() {
  const { facts } = usePlan();
  const sentence = useMemo(() => schoolSentence(facts), [facts]);
  const { name, type, pupils, staff, yearStartMonth, horizonYears } = facts.school;
  return (
    <>
      <PageHead title="Settings: school and terms" sentence={sentence.parts} />
      <div className="settings-body">
        <SettingsList part="school" />
        <div className="settings-part settings-school">
          <Section title="The school">
            {/* An undo puts the form back to what the plan says. */}
            <SchoolForm key={[name, type, pupils, staff, yearStartMonth, horizonYears].join('|')} className="school-dialog" />
          </Section>
          <SchoolRolls />
          <HolidaysSection />
        </div>
      </div>
    </>
  );
}
