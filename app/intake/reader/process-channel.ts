import { parentChannel, type ParentChannel } from '../../processes/parent-channel.ts';
import type { ReaderReport, ReaderRequest } from '../spawn-reader.ts';

/** The reader's way back to its parent; null when started by hand. */
export const processChannel = (): ParentChannel<ReaderRequest, ReaderReport> | null => parentChannel(isRequest);

function isRequest(message: unknown): message is ReaderRequest {
  return typeof message === 'object' && message !== null && 'kind' in message && ['table', 'document', 'letterhead'].some((kind) => kind === message.kind)
    && 'bytes' in message && message.bytes instanceof Uint8Array
    && 'fileName' in message && typeof message.fileName === 'string'
    && 'how' in message && typeof message.how === 'object' && message.how !== null;
}
