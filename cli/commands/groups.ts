import { existsSync } from 'node:fs';
import type { Answer } from '../../app/contract/contract.ts';
import { readArguments } from '../arguments.ts';
import { looksLikePlan, writeWhole } from '../files.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { Refused, WrongUsage, type ExitCode } from '../terminal.ts';
import { shortDate, wrapped } from '../words.ts';
import type { Command } from './command.ts';

const OPTIONS = { ideas: { type: 'string' }, members: { type: 'string' }, json: { type: 'boolean' } } as const;
const WIDTH = 100;

type Report = Answer<'group.report'>;

export const groupsCommand: Command = {
  usage: 'groups <plan.kitplan> [--ideas out.csv] [--members out.csv] [--json]',
  about: 'User groups: who backs them, how well each spans the school, and what became of its ideas; or the ideas or the members as a file.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const files = (['ideas', 'members'] as const).flatMap((table) => {
      const out = values[table];
      if (out !== undefined && !out.toLowerCase().endsWith('.csv')) throw new WrongUsage(`--${table} takes a name that ends in .csv; “${out}” does not.`);
      return out === undefined ? [] : [{ table, out }];
    });
    for (const { out } of files) if (existsSync(out) && looksLikePlan(out)) throw new Refused(`${out} is a plan and is not overwritten.`);
    const kitplan = openKitplan(terminal, { kind: 'file', path: positionals[0] ?? '', readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      for (const { table, out } of files) {
        const { base64 } = await ask(kitplan, 'documents.groups', { format: 'csv', table });
        writeWhole(out, Buffer.from(base64, 'base64'));
        terminal.out(`${out}\n`);
      }
      if (files.length > 0) return 0;
      const report = await ask(kitplan, 'group.report', {});
      terminal.out(values.json === true ? `${JSON.stringify(report)}\n` : `${text(report).join('\n')}\n`);
      return 0;
    });
  },
};

const FATES: Readonly<Record<Report['groups'][number]['ideas'][number]['fate'], string>> = {
  raised: 'raised', considered: 'considered', taken_up: 'taken up', piloted: 'on trial', declined: 'declined',
};

const text = ({ sentence, groups }: Report): string[] => [
  ...wrapped(sentence, WIDTH),
  ...groups.flatMap((group) => [
    '', group.name,
    ...[
      ['For', group.aims], ['Backed by', group.backing ?? 'nobody of the leadership team'], ['Meets', group.meets],
      ['Works for', group.objectives.length === 0 ? null : group.objectives.join('; ')], ['Members', group.members.length === 0 ? null : group.members.join('; ')],
      ['Span', group.span], ['Ideas', group.taken],
    ].flatMap(([head, words]) => (words === null || words === undefined ? [] : under(`  ${(head ?? '').padEnd(11)}`, words))),
    ...group.ideas.flatMap(({ raisedOn, text: idea, fate, because, need }) => under(
      `  ${shortDate(raisedOn).padEnd(13)}${FATES[fate].padEnd(12)}`, `${idea}${because === null ? '' : `. Because: ${because}`}${need === null ? '' : ` (${need})`}`,
    )),
  ]),
];

/** Words beside a heading, all their lines under the first. */
function under(head: string, words: string): string[] {
  const [first = '', ...rest] = wrapped(words, WIDTH - head.length);
  return [`${head}${first}`, ...rest.map((line) => `${' '.repeat(head.length)}${line}`)];
}
