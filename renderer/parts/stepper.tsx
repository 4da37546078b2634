import { Check } from 'lucide-react';

type StepperProps = {
  readonly label: string;
  readonly steps: readonly string[];
  /** Position of the step being worked on, from 0. */
  readonly current: number;
  /** Opens a step that is done again; left out where none can be. */
  readonly onOpen?: ((step: number) => void) | undefined;
};

/** The named steps of a longer task: those done, which can be opened again, the one in hand, those to come. */
export function Stepper({ label, steps, current, onOpen }: StepperProps) {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, at) => {
        const done = at < current;
        const words = <>{step}{done && <span className="vh"> (done)</span>}</>;
        return (
          <li key={step} className={done ? 'done' : undefined} aria-current={at === current ? 'step' : undefined}>
            <span className="dot" aria-hidden="true">{done ? <Check /> : at + 1}</span>
            {done && onOpen !== undefined ? <button type="button" className="step" onClick={() => onOpen(at)}>{words}</button> : words}
          </li>
        );
      })}
    </ol>
  );
}
