import { describe, expect, it } from 'vitest';
import { placesOf } from '../../planning/places.ts';
import { testPlan } from '../support/plan-in-memory.ts';

describe('Hillcrest’s places and models', () => {
  it('lie in one site with five buildings, so that IT3 is found by all three', async () => {
    using plan = testPlan({ kind: 'nothing' });
    await plan.call('plan.sample', {});
    const { snapshot: { locations, assets } } = await plan.call('plan.snapshot', {});
    const places = placesOf(locations);
    const it3 = locations.find(({ name }) => name === 'IT3')?.id ?? 0;
    expect(places.pathOf(it3)).toBe('Main site, Technology block, IT3');
    const site = locations.find(({ kind }) => kind === 'site');
    expect(site).toMatchObject({ name: 'Main site', pupils: 1140 });
    expect(places.within(site?.id ?? 0).filter(({ kind }) => kind === 'building').map(({ name }) => name))
      .toEqual(['Arts block', 'Humanities block', 'Main building', 'Science block', 'Technology block']);
    // What is with staff, and a department's cupboard nobody has placed, lie in none.
    expect(places.within(null).map(({ name }) => name)).toEqual(['Humanities', 'Main site', 'With staff']);
    expect(assets.every(({ locationId }) => locationId === null || places.byId.has(locationId))).toBe(true);
  });

  it('know what most of their kit draws, and what is in every computer', async () => {
    using plan = testPlan({ kind: 'nothing' });
    await plan.call('plan.sample', {});
    const { snapshot: { models } } = await plan.call('plan.snapshot', {});
    expect(models.find(({ name }) => name === '400 small desktop')).toMatchObject({ watts: 42, memoryGb: expect.any(Number), processor: expect.any(String), storageGb: expect.any(Number) });
    expect(models.filter(({ categoryKey, watts }) => ['desktop', 'laptop', 'server', 'network_switch', 'interactive_panel'].includes(categoryKey) && watts === null)).toEqual([]);
  });
});
