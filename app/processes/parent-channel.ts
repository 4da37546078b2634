/** Electron's utility process talks through `process.parentPort`; a forked Node process through `process.send`. */
type ParentPort<Report> = {
  on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => void;
  postMessage: (message: Report) => void;
};

export type ParentChannel<Request, Report> = {
  readonly onRequest: (listener: (request: Request) => void) => void;
  readonly report: (message: Report) => void;
};

/**
 * The way back to the parent, whichever kind of process this is; null when started by hand, without a parent.
 * @param isRequest messages of any other shape are passed over
 */
export function parentChannel<Request, Report>(isRequest: (message: unknown) => message is Request): ParentChannel<Request, Report> | null {
  const port = (process as NodeJS.Process & { readonly parentPort?: ParentPort<Report> | null }).parentPort;
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
      // Without a parent there is nobody to work for.
      process.on('disconnect', () => process.exit(0));
    },
    report: (message) => { process.send?.(message); },
  };
}
