import { app } from 'electron';

/** One window on a computer: a second start only brings it to the front, with its plan if it was given one. */
export const isFirstInstance = (): boolean => app.requestSingleInstanceLock();
