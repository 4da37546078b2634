import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { withAnswer, type ImportOptions } from '../../app/contract/import-options.ts';
import type { Examination } from '../../app/contract/intake-report.ts';
import type { IsoDate } from '../../planning/vocabulary.ts';
import { ask } from '../lib/application.tsx';
import { askAbout, forgetFiles } from '../lib/ask-about-file.ts';

export type Import = {
  readonly options: ImportOptions;
  /** Puts an answer to the options; the file is looked at again. */
  readonly answer: (patch: ImportOptions) => void;
  /** Takes these options in place of all that was said. */
  readonly replace: (options: ImportOptions) => void;
  /** Back to what was last looked at, where looking at it again was stopped. */
  readonly goBack: () => void;
  readonly found: Examination | undefined;
  readonly error: Error | null;
  /** Whether it is being looked at, for the first time or again. */
  readonly working: boolean;
  /** The name of the work that is going on. */
  readonly job: string;
  readonly fingerprint: string | null;
};

let jobs = 0;
export const newJob = (): string => {
  jobs += 1;
  return `screen-${jobs}-${Math.random().toString(36).slice(2, 8)}`;
};

/**
 * What is known of one file under the options said so far. It is asked again whenever the plan changes, because the
 * counts would, except while it is being brought in and afterwards.
 */
export function useImport(file: File, asOf: IsoDate, revision: number, settled: boolean): Import {
  const [options, setOptions] = useState<ImportOptions>({});
  const [job, setJob] = useState('');
  const fingerprint = useRef<string | null>(null);
  const { data, error, isFetching } = useQuery({
    queryKey: ['intake.examine', file.name, file.size, file.lastModified, options, asOf, revision],
    queryFn: async () => {
      const name = newJob();
      setJob(name);
      const found = await askAbout(file, fingerprint.current, (asked) => ask('intake.examine', { ...asked, options, asOf, job: name }));
      // Not taken up again, answers given last time would be undone row by row: a room that was joined would come apart.
      if (fingerprint.current === null && found.lastTime !== null) setOptions(withAnswer({}, found.lastTime.options));
      fingerprint.current = found.fingerprint;
      return found;
    },
    enabled: !settled,
    // Of the same file only: another one starts with an empty page.
    placeholderData: (previous, query) => (query?.queryKey[1] === file.name && query?.queryKey[3] === file.lastModified ? previous : undefined),
    staleTime: Infinity, gcTime: 0, retry: false,
  });
  // What is being brought in goes on when the page is left; what is only looked at is put away.
  const keep = useRef(settled);
  useEffect(() => { keep.current = settled; }, [settled]);
  useEffect(() => () => { if (!keep.current) forgetFiles(); }, []);
  const understood = useRef<ImportOptions>({});
  useEffect(() => { if (data !== undefined && !isFetching) understood.current = options; }, [data, isFetching, options]);
  const answer = useCallback((patch: ImportOptions) => setOptions((before) => withAnswer(before, patch)), []);
  const goBack = useCallback(() => setOptions(understood.current), []);
  return { options, answer, replace: setOptions, goBack, found: data, error, working: isFetching, job, fingerprint: data?.fingerprint ?? null };
}
