import { useId } from 'react';

type SegmentedProps<Value extends string> = {
  /** What is chosen, for those who cannot see it: "Across the ledger". */
  readonly legend: string;
  readonly choices: readonly { readonly value: Value; readonly words: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** One of two or three ways to look at the same figures. */
export function Segmented<Value extends string>({ legend, choices, value, onChange }: SegmentedProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segmented">
      <legend className="vh">{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className={value === choice.value ? 'chosen' : undefined}>
          <input type="radio" name={name} checked={value === choice.value} onChange={() => onChange(choice.value)} />{choice.words}
        </label>
      ))}
    </fieldset>
  );
}
