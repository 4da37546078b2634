import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * Only what the system's own shortcuts need. Undo and redo are the plan's, so they are the screens' to take:
 * an Edit menu with those roles would swallow the keys.
 */
export function setMenu(): void {
  const mac: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const developer: MenuItemConstructorOptions[] = app.isPackaged ? [] : [{ type: 'separator' }, { role: 'toggleDevTools' }];
  Menu.setApplicationMenu(Menu.buildFromTemplate([
    ...mac,
    { label: 'File', submenu: [process.platform === 'darwin' ? { role: 'close' } : { role: 'quit' }] },
    { label: 'Edit', submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
    {
      label: 'View',
      submenu: [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'togglefullscreen' }, ...developer],
    },
  ]));
}
