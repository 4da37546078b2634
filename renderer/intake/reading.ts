import { useQuery } from '@tanstack/react-query';
import type { ImportReport } from '../../app/contract/intake.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { ask } from '../lib/application.tsx';
import { readAsBase64 } from '../lib/file-transfer.ts';

/** What was read from a file, and the contents that go with it to the plan. */
export type Reading = { readonly report: ImportReport; readonly base64: string };

const MEGABYTE = 1024 * 1024;
/** In base64 this still fits the 64 MB that a request may bring. */
const MOST_BYTES = 45 * MEGABYTE;

async function read(file: File, asOf: IsoDate): Promise<Reading> {
  if (file.size > MOST_BYTES) {
    const size = Math.ceil(file.size / MEGABYTE);
    throw new Error(`${file.name} is ${size} MB, and Kitplan reads files up to 45 MB. Save the sheet with the kit on its own, then choose that file.`);
  }
  const base64 = await readAsBase64(file);
  return { report: await ask('intake.preview', { fileName: file.name, base64, asOf }), base64 };
}

/**
 * Reads a file and says what would come in; again whenever the plan changes, because the counts would, except
 * while it is being brought in.
 */
export function useReading(file: File | undefined, asOf: IsoDate, revision: number, bringingIn: boolean) {
  return useQuery({
    queryKey: ['intake.preview', file?.name, file?.size, file?.lastModified, asOf, revision],
    queryFn: () => (file === undefined ? Promise.reject(new Error('No file was chosen.')) : read(file, asOf)),
    enabled: file !== undefined && !bringingIn,
    // Of the same file only: another one starts with an empty page.
    placeholderData: (previous, query) => (query?.queryKey[1] === file?.name && query?.queryKey[3] === file?.lastModified ? previous : undefined),
    staleTime: Infinity,
    // Contents of tens of megabytes are not kept for a page that is closed.
    gcTime: 0,
  });
}
