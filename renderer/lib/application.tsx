import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext, useEffect, useMemo } from 'react';
import type { ComponentType, ReactNode } from 'react';
import type { ApplicationState } from '../../app/contract/application.ts';
import type { Answer, EntryName, Request } from '../../app/contract/contract.ts';
import type { ContractError } from '../../app/contract/result.ts';
import { call } from './connect.ts';

/** A question that was answered with a sentence instead of facts. */
export class Refusal extends Error {
  readonly error: ContractError;
  constructor(error: ContractError) {
    super(error.message);
    this.name = 'Refusal';
    this.error = error;
  }
}

/** `call` for readers that expect an answer: throws a `Refusal` with the sentence. */
export async function ask<Name extends EntryName>(name: Name, request: Request<Name>): Promise<Answer<Name>> {
  const result = await call(name, request);
  if (result.ok) return result.value;
  throw new Refusal(result.error);
}

const stateQuery = { queryKey: ['app.state'], queryFn: () => ask('app.state', {}) } as const;

/** A plan's facts at one revision never change: read once, kept until the next revision is on screen. */
export const snapshotQuery = (planId: string, revision: number) => ({
  queryKey: ['plan.snapshot', planId, revision] as const,
  queryFn: () => ask('plan.snapshot', {}),
  staleTime: Infinity,
  gcTime: 60_000,
});

/** How often a window in front asks whether another one changed something, in milliseconds. */
const ASK_AGAIN_MS = 3_000;

/** Reads the state, and the plan's facts if they moved on: when this is done, every screen is up to date. */
async function readAgain(client: QueryClient): Promise<void> {
  // A regular reading that is under way may have been asked before the change: its answer must not come last.
  await client.cancelQueries({ queryKey: stateQuery.queryKey });
  const state = await stateQuery.queryFn();
  client.setQueryData(stateQuery.queryKey, state);
  const { plan } = state;
  if (plan !== null) await client.fetchQuery(snapshotQuery(plan.id, plan.revision));
}

type Application = {
  readonly application: ApplicationState;
  readonly refresh: () => Promise<void>;
};

const ApplicationContext = createContext<Application | null>(null);

type ProviderProps = {
  readonly children: ReactNode;
  /** What to show while the host has not answered for the first time, or answers with a refusal. */
  readonly instead: ComponentType<{ readonly error: Error | null }>;
};

export function ApplicationProvider({ children, instead: Instead }: ProviderProps) {
  const client = useQueryClient();
  const { data, error } = useQuery({
    ...stateQuery, placeholderData: keepPreviousData, refetchInterval: ASK_AGAIN_MS, refetchOnWindowFocus: 'always',
  });
  // A window beside another is visible all the time: it also asks when it is clicked into.
  useEffect(() => {
    const askAgain = (): void => void client.invalidateQueries({ queryKey: stateQuery.queryKey });
    window.addEventListener('focus', askAgain);
    return () => window.removeEventListener('focus', askAgain);
  }, [client]);
  // A plan's facts asked for while another window opened another plan may be those of that one: not kept for later.
  const planId = data?.plan?.id;
  useEffect(() => () => client.removeQueries({ queryKey: ['plan.snapshot', planId] }), [client, planId]);
  const refresh = useCallback(() => readAgain(client), [client]);
  const value = useMemo(() => (data === undefined ? null : { application: data, refresh }), [data, refresh]);
  if (value === null) return <Instead error={error} />;
  return <ApplicationContext value={value}>{children}</ApplicationContext>;
}

/** The application itself, for parts that work without an open plan; pages take `usePlan`. */
export function useApplication(): Application {
  const value = useContext(ApplicationContext);
  if (value === null) throw new Error('useApplication needs an ApplicationProvider above it.');
  return value;
}

/**
 * A question about the open plan, asked again whenever the plan changes: history, checks, backups. The old
 * answer stays on screen until the new one is there.
 */
export function usePlanQuery<Name extends EntryName>(name: Name, request: Request<Name>) {
  const { application: { plan } } = useApplication();
  return useQuery({
    queryKey: [name, plan?.id, plan?.revision, request],
    queryFn: () => ask(name, request),
    placeholderData: keepPreviousData,
    enabled: plan !== null,
  });
}
