import { useQuery } from '@tanstack/react-query';
import { formatCount } from '../../planning/money.ts';
import { ask } from '../lib/application.tsx';
import { Working } from '../parts/working.tsx';

const ASK_EVERY_MS = 300;

const STAGE_WORDS = { reading: 'Reading', understanding: 'Understanding', comparing: 'Comparing with the register', writing: 'Writing' } as const;

type WorkBarProps = { readonly job: string; readonly label: string; readonly onStop: () => void };

/** Work on a register: how many rows it has come to, and a way to stop it. While it writes it can only be undone after. */
export function WorkBar({ job, label, onStop }: WorkBarProps) {
  const { data } = useQuery({
    queryKey: ['intake.progress', job], queryFn: () => ask('intake.progress', { job }), refetchInterval: ASK_EVERY_MS, enabled: job !== '', gcTime: 0,
  });
  const stage = data?.stage ?? null;
  const rows = data === undefined || data.rows === 0 ? '' : `, ${formatCount(data.rows)} ${data.rows === 1 ? 'row' : 'rows'}${data.total === null ? '' : ` of ${formatCount(data.total)}`}`;
  const words = stage === null ? label : `${label}: ${STAGE_WORDS[stage].toLowerCase()}${rows}`;
  const done = data === undefined || data.total === null || stage !== 'understanding' ? undefined : data.rows / Math.max(1, data.total);
  return (
    <Working
      label={words} {...(done === undefined ? {} : { done })} {...(stage === 'writing' ? {} : {
        onStop: () => {
          void ask('intake.stop', { job }).catch(() => undefined);
          onStop();
        },
      })}
    />
  );
}
