import { Check } from 'lucide-react';

type StepperProps = {
  readonly label: string;
  readonly steps: readonly string[];
  /** Position of the step being worked on, from 0. */
  readonly current: number;
};

/** The named steps of a longer task: those done, the one in hand, those to come. */
export function Stepper({ label, steps, current }: StepperProps) {
  return (
    <ol className="stepper" aria-label={label}>
      {steps.map((step, at) => (
        <li key={step} className={at < current ? 'done' : undefined} aria-current={at === current ? 'step' : undefined}>
          <span className="dot" aria-hidden="true">{at < current ? <Check /> : at + 1}</span>
          {step}{at < current && <span className="vh"> (done)</span>}
        </li>
      ))}
    </ol>
  );
}
