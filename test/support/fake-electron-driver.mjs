/*
 * Starts a built main bundle on the fake Electron that lies in the bundle's own node_modules, and answers the
 * test that forked it: a call over IPC, a request to the scheme, what was seen, or an event of the application.
 */
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const root = process.env.KITPLAN_FAKE_ROOT;
const entry = path.join(root, 'out', 'main', 'index.js');
const electron = await import(pathToFileURL(createRequire(entry).resolve('electron')).href);

await import(pathToFileURL(entry).href);
await electron.becomeReady();

const asks = {
  invoke: ({ frame, args }) => electron.invoke('kitplan', frame, ...args),
  request: async ({ url, method }) => {
    const response = await electron.request(url, method);
    return { status: response.status, headers: Object.fromEntries(response.headers), base64: Buffer.from(await response.arrayBuffer()).toString('base64') };
  },
  emit: ({ event, args }) => { electron.app.emit(event, { preventDefault() {} }, ...args); },
  choose: ({ path: chosen }) => { electron.seen.chosen = chosen === null ? [] : [chosen]; },
  seen: () => {
    const { schemes, windows, boxes, sandboxed, paths, spelling } = electron.seen;
    return {
      schemes, boxes, sandboxed, paths, spelling,
      windows: windows.map(({ options, url, shown, focused, webContents }) => ({ options, url, shown, focused, reloads: webContents.reloads ?? 0 })),
    };
  },
};

async function answer({ id, ask, ...rest }) {
  try {
    process.send({ id, value: await asks[ask](rest) });
  } catch (fault) {
    process.send({ id, fault: String(fault?.stack ?? fault) });
  }
}

process.on('message', (message) => {
  // The main program's own line to `npm start` is this same channel; its messages carry no number.
  if (message?.id !== undefined) void answer(message);
});
process.send({ id: 0, value: 'started' });
