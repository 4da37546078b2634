import { z } from 'zod';
import { NO_ANALYSIS } from '../planning/analysis/facts.ts';
import { NO_FINANCE, USUAL_PROFILE } from '../planning/budget/finance.ts';
import { UNSAID } from '../planning/policies.ts';
import { SCHOOL_DEFAULTS } from '../planning/school-defaults.ts';

type Fields = Readonly<Record<string, unknown>>;

/** What fields that cannot be left open were before they could be said, by the part of what was frozen that they are in. */
const BEFORE: Readonly<Record<string, Fields>> = { snapshot: { finance: NO_FINANCE, analysis: NO_ANALYSIS }, school: SCHOOL_DEFAULTS, policies: UNSAID, finance: NO_FINANCE, profile: USUAL_PROFILE };

/** What says nothing, where a field may say nothing: nobody knows, there are none. */
const NOTHING = [null, [], {}] as const;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Facts that were written before some of their fields were there, with what those meant then: nobody knew, there were
 * none, or the plan's own default. A field that has neither stays away, and the shape refuses it. What is frozen for
 * good must open in every later Kitplan: a new field of a snapshot that is neither nullable nor a list goes in `BEFORE`.
 */
export function withFieldsSince(shape: z.core.$ZodType, value: unknown, part = ''): unknown {
  if (shape instanceof z.ZodReadonly || shape instanceof z.ZodNullable || shape instanceof z.ZodExactOptional) return withFieldsSince(shape.unwrap(), value, part);
  if (shape instanceof z.ZodArray) return Array.isArray(value) ? value.map((each) => withFieldsSince(shape.element, each, part)) : value;
  if (shape instanceof z.ZodDiscriminatedUnion) {
    const option = isFields(value) ? optionOf(shape, value) : undefined;
    return option === undefined ? value : withFieldsSince(option, value, part);
  }
  if (!(shape instanceof z.ZodObject) || !isFields(value)) return value;
  const before: Fields = BEFORE[part] ?? {};
  return { ...value, ...Object.fromEntries(Object.entries(shape.shape).flatMap(([field, of]): [string, unknown][] => {
    const there = value[field];
    if (there !== undefined) return [[field, withFieldsSince(of, there, field)]];
    if (of instanceof z.ZodExactOptional) return [];
    const meant = field in before ? before[field] : NOTHING.find((nothing) => of.safeParse(nothing).success);
    return meant === undefined ? [] : [[field, meant]];
  })) };
}

/** The shape that a value of several has by its own word for what it is; undefined where it has none of them. */
const optionOf = ({ def: { discriminator, options } }: z.ZodDiscriminatedUnion, value: Fields): z.core.$ZodType | undefined =>
  options.find((option) => option instanceof z.ZodObject && (option.shape[discriminator] as z.ZodType | undefined)?.safeParse(value[discriminator]).success === true);
