import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { ComponentPropsWithRef, ReactNode } from 'react';

type FieldProps = {
  readonly label: string;
  /** What is wrong with it, in words, with the value that would work. */
  readonly problem?: string | null | undefined;
  readonly hint?: ReactNode;
  /** Keep the label for those who cannot see the column heading above it. */
  readonly hideLabel?: boolean | undefined;
};

type Wired = { readonly id: string; readonly 'aria-invalid'?: true; readonly 'aria-describedby'?: string };

/** What ties a control to its label, its problem and its hint. */
function useWired({ problem, hint }: FieldProps): Wired {
  const id = useId();
  const wrong = typeof problem === 'string';
  const described = [wrong ? `${id}-problem` : '', hint === undefined ? '' : `${id}-hint`].filter(Boolean).join(' ');
  return { id, ...(wrong ? { 'aria-invalid': true } : {}), ...(described === '' ? {} : { 'aria-describedby': described }) };
}

function Field({ id, label, problem, hint, hideLabel = false, children }: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <label className={hideLabel ? 'vh' : 'lab'} htmlFor={id}>{label}</label>
      {children}
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {typeof problem === 'string' && <p className="problem" id={`${id}-problem`}><TriangleAlert aria-hidden="true" />{problem}</p>}
    </div>
  );
}

const controlClass = (small: boolean | undefined): string => (small === true ? 'control small' : 'control');

type InputProps = FieldProps & Omit<ComponentPropsWithRef<'input'>, 'id'> & { readonly small?: boolean };

/** One line of text, or a number with `inputMode`. A day has a field of its own, `DateField`. */
export function TextField({ label, problem, hint, hideLabel, small, ...rest }: InputProps) {
  const field = { label, problem, hint, hideLabel };
  const wired = useWired(field);
  return <Field {...field} id={wired.id}><input className={controlClass(small)} autoComplete="off" {...rest} {...wired} /></Field>;
}

type AreaProps = FieldProps & Omit<ComponentPropsWithRef<'textarea'>, 'id'>;

/** Several lines of text: notes, or a list that is pasted or scanned. */
export function AreaField({ label, problem, hint, hideLabel, ...rest }: AreaProps) {
  const field = { label, problem, hint, hideLabel };
  const wired = useWired(field);
  return <Field {...field} id={wired.id}><textarea className="control area" rows={3} {...rest} {...wired} /></Field>;
}

type SelectProps = FieldProps & Omit<ComponentPropsWithRef<'select'>, 'id'> & {
  readonly small?: boolean;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

/** One of a list. */
export function SelectField({ label, problem, hint, hideLabel, small, options, ...rest }: SelectProps) {
  const field = { label, problem, hint, hideLabel };
  const wired = useWired(field);
  return (
    <Field {...field} id={wired.id}>
      <select className={controlClass(small)} {...rest} {...wired}>
        {options.map((option) => <option key={option.value} value={option.value}>{option.label}</option>)}
      </select>
    </Field>
  );
}

type CheckProps = Omit<ComponentPropsWithRef<'input'>, 'type'> & { readonly children: ReactNode };

/** A tick box with its words. */
export function Check({ children, ...rest }: CheckProps) {
  return <label className="check"><input type="checkbox" {...rest} />{children}</label>;
}
