import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readArguments, wholeNumber } from '../arguments.ts';
import { openKitplan, withKitplan } from '../open-kitplan.ts';
import { clientFolder } from '../program-files.ts';
import { startLoopbackHost, type LoopbackHost } from '../serve/loopback-host.ts';
import { Refused, type ExitCode } from '../terminal.ts';
import type { Command } from './command.ts';

const OPTIONS = { port: { type: 'string' }, open: { type: 'boolean' } } as const;

export const serveCommand: Command = {
  usage: 'serve [plan.kitplan] [--port N] [--open]',
  about: 'Show Kitplan in a browser on this computer, with this plan, the last one or a new one.',

  async run(args, terminal) {
    const { values, positionals } = readArguments(args, OPTIONS, { least: 0, most: 1 });
    const port = values.port === undefined ? 0 : wholeNumber('--port', values.port, { least: 1, most: 65_535 });
    const [path] = positionals;
    // Listened for from here on: a program told to stop while it starts must still close its plan.
    const stopped = stopSignal();
    const kitplan = openKitplan(
      terminal, path === undefined ? { kind: 'last_or_new' } : { kind: 'file', path, readOnly: false }, { host: 'browser' },
    );
    return withKitplan<ExitCode>(kitplan, async () => {
      const host = await listen(() => startLoopbackHost(kitplan, { clientFolder, port }), port);
      terminal.out(`Kitplan is at ${host.url}\n`);
      terminal.err('Only this computer can reach it. Ctrl+C stops it.\n');
      if (values.open === true) openInBrowser(host.url);
      await stopped;
      await host.close();
      return 0;
    });
  },
};

async function listen(start: () => Promise<LoopbackHost>, port: number): Promise<LoopbackHost> {
  try {
    return await start();
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && (fault.code === 'EADDRINUSE' || fault.code === 'EACCES')) {
      throw new Refused(`Port ${port} is taken by another program. Without --port, Kitplan finds a free one.`);
    }
    throw fault;
  }
}

/** Resolves at Ctrl+C, or when the system ends the program: the plan is then closed in order. */
const stopSignal = (): Promise<unknown> =>
  Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));

/** The person's own browser. Where there is no opener, the printed address is enough. */
function openInBrowser(url: string): void {
  const [program, args] = openerFor(url);
  const opener = spawn(program, args, { stdio: 'ignore', detached: true });
  opener.on('error', () => undefined);
  opener.unref();
}

function openerFor(url: string): [string, string[]] {
  if (process.platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', url]];
  return [process.platform === 'darwin' ? 'open' : 'xdg-open', [url]];
}
