import { app } from 'electron';

/** The line to `npm start`, where that started the window; in an installed Kitplan there is none. */

/** The window goes when `npm start` does: the line between them breaks. */
export function quitWithStarter(): void {
  process.on('disconnect', () => app.quit());
}

/** Until this is said, `npm start` takes an end of the program for a window that did not open. */
export function tellStarter(): void {
  process.send?.('open');
}
