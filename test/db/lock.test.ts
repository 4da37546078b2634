import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPlanFile } from '../../db/plan-file.ts';
import { setSchool } from '../../db/repositories/school.ts';
import { loadSnapshot } from '../../db/repositories/snapshot.ts';
import { manager, office, refusalOf, SEED, sha256Of } from './plan-fixtures.ts';

const elsewhere = { holder: { user: 'bursar', computer: 'FINANCE-PC', pid: 4242 } };
const lockOf = (file: string): string => `${file}.lock`;
const noteIn = (file: string): Record<string, unknown> => JSON.parse(readFileSync(lockOf(file), 'utf8')) as Record<string, unknown>;

/** The number of a process that has ended. */
function endedProcess(): number {
  const { pid } = spawnSync(process.execPath, ['--version']);
  return pid;
}

describe('a plan that is open', () => {
  it('has a lock beside it that says who, where and since when, and loses it on closing', () => {
    const desk = office();
    const plan = desk.create();
    expect(noteIn(desk.file)).toMatchObject({
      user: 'helpdesk', computer: hostname(), pid: process.pid, since: '2026-11-21T09:14:00.000Z', refreshed: '2026-11-21T09:14:00.000Z',
    });
    plan.close();
    expect(existsSync(lockOf(desk.file))).toBe(false);
  });

  it('opens for reading on another computer and says who has it and since when', () => {
    const desk = office();
    desk.create();
    const before = sha256Of(desk.file);
    const second = desk.open(elsewhere);
    expect(second.readOnly).toEqual({
      code: 'locked',
      sentence: `Hillcrest.kitplan has been open on ${hostname()} (account helpdesk) since 21 November 2026 at ${new Date('2026-11-21T09:14:00Z').toLocaleTimeString('en-GB', { timeStyle: 'short' })}. It is open here for reading only.`,
    });
    expect(loadSnapshot(second.reader).school.name).toBe('My school');
    expect(refusalOf(() => second.change(manager('Rename'), (writer) => { setSchool(writer, { name: 'x' }); })).code).toBe('locked');
    second.close();
    expect(sha256Of(desk.file)).toBe(before);
    expect(noteIn(desk.file)).toMatchObject({ user: 'helpdesk' });
  });

  it('opens for reading a second time in the same program', () => {
    const desk = office();
    desk.create();
    expect(desk.open().readOnly?.code).toBe('locked');
  });

  it('shows a reader what the other one saves', () => {
    const desk = office();
    const first = desk.create();
    const second = desk.open(elsewhere);
    first.change(manager('Rename'), (writer) => { setSchool(writer, { name: 'Hillcrest' }); });
    expect(loadSnapshot(second.reader).school.name).toBe('Hillcrest');
  });

  it('can be changed by the next one once it is closed', () => {
    const desk = office();
    desk.create().close();
    expect(desk.open(elsewhere).readOnly).toBeNull();
  });

  it('is locked while another process on this computer lives, however long ago that opened it', () => {
    const desk = office();
    desk.create().close();
    const other = spawn(process.execPath, ['--eval', 'setInterval(() => undefined, 1000)']);
    onTestFinished(() => { other.kill(); });
    const note = { user: 'technician', computer: hostname(), pid: other.pid, since: '2026-11-20T08:00:00.000Z', refreshed: '2026-11-20T08:00:00.000Z', token: 'theirs' };
    writeFileSync(lockOf(desk.file), JSON.stringify(note));
    expect(desk.open().readOnly?.sentence).toContain('account technician');
    expect(noteIn(desk.file)).toEqual(note);
  });
});

describe('a lock that nobody holds any more is taken over', () => {
  const leftBehind = (note: Record<string, unknown>) => {
    const desk = office();
    desk.create().close();
    writeFileSync(lockOf(desk.file), JSON.stringify({ since: '2026-11-21T09:00:00.000Z', refreshed: '2026-11-21T09:12:00.000Z', token: 'old', user: 'bursar', ...note }));
    return desk;
  };

  it('where its process on this computer is gone', () => {
    const desk = leftBehind({ computer: hostname(), pid: endedProcess() });
    expect(desk.open().readOnly).toBeNull();
    expect(noteIn(desk.file)).toMatchObject({ user: 'helpdesk' });
  });

  it('where this computer gave the number of its process to us', () => {
    expect(leftBehind({ computer: hostname(), pid: process.pid }).open().readOnly).toBeNull();
  });

  it('where another computer has not confirmed it for three minutes, and not a moment before', () => {
    const desk = leftBehind({ computer: 'FINANCE-PC', pid: 1 });
    desk.setClock('2026-11-21T09:15:00.000Z');
    expect(desk.open().readOnly?.code).toBe('locked');
    desk.setClock('2026-11-21T09:15:00.001Z');
    expect(desk.open().readOnly).toBeNull();
  });

  it('where a crash left half of it', () => {
    const desk = office();
    desk.create().close();
    writeFileSync(lockOf(desk.file), '{"user":"burs');
    expect(desk.open().readOnly).toBeNull();
  });
});

