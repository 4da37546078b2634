import { readFileSync } from 'node:fs';
import { posix, win32 } from 'node:path';

/** Where a host keeps what is not in a plan, and where new plans go. */
export type HostFolders = {
  /** Settings, backups and the log. */
  readonly home: string;
  readonly plansFolder: string;
};

export type HostSurroundings = {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** The person's own folder. */
  readonly userFolder: string;
  /** Documents, where the host knows it better than this module (Electron asks the system). */
  readonly documents?: string;
};

/**
 * The same folders from the window and from the command line, so that both find the last plan and its backups.
 * `KITPLAN_HOME` moves all of it, plans included, to one place: tests and USB sticks.
 */
export function hostFolders({ env, platform, userFolder, documents }: HostSurroundings): HostFolders {
  const path = platform === 'win32' ? win32 : posix;
  const moved = env['KITPLAN_HOME'];
  if (moved !== undefined && moved !== '') {
    const home = path.resolve(moved);
    return { home, plansFolder: path.join(home, 'plans') };
  }
  const inDocuments = documents ?? documentsOf(env, platform, userFolder);
  return { home: homeOf(env, platform, userFolder), plansFolder: path.join(inDocuments, 'Kitplan') };
}

function homeOf(env: HostSurroundings['env'], platform: NodeJS.Platform, userFolder: string): string {
  if (platform === 'win32') return win32.join(env['APPDATA'] ?? win32.join(userFolder, 'AppData', 'Roaming'), 'Kitplan');
  if (platform === 'darwin') return posix.join(userFolder, 'Library', 'Application Support', 'Kitplan');
  return posix.join(absolute(env['XDG_CONFIG_HOME']) ?? posix.join(userFolder, '.config'), 'kitplan');
}

/** Linux desktops may call Documents something else; the answer is in user-dirs.dirs, as Electron reads it too. */
function documentsOf(env: HostSurroundings['env'], platform: NodeJS.Platform, userFolder: string): string {
  if (platform === 'win32') return win32.join(userFolder, 'Documents');
  const usual = posix.join(userFolder, 'Documents');
  if (platform === 'darwin') return usual;
  const config = absolute(env['XDG_CONFIG_HOME']) ?? posix.join(userFolder, '.config');
  try {
    const line = /^\s*XDG_DOCUMENTS_DIR="(.*)"\s*$/mu.exec(readFileSync(posix.join(config, 'user-dirs.dirs'), 'utf8'));
    return absolute(line?.[1]?.replace(/^\$HOME(?=\/|$)/u, userFolder)) ?? usual;
  } catch {
    return usual;
  }
}

/** The XDG rules: a path that is not absolute is to be ignored. */
const absolute = (path: string | undefined): string | undefined =>
  path !== undefined && posix.isAbsolute(path) ? path : undefined;
