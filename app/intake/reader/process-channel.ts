import type { ReaderReport, ReaderRequest } from '../spawn-reader.ts';

/** Electron's utility process talks through `process.parentPort`; a forked Node process through `process.send`. */
type ParentPort = {
  on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  postMessage: (message: ReaderReport) => void;
};

export type ProcessChannel = {
  readonly onRequest: (listener: (request: ReaderRequest) => void) => void;
  readonly report: (message: ReaderReport) => void;
};

/** The way back to the parent, whichever kind of process this is; null when started by hand, without a parent. */
export function processChannel(): ProcessChannel | null {
  const port = (process as NodeJS.Process & { readonly parentPort?: ParentPort | null }).parentPort;
  if (port) {
    return {
      onRequest: (listener) => port.on('message', (event) => { if (isRequest(event.data)) listener(event.data); }),
      report: (message) => port.postMessage(message),
    };
  }
  if (process.send === undefined) return null;
  return {
    onRequest: (listener) => {
      process.on('message', (message: unknown) => { if (isRequest(message)) listener(message); });
      // Without a parent there is nobody to read for.
      process.on('disconnect', () => process.exit(0));
    },
    report: (message) => { process.send?.(message); },
  };
}

function isRequest(message: unknown): message is ReaderRequest {
  return typeof message === 'object' && message !== null && 'kind' in message && ['table', 'document', 'letterhead'].some((kind) => kind === message.kind)
    && 'bytes' in message && message.bytes instanceof Uint8Array
    && 'fileName' in message && typeof message.fileName === 'string'
    && 'how' in message && typeof message.how === 'object' && message.how !== null;
}
