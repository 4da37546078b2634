import { BrowserWindow, dialog, type OpenDialogOptions } from 'electron';

/** @returns the file that the person chose, or null where they chose none */
export async function choosePlanFile(plansFolder: string): Promise<string | null> {
  const options: OpenDialogOptions = {
    title: 'Open a plan', buttonLabel: 'Open this plan', defaultPath: plansFolder,
    filters: [{ name: 'Kitplan plans', extensions: ['kitplan'] }], properties: ['openFile'],
  };
  const [window] = BrowserWindow.getAllWindows();
  const { filePaths } = window === undefined ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return filePaths[0] ?? null;
}
