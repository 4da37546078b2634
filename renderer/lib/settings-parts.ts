import type { SettingsPart } from './navigation.tsx';

/** The parts of Settings that there are, in the order of its own list. */
export const SETTINGS_PARTS: readonly { readonly part: SettingsPart; readonly name: string; readonly alsoCalled: string }[] = [
  { part: 'school', name: 'School and terms', alsoCalled: 'name pupils staff roll year academy horizon' },
  { part: 'money', name: 'Money profile', alsoCalled: 'capital threshold cfr bfr vat funds grant conversion academy codes de minimis' },
  { part: 'codes', name: 'Codes and cost centres', alsoCalled: 'use our own codes chart of accounts ledger nominal fund fms sims mapping' },
];
