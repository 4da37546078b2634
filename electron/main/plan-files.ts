import { resolve } from 'node:path';
import { app, dialog } from 'electron';
import type { Kitplan } from '../../app/kitplan.ts';
import { reloadWindow, showWindow } from './window.ts';

/** The plan file that the program was started with: by a double click, or by name in a terminal. */
export function planFileIn(argv: readonly string[], workingFolder: string): string | null {
  const named = argv.slice(1).findLast((argument) => !argument.startsWith('-') && argument.toLowerCase().endsWith('.kitplan'));
  return named === undefined ? null : resolve(workingFolder, named);
}

/** A plan opened while the window is there (a second start; on a Mac, a double click) takes the place of the open one. */
export function whenPlanFileIsOpened(application: Pick<Kitplan, 'dispatch'>): void {
  const open = async (path: string | null): Promise<void> => {
    showWindow();
    if (path === null) return;
    const result = await application.dispatch('plan.open', { path });
    if (result.ok) reloadWindow();
    else dialog.showErrorBox('This plan was not opened', result.error.message);
  };
  app.on('second-instance', (_event, argv, workingFolder) => void open(planFileIn(argv, workingFolder)));
  app.on('open-file', (event, path) => {
    event.preventDefault();
    void open(path);
  });
}
