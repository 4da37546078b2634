import { contextBridge, ipcRenderer } from 'electron';

/**
 * The whole bridge between a page and the application: one function over one channel. Everything that a page
 * sends is checked behind it, by the contract.
 */
contextBridge.exposeInMainWorld('kitplan', {
  dispatch: (name: string, raw: unknown): Promise<unknown> => ipcRenderer.invoke('kitplan', name, raw),
});
