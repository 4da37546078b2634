import { memo } from 'react';
import { Segmented } from '../parts/segmented.tsx';

type PeriodSwitchProps = { readonly byTerm: boolean; readonly onChange: (byTerm: boolean) => void };

const CHOICES = [{ value: 'years', words: 'Years' }, { value: 'terms', words: 'Terms' }] as const;

/** Years or terms across the ledger and its chart. */
export const PeriodSwitch = memo(function PeriodSwitch({ byTerm, onChange }: PeriodSwitchProps) {
  return <Segmented legend="Across the ledger" choices={CHOICES} value={byTerm ? 'terms' : 'years'} onChange={(value) => onChange(value === 'terms')} />;
});
