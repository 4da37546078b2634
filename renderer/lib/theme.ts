import { useEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../app/contract/application.ts';

export type ColourScheme = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';

const watchSystem = (onChange: () => void): (() => void) => {
  const query = window.matchMedia(DARK);
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
};
const systemIsDark = (): boolean => window.matchMedia(DARK).matches;

/** What the system asks for, until the setting is known. */
export const systemScheme = (): ColourScheme => (systemIsDark() ? 'dark' : 'light');

/** Puts a scheme on the page: the tokens follow `data-theme`. */
export const showScheme = (scheme: ColourScheme): void => {
  document.documentElement.dataset['theme'] = scheme;
};

/** The scheme that a setting means now; `system` follows the computer while Kitplan is open. */
export function useColourScheme(setting: Settings['theme']): ColourScheme {
  const dark = useSyncExternalStore(watchSystem, systemIsDark);
  const scheme = setting === 'system' ? (dark ? 'dark' : 'light') : setting;
  useEffect(() => showScheme(scheme), [scheme]);
  return scheme;
}
