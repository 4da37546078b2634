import type { Result } from './contract/result.ts';
import { dispatchTo } from './dispatch.ts';
import type { KitplanPorts, StartWith } from './ports.ts';
import { Session } from './session.ts';

/** The application without a face. A host makes one, passes requests to `dispatch`, and closes it at the end. */
export type Kitplan = {
  readonly dispatch: (name: string, raw: unknown) => Promise<Result<unknown>>;
  readonly close: () => void;
};

/**
 * @throws PlanFileError where `start` names a file that cannot be opened; its `sentence` says why.
 */
export const createKitplan = (ports: KitplanPorts, start: StartWith, options: { checkAnswers?: boolean } = {}): Kitplan => {
  const session = new Session(ports, start);
  const close = (): void => {
    ports.typesetter.close();
    session.close();
  };
  return { dispatch: dispatchTo(session, options), close };
};
