import { useEffect, useMemo, useRef, useState } from 'react';
import { capitalQuestions, type CapitalQuestion } from '../../planning/budget/capital-choices.ts';
import { fundName } from '../../planning/budget/fund.ts';
import { CFR_CODES } from '../../planning/categories.ts';
import { formatPounds } from '../../planning/money.ts';
import { SPEND_NATURES, type SpendNature } from '../../planning/vocabulary.ts';
import { itemCount, startUpper } from '../../planning/words.ts';
import { useCommand } from '../lib/commands.tsx';
import { useSavedPlan } from '../lib/plan.tsx';
import { SelectField, TextField } from '../parts/field.tsx';
import { Button } from '../parts/button.tsx';

const suggestedWords = ({ suggested }: CapitalQuestion): string => (suggested.length > 1 ? 'part of each' : suggested[0] ?? 'revenue');

/** Where the rule asks each time: what Kitplan suggests, and what the school says, with a reason. */
export function ChoicesTable() {
  const { savedSnapshot, savedForecast } = useSavedPlan();
  const questions = useMemo(() => capitalQuestions(savedSnapshot, savedForecast), [savedSnapshot, savedForecast]);
  if (questions.length === 0) return null;
  return (
    <table className="l settings-choices">
      <caption>To be said each time</caption>
      <thead><tr><th scope="col">Bought together</th><th scope="col" className="num">£</th><th scope="col">It is</th><th scope="col">Because</th></tr></thead>
      <tbody>{questions.map((question) => <ChoiceRow key={`${question.year} ${question.costCategory} ${question.fundKey}`} question={question} />)}</tbody>
    </table>
  );
}

function ChoiceRow({ question }: { readonly question: CapitalQuestion }) {
  const { savedSnapshot: { funds }, savedForecast: { years }, changeable } = useSavedPlan();
  const run = useCommand();
  const { year, costCategory, fundKey, quantity, netPence, chosen, reason } = question;
  const [draft, setDraft] = useState<{ readonly nature: SpendNature; readonly because: string } | null>(null);
  const [asked, setAsked] = useState(false);
  const label = years.find((each) => each.year === year)?.label ?? String(year);
  const what = `${CFR_CODES[costCategory].title}, ${label}`;
  const put = async (nature: SpendNature | null, because: string | null): Promise<void> => {
    if (await run('capitalChoice.set', { year, costCategory, fundKey, nature, reason: because }) === null) return;
    setDraft(null);
    setAsked(false);
  };
  const keep = (): void => {
    setAsked(true);
    if (draft !== null && draft.because.trim() !== '') void put(draft.nature, draft.because.trim());
  };
  const choose = (value: string): void => {
    const nature = SPEND_NATURES.find((each) => each === value);
    if (nature !== undefined) setDraft({ nature, because: reason ?? '' });
    else if (chosen === null) setDraft(null);
    else void put(null, null);
  };
  return (
    <tr className={draft === null ? undefined : 'whatif'}>
      <th scope="row">{what}<small>{itemCount(quantity)}, {fundName(funds, fundKey)}</small></th>
      <td className="num">{formatPounds(netPence, { symbol: false })}</td>
      <td>
        <SelectField
          small hideLabel label={`${what}: revenue or capital`} disabled={!changeable} value={draft?.nature ?? chosen ?? ''}
          options={[{ value: '', label: `As suggested: ${suggestedWords(question)}` }, ...SPEND_NATURES.map((value) => ({ value: value as string, label: startUpper(value) }))]}
          onChange={(event) => choose(event.target.value)}
        />
      </td>
      <td>
        {draft === null ? <span className="q2">{reason ?? ''}</span>
          : <Because label={`Why ${what} is ${draft.nature}`} because={draft.because} asked={asked} onType={(because) => setDraft({ ...draft, because })} onKeep={keep} />}
      </td>
    </tr>
  );
}

type BecauseProps = { readonly label: string; readonly because: string; readonly asked: boolean; readonly onType: (because: string) => void; readonly onKeep: () => void };

/** The reason, asked for as soon as something else than suggested is chosen. */
function Because({ label, because, asked, onType, onKeep }: BecauseProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form className="settings-because" noValidate onSubmit={(event) => { event.preventDefault(); onKeep(); }}>
      <TextField
        ref={field} small hideLabel label={label} maxLength={500} value={because} problem={asked && because.trim() === '' ? 'Say why, in a few words.' : null}
        onChange={(event) => onType(event.target.value)}
      />
      <Button small type="submit">Keep</Button>
    </form>
  );
}
