import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Answer, EntryName, Request } from '../../app/contract/contract.ts';
import { buildEverything } from '../support/built.ts';
import { testPlan } from '../support/plan-in-memory.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });

/** A plan file with a round, a conversation with two notes, and a user group with an idea. */
async function makePlan(): Promise<void> {
  expect(await kitplan('sample', 'school.kitplan')).toMatchObject({ code: 0 });
  using plan = testPlan({ kind: 'file', path: join(home, 'school.kitplan'), readOnly: false });
  const call = async <Name extends EntryName>(name: Name, request: Request<Name>): Promise<Answer<Name>> => plan.call(name, request);
  const { snapshot: { analysis } } = await call('plan.snapshot', {});
  for (const { id } of analysis.round) await call('round.remove', { id });
  for (const { id } of analysis.conversations) await call('conversation.remove', { id });
  for (const { id } of analysis.groups) await call('group.remove', { id });
  for (const role of ['SENDCo', 'Exams officer']) await call('round.add', { year: 2025, person: { kind: 'other', role } });
  await call('conversation.add', {
    heldOn: '2025-10-12', person: { kind: 'senco', role: 'SENDCo' }, notes: [{ direction: 'need', text: 'Nine reading pens' }, { direction: 'offer', text: 'Speech to text' }],
  });
  const { value: group } = await call('group.add', { name: 'Digital leads', backerRole: 'Deputy head', backedOn: '2025-09-01' });
  await call('group.addMember', { groupId: group.id, person: { kind: 'pupils', role: 'Year 9 pupils' } });
  await call('idea.add', { groupId: group.id, raisedOn: '2025-10-06', text: 'Charging lockers', fate: 'declined', because: 'Fire doors may not be blocked' });
}

beforeAll(async () => {
  buildEverything();
  home = mkdtempSync(join(tmpdir(), 'kitplan-talks-'));
  process.chdir(home);
  await makePlan();
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

describe('kitplan conversations', () => {
  it('tells who was heard in a year, and what they said', async () => {
    const { code, out, err } = await kitplan('conversations', 'school.kitplan', '--year', '2025');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n')).toEqual([
      '1 of 2 people has been heard in 2025/26; the exams officer has not. None of the 2 notes is part of a', 'need yet.', '',
      `${'Exams officer'.padEnd(40)} not heard yet`, `${'SENDCo'.padEnd(40)} heard on 12 Oct 2025`, '',
      '12 Oct 2025, SENDCo', '  needs   Nine reading pens', '  offered Speech to text', '',
    ]);
    expect(JSON.parse((await kitplan('conversations', 'school.kitplan', '--year', '2025', '--json')).out)).toMatchObject({ label: '2025/26', people: [{ name: 'Exams officer', heardOn: null }, { heardOn: '2025-10-12' }] });
  });

  it('writes the round and the notes as files, and says what it cannot write', async () => {
    expect(await kitplan('conversations', 'school.kitplan', '--year', '2025', '--round', 'round.csv', '--notes', 'notes.csv')).toEqual({ code: 0, out: 'round.csv\nnotes.csv\n', err: '' });
    expect(readFileSync('notes.csv', 'utf8')).toContain('Nine reading pens');
    expect(readFileSync('round.csv', 'utf8').split('\r\n')[1]).toBe('2025/26,Somebody else,Exams officer,,No,,0');
    expect(await kitplan('conversations', 'school.kitplan', '--notes', 'notes.doc')).toMatchObject({ code: 2, err: expect.stringContaining('--notes takes a name that ends in .csv or .xlsx; “notes.doc” does neither.') as string });
    expect(await kitplan('conversations', 'school.kitplan', '--year', 'now')).toMatchObject({ code: 2, err: expect.stringContaining('--year takes a whole number from 2000 to 2100.') as string });
  });
});

describe('kitplan groups', () => {
  it('tells who backs a group, how well it spans the school and what became of its ideas', async () => {
    const { code, out } = await kitplan('groups', 'school.kitplan');
    expect(code).toBe(0);
    expect(out).toMatch(/^One user group has raised one idea; the one settled was declined\.\n\nDigital leads\n {2}Backed by {2}Deputy head, since 1 September 2025\n {2}Members {4}Year 9 pupils\n/u);
    expect(out).toContain('6 Oct 2025   declined    Charging lockers. Because: Fire doors may not be blocked');
    expect(await kitplan('groups', 'school.kitplan', '--ideas', 'ideas.csv', '--members', 'members.csv')).toMatchObject({ code: 0, out: 'ideas.csv\nmembers.csv\n' });
    expect(readFileSync('ideas.csv', 'utf8')).toContain('Fire doors may not be blocked');
    expect(await kitplan('groups', 'school.kitplan', '--ideas', 'ideas.txt')).toMatchObject({ code: 2 });
  });
});
