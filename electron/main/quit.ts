import { app } from 'electron';
import type { Kitplan } from '../../app/kitplan.ts';

/** Closing the window ends the program, and the plan is closed in order: its lock goes with it. */
export function quitWithWindow(application: Pick<Kitplan, 'close'>): void {
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', () => application.close());
}
