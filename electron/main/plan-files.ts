import { app, dialog } from 'electron';
import type { Kitplan } from '../../app/kitplan.ts';
import { planFileIn } from './plan-file-argument.ts';
import { reloadWindow, showWindow } from './window.ts';

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
