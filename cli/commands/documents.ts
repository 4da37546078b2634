import { resolve } from 'node:path';
import type { Answer, Request } from '../../app/contract/contract.ts';
import { documentEntries } from '../../app/contract/documents.ts';
import type { Kitplan } from '../../app/kitplan.ts';
import { day, readArguments, wholeNumber } from '../arguments.ts';
import { comparisonTable, documentsTable, sentTable } from '../documents-table.ts';
import { ask, openKitplan, withKitplan } from '../open-kitplan.ts';
import { scenarioNamed } from '../scenario.ts';
import { Refused, WrongUsage, type ExitCode } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = {
  sent: { type: 'boolean' }, compare: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' }, scenario: { type: 'string' }, 'as-of': { type: 'string' },
  json: { type: 'boolean' },
} as const;

type Sent = Answer<'document.list'>['sent'];
type DocumentKind = Request<'document.compare'>['kind'];

const KINDS: readonly DocumentKind[] = documentEntries['document.compare'].input.shape.kind.options;

export const documentsCommand: Command = {
  usage: 'documents <plan.kitplan> [--sent] [--compare KIND [--from VERSION] [--to VERSION]] [--scenario NAME] [--as-of yyyy-mm-dd] [--json]',
  about: 'The documents of a plan and how each stands; with --sent all that were sent; with --compare what differs between two versions, in words and in £.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 1, most: 1 });
    const kind = values.compare === undefined ? null : kindOf(values.compare);
    if (kind === null && [values.from, values.to, values.scenario, values['as-of']].some((given) => given !== undefined)) throw new WrongUsage('--from, --to, --scenario and --as-of go with --compare.');
    if (kind !== null && values.sent === true) throw new WrongUsage('--sent and --compare are two things to ask: leave one out.');
    const [from, to] = [versionOf('--from', values.from), versionOf('--to', values.to)];
    const asOf = values['as-of'] === undefined ? {} : { asOf: day('--as-of', values['as-of']) };
    const kitplan = openKitplan(terminal, { kind: 'file', path: resolve(positionals[0] ?? ''), readOnly: true });
    return withKitplan<ExitCode>(kitplan, async () => {
      const write = <Report>(report: Report, table: (report: Report) => string): void => terminal.out(values.json === true ? `${JSON.stringify(report)}\n` : table(report));
      const list = await ask(kitplan, 'document.list', {});
      if (kind !== null) write(await compared(kitplan, list.sent, { kind, from, to, view: { ...asOf, ...await scenarioNamed(kitplan, values.scenario) } }), comparisonTable);
      else if (values.sent === true) write(list.sent, sentTable);
      else write(list.documents, documentsTable);
      return 0;
    });
  },
};

type Comparing = { readonly kind: DocumentKind; readonly from: Version | null; readonly to: Version | null; readonly view: { readonly asOf?: string; readonly scenarioId?: number } };

/** Without --from the newest that was sent is compared; without --to it is compared with the draft. */
function compared(kitplan: Kitplan, sent: Sent, { kind, from, to, view }: Comparing): Promise<Answer<'document.compare'>> {
  const ofKind = sent.filter((each) => each.kind === kind);
  const newest = Math.max(0, ...ofKind.map(({ number }) => number));
  if (from === null && newest === 0) throw new Refused(`No ${kind} has been sent, so there is nothing to compare the draft with.`);
  const idOf = (version: Version): Version => {
    if (version === 'draft') return version;
    const found = ofKind.find(({ number }) => number === version);
    if (found !== undefined) return found.id;
    throw new Refused(`No version ${version} of ${kind} was sent. ${ofKind.length === 0 ? 'None was.' : `There ${ofKind.length === 1 ? 'is version' : 'are versions'} ${ofKind.map(({ number }) => number).toSorted((a, b) => a - b).join(', ')}.`}`);
  };
  return ask(kitplan, 'document.compare', { kind, before: idOf(from ?? newest), after: idOf(to ?? 'draft'), ...view });
}

type Version = 'draft' | number;

/** @throws WrongUsage for anything but a version's number or draft */
function versionOf(option: string, text: string | undefined): Version | null {
  if (text === undefined) return null;
  return text === 'draft' ? 'draft' : wholeNumber(option, text, { least: 1, most: 1_000_000 });
}

/** @throws WrongUsage for what is no kind of document */
function kindOf(text: string): DocumentKind {
  const kind = KINDS.find((each) => each === text);
  if (kind === undefined) throw new WrongUsage(`--compare takes one of ${KINDS.join(', ')}; “${text}” is none of them.`);
  return kind;
}
