import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** No sandbox because a build machine runs as root; everything else keeps the browser from talking to anybody. */
const FLAGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--force-color-profile=srgb',
];

/** A Chromium on this machine: CHROMIUM_PATH, the system's, or the one that Playwright keeps. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH'];
  const places = named === undefined || named === '' ? [...USUAL_PLACES, chromium.executablePath()] : [named];
  return places.find((place) => existsSync(place)) ?? null;
}

/** @throws Error with what to do where there is no Chromium */
export async function launchChromium(): Promise<Browser> {
  const executablePath = chromiumPath();
  if (executablePath === null) {
    throw new Error('The screens are tested in Chromium, and none was found: install it, or name it in CHROMIUM_PATH.');
  }
  return chromium.launch({ executablePath, args: FLAGS, headless: true });
}
