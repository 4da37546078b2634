import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';

/** The shell's own modules against a stand-in for Electron that only remembers what it was told. */
const told = vi.hoisted(() => ({
  handlers: new Map<string, (event: unknown, ...args: unknown[]) => unknown>(),
  app: null as unknown as EventEmitter,
  session: {} as Record<string, (...args: never[]) => unknown>,
}));

vi.mock('electron', async () => {
  const { EventEmitter } = await import('node:events');
  told.app = new EventEmitter();
  const remember = (name: string) => (handler: (...args: never[]) => unknown) => { told.session[name] = handler; };
  return {
    app: told.app,
    ipcMain: { handle: (channel: string, handler: (event: unknown, ...args: unknown[]) => unknown) => told.handlers.set(channel, handler) },
    session: {
      defaultSession: {
        setPermissionRequestHandler: remember('request'), setPermissionCheckHandler: remember('check'),
        setDevicePermissionHandler: remember('device'), setSpellCheckerEnabled: () => undefined,
        webRequest: { onBeforeRequest: remember('beforeRequest') },
      },
    },
  };
});

const { answerPages } = await import('../../electron/main/bridge.ts');
const { isTrustedSender } = await import('../../electron/main/security/trusted-sender.ts');
const { lockPages } = await import('../../electron/main/security/pages.ts');
const { denyPermissions } = await import('../../electron/main/security/permissions.ts');
const { denyNetwork } = await import('../../electron/main/security/network.ts');

const frame = (url: string, parent: unknown = null) => ({ url, parent }) as Parameters<typeof isTrustedSender>[0];

describe('who may use the plan', () => {
  it('is the top frame of Kitplan’s own page', () => {
    expect(isTrustedSender(frame('app://kitplan/'))).toBe(true);
    expect(isTrustedSender(frame('app://kitplan/#refresh-plan'))).toBe(true);
  });

  it.each([
    'https://kitplan/', 'app://kitplan.example.com/', 'app://other/', 'file:///app/kitplan/index.html', 'data:text/html,app://kitplan/',
    'about:blank', 'null', '', 'app:kitplan', 'https://example.com/?app://kitplan/', 'app://kitplan@example.com/', 'apps://kitplan/',
    'javascript:app://kitplan/', 'app://kitplan:99/',
  ])('is not %s', (url) => {
    expect(isTrustedSender(frame(url))).toBe(false);
  });

  it('is not a frame inside the page, nor one that is gone', () => {
    expect(isTrustedSender(frame('app://kitplan/', frame('app://kitplan/')))).toBe(false);
    expect(isTrustedSender(null)).toBe(false);
  });
});

describe('the channel between page and plan', () => {
  const asked: unknown[][] = [];
  beforeEach(() => {
    told.handlers.clear();
    asked.length = 0;
    answerPages({ dispatch: (...args) => { asked.push(args); return Promise.resolve({ ok: true, value: 1 }); } });
  });
  const send = (senderFrame: unknown, ...args: unknown[]): unknown => told.handlers.get('kitplan')?.({ senderFrame }, ...args);

  it('is one', () => {
    expect([...told.handlers.keys()]).toEqual(['kitplan']);
  });

  it('passes a question of our page on', async () => {
    expect(await send(frame('app://kitplan/'), 'app.state', {})).toEqual({ ok: true, value: 1 });
    expect(asked).toEqual([['app.state', {}]]);
  });

  it('asks the plan nothing for a foreign page', async () => {
    for (const url of ['https://example.com/', 'file:///kitplan', 'data:text/html,x']) {
      expect(await send(frame(url), 'plan.undo', {})).toMatchObject({ ok: false, error: { code: 'unsupported' } });
    }
    expect(asked).toEqual([]);
  });

  it('takes a name that is not text for no name at all', async () => {
    await send(frame('app://kitplan/'), { toString: () => 'plan.undo' }, {});
    expect(asked).toEqual([['', {}]]);
  });
});

describe('a page', () => {
  type Contents = EventEmitter & { setWindowOpenHandler: (handler: (details: unknown) => { action: string }) => void };
  const opened: { handler?: (details: unknown) => { action: string } } = {};
  const page = (): Contents => Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: (details: unknown) => { action: string }) => { opened.handler = handler; },
  });

  it('opens no window and goes nowhere', () => {
    lockPages();
    const contents = page();
    told.app.emit('web-contents-created', {}, contents);
    expect(opened.handler?.({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    for (const event of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      const prevent = vi.fn();
      contents.emit(event, { preventDefault: prevent, url: 'https://example.com/' });
      expect(prevent, event).toHaveBeenCalledOnce();
    }
  });

  it('gets no permission, whatever it asks for', () => {
    denyPermissions();
    for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'hid', 'anything to come']) {
      const answer = vi.fn();
      told.session['request']?.(...[{}, permission, answer] as never[]);
      expect(answer).toHaveBeenCalledExactlyOnceWith(false);
      expect(told.session['check']?.(...[{}, permission] as never[])).toBe(false);
      expect(told.session['device']?.(...[{ deviceType: permission }] as never[])).toBe(false);
    }
  });

  it('reaches its own files and no network', () => {
    denyNetwork();
    const cancelled = (url: string): boolean => {
      let result = false;
      told.session['beforeRequest']?.(...[{ url }, ({ cancel }: { cancel: boolean }) => { result = cancel; }] as never[]);
      return result;
    };
    for (const url of ['app://kitplan/index.html', 'blob:app://kitplan/1', 'data:image/png;base64,AA==']) expect(cancelled(url), url).toBe(false);
    for (const url of ['https://example.com/', 'http://127.0.0.1:1/', 'ws://example.com/', 'file:///etc/passwd', 'ftp://example.com/', 'nonsense']) {
      expect(cancelled(url), url).toBe(true);
    }
  });
});
