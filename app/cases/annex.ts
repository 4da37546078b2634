import { annexOf } from '../../planning/analysis/annex/annex.ts';
import { planOfDay } from '../../planning/analysis/development/standing.ts';
import { forecast } from '../../planning/forecast.ts';
import { annexFile } from '../documents/annex.ts';
import type { Handlers } from '../handlers.ts';
import { requirePlan } from './development-found.ts';
import { factsUnder, optionsOf, scenarioIn } from './forecast-view.ts';

export const annexHandlers = {
  'documents.annex': (session, { format, planId, ...view }) => {
    const snapshot = factsUnder(session, view.scenarioId);
    const result = forecast(snapshot, optionsOf(session, view));
    const plan = planId === undefined ? planOfDay(snapshot.analysis.plans, result.asOf) : requirePlan(session, planId, 'planId');
    const scenario = scenarioIn(session, view.scenarioId)?.name ?? 'the plan';
    return annexFile(format, { annex: annexOf(snapshot, result, plan), school: snapshot.school.name, asOf: result.asOf, scenario });
  },
} satisfies Pick<Handlers, 'documents.annex'>;
