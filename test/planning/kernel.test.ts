import { plain } from './compare.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forecast } from '../../planning/forecast.ts';
import { compile, rerun, run } from '../../planning/kernel.ts';
import { follow, start, type Running } from '../../planning/kernel/incremental.ts';
import { assetsInCell } from '../../planning/kernel/open-cell.ts';
import { kernelCells, kernelTotals } from '../../planning/kernel/totals.ts';
import { applyChange, applyChanges, type PlanChange } from '../../planning/scenarios/change.ts';
import type { Asset, PlanSnapshot } from '../../planning/snapshot.ts';
import { anyOptions, options, plan, SEED } from './arbitraries.ts';
import { aLife, anEdit, edited } from './edits.ts';
import { cellsOfKernel, cellsOfLines, differences } from './five-ways/cells.ts';

const hold = <T extends unknown[]>(arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> }, law: (...values: T) => void, numRuns = 300): void =>
  fc.assert(fc.property(fc.tuple(...arbitraries) as unknown as fc.Arbitrary<T>, (values) => law(...values)), { seed: SEED, numRuns });

/** A plan with every row of its register twice and three times over: equal rows that can become cohort lines. */
const repeated = (snapshot: PlanSnapshot): PlanSnapshot => ({
  ...snapshot,
  actions: [0, 1, 2].flatMap((round) => snapshot.actions.map((action) => ({ ...action, assetId: action.assetId + 100 * round }))),
  assets: [0, 1, 2].flatMap((round) => snapshot.assets.map((asset): Asset =>
    ({ ...asset, id: asset.id + 100 * round, succeedsAssetId: round === 0 ? asset.succeedsAssetId : null, tag: `T${round}-${asset.id}` }))),
});

describe('the cells of the kernel', () => {
  test('are the lines of the forecast, added up by category, department, room, code and fund', () => {
    hold([plan(), anyOptions()], (snapshot, asked) => {
      const compiled = compile(snapshot, asked);
      expect(differences(cellsOfKernel(compiled, run(compiled)), cellsOfLines(snapshot, forecast(snapshot, asked)))).toEqual([]);
    });
  });

  test('are the same whether equal kit is one line or every item its own', () => {
    hold([plan(), anyOptions()], (snapshot, asked) => {
      const policies = snapshot.policies.filter(({ assetId }) => assetId === null);
      const more = repeated({ ...snapshot, policies, assets: snapshot.assets.map((asset) => ({ ...asset, succeedsAssetId: null })) });
      const [cohorts, assets] = (['cohorts', 'assets'] as const).map((form) => compile(more, asked, form));
      if (cohorts === undefined || assets === undefined) return;
      expect(differences(cellsOfKernel(cohorts, run(cohorts)), cellsOfKernel(assets, run(assets)))).toEqual([]);
      expect(kernelTotals(cohorts, run(cohorts))).toEqual(kernelTotals(assets, run(assets)));
      const lines = ({ blocks }: typeof cohorts): number => [...blocks.values()].flatMap(({ slots }) => slots).reduce((sum, { columns }) => sum + columns.size, 0);
      expect(lines(cohorts) * 3).toBeLessThanOrEqual(lines(assets));
    });
  });

  test('open down to the kit that they are the sum of', () => {
    hold([plan(), options], (snapshot, asked) => {
      const more = repeated(snapshot);
      const compiled = compile(more, asked);
      const { lines } = forecast(more, asked);
      const assets = new Map(more.assets.map((asset) => [asset.id, asset]));
      for (const cell of kernelCells(compiled, run(compiled)).filter(({ kind }) => kind === 'replace' || kind === 'upgrade')) {
        const ids = lines.filter((line) => line.kind === cell.kind && line.yearIndex === cell.yearIndex && line.categoryKey === cell.categoryKey
          && line.fundKey === cell.fundKey && assets.get(line.assetId ?? -1)?.departmentId === cell.departmentId
          && assets.get(line.assetId ?? -1)?.locationId === cell.locationId).map((line) => line.assetId);
        expect(assetsInCell(compiled, cell).map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([...new Set(ids)].toSorted((a, b) => Number(a) - Number(b)));
      }
    }, 100);
  });
});

describe('a life that is moved', () => {
  test('gives in the kernel what a fresh start gives, also where kit due before keeps its earlier life', () => {
    hold([plan(), options, fc.array(aLife, { minLength: 1, maxLength: 6 })], (snapshot, asked, changes) => {
      const own = (change: PlanChange): boolean => applyChange(snapshot, change, null).policies.length === snapshot.policies.length;
      const compiled = compile(snapshot, asked);
      const cells = run(compiled);
      const made = changes.filter(own);
      let { policies } = snapshot;
      for (const change of made) {
        ({ policies } = applyChange({ ...snapshot, policies }, change, null));
        if ('categoryKey' in change && change.categoryKey !== undefined) rerun(compiled, cells, policies, change.categoryKey);
      }
      const right = forecast(applyChanges(snapshot, made), asked);
      expect(kernelTotals(compiled, cells, policies)).toEqual(plain(right.totals));
      expect(differences(cellsOfKernel(compiled, cells, policies), cellsOfLines(snapshot, right))).toEqual([]);
    });
  });
});

describe('a plan that is edited', () => {
  const followed = (snapshot: PlanSnapshot, asked: Parameters<typeof start>[1], steps: readonly ((plan: PlanSnapshot) => PlanSnapshot)[]): { running: Running; now: PlanSnapshot } => {
    let now = snapshot;
    let running = start(snapshot, asked);
    for (const step of steps) {
      now = step(now);
      running = follow(running, now);
    }
    return { running, now };
  };

  test('comes, edit after edit, to what it comes to when it is read afresh, in every cell', () => {
    hold([plan({ assets: 40 }), anyOptions(), fc.array(anEdit, { minLength: 1, maxLength: 12 })], (snapshot, asked, edits) => {
      const { running, now } = followed(snapshot, asked, edits.map((edit) => (plan) => edited(plan, edit)));
      const right = forecast(now, asked);
      expect(kernelTotals(running.compiled, running.cells)).toEqual(plain(right.totals));
      expect(differences(cellsOfKernel(running.compiled, running.cells), cellsOfLines(now, right))).toEqual([]);
    }, 500);
  });

  test('is followed row by row as long as little changes', () => {
    const made = fc.sample(plan({ assets: 40, decided: false, backlog: false }), { seed: SEED, numRuns: 20 }).find(({ assets }) => assets.length >= 30);
    if (made === undefined) throw new Error('No plan of thirty rows.');
    // Where losses go by the record, every row has a part in every rate: then all is read again.
    const snapshot: PlanSnapshot = { ...made, policies: made.policies.map((policy) => ({ ...policy, lossFrom: 'policy' })) };
    const before = start(snapshot, { asOf: '2026-11-21' });
    const after = follow(before, { ...snapshot, assets: snapshot.assets.map((asset, at) => (at === 3 ? { ...asset, quantity: 7 } : asset)) });
    expect(after.compiled.blocks).toBe(before.compiled.blocks);
  });
});
