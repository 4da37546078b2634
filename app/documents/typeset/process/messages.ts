import type { DocumentModel } from '../../../../planning/documents/model.ts';
import type { SpawnChild } from '../../../processes/child.ts';

/** What the typesetting process is asked: one document at a time. */
export type TypesetterRequest = { readonly id: number; readonly model: DocumentModel };

/** What it answers: the PDF, or a fault of ours in words for the log. */
export type TypesetterReport =
  | { readonly id: number; readonly bytes: Uint8Array }
  | { readonly id: number; readonly fault: string };

export type SpawnTypesetter = SpawnChild<TypesetterRequest>;

/** Old-space heap of the typesetting process, in megabytes. The typesetter's own memory is WebAssembly's, beside it. */
export const TYPESETTER_HEAP_MB = 1024;

export const isTypesetterRequest = (message: unknown): message is TypesetterRequest =>
  typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'number'
    && 'model' in message && typeof message.model === 'object' && message.model !== null;

export const isTypesetterReport = (message: unknown): message is TypesetterReport =>
  typeof message === 'object' && message !== null && 'id' in message && typeof message.id === 'number'
    && (('bytes' in message && message.bytes instanceof Uint8Array) || ('fault' in message && typeof message.fault === 'string'));
