import { app } from 'electron';
import { openApplication } from './application.ts';
import { answerPages } from './bridge.ts';
import { logFaults } from './faults.ts';
import { useHostFolders } from './folders.ts';
import { setMenu } from './menu.ts';
import { planFileIn } from './plan-file-argument.ts';
import { whenPlanFileIsOpened } from './plan-files.ts';
import { quitWithWindow } from './quit.ts';
import { registerScheme, serveScreens } from './screens.ts';
import { denyNetwork } from './security/network.ts';
import { lockPages } from './security/pages.ts';
import { denyPermissions } from './security/permissions.ts';
import { isFirstInstance } from './single-instance.ts';
import { quitWithStarter, tellStarter } from './starter.ts';
import { openWindow } from './window.ts';

/** The desktop shell, in the order in which it happens. Each line is a small module beside this one. */
const folders = useHostFolders();
const log = logFaults(folders);
registerScheme();
app.enableSandbox();
lockPages();
quitWithStarter();

async function start(): Promise<void> {
  denyPermissions();
  denyNetwork();
  serveScreens();
  const application = openApplication(folders, log, planFileIn(process.argv, process.cwd()));
  answerPages(application);
  quitWithWindow(application);
  setMenu();
  whenPlanFileIsOpened(application);
  await openWindow();
  tellStarter();
}

// Never awaited here: Electron becomes ready only after this module has been read to its end.
if (isFirstInstance()) void app.whenReady().then(start);
else app.quit();
