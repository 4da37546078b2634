import { describe, expect, it } from 'vitest';
import { SAMPLE_AS_OF } from '../../app/sample/school.ts';
import { accessOf } from '../../planning/access/access.ts';
import { forecast } from '../../planning/forecast.ts';
import { supportOutlook } from '../../planning/support/outlook.ts';
import { unknownGroups } from '../../planning/support/suggestions.ts';
import { testPlan } from '../support/plan-in-memory.ts';
import { sampleSnapshot } from '../support/sample-snapshot.ts';

describe('Hillcrest’s pupils and what their devices run', () => {
  it('are 1,140 in seven year groups, five of which have a trolley', async () => {
    using plan = testPlan({ kind: 'nothing' });
    await plan.call('plan.sample', {});
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(snapshot.yearGroups.reduce((sum, { pupils }) => sum + (pupils ?? 0), 0)).toBe(1140);
    const access = accessOf(snapshot, SAMPLE_AS_OF);
    // The trolley of Year 11 still runs Windows 10, whose support has ended: nobody there has a usable laptop.
    expect(access.yearGroups.map(({ name, devices, usable }) => [name, devices, usable])).toEqual([
      ['Year 7', 30, 30], ['Year 8', 30, 30], ['Year 9', 30, 30], ['Year 10', 30, 30], ['Year 11', 30, 0], ['Year 12', 0, 0], ['Year 13', 0, 0],
    ]);
    expect(access.gap).not.toBeNull();
    expect(access.school.pupils).toBe(1140);
  });

  it('run systems that move no figure of the forecast, some of them out of support, some only in words', async () => {
    using plan = testPlan({ kind: 'nothing' });
    await plan.call('plan.sample', {});
    const { snapshot } = await plan.call('plan.snapshot', {});
    expect(forecast(snapshot, { asOf: SAMPLE_AS_OF }).lines.map(({ date, netPence, limitingFactor }) => [date, netPence, limitingFactor]))
      .toEqual(forecast(sampleSnapshot(), { asOf: SAMPLE_AS_OF }).lines.map(({ date, netPence, limitingFactor }) => [date, netPence, limitingFactor]));
    const releases = await plan.call('support.list', {});
    const outlook = supportOutlook(snapshot, forecast(snapshot, { asOf: SAMPLE_AS_OF }), releases);
    expect(outlook.ended.filter(({ subject }) => subject === 'system').map(({ what, quantity, state }) => [what, quantity, state])).toEqual([
      ['Windows 10 22H2', 52, 'extended'], ['Android 13', 16, 'ended'],
    ]);
    expect(unknownGroups(snapshot, releases).filter(({ about }) => about === 'system').map(({ text, quantity, suggestion }) => [text, quantity, suggestion.releases.length])).toEqual([
      ['Windows 11 Education 23H2', 90, 1], ['Windows 11', 32, 0],
    ]);
  });
});
