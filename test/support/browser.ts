import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import type { StartWith } from '../../app/ports.ts';
import { startLoopbackHost } from '../../cli/serve/loopback-host.ts';
import { buildScreens, clientFolder } from './built.ts';
import { launchChromium } from './chromium.ts';
import { testPlan, TODAY } from './plan-in-memory.ts';
import type { TestPlan } from './plan-in-memory.ts';

/** The real application behind the real loopback host, opened in a real browser. */

export type OpenOptions = {
  /** `empty`: a new plan. `sample`: a copy of Hillcrest. Anything else is the path of a plan file. */
  readonly plan?: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly dark?: boolean;
  /** The day it is, `yyyy-mm-dd`; 21 November 2026 unless set. It is two minutes past two in the afternoon. */
  readonly today?: string;
  /** Opened to be read only. */
  readonly readOnly?: boolean;
};

export type OpenedKitplan = {
  readonly page: Page;
  /** The same application that the page talks to, for setting a scene and looking behind it. */
  readonly kitplan: TestPlan;
  /** What the page complained about so far: script errors, refused styles, requests to elsewhere. A test that expects one takes it out. */
  readonly complaints: string[];
  /** Closes everything; throws if the page complained. */
  readonly close: () => Promise<void>;
};

let launched: Promise<Browser> | null = null;
const browser = (): Promise<Browser> => (launched ??= launchChromium());
afterAll(async () => {
  await (await launched)?.close();
  launched = null;
});

async function startKitplan({ plan = 'empty', today = TODAY, readOnly = false }: OpenOptions): Promise<TestPlan> {
  const start: StartWith = plan === 'empty' || plan === 'sample' ? { kind: 'last_or_new' } : { kind: 'file', path: plan, readOnly };
  const kitplan = testPlan(start, { host: 'browser', now: () => new Date(`${today}T14:02:00`) });
  if (plan === 'sample') await kitplan.call('plan.sample', {});
  return kitplan;
}

function listen(context: BrowserContext, page: Page, origin: string): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (fault) => complaints.push(`script error: ${fault.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) complaints.push(`asked the network for ${url}`);
  });
  return complaints;
}

/** Opens Kitplan as a person would find it, and waits until the first page is drawn. */
export async function openKitplan(options: OpenOptions = {}): Promise<OpenedKitplan> {
  buildScreens();
  const kitplan = await startKitplan(options);
  const host = await startLoopbackHost(kitplan, { clientFolder });
  const context = await (await browser()).newContext({
    viewport: options.viewport ?? { width: 1440, height: 900 }, colorScheme: options.dark === true ? 'dark' : 'light',
    locale: 'en-GB', acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints = listen(context, page, new URL(host.url).origin);
  await page.goto(host.url);
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  const close = async (): Promise<void> => {
    await context.close();
    await host.close();
    kitplan[Symbol.dispose]();
    if (complaints.length > 0) throw new Error(`The page complained:\n${complaints.join('\n')}`);
  };
  return { page, kitplan, complaints, close };
}
