import { FUND_KEYS, FUND_WORDS } from '../../planning/vocabulary.ts';
import type { FundKey } from '../../planning/vocabulary.ts';

export const FUND_OPTIONS = [{ value: '', label: 'Not said' }, ...FUND_KEYS.map((key) => ({ value: key, label: FUND_WORDS[key] }))];

export const asFund = (value: string): FundKey | null => FUND_KEYS.find((key) => key === value) ?? null;
