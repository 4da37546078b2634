/*
 * Stands in for Electron where its program is not: enough of the main process for the built bundle to run
 * unchanged in plain Node. It keeps Electron's order of things: nothing is ready before the entry module has
 * been read to its end, and what must be said before that is refused after.
 */
import { fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** What the program did, for the tests to look at. */
export const seen = {
  schemes: [], windows: [], boxes: [], menu: null, sandboxed: false, quit: false, paths: {}, chosen: [],
};

let ready = false;
const waiting = [];
const handlers = new Map();
const protocols = new Map();

const beforeReady = (what) => { if (ready) throw new Error(`${what} is only possible before the application is ready.`); };

class App extends EventEmitter {
  isPackaged = false;
  getPath(name) { return seen.paths[name] ?? path.join(homedir(), name === 'home' ? '' : name); }
  setPath(name, folder) { beforeReady('setPath'); seen.paths[name] = folder; }
  getVersion() { return process.env.KITPLAN_FAKE_VERSION ?? '0.0.0'; }
  enableSandbox() { beforeReady('enableSandbox'); seen.sandboxed = true; }
  requestSingleInstanceLock() { return process.env.KITPLAN_FAKE_SECOND !== '1'; }
  whenReady() { return ready ? Promise.resolve() : new Promise((resolve) => { waiting.push(resolve); }); }
  quit() {
    seen.quit = true;
    this.emit('will-quit', { preventDefault() {} });
    process.exit(0);
  }
  exit(code) { process.exit(code); }
}
export const app = new App();

export const ipcMain = {
  handle: (channel, handler) => {
    if (handlers.has(channel)) throw new Error(`Two handlers for ${channel}.`);
    handlers.set(channel, handler);
  },
};

export const protocol = {
  registerSchemesAsPrivileged: (schemes) => { beforeReady('registerSchemesAsPrivileged'); seen.schemes.push(...schemes); },
  handle: (scheme, handler) => protocols.set(scheme, handler),
};

class WebContents extends EventEmitter {
  setWindowOpenHandler(handler) { this.windowOpenHandler = handler; }
  reload() { this.reloads = (this.reloads ?? 0) + 1; }
}

export class BrowserWindow extends EventEmitter {
  static #all = [];
  static getAllWindows() { return BrowserWindow.#all; }
  constructor(options) {
    super();
    if (!ready) throw new Error('A window before the application is ready.');
    this.options = options;
    this.webContents = new WebContents();
    BrowserWindow.#all.push(this);
    seen.windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
  setMenuBarVisibility() {}
  isMinimized() { return false; }
  focus() { this.focused = (this.focused ?? 0) + 1; }
  show() { this.shown = true; }
  async loadURL(url) {
    this.url = url;
    this.emit('ready-to-show');
  }
}

export const Menu = { buildFromTemplate: (template) => template, setApplicationMenu: (menu) => { seen.menu = menu; } };

export const dialog = {
  showErrorBox: (title, content) => { seen.boxes.push({ title, content }); },
  showOpenDialog: async () => ({ canceled: seen.chosen.length === 0, filePaths: seen.chosen }),
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: (handler) => { seen.permissionRequest = handler; },
    setPermissionCheckHandler: (handler) => { seen.permissionCheck = handler; },
    setDevicePermissionHandler: (handler) => { seen.devicePermission = handler; },
    setSpellCheckerEnabled: (on) => { seen.spelling = on; },
    webRequest: { onBeforeRequest: (handler) => { seen.beforeRequest = handler; } },
  },
};

/** A real process, joined by the fork channel instead of Electron's message port. */
export const utilityProcess = {
  fork: (file, args, { execArgv = [] } = {}) => {
    const child = fork(file, args, { execArgv, serialization: 'advanced', stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const reader = new EventEmitter();
    child.on('message', (message) => reader.emit('message', message));
    child.on('exit', (code) => reader.emit('exit', code ?? 1));
    reader.postMessage = (message) => child.send(message);
    reader.kill = () => child.kill();
    return reader;
  },
};

/* What follows is not Electron's: the tests' own way in. */

/** The entry module has been read to its end. */
export async function becomeReady() {
  ready = true;
  for (const resolve of waiting.splice(0)) resolve();
}

export const invoke = (channel, frame, ...args) => handlers.get(channel)({ senderFrame: frame }, ...args);
export const request = (url, method = 'GET') => protocols.get(new URL(url).protocol.slice(0, -1))({ url, method });
