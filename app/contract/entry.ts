import { z } from 'zod';
import { plainText } from './fields.ts';

/**
 * One line of the contract. A `query` never writes. A `command` writes to the plan in one transaction and
 * answers with its change. An `action` does something to the application rather than to the plan: opens
 * another file, keeps a setting.
 */
export type EntryKind = 'query' | 'command' | 'action';

export type Entry<Kind extends EntryKind = EntryKind, Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> = {
  readonly kind: Kind;
  /** What it is for, in one sentence: printed by `kitplan call --list`. */
  readonly about: string;
  readonly input: Input;
  readonly output: Output;
  /** True where a spreadsheet travels in the request: the loopback host then allows 64 MB instead of 1 MB. */
  readonly largeBody: boolean;
  /** A request that the tests send over every bridge. */
  readonly example: z.input<Input>;
};

type Declaration<Input extends z.ZodType, Output extends z.ZodType> = {
  about: string;
  input: Input;
  output: Output;
  example: z.input<Input>;
  largeBody?: boolean;
};

const declare = <Kind extends EntryKind, Input extends z.ZodType, Output extends z.ZodType>(
  kind: Kind, { largeBody = false, ...rest }: Declaration<Input, Output>,
): Entry<Kind, Input, Output> => ({ kind, largeBody, ...rest });

export const query = <Input extends z.ZodType, Output extends z.ZodType>(
  declaration: Declaration<Input, Output>,
): Entry<'query', Input, Output> => declare('query', declaration);

export const action = <Input extends z.ZodType, Output extends z.ZodType>(
  declaration: Declaration<Input, Output>,
): Entry<'action', Input, Output> => declare('action', declaration);

/** What a command left behind: null when the plan was already so. `tables` tell screens what to read again. */
export const changeSummary = z.object({
  id: z.int(),
  at: z.string(),
  label: z.string(),
  role: z.string(),
  reason: z.string().nullable(),
  kind: z.enum(['do', 'undo', 'redo']),
  tables: z.array(z.string()).readonly(),
});
export type ChangeSummary = z.infer<typeof changeSummary>;

const reason = plainText.max(500).nullable().default(null);

/**
 * The id of the plan that the caller had before its eyes; a command meant for another plan than the open one is
 * refused. Two screens may show the same application, and one of them may have opened another plan meanwhile.
 */
const meantPlan = z.string().optional();

/**
 * A command's input always carries an optional `reason` and the `role` it is recorded under; its output
 * always carries the change.
 */
export const command = <Shape extends z.ZodRawShape, Value extends z.ZodType>(declaration: {
  about: string;
  input: Shape;
  value: Value;
  /** With a reason where it is refused without one. */
  example: z.input<z.ZodObject<Shape>> & { readonly reason?: string };
  largeBody?: boolean;
}) => {
  const input = z.strictObject({ ...declaration.input, reason, role: roleSchema.default('network_manager'), plan: meantPlan });
  const output = z.object({ change: changeSummary.nullable(), value: declaration.value });
  return declare('command', {
    about: declaration.about, input, output,
    example: declaration.example as z.input<typeof input>,
    ...(declaration.largeBody === undefined ? {} : { largeBody: declaration.largeBody }),
  });
};

export const roleSchema = z.enum(['network_manager', 'business_manager', 'slt']);
