import { importOptions, withAnswer, type ImportOptions } from '../app/contract/import-options.ts';
import { wholeNumber } from './arguments.ts';
import { readWhole } from './files.ts';
import { Refused, WrongUsage } from './terminal.ts';

const LARGEST_MAPPING_BYTES = 1024 * 1024;
const MATCHES = ['both', 'serial', 'tag', 'none'] as const;

/** How a file is to be read, as options of a command say it. */
export const READING_OPTIONS = {
  sheet: { type: 'string' }, 'header-row': { type: 'string' }, match: { type: 'string' }, mapping: { type: 'string' },
} as const;

type Given = { readonly [Name in keyof typeof READING_OPTIONS]?: string | undefined };

/**
 * What the options say of a file: first the mapping file, then what stands beside it.
 * @throws WrongUsage where an option does not take what was given
 * @throws Refused where the mapping file cannot be read, or is none
 */
export async function readingOptions(given: Given): Promise<ImportOptions> {
  const mapping = given.mapping === undefined ? {} : await readMapping(given.mapping);
  const match = given.match === undefined ? undefined : MATCHES.find((each) => each === given.match);
  if (given.match !== undefined && match === undefined) throw new WrongUsage(`--match takes one of ${MATCHES.join(', ')}.`);
  return withAnswer(mapping, {
    ...(given.sheet !== undefined && { sheet: given.sheet }),
    ...(given['header-row'] !== undefined && { headerRow: headerRow(given['header-row']) }),
    ...(match !== undefined && { match }),
  });
}

const headerRow = (text: string): number | null =>
  (text === 'none' ? null : wholeNumber('--header-row', text, { least: 1, most: 1_048_576 }));

async function readMapping(path: string): Promise<ImportOptions> {
  const bytes = await readWhole(path, LARGEST_MAPPING_BYTES);
  const read = importOptions.safeParse(jsonOf(bytes.toString('utf8')));
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  throw new Refused(`${path} is no mapping: ${field === '' ? '' : `${field}: `}${issue?.message ?? 'it is not JSON'}`);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{feff}/u, ''));
  } catch {
    return undefined;
  }
}
