import { TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import type { ComponentPropsWithRef, ReactNode } from 'react';

type TextAreaProps = Omit<ComponentPropsWithRef<'textarea'>, 'id'> & {
  readonly label: string;
  /** What is wrong with it, in words. */
  readonly problem?: string | null | undefined;
  readonly hint?: ReactNode;
};

/** Several lines of text: notes, or a list with a line for each thing. */
export function TextArea({ label, problem, hint, ...rest }: TextAreaProps) {
  const id = useId();
  const wrong = typeof problem === 'string';
  const described = [wrong ? `${id}-problem` : '', hint === undefined ? '' : `${id}-hint`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>{label}</label>
      <textarea
        className="control area" rows={3} {...rest} id={id}
        {...(wrong ? { 'aria-invalid': true } : {})} {...(described === '' ? {} : { 'aria-describedby': described })}
      />
      {hint !== undefined && <p className="hint" id={`${id}-hint`}>{hint}</p>}
      {wrong && <p className="problem" id={`${id}-problem`}><TriangleAlert aria-hidden="true" />{problem}</p>}
    </div>
  );
}
