import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ActualsLayout } from '../../app/contract/actuals-layout.ts';
import type { ActualsReport } from '../../app/contract/actuals.ts';
import type { ContractError } from '../../app/contract/result.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { ask, Refusal } from '../lib/application.tsx';
import { askAbout, forgetFiles } from '../lib/ask-about-file.ts';

/** What a person said of an export; what is not said is as Kitplan found it. */
export type Said = { readonly layout?: ActualsLayout; readonly year?: number; readonly through?: IsoDate };

/** What was found, and why what was said last cannot be: then the last that could be stands. */
type Looked = { readonly found: ActualsReport | null; readonly error: ContractError | null };

export type Actuals = Looked & {
  readonly said: Said;
  /** Puts what was said to the rest; the file is looked at again. */
  readonly say: (more: Said) => void;
  /** Another year is covered up to its usual day. */
  readonly sayYear: (year: number) => void;
  readonly sayLayout: (patch: Partial<ActualsLayout>) => void;
  readonly working: boolean;
};

let jobs = 0;
const newJob = (): string => {
  jobs += 1;
  return `actuals-${jobs}-${Math.random().toString(36).slice(2, 8)}`;
};

/** What is known of an export under what was said so far. It is asked again whenever the plan changes: a code may have been mapped. */
export function useActuals(file: File, { asOf, scenarioId, revision }: { readonly asOf: IsoDate; readonly scenarioId: number; readonly revision: number }): Actuals {
  const [said, setSaid] = useState<Said>({});
  const last = useRef<ActualsReport | null>(null);
  const { data, error, isFetching } = useQuery({
    queryKey: ['actuals.look', file.name, file.size, file.lastModified, said, asOf, scenarioId, revision],
    queryFn: async (): Promise<Looked> => {
      try {
        last.current = await askAbout(file, last.current?.fingerprint ?? null, (asked) => ask('actuals.look', { ...asked, ...said, asOf, scenarioId, job: newJob() }));
        return { found: last.current, error: null };
      } catch (fault) {
        if (!(fault instanceof Refusal)) throw fault;
        return { found: last.current, error: fault.error };
      }
    },
    // Of the same file only: another one starts with an empty page.
    placeholderData: (previous, query) => (query?.queryKey[1] === file.name && query?.queryKey[3] === file.lastModified ? previous : undefined),
    staleTime: Infinity, gcTime: 0, retry: false,
  });
  useEffect(() => forgetFiles, []);
  const found = data?.found ?? null;
  const say = (more: Said): void => setSaid((before) => ({ ...before, ...more }));
  const sayYear = (year: number): void => setSaid(({ through: _day, ...rest }) => ({ ...rest, year }));
  const sayLayout = (patch: Partial<ActualsLayout>): void => {
    const layout = said.layout ?? found?.layout;
    if (layout !== undefined) say({ layout: { ...layout, ...patch } });
  };
  const fault: ContractError | null = error === null ? null : { code: 'refused_file', message: error.message };
  return { said, say, sayYear, sayLayout, found, error: data?.error ?? fault, working: isFetching };
}
