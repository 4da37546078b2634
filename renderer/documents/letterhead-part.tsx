import { useState } from 'react';
import { formatLongDate } from '../../planning/calendar.ts';
import { usePlanQuery } from '../lib/application.tsx';
import { useCommand, useMessages } from '../lib/commands.tsx';
import { chooseFile, readAsBase64 } from '../lib/file-transfer.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';

const WORD_FILES = '.docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Gives the school's own paper, and what was found in it; what it cannot be is said in a note, and the paper that was there stays. */
function useGiving(onFound: (sentence: string) => void): () => void {
  const run = useCommand();
  const { tell } = useMessages();
  const give = async (file: File): Promise<void> => {
    try {
      const base64 = await readAsBase64(file);
      const given = await run('document.setLetterhead', { fileName: file.name, base64 });
      if (given !== null) onFound(given.value.sentence);
    } catch {
      tell({ kind: 'refused', text: `${file.name} could not be read. It may have been moved or renamed.` });
    }
  };
  return () => chooseFile(WORD_FILES, (file) => void give(file));
}

/** The school's own paper, on which every Word document is written: given, changed, taken away. */
export function LetterheadPart() {
  const { writable } = usePlan();
  const run = useCommand();
  const [found, setFound] = useState<string | null>(null);
  const give = useGiving(setFound);
  const { data } = usePlanQuery('document.letterhead', {});
  if (data === undefined) return null;
  const { letterhead } = data;
  return (
    <Section title="Letterhead" className="doc-letterhead">
      {letterhead === null
        ? <p>Word documents are on plain paper. Give a Word file with the school’s header and footer; {'{{title}}'} and {'{{body}}'} in it say where a document goes.</p>
        : <p>Word documents are on <b>{letterhead.fileName}</b>, given on {formatLongDate(letterhead.addedOn)}.</p>}
      {letterhead !== null && found !== null && <p role="status">{found}</p>}
      {writable && (
        <div className="acts">
          <Button small onClick={give}>{letterhead === null ? 'Use your letterhead' : 'Use another'}</Button>
          {letterhead !== null && <Button small onClick={() => void run('document.removeLetterhead', {})}>Take it away</Button>}
        </div>
      )}
    </Section>
  );
}
