import { basename } from 'node:path';
import type { Request } from '../../app/contract/contract.ts';
import { basisPoints, bindingFactor, isoDate, lifeMonths, pence, shortText } from '../../app/contract/fields.ts';
import { readWhole } from '../files.ts';
import { Refused } from '../terminal.ts';

type PartialUpgrade = Partial<NonNullable<Request<'policy.set'>['set']['upgrade']>>;

/** What one category of a policies file asks for; what it leaves out stays as it is. */
export type CategoryPolicy = {
  readonly categoryKey: string;
  readonly set: Omit<Request<'policy.set'>['set'], 'upgrade'> & { readonly upgrade?: PartialUpgrade | null };
  /** Hundredths of a per cent a year; null where the file leaves it out. */
  readonly inflationBp: number | null;
};

type Rule = { readonly fits: (value: unknown) => boolean; readonly words: string };

const AMOUNT: Rule = {
  fits: (value) => pence.nullable().safeParse(value).success,
  words: 'a whole number of pence from 0 to 1,000,000,000',
};
const LIFE: Rule = { fits: (value) => lifeMonths.safeParse(value).success, words: 'a whole number of months from 1 to 600' };
const DAY: Rule = { fits: (value) => isoDate.nullable().safeParse(value).success, words: 'a day written like 2026-04-01' };

const UPGRADE_RULES: Readonly<Record<string, Rule>> = {
  atMonths: LIFE,
  unitPence: AMOUNT,
  priceDate: DAY,
  what: { fits: (value) => shortText.safeParse(value).success, words: 'a few words, such as "memory"' },
};

const RULES: Readonly<Record<string, Rule>> = {
  lifeMonths: LIFE,
  unitPence: AMOUNT,
  priceDate: DAY,
  inflationBp: {
    fits: (value) => basisPoints.safeParse(value).success,
    words: 'a whole number of hundredths of a per cent from −5,000 to 5,000',
  },
  binding: {
    fits: (value) => bindingFactor.array().safeParse(value).success,
    words: `a list of any of ${bindingFactor.options.join(', ')}`,
  },
  upgrade: { fits: (value) => value === null || isObject(value), words: 'null, or an object with atMonths and unitPence' },
};

/**
 * `{"laptop": {"lifeMonths": 60, "unitPence": 36500, …}, …}`
 * @throws Refused with one sentence that names the file, the category and the field
 */
export async function readPolicies(path: string): Promise<readonly CategoryPolicy[]> {
  const told = parse(path, await readWhole(path, 1024 * 1024));
  return Object.entries(told).map(([categoryKey, given]) => categoryPolicy(basename(path), categoryKey, given));
}

function parse(path: string, bytes: Buffer): Record<string, unknown> {
  let told: unknown;
  try {
    told = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/u, ''));
  } catch (fault) {
    throw new Refused(`${basename(path)} cannot be read as JSON${placeOf(fault)}.`);
  }
  if (!isObject(told)) throw new Refused(`${basename(path)} has to be an object of categories, such as {"laptop": {"lifeMonths": 60}}.`);
  return told;
}

/** Where the parser stopped; its own words quote the file, line breaks and all. */
function placeOf(fault: unknown): string {
  const place = fault instanceof SyntaxError ? /line (\d+) column (\d+)/u.exec(fault.message) : null;
  return place === null ? '' : `: line ${place[1]}, character ${place[2]} is not what JSON has there`;
}

function categoryPolicy(file: string, categoryKey: string, given: unknown): CategoryPolicy {
  if (!isObject(given)) throw new Refused(`${file}: ${categoryKey} has to be an object, such as {"lifeMonths": 60}.`);
  check(`${file}: ${categoryKey}`, given, RULES);
  if (isObject(given['upgrade'])) check(`${file}: ${categoryKey}.upgrade`, given['upgrade'], UPGRADE_RULES);
  const { inflationBp, ...set } = given;
  return { categoryKey, set, inflationBp: typeof inflationBp === 'number' ? inflationBp : null };
}

function check(where: string, given: Record<string, unknown>, rules: Readonly<Record<string, Rule>>): void {
  for (const [field, value] of Object.entries(given)) {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
    if (rule === undefined) {
      throw new Refused(`${where} has no ${field}; it may have ${Object.keys(rules).join(', ')}.`);
    }
    if (!rule.fits(value)) throw new Refused(`${where}.${field} has to be ${rule.words}; it is ${short(value)}.`);
  }
}

const short = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
