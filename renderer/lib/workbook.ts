import { useCallback } from 'react';
import { useAsk, useMessages } from './commands.tsx';
import { download } from './file-transfer.ts';
import { useOpenPlan } from './plan.tsx';

/** Makes the forecast workbook of the saved plan, as at the day on screen, and hands it over. */
export function useWorkbook(): () => Promise<void> {
  const open = useOpenPlan();
  const ask = useAsk();
  const { tell } = useMessages();
  const asOf = open?.asOf;
  const scenarioId = open?.scenario.id;
  const trying = open?.trying ?? false;
  return useCallback(async () => {
    if (asOf === undefined || scenarioId === undefined) return;
    const file = await ask('documents.workbook', { asOf, scenarioId });
    if (file === null) return;
    download(file);
    const made = `${file.fileName} is in your downloads`;
    tell({ kind: 'done', back: null, steps: 0, text: trying ? `${made}; the what-if is not in it until it is put into the plan` : made });
  }, [ask, asOf, scenarioId, tell, trying]);
}
