import { parseArgs, type ParseArgsConfig } from 'node:util';
import { budgetPence, isoDate } from '../app/contract/fields.ts';
import { WrongUsage } from './terminal.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * A command's arguments, as node:util reads them.
 * @throws WrongUsage where an option is unknown or lacks its value, or the names are too few or too many
 */
export function readArguments<Given extends Options>(
  args: readonly string[], options: Given, names: { readonly least: number; readonly most: number },
) {
  const parsed = parse(args, options);
  const { length } = parsed.positionals;
  if (length < names.least) throw new WrongUsage('Something is missing.');
  if (length > names.most) throw new WrongUsage(`“${parsed.positionals[names.most] ?? ''}” is one name too many.`);
  return parsed;
}

function parse<Given extends Options>(args: readonly string[], options: Given) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (fault) {
    throw new WrongUsage(fault instanceof Error ? firstSentence(fault.message) : 'The options cannot be read.');
  }
}

/** Node adds advice about "--" after its first sentence, which helps nobody here. */
const firstSentence = (message: string): string => `${message.split(/\.\s|\n/u)[0]?.replace(/\.$/u, '') ?? message}.`;

/** @throws WrongUsage where it is not a whole number from `least` to `most` */
export function wholeNumber(option: string, text: string, { least, most }: { least: number; most: number }): number {
  const value = /^\d{1,9}$/u.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new WrongUsage(`${option} takes a whole number from ${least} to ${most}.`);
  return value;
}

/** @throws WrongUsage where it is not a day between 1980 and 2100, written yyyy-mm-dd */
export function day(option: string, text: string): string {
  const read = isoDate.safeParse(text);
  if (!read.success) throw new WrongUsage(`${option} takes a day written like 2026-11-21.`);
  return read.data;
}

/**
 * A year's budget, "118400" or "118400.50", as whole pence. Thousands are not marked with commas: the comma parts the years.
 * @throws WrongUsage for anything else
 */
export function budgetAsPence(option: string, text: string): number {
  const read = /^£?(\d{1,9})(?:\.(\d{1,2}))?$/u.exec(text.trim());
  if (read === null) throw new WrongUsage(`${option} takes pounds such as 118400 or 118400.50; “${text}” cannot be read as that.`);
  const pence = Number(read[1]) * 100 + Number((read[2] ?? '').padEnd(2, '0'));
  if (!budgetPence.safeParse(pence).success) throw new WrongUsage(`${option} takes at most £100 million a year.`);
  return pence;
}
