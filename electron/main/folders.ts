import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { hostFolders, type HostFolders } from '../../app/host-folders.ts';

/** Puts Electron's own files beside the settings that the command line finds too. Before the application is ready. */
export function useHostFolders(): HostFolders {
  const folders = hostFolders({
    env: process.env, platform: process.platform,
    userFolder: app.getPath('home'), documents: app.getPath('documents'),
  });
  const sessionData = join(folders.home, 'window');
  mkdirSync(sessionData, { recursive: true });
  app.setPath('userData', folders.home);
  app.setPath('sessionData', sessionData);
  return folders;
}
