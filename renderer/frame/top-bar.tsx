import { Redo2, Search, Undo2 } from 'lucide-react';
import { useApplication } from '../lib/application.tsx';
import { useCommand } from '../lib/commands.tsx';
import { useOpenPlan } from '../lib/plan.tsx';
import { IconButton } from '../parts/button.tsx';
import { AsAt } from './as-at.tsx';
import { Mark } from './mark.tsx';
import { PlanMenu } from './plan-menu.tsx';
import { RailMenu } from './rail-menu.tsx';
import { RoleMenu } from './role-menu.tsx';
import { ScenarioMenu } from './scenario-menu.tsx';

function UndoRedo() {
  const { application: { plan } } = useApplication();
  const run = useCommand();
  const undo = plan?.undo ?? null;
  const redo = plan?.redo ?? null;
  return (
    <>
      <IconButton
        label="Undo" tip={undo === null ? 'Nothing to undo' : `Undo: ${undo.label} (Ctrl Z)`}
        disabled={undo === null} onClick={() => void run('plan.undo', {})}
      >
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton
        label="Redo" tip={redo === null ? 'Nothing to do again' : `Redo: ${redo.label} (Ctrl Y)`}
        disabled={redo === null} onClick={() => void run('plan.redo', {})}
      >
        <Redo2 aria-hidden="true" />
      </IconButton>
    </>
  );
}

type TopBarProps = { readonly onSearch: () => void; readonly onAbout: () => void; readonly onSchool: () => void };

export function TopBar({ onSearch, onAbout, onSchool }: TopBarProps) {
  const open = useOpenPlan();
  return (
    <header className="top">
      <div className="mark"><Mark /><span>Kitplan</span></div>
      <RailMenu />
      <div className="ctx">
        <PlanMenu onAbout={onAbout} onSchool={onSchool} />
        {open !== null && open.plan.assetRows > 0 && <ScenarioMenu />}
        {open !== null && open.plan.assetRows > 0 && <AsAt />}
      </div>
      <div className="r">
        <button type="button" className="search" onClick={onSearch} aria-keyshortcuts="Control+K">
          <Search className="lucide" aria-hidden="true" /><span>Search or jump to</span><kbd>Ctrl K</kbd>
        </button>
        <UndoRedo />
        <RoleMenu />
      </div>
    </header>
  );
}
