import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ChartField, ChartOptions } from '../../app/contract/chart-options.ts';
import type { ChartReport } from '../../app/contract/ledger-codes.ts';
import { ask } from '../lib/application.tsx';
import { askAbout, forgetFiles } from '../lib/ask-about-file.ts';

export type Chart = {
  readonly options: ChartOptions;
  /** Reads another sheet of the workbook, with its own columns. */
  readonly readSheet: (sheet: string) => void;
  readonly sayColumn: (index: number, is: ChartField | null) => void;
  readonly report: ChartReport | undefined;
  readonly error: Error | null;
  readonly working: boolean;
};

/** What a chart of accounts would bring in, under what was said of its columns. It is asked again whenever the plan changes, because the counts would. */
export function useChart(file: File, revision: number): Chart {
  const [options, setOptions] = useState<ChartOptions>({});
  const fingerprint = useRef<string | null>(null);
  const { data, error, isFetching } = useQuery({
    queryKey: ['finance.chart', file.name, file.size, file.lastModified, options, revision],
    queryFn: async () => {
      const report = await askAbout(file, fingerprint.current, (asked) => ask('finance.chart', { ...asked, options }));
      fingerprint.current = report.fingerprint;
      return report;
    },
    placeholderData: (previous) => previous,
    staleTime: Infinity, gcTime: 0, retry: false,
  });
  useEffect(() => forgetFiles, []);
  const sayColumn = (index: number, is: ChartField | null): void => setOptions((before) => ({
    // A field stands in one column: said of another, it is taken from the one it was in.
    ...before, columns: [...(before.columns ?? []).filter((each) => each.index !== index && (is === null || each.is !== is)), { index, is }],
  }));
  return { options, readSheet: (sheet) => setOptions({ sheet }), sayColumn, report: data, error, working: isFetching };
}
