import type { ExpiryDecision, ExpirySubject, IsoDate } from '../../../planning/vocabulary.ts';
import { EXPIRY_DECISION_WORDS, EXPIRY_DECISIONS } from '../../../planning/vocabulary.ts';
import { useCommand } from '../../lib/commands.tsx';
import { SelectField, TextField } from '../../parts/field.tsx';
import { FormBox } from './form-box.tsx';
import { useForm } from './use-form.ts';

/** Something that ends, as a decision names it. */
export type End = { readonly subject: ExpirySubject; readonly assetId: number | null; readonly agreementId: number | null; readonly endsOn: IsoDate };

type DecideFormProps = {
  /** "the cover of 32 desktops". */
  readonly what: string;
  readonly ends: readonly End[];
  readonly choices: readonly ExpiryDecision[];
  /** What letting it end does besides. */
  readonly hint?: string;
  readonly onDone: () => void;
};

const asDecision = (text: string): ExpiryDecision | null => EXPIRY_DECISIONS.find((decision) => decision === text) ?? null;

/** Decides about ends, with a reason: each is told of no more. A later end is told of again. */
export function DecideForm({ what, ends, choices, hint, onDone }: DecideFormProps) {
  const run = useCommand();
  const { field, onSubmit } = useForm(
    { decision: choices[0] ?? 'accept', because: '' },
    ({ because }): { because?: string } => (because.trim() === '' ? { because: 'Say why, in a few words: whoever looks here next will ask.' } : {}),
    ({ decision, because }) => void (async () => {
      const decided = asDecision(decision);
      if (decided !== null && await run('expiry.decide', { ends: [...ends], decision: decided, because: because.trim() }) !== null) onDone();
    })(),
  );
  return (
    <FormBox does="Record a decision" label={`Decide about ${what}`} onSubmit={onSubmit} onCancel={onDone}>
      <SelectField label="Decision" options={choices.map((value) => ({ value, label: EXPIRY_DECISION_WORDS[value] }))} {...field('decision')} />
      <TextField label="Because" {...field('because')} />
      <p className="q2 wide">It is told of no more until a later end is recorded. {hint}</p>
    </FormBox>
  );
}
