import { BrowserWindow } from 'electron';
import { preloadProgram } from './program-files.ts';
import { SCREENS_URL } from './screens.ts';

/** The one window. Its page has no Node, no other bridge than the preload's, and no spelling lists to fetch. */
export async function openWindow(): Promise<void> {
  const window = new BrowserWindow({
    title: 'Kitplan', width: 1440, height: 900, minWidth: 1024, minHeight: 640, show: false,
    webPreferences: {
      preload: preloadProgram, contextIsolation: true, sandbox: true, nodeIntegration: false, webSecurity: true, spellcheck: false,
    },
  });
  // The menu only carries shortcuts (zoom, copy, close): the screens have their own bar.
  window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(SCREENS_URL);
}

/** To the front, wherever it was. */
export function showWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

/** Another plan is open now: the page reads everything anew. */
export const reloadWindow = (): void => BrowserWindow.getAllWindows()[0]?.webContents.reload();
