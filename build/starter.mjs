/*
 * Notices when whoever started this program is gone. npm puts a shell between itself and us, and passes a
 * signal only to that: without this, a killed `npm start` would leave Kitplan running with nobody to stop it.
 */
import { readFileSync } from 'node:fs';
import process from 'node:process';

const LOOK_EVERY_MS = 500;

/** Calls `stop` once. */
export function whenStarterEnds(stop) {
  const parent = process.ppid;
  const above = aboveShell(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (above === null || parentOf(parent) === above)) return;
    clearInterval(timer);
    stop();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** npm itself, where a shell stands between; null where none does, or where the system does not tell. */
function aboveShell(pid) {
  const name = status(pid)?.name;
  return name !== undefined && /^(?:sh|dash|bash|ash|zsh)$/u.test(name) && process.env.npm_lifecycle_event !== undefined
    ? parentOf(pid)
    : null;
}

const parentOf = (pid) => status(pid)?.parent ?? null;

/** From /proc, on Linux alone: `pid (name) state parent …`. */
function status(pid) {
  try {
    const told = /^\d+ \((.*)\) \S+ (\d+)/su.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
    return told === null ? undefined : { name: told[1], parent: Number(told[2]) };
  } catch {
    return undefined;
  }
}
