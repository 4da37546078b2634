import './first-run.css';
import { FileSpreadsheet, PencilLine, School } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useAction } from '../lib/commands.tsx';
import { useNavigation, useTitleFocus } from '../lib/navigation.tsx';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';
import { FileButton } from '../parts/file-button.tsx';
import { Note } from '../parts/note.tsx';
import { PageNotices } from '../parts/page-notices.tsx';
import { CountByHand } from './count-by-hand.tsx';
import { CycleDrawing } from './cycle-drawing.tsx';
import { YourSchool } from '../parts/school-form.tsx';

type WayProps = { readonly icon: LucideIcon; readonly title: string; readonly button: ReactNode; readonly children: ReactNode };

function Way({ icon: Icon, title, button, children }: WayProps) {
  return (
    <div className="way">
      <Icon aria-hidden="true" />
      <div><h2>{title}</h2><p>{children}</p></div>
      {button}
    </div>
  );
}

/** Three ways in, and the few facts about the school that the sums need. */
export function FirstRun() {
  const { editable } = usePlan();
  const { go } = useNavigation();
  const act = useAction();
  const title = useTitleFocus();
  const [counting, setCounting] = useState(false);
  const openSample = async (): Promise<void> => {
    if (await act('plan.sample', {}) !== null) go('overview');
  };
  return (
    <div className="first-run">
      <div className="first-run-start">
        <div>
          <h1 ref={title} tabIndex={-1}>Start with what you have.</h1>
          <p className="lead">
            A kit list from any spreadsheet is enough. In about ten minutes you will see what falls due, what it
            costs, and whether the budget covers it.
          </p>
          {counting ? <CountByHand onClose={() => setCounting(false)} /> : (
            <div>
              <Way
                icon={FileSpreadsheet} title="Bring in your kit list"
                button={<FileButton variant="filled" onFile={(file) => go('import', { file })}>Choose a file</FileButton>}
              >
                Excel or CSV, or an export from Snipe-IT or GLPI. You check every row first. Or drop the file anywhere
                on this window.
              </Way>
              <Way
                icon={School} title="Look round a made-up school"
                button={<Button onClick={() => void openSample()}>Open Hillcrest</Button>}
              >
                Hillcrest School: 1,140 pupils, 1,063 assets, a real shortfall to solve. Change anything. It is only a copy.
              </Way>
              <Way
                icon={PencilLine} title="Count by hand"
                button={<Button disabled={!editable} onClick={() => setCounting(true)}>Start counting</Button>}
              >
                No list yet? Say how many laptops, desktops and screens you have, and roughly when they came.
              </Way>
            </div>
          )}
          <YourSchool />
          <Note tone="ok" title="Everything stays on this computer.">
            Kitplan does not use the internet and needs no account. It does not ask for pupils’ names, only how many
            there are.
          </Note>
          <PageNotices />
        </div>
      </div>
      <CycleDrawing />
    </div>
  );
}
