import type { Answer, EntryName, Request } from '../../app/contract/contract.ts';
import { refuse } from '../../app/contract/result.ts';
import type { Result } from '../../app/contract/result.ts';

/**
 * The one place that knows where the screens run: inside Kitplan's own window, whose preload offers a bridge,
 * or in a browser on this computer, where the same questions go to the loopback address. Every other file
 * asks through `call`; what a host cannot do it says in `app.state` (`can`).
 */

type Bridge = { readonly dispatch: (name: string, input: unknown) => Promise<unknown> };

declare global {
  interface Window {
    /** Put there by the preload of Kitplan's own window; absent in a browser. */
    readonly kitplan?: Bridge;
  }
}

const TOKEN_KEY = 'kitplan-token';

/**
 * The loopback host puts its token after the `#`, which browsers never send. It is taken out of the address
 * at once, so that it is not seen or copied, and kept for a reload of this tab alone.
 */
function takeToken(page: Window): string {
  const found = /(?:^#|&)token=([^&]+)/.exec(page.location.hash)?.[1];
  if (found === undefined) return page.sessionStorage.getItem(TOKEN_KEY) ?? '';
  page.history.replaceState(null, '', page.location.pathname + page.location.search);
  page.sessionStorage.setItem(TOKEN_KEY, found);
  return found;
}

function loopbackOf(page: Window): Bridge {
  const token = takeToken(page);
  return {
    dispatch: async (name, input) => {
      const response = await page.fetch(`/api/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-kitplan-token': token },
        body: JSON.stringify(input),
      });
      return response.json();
    },
  };
}

const bridge: Bridge = window.kitplan ?? loopbackOf(window);

const isResult = (answer: unknown): answer is Result<never> =>
  typeof answer === 'object' && answer !== null && typeof Reflect.get(answer, 'ok') === 'boolean';

/** Sends one question or command of the contract. Never throws: a host that is gone is a result too. */
export async function call<Name extends EntryName>(name: Name, request: Request<Name>): Promise<Result<Answer<Name>>> {
  try {
    const answer = await bridge.dispatch(name, request);
    if (isResult(answer)) return answer;
  } catch {
    // Told below: the reason is the same for the person whether the host is gone or speaks nonsense.
  }
  return refuse({
    code: 'internal',
    message: 'Kitplan has stopped answering. What was saved is safe: close this page and start Kitplan again.',
  });
}
