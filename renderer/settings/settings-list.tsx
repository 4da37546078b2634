import { useNavigation, type SettingsPart } from '../lib/navigation.tsx';
import { SETTINGS_PARTS } from '../lib/settings-parts.ts';

/** The list of parts, beside what is open. */
export function SettingsList({ part }: { readonly part: SettingsPart }) {
  const { go } = useNavigation();
  return (
    <nav className="settings-list" aria-label="Settings">
      <ul>
        {SETTINGS_PARTS.map((each) => (
          <li key={each.part}>
            <button type="button" aria-current={each.part === part ? 'page' : undefined} onClick={() => go('settings', { part: each.part })}>{each.name}</button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
