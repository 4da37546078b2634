import './settings.css';
import type { ComponentType } from 'react';
import { useNavigation, usePageParams, type SettingsPart } from '../lib/navigation.tsx';
import { CodesPart } from './codes-part.tsx';
import { MoneyPart } from './money-part.tsx';
import { SchoolPart } from './school-part.tsx';

/** What draws each part; each has its own title and sentence. */
const DRAWN: Readonly<Partial<Record<SettingsPart, ComponentType>>> = { school: SchoolPart, money: MoneyPart, codes: CodesPart };

/** What the school is and accounts by. Its own list stands on the left; each part is changed where it stands. */
export function SettingsPage() {
  const { visit } = useNavigation();
  return <SettingsVisit key={visit} />;
}

function SettingsVisit() {
  const part = usePageParams('settings').part ?? 'money';
  const Shown = DRAWN[part] ?? MoneyPart;
  return <div className="settings-page"><Shown /></div>;
}
