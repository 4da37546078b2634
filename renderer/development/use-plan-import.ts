import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Request } from '../../app/contract/contract.ts';
import type { PlanImportOptions, PlanImportReport } from '../../app/contract/development-import.ts';
import type { ContractError } from '../../app/contract/result.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { ask, Refusal } from '../lib/application.tsx';
import { askAbout, forgetFiles } from '../lib/ask-about-file.ts';

/** What a person said of a table, and into which plan it goes; what is not said is as Kitplan found it. */
export type SaidOfPlan = Pick<Request<'development.look'>, 'planId' | 'newPlan'> & { readonly options: PlanImportOptions };

type Looked = { readonly found: PlanImportReport | null; readonly error: ContractError | null };

export type PlanImport = Looked & {
  readonly said: SaidOfPlan;
  readonly say: (more: Partial<SaidOfPlan>) => void;
  readonly sayOptions: (more: PlanImportOptions) => void;
  readonly working: boolean;
};

/** What would come in from a table under what was said so far. It is asked again whenever the plan changes. */
export function usePlanImport(file: File, { asOf, revision }: { readonly asOf: IsoDate; readonly revision: number }): PlanImport {
  const [said, setSaid] = useState<SaidOfPlan>({ options: {} });
  const last = useRef<PlanImportReport | null>(null);
  const { data, error, isFetching } = useQuery({
    queryKey: ['development.look', file.name, file.size, file.lastModified, said, asOf, revision],
    queryFn: async (): Promise<Looked> => {
      try {
        last.current = await askAbout(file, last.current?.fingerprint ?? null, (asked) => ask('development.look', { ...asked, ...said, asOf }));
        return { found: last.current, error: null };
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        // What could be read before still stands: nothing that was said is lost.
        return { found: last.current, error: fault.error };
      }
    },
    placeholderData: (previous, query) => (query?.queryKey[1] === file.name && query?.queryKey[3] === file.lastModified ? previous : undefined),
    staleTime: Infinity, gcTime: 0, retry: false,
  });
  useEffect(() => forgetFiles, []);
  const say = (more: Partial<SaidOfPlan>): void => setSaid((before) => ({ ...before, ...more }));
  const sayOptions = (more: PlanImportOptions): void => setSaid((before) => ({ ...before, options: { ...before.options, ...more } }));
  const fault: ContractError | null = error === null ? null : { code: 'refused_file', message: error.message };
  return { said, say, sayOptions, found: data?.found ?? null, error: data?.error ?? fault, working: isFetching };
}
