import { describe, expect, it } from 'vitest';
import { reserveCourse } from '../../../planning/budget/reserve.ts';
import { composeDocument } from '../../../planning/documents/compose.ts';
import { plainWords, type DocumentBlock, type DocumentModel } from '../../../planning/documents/model.ts';
import { overYears } from '../../../planning/documents/strategy/money-lead.ts';
import { applyChanges } from '../../../planning/scenarios/change.ts';
import type { PlanSnapshot } from '../../../planning/snapshot.ts';
import { emptySchool, factsFor, hillcrest, largeSchool } from '../../support/document-schools.ts';
import { budgetOf, kit, schoolOf } from '../fixtures.ts';

const briefing = (plan: PlanSnapshot, scenarioId?: number): DocumentModel => composeDocument(factsFor(plan, 'slides', scenarioId === undefined ? {} : { scenarioId }));
const titles = ({ sections }: DocumentModel): string[] => sections.map(({ title }) => title);
const blocksOf = (model: DocumentModel, key: string): readonly DocumentBlock[] => model.sections.find((section) => section.key === key)?.blocks ?? [];
const figures = (blocks: readonly DocumentBlock[]) => blocks.flatMap((block) => (block.kind === 'figure' ? [block.chart] : []));

/** 30 laptops of £400 bought in 2024 and kept four years: £12,000 and its rises fall due in 2028/29. */
const laptops = (...budgets: readonly number[]): PlanSnapshot => schoolOf({
  assets: [kit({ categoryKey: 'laptop', userGroup: 'pupil', quantity: 30, purchaseDate: '2024-09-01', overridePence: 40_000, overridePriceDate: '2026-09-01' })], budgets: budgetOf(...budgets),
});

describe('the titles of the briefing', () => {
  it('say what the figures of Hillcrest mean, with and without the way forward', async () => {
    const plan = await hillcrest();
    expect(titles(briefing(plan))).toEqual([
      '35 of our 1,050 items of kit are past their planned age.', 'Five of seven objectives have the ICT they need.',
      'One year is short. £17,570 is still to be found.', 'What the money buys in five years', expect.stringMatching(/^\w+ decisions are wanted\.$/u),
    ]);
    // 2028/29 £461 more than the reserve can give; 2029/30 £2,982 over, and £749 of its money may not pay for it: £461 + £3,731 = £4,192.
    expect(titles(briefing(plan, 2)).slice(2, 4)).toEqual(['One year is short. We can close all but £4,192 of the gap.', 'Spread the cost leaves £4,192 to be found.']);
  });

  it('are not said again under them', async () => {
    const needs = blocksOf(briefing(await hillcrest(), 2), 'needs').flatMap((block) => (block.kind === 'paragraph' ? [plainWords(block.words)] : []));
    expect(needs).toEqual(['Music Technology suite waits for a decision on 27 November.']);
  });

  it('claim nothing where nothing is known', () => {
    expect(titles(briefing(emptySchool()))).toEqual(['No kit is in the register yet.', 'What people need ICT for', 'What the plan costs is not known yet.', 'What the money buys in five years', 'Nothing has to be decided now.']);
  });

  it('say of money only what a budget bears out', () => {
    expect(titles(briefing(laptops()))[2]).toMatch(/^The plan costs £[\d,]+ over five years\. No budget is set yet\.$/u);
    expect(titles(briefing(laptops(50_000, 50_000, 50_000, 50_000, 50_000)))[2]).toBe('Every year fits its budget.');
    expect(titles(briefing(laptops(50_000)))[2]).toBe('Every year that has a budget fits its budget.');
    expect(titles(briefing(laptops(1000, 1000, 1000, 1000, 1000)))[2]).toMatch(/^One year is short\. £[\d,]+ is still to be found\.$/u);
  });
});

describe('the slide of what it costs', () => {
  it('shows the plan as it stands beside what each side gives, and the next one the way forward on its ledger', async () => {
    const plan = await hillcrest();
    const facts = factsFor(plan, 'slides', { scenarioId: 2 });
    const model = composeDocument(facts);
    const [before] = figures(blocksOf(model, 'costs'));
    const [after] = figures(blocksOf(model, 'years'));
    const sums = (values: readonly (readonly number[])[]): number[] => facts.forecast.years.map((_, at) => values.reduce((sum, each) => sum + (each[at] ?? 0), 0));
    expect(sums(before?.series.map(({ values }) => values) ?? [])).toEqual(facts.planForecast.totals.plannedPence);
    expect(sums(after?.series.map(({ values }) => values) ?? [])).toEqual(facts.forecast.totals.plannedPence);
    expect(blocksOf(model, 'costs').flatMap((block) => (block.kind === 'list' ? block.items.map(plainWords) : []))).toContain('Whole school: 30 pupil laptops in Trolley E are not replaced in 2028/29.');
  });

  it('shows one chart, of the plan, where no way forward changes it', async () => {
    const model = briefing(await hillcrest());
    expect(figures(blocksOf(model, 'costs'))).toHaveLength(1);
    expect(figures(blocksOf(model, 'years'))).toHaveLength(0);
  });
});

describe('what a slide has room for', () => {
  it('is kept to whatever the size of the school', () => {
    const model = briefing(largeSchool());
    const [bars] = figures(blocksOf(model, 'now'));
    expect(bars?.categories.length).toBeLessThanOrEqual(8);
    for (const { blocks } of model.sections) for (const block of blocks) if (block.kind === 'table') expect(block.rows.length).toBeLessThanOrEqual(10);
  });

  it('holds every item of the kit in its bars, past its age or not', async () => {
    const plan = await hillcrest();
    const [bars] = figures(blocksOf(briefing(plan), 'now'));
    expect(bars?.series.map(({ values }) => values.reduce((sum, value) => sum + value, 0))).toEqual([35, 1050 - 35]);
  });

  it('names the kit of a school whose lives are changed by what is past its age then', () => {
    const old = applyChanges(laptops(), [{ kind: 'life', categoryKey: 'laptop', userGroup: 'pupil', lifeMonths: 12 }]);
    expect(titles(briefing(old))[0]).toBe('30 of our 30 items of kit are past their planned age.');
  });
});

describe('what is still to be found', () => {
  it('is what the reserve is short by in the ledger on the same page, under every way forward of Hillcrest', async () => {
    const plan = await hillcrest();
    for (const { id } of plan.scenarios) {
      const { snapshot, forecast } = factsFor(plan, 'slides', { scenarioId: id });
      const reserve = reserveCourse(snapshot, forecast);
      const missing = overYears(forecast, reserve).reduce((sum, { missingPence }) => sum + missingPence, 0);
      expect(missing).toBe(Math.max(0, ...(reserve?.years ?? []).map(({ endPence }) => -endPence)));
    }
  });
});
