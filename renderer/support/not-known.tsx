import { useId, useState } from 'react';
import type { FormEvent } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import { formatCount } from '../../planning/money.ts';
import { standingOf } from '../../planning/refresh/due.ts';
import { runsASystem } from '../../planning/support/outlook.ts';
import { releaseName, statusWords, supportStatus, type ListedRelease } from '../../planning/support/release.ts';
import { isDeviceRelease, type UnknownGroup } from '../../planning/support/suggestions.ts';
import { useCommand } from '../lib/commands.tsx';
import { readDate } from '../lib/field-text.ts';
import { useNavigation } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Check, TextField } from '../parts/field.tsx';
import { Section } from '../parts/section.tsx';

const MOST_GROUPS = 12;

type NotKnownProps = { readonly groups: readonly UnknownGroup[]; readonly releases: readonly ListedRelease[] };

/** Devices without an end, by what the register says of them, each with a suggestion to take or to change. */
export function NotKnown({ groups, releases }: NotKnownProps) {
  const quantity = groups.reduce((sum, group) => sum + group.quantity, 0);
  const { go } = useNavigation();
  const { snapshot } = usePlan();
  const anyDevice = snapshot.assets.some(({ categoryKey, status }) => runsASystem(categoryKey) && standingOf(status) === 'in_service');
  const listId = useId();
  const [all, setAll] = useState(false);
  const shown = all ? groups : groups.slice(0, MOST_GROUPS);
  const showAll = (): void => go('register', { filter: { ids: groups.flatMap(({ assetIds }) => assetIds) } });
  return (
    <Section
      title="Not known" aside={quantity === 0 ? undefined : `${formatCount(quantity)} device${quantity === 1 ? '' : 's'} whose system or end is not known`}
      link={quantity === 0 ? undefined : <Button variant="link" small onClick={showAll}>Show them in the register</Button>}
    >
      {quantity === 0 ? <p className="q2">{anyDevice ? 'Every device that runs a system has a release or a date.' : 'The register has no device yet that runs a system.'}</p> : (
        <>
          <table className="l support-list">
            <thead>
              <tr><th scope="col">In the register</th><th scope="col" className="num">Devices</th><th scope="col">What it may be in the support list</th></tr>
            </thead>
            <tbody>{shown.map((group) => <UnknownRow key={group.key} group={group} releases={releases} listId={listId} />)}</tbody>
          </table>
          <datalist id={listId}>{releases.map((release) => <option key={release.id} value={releaseName(release)}>{releaseName(release)}</option>)}</datalist>
          {groups.length > shown.length && (
            <p className="support-rest">and {formatCount(groups.length - shown.length)} more: <Button variant="link" small onClick={() => setAll(true)}>show all here</Button></p>
          )}
        </>
      )}
    </Section>
  );
}

type UnknownRowProps = { readonly group: UnknownGroup; readonly releases: readonly ListedRelease[]; readonly listId: string };

function UnknownRow({ group, releases, listId }: UnknownRowProps) {
  const { editable, asOf } = usePlan();
  const { go } = useNavigation();
  const { releases: suggested, question } = group.suggestion;
  const [only] = suggested;
  const [typed, setTyped] = useState(suggested.length === 1 && only !== undefined ? releaseName(only) : '');
  const [stays, setStays] = useState(false);
  const [asked, setAsked] = useState(false);
  const run = useCommand();
  const chosen = releases.find((release) => releaseName(release).toLowerCase() === typed.trim().toLowerCase());
  const device = chosen !== undefined && isDeviceRelease(chosen);
  // A day stands for itself, as the end of automatic updates of a Chromebook does: the model's where there is one.
  const day = chosen === undefined ? readDate(typed) : null;
  const typedDay = day?.ok === true ? day.value : null;
  const makerEnd = device ? chosen.securityEnd : typedDay;
  const give = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (chosen !== undefined && !device) void run('support.assign', { assetIds: [...group.assetIds], releaseId: chosen.id, canMove: !stays });
    else if (makerEnd !== null) void run('support.assign', group.about === 'device' && group.modelId !== null ? { modelIds: [group.modelId], makerEnd } : { assetIds: [...group.assetIds], makerEnd });
  };
  const problem = !asked || typedDay !== null ? null
    : chosen === undefined ? 'Choose one of the list, such as Windows 11 24H2 (E), or type the last day of support, such as 30 Jun 2031. What the list does not have, add as dates of your own.'
      : device && chosen.securityEnd === null ? `The list names no end for it on ${formatLongDate(chosen.asOf)}, so there is nothing to write down.` : null;
  const hint = chosen !== undefined ? statusWords(supportStatus(chosen, asOf))
    : typedDay !== null ? `The maker’s support ends on ${formatLongDate(typedDay)}.` : question ?? (suggested.length === 0 ? 'No suggestion.' : undefined);
  return (
    <tr>
      <th scope="row">
        <Button variant="link" small onClick={() => go('register', { filter: { ids: group.assetIds } })}>{group.text}</Button>
        <small>{group.about === 'system' ? 'System, as the register writes it' : 'No system recorded'}</small>
      </th>
      <td className="num">{formatCount(group.quantity)}</td>
      <td>
        {!editable ? suggested.map(releaseName).join(' or ') : (
          <form className="support-pick" noValidate onSubmit={give}>
            <TextField label={`What ${group.text} is`} hideLabel small list={listId} placeholder="Choose a release, or type the last day" value={typed} problem={problem} hint={hint} onChange={(event) => setTyped(event.target.value)} />
            {suggested.length > 1 && suggested.map((release) => (
              <Button key={release.id} small onClick={() => setTyped(releaseName(release))}>{releaseName(release)}</Button>
            ))}
            {chosen !== undefined && !device && <Check checked={stays} onChange={(event) => setStays(event.target.checked)}>Cannot move to a newer one</Check>}
            <Button small type="submit" aria-label={`${makerEnd === null ? 'Give it to' : 'Take the date for'} ${formatCount(group.quantity)}, ${group.text}`}>{makerEnd === null ? 'Give it to' : 'Take the date for'} {formatCount(group.quantity)}</Button>
          </form>
        )}
      </td>
    </tr>
  );
}
