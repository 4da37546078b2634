import { useCallback } from 'react';
import type { Request } from '../../app/contract/contract.ts';
import { useAsk, useMessages } from './commands.tsx';
import { download } from './file-transfer.ts';

export type ExportName = 'exports.register' | 'exports.due' | 'exports.disposals' | 'exports.plan' | 'documents.budgetWorkbook' | 'documents.budgetLines' | 'documents.clfp' | 'documents.standards'
  | 'document.file' | 'documents.coverage' | 'documents.needs' | 'documents.decisions';

/** Makes a file of the saved plan and hands it over; a refusal becomes a note with its sentence. */
export function useExport(): <Name extends ExportName>(name: Name, request: Request<Name>) => Promise<void> {
  const ask = useAsk();
  const { tell } = useMessages();
  return useCallback(async (name, request) => {
    const file = await ask(name, request);
    if (file === null) return;
    download(file);
    tell({ kind: 'done', back: null, steps: 0, text: `${file.fileName} is in your downloads` });
  }, [ask, tell]);
}
