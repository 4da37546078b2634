import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Frame } from './frame/frame.tsx';
import { Unanswered } from './frame/unanswered.tsx';
import { ApplicationProvider, useApplication } from './lib/application.tsx';
import { CommandsProvider } from './lib/commands.tsx';
import { useFirstProblem } from './lib/first-problem.ts';
import { HotkeysProvider } from './lib/hotkeys.tsx';
import { useLostFocus } from './lib/lost-focus.ts';
import { NavigationProvider } from './lib/navigation.tsx';
import { useColourScheme } from './lib/theme.ts';
import { mantineTheme, mantineVariables } from './styles/mantine-theme.ts';

/** Reads come from this computer and are refused in words, not lost on the way: no second try, no cache by time. */
const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 0, networkMode: 'always' } } });

/** The nonce under which this page may add styles; browsers hide the attribute, so the property is read. */
const styleNonce = (): string => document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? '';

function Themed({ children }: { readonly children: ReactNode }) {
  const scheme = useColourScheme(useApplication().application.settings.theme);
  return (
    <MantineProvider theme={mantineTheme} cssVariablesResolver={mantineVariables} forceColorScheme={scheme} getStyleNonce={styleNonce}>
      {children}
    </MantineProvider>
  );
}

export function App() {
  useFirstProblem();
  useLostFocus();
  return (
    <QueryClientProvider client={client}>
      <ApplicationProvider instead={Unanswered}>
        <Themed>
          <HotkeysProvider>
            <NavigationProvider>
              <CommandsProvider><Frame /></CommandsProvider>
            </NavigationProvider>
          </HotkeysProvider>
        </Themed>
      </ApplicationProvider>
    </QueryClientProvider>
  );
}
