import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPrograms } from '../support/built.ts';
import { runCommand } from '../support/run-command.ts';
import type { Ran } from '../support/spawn-kitplan.ts';
import { removeFolder } from '../support/spawn-shell.ts';

const root = process.cwd();
let home: string;
const kitplan = (...args: string[]): Promise<Ran> => runCommand(args, { home });
const call = (entry: string, request: object): Promise<Ran> => kitplan('call', entry, JSON.stringify(request), '--plan', 'hillcrest.kitplan');

beforeAll(async () => {
  buildPrograms();
  home = mkdtempSync(join(tmpdir(), 'kitplan-documents-'));
  process.chdir(home);
  expect((await kitplan('sample', 'hillcrest.kitplan')).code).toBe(0);
});
afterAll(() => {
  process.chdir(root);
  removeFolder(home);
});

it('lists the documents by reader, what was sent, and what differs from what was sent', async () => {
  const listed = await kitplan('documents', 'hillcrest.kitplan');
  expect(listed).toMatchObject({ code: 0, err: '' });
  expect(listed.out).toMatch(/^For the leadership team and governors\n {2}strategy {4}Draft \d+ +ICT strategy \d{4} to \d{4} \(docx, pdf\)$/mu);
  expect(listed.out).toMatch(/^ {2}calendar {4}.*\(ics\)$/mu);

  expect(await call('document.send', { kind: 'summary', asOf: '2026-11-21', sentTo: 'the governing board', sentOn: '2026-11-21', role: 'business_manager' })).toMatchObject({ code: 0 });
  expect((await kitplan('documents', 'hillcrest.kitplan', '--sent')).out).toMatch(/^ {2}Version \d+, sent on 21 November 2026 by the business manager to the governing board\.$/mu);

  expect(await call('policy.set', { categoryKey: 'laptop', userGroup: 'pupil', set: { lifeMonths: 72 } })).toMatchObject({ code: 0 });
  const { code, out } = await kitplan('documents', 'hillcrest.kitplan', '--compare', 'summary', '--as-of', '2026-11-21');
  expect(code).toBe(0);
  expect(out).toMatch(/^Draft \d+ costs £[\d,]+ less than version \d+ over five years\./u);
  expect(out).toMatch(/^ {2}2026\/27 +£[\d,]+ +£[\d,]+ +−£[\d,.]+$/mu);
  for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(100);
  const json = JSON.parse((await kitplan('documents', 'hillcrest.kitplan', '--compare', 'summary', '--as-of', '2026-11-21', '--json')).out) as { readonly years: readonly unknown[] };
  expect(json.years).toHaveLength(5);
});

it('says what works where a kind, a version or an option does not', async () => {
  expect(await kitplan('documents', 'hillcrest.kitplan', '--compare', 'poster')).toMatchObject({ code: 2, err: expect.stringContaining('“poster” is none of them') as string });
  expect(await kitplan('documents', 'hillcrest.kitplan', '--from', '1')).toMatchObject({ code: 2, err: expect.stringContaining('go with --compare') as string });
  expect(await kitplan('documents', 'hillcrest.kitplan', '--compare', 'reply')).toMatchObject({ code: 1, err: expect.stringContaining('No reply has been sent') as string });
  expect(await kitplan('documents', 'hillcrest.kitplan', '--compare', 'summary', '--from', '77')).toMatchObject({ code: 1, err: expect.stringContaining('No version 77 of summary was sent.') as string });
});