describe('while a plan stays open', () => {
  const withTimers = () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => { vi.useRealTimers(); });
  };

  it('its lock is confirmed each minute', () => {
    withTimers();
    const desk = office();
    const plan = desk.create();
    desk.setClock('2026-11-21T09:15:00.000Z');
    vi.advanceTimersByTime(60_000);
    expect(noteIn(desk.file)).toMatchObject({ since: '2026-11-21T09:14:00.000Z', refreshed: '2026-11-21T09:15:00.000Z' });
    plan.close();
    vi.advanceTimersByTime(120_000);
    expect(existsSync(lockOf(desk.file))).toBe(false);
  });

  it('a lock that somebody deleted is put back', () => {
    withTimers();
    const desk = office();
    desk.create();
    rmSync(lockOf(desk.file));
    vi.advanceTimersByTime(60_000);
    expect(noteIn(desk.file)).toMatchObject({ user: 'helpdesk' });
  });

  it('the lock of somebody who took it over meanwhile is never written over, nor removed on closing', () => {
    withTimers();
    const desk = office();
    const plan = desk.create();
    const theirs = { user: 'bursar', computer: 'FINANCE-PC', pid: 1, since: '2026-11-21T09:44:00.000Z', refreshed: '2026-11-21T09:44:00.000Z', token: 'theirs' };
    writeFileSync(lockOf(desk.file), JSON.stringify(theirs));
    vi.advanceTimersByTime(60_000);
    plan.close();
    expect(noteIn(desk.file)).toEqual(theirs);
  });

  it('a computer that slept, and whose plan was opened elsewhere meanwhile, saves nothing over it', () => {
    withTimers();
    const desk = office();
    const sleeper = desk.create();
    desk.setClock('2026-11-21T09:44:00.000Z');
    const second = desk.open(elsewhere);
    expect(second.readOnly).toBeNull();
    second.change(manager('Rename'), (writer) => { setSchool(writer, { name: 'Hillcrest' }); });
    vi.advanceTimersByTime(60_000);
    const refusal = refusalOf(() => sleeper.change(manager('Rename'), (writer) => { setSchool(writer, { name: 'Old name' }); }));
    expect(refusal.code).toBe('locked');
    expect(refusal.sentence).toContain('has been open on FINANCE-PC (account bursar)');
    sleeper.close();
    expect(noteIn(desk.file)).toMatchObject({ user: 'bursar' });
    expect(loadSnapshot(second.reader).school.name).toBe('Hillcrest');
  });
});

it('a new plan is not made where a lock says that somebody has it open', () => {
  const desk = office();
  writeFileSync(lockOf(desk.file), JSON.stringify({ user: 'bursar', computer: 'FINANCE-PC', pid: 1, since: '2026-11-21T09:13:00.000Z', refreshed: '2026-11-21T09:13:30.000Z', token: 'theirs' }));
  expect(refusalOf(() => createPlanFile(desk.file, desk.options, SEED)).code).toBe('locked');
  expect(readdirSync(desk.folder)).toEqual(['Hillcrest.kitplan.lock']);
});

it('a program that is only waiting for its plan can end: the lock keeps nothing alive', () => {
  const desk = office();
  const script = `
    import { createPlanFile } from ${JSON.stringify(`${import.meta.dirname}/../../db/plan-file.ts`)};
    createPlanFile(process.argv[1], { now: () => new Date(), home: '/nowhere', appVersion: '0', holder: { user: 'u', computer: ${JSON.stringify(hostname())}, pid: process.pid } }, { policies: [] });`;
  const run = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', script, desk.file], { encoding: 'utf8', timeout: 20_000 });
  expect([run.status, run.stderr]).toEqual([0, '']);
  expect(existsSync(lockOf(desk.file))).toBe(true);
  expect(desk.open().readOnly).toBeNull();
});
