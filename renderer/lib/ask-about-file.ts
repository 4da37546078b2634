import { ask, Refusal } from './application.tsx';
import { readAsBase64 } from './file-transfer.ts';

const MEGABYTE = 1024 * 1024;
/** In base64 this still fits the 64 MB that a request may bring. */
const MOST_BYTES = 45 * MEGABYTE;

/** A file as it is asked about: its contents go once, then its fingerprint is enough. */
export type AskedAbout = { readonly fileName: string; readonly base64?: string; readonly fingerprint?: string };

async function contentsOf(file: File): Promise<AskedAbout> {
  if (file.size > MOST_BYTES) {
    const size = Math.ceil(file.size / MEGABYTE);
    throw new Error(`${file.name} is ${size} MB, and Kitplan reads files up to 45 MB. Save the sheet that is needed on its own, then choose that file.`);
  }
  return { fileName: file.name, base64: await readAsBase64(file) };
}

/** Asks about a file by its fingerprint, and sends it (again) where the application does not have it at hand. */
export async function askAbout<Value>(file: File, fingerprint: string | null, question: (asked: AskedAbout) => Promise<Value>): Promise<Value> {
  if (fingerprint === null) return question(await contentsOf(file));
  try {
    return await question({ fileName: file.name, fingerprint });
  } catch (fault) {
    if (!(fault instanceof Refusal) || fault.error.code !== 'not_found') throw fault;
    return question(await contentsOf(file));
  }
}

/** Puts away the files that are just being looked at. */
export const forgetFiles = (): void => void ask('intake.forget', {}).catch(() => undefined);
