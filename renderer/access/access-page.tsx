import './access.css';
import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import { accessOf, type Access } from '../../planning/access/access.ts';
import { accessSentence, ageWords, shareWords, targetWords } from '../../planning/access/sentence.ts';
import { formatCount } from '../../planning/money.ts';
import { useCommand } from '../lib/commands.tsx';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Section } from '../parts/section.tsx';
import { AccessList, Ratio } from './access-list.tsx';
import { NumberCell } from '../parts/number-cell.tsx';
import { readPupils, readTarget } from './typed-numbers.ts';
import { UseBar } from './use-bar.tsx';

/** How many pupils share a device that they can really use, and for whom that is more than for others. */
export function AccessPage() {
  const { snapshot, asOf } = usePlan();
  const run = useCommand();
  const access = useMemo(() => accessOf(snapshot, asOf), [snapshot, asOf]);
  const sentence = useMemo(() => accessSentence(access), [access]);
  const departments = access.departments.filter(({ devices, pupils }) => devices > 0 || pupils !== null);
  return (
    <>
      <PageHead title="Access to devices" sentence={sentence.parts} actions={<Button icon={<Printer aria-hidden="true" />} onClick={() => window.print()}>Print this page</Button>} />
      <div className="page-body access">
        <WholeSchool access={access} />
        <AccessList title="Departments" subject="department" groups={departments} none="No department has pupils or devices for them yet. Departments come with the register." />
        <AccessList
          title="Year groups" subject="yearGroup" groups={access.yearGroups} none="No year group yet. A device belongs to one where its row in the register says so."
          add={{ label: 'Year group', run: async (name) => void await run('yearGroups.add', { name }) }}
        />
        <AccessList title="Sites" subject="site" groups={access.sites} none="The school has no sites in its list of places. Where it has several, each can have its pupils." />
      </div>
    </>
  );
}

function WholeSchool({ access: { school, estate } }: { readonly access: Access }) {
  const { snapshot, editable } = usePlan();
  const { go } = useNavigation();
  const run = useCommand();
  const { target } = school;
  const anybody = snapshot.assets.filter(({ id, userGroup }) => userGroup === null && school.usableIds.includes(id)).map(({ id }) => id);
  return (
    <Section title="Whole school">
      <div className="access-whole">
        <dl>
          <dt>Pupils</dt>
          <dd>{editable ? <NumberCell label="Pupils, whole school" value={school.pupils} words={formatCount} read={readPupils} placeholder="Number" save={async (pupils) => void await run('school.update', { pupils })} /> : school.pupils ?? 'not said'}</dd>
          <dt>Target, pupils to a device</dt>
          <dd>{editable ? <NumberCell label="Target, whole school" value={target} words={targetWords} read={readTarget} placeholder="None" save={async (accessTarget) => void await run('school.update', { accessTarget })} /> : target === null ? 'none' : targetWords(target)}</dd>
        </dl>
        <dl>
          <dt>Usable devices</dt><dd>{formatCount(school.usable)} of {formatCount(school.devices)} for pupils</dd>
          <dt>Pupils to a device</dt><dd><UseBar group={school} /><Ratio group={school} />{school.short !== null && school.short > 0 && <span className="c-warn"> {formatCount(school.short)} short</span>}</dd>
          <dt>Their mean age</dt><dd>{ageWords(school.meanAgeMonths)}{school.withoutDate > 0 && <span className="q2">, {formatCount(school.withoutDate)} without a date</span>}</dd>
        </dl>
        <dl>
          <dt>Pupil devices in support</dt><dd>{shareWords(school.inSupport)}</dd>
          <dt>Pupil devices in cover</dt><dd>{shareWords(school.inCover)}</dd>
          <dt>All {estate.quantity === 0 ? '' : `${formatCount(estate.quantity)} `}items in support</dt><dd>{shareWords(estate.inSupport)}</dd>
          <dt>All items in cover</dt><dd>{shareWords(estate.inCover)}</dd>
        </dl>
      </div>
      {school.forAnybody > 0 && (
        <p className="access-note">
          {formatCount(school.forAnybody)} of the usable devices have no user group and count as anybody’s. <Button variant="link" small onClick={() => go('register', { filter: { ids: anybody } })}>Say who they are for</Button>
        </p>
      )}
      <p className="access-note">Targets are the school’s own. There is no national figure here: none is published that could be relied on.</p>
    </Section>
  );
}
