import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { PlanState } from '../contract/application.ts';
import type { Handlers } from '../handlers.ts';
import { Refusal } from '../refusal.ts';
import { writeSample } from '../sample/write-sample.ts';
import { stateOf, type Session } from '../session.ts';

const openState = (session: Session): PlanState => {
  const state = stateOf(session);
  if (state === null) throw new Refusal('no_plan', 'No plan is open.');
  return state;
};

const plansIn = (folder: string, open: string | null) => {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.kitplan'))
    .map((fileName) => {
      const path = join(folder, fileName);
      return { path, fileName, changedAt: statSync(path).mtime.toISOString(), open: path === open };
    })
    .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
};

/** The use cases that concern the application rather than one plan. */
export const applicationHandlers = {
  'app.state': (session) => ({
    version: session.ports.version,
    host: session.ports.host,
    can: {
      choosePlanFile: session.ports.choosePlanFile !== undefined,
      printNatively: session.ports.printsNatively ?? false,
    },
    today: session.today(),
    settings: { theme: session.settings.theme, role: session.settings.role, lists: session.settings.lists },
    plan: stateOf(session),
  }),

  'app.settings': (session, { theme, role, list }) => {
    const lists = list && { ...session.settings.lists, [list.area]: list.layout };
    const kept = session.keepSettings({ ...(theme && { theme }), ...(role && { role }), ...(lists && { lists }) });
    return { theme: kept.theme, role: kept.role, lists: kept.lists };
  },

  'plan.list': (session) => plansIn(session.ports.plansFolder, session.planOrNull()?.path ?? null),

  'plan.open': (session, { path }) => {
    session.open(path);
    return openState(session);
  },

  'plan.choose': async (session) => {
    if (session.ports.choosePlanFile === undefined) {
      throw new Refusal('unsupported', 'A browser cannot choose a plan file. Start Kitplan with the file’s name instead.');
    }
    const path = await session.ports.choosePlanFile();
    if (path === null) return null;
    session.open(path);
    return openState(session);
  },

  'plan.new': (session, { name }) => {
    session.startNew(name);
    return openState(session);
  },

  'plan.sample': (session, { name = 'Hillcrest School (made up)' }) => {
    session.startNew(name, { madeUp: true, fill: (writer) => writeSample(writer) });
    return openState(session);
  },
} satisfies Pick<Handlers, 'app.state' | 'app.settings' | 'plan.list' | 'plan.open' | 'plan.choose' | 'plan.new' | 'plan.sample'>;
