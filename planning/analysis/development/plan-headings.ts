/** What a column of a school's development plan may hold. */
export const PLAN_TARGETS = [
  'area', 'priority_number', 'priority', 'rationale', 'number', 'objective', 'statement', 'criterion', 'status', 'action', 'lead', 'start', 'due', 'done', 'cost',
  'note', 'note_autumn', 'note_spring', 'note_summer',
] as const;
export type PlanTarget = (typeof PLAN_TARGETS)[number];

export const PLAN_TARGET_WORDS: Readonly<Record<PlanTarget, string>> = {
  area: 'Area', priority_number: 'Number of the priority', priority: 'Priority', rationale: 'Why it is a priority', number: 'Number of the objective',
  objective: 'Objective', statement: 'The whole of the objective', criterion: 'Success criterion', status: 'Status', action: 'Action', lead: 'Lead', start: 'Start',
  due: 'Due', done: 'Done', cost: 'Cost', note: 'Progress note', note_autumn: 'Progress, autumn term', note_spring: 'Progress, spring term',
  note_summer: 'Progress, summer term',
};

/** The heading that a table gets for what stands over it or across it: "Priority 1: Reading". */
export const HEADING_ABOVE = 'Heading above';

/**
 * What schools write over the columns of their development plans, best first: where a table has several of one kind, the
 * earlier one here is used. Written as `plainHeading` leaves them.
 */
const HEADINGS: Readonly<Record<PlanTarget, readonly string[]>> = {
  area: ['area', 'areas', 'area of focus', 'focus area', 'area for development', 'theme', 'themes', 'strand', 'section', 'domain', 'pillar', 'key area', 'inspection area',
    'ofsted area', 'ofsted heading', 'ofsted judgement', 'judgement', 'judgement area', 'aspect', 'quality indicator', 'qi', 'inspection heading', 'area of the plan'],
  priority_number: ['priority no', 'priority number', 'priority ref', 'initiative no', 'initiative number'],
  priority: ['priority', 'priorities', 'key priority', 'school priority', 'sdp priority', 'sip priority', 'adp priority', 'improvement priority', 'strategic priority',
    'priority area', 'initiative', 'initiatives', 'strategic aim', 'strategic objective', 'workstream', 'project', 'long term aim', 'whole school priority'],
  rationale: ['rationale', 'why', 'reason', 'reasons', 'context', 'evidence base', 'baseline', 'background', 'current position', 'starting point', 'where are we now', 'why is this a priority'],
  number: ['no', 'number', 'ref', 'reference', 'objective no', 'objective number', 'objective ref', 'target no', 'target number', 'id', 'item no', 'nr'],
  objective: ['objective', 'objectives', 'key objective', 'objective title', 'smart objective', 'smart target', 'target', 'targets', 'key target', 'goal', 'goals', 'aim', 'aims',
    'improvement objective', 'development point', 'development target', 'improvement target', 'outcome for pupils', 'what do we want to achieve', 'what we want to achieve',
    'where do we want to be', 'to improve', 'focus'],
  statement: ['statement', 'objective description', 'description of objective', 'full objective', 'objective in full', 'description', 'detail', 'details'],
  criterion: ['success criteria', 'success criterion', 'criteria', 'success measure', 'success measures', 'measure of success', 'measures of success', 'measure', 'measures',
    'kpi', 'kpis', 'key performance indicator', 'key performance indicators', 'milestone', 'milestones', 'success indicator', 'success indicators', 'indicator', 'indicators',
    'outcome', 'outcomes', 'intended outcome', 'intended outcomes', 'expected outcome', 'expected outcomes', 'desired outcome', 'desired outcomes', 'impact', 'intended impact', 'expected impact',
    'evidence of success', 'how will we know', 'how we will know', 'what will success look like', 'what success looks like', 'what it will look like'],
  status: ['status', 'rag', 'rag rating', 'rag status', 'rag rate', 'rating', 'progress rag', 'criterion status', 'colour', 'state', 'bragg', 'brag'],
  action: ['action', 'actions', 'key action', 'key actions', 'action step', 'action steps', 'step', 'steps', 'key steps', 'activity', 'activities', 'task', 'tasks', 'action to be taken',
    'actions to be taken', 'action required', 'actions required', 'strategy', 'strategies', 'what will we do', 'what we will do', 'what are we going to do', 'how will we get there',
    'how will we do it', 'how', 'what', 'implementation', 'interventions'],
  lead: ['lead', 'leads', 'lead role', 'lead person', 'lead member of staff', 'lead staff', 'led by', 'by whom', 'who', 'owner', 'action owner', 'responsible', 'person responsible', 'persons responsible',
    'people responsible', 'responsible person', 'responsibility', 'staff responsible', 'who is responsible', 'who will lead', 'personnel', 'key person', 'key personnel', 'staff lead', 'slt lead', 'staff'],
  start: ['start', 'start date', 'starts', 'starts on', 'from', 'begin', 'begins', 'date from', 'start by'],
  due: ['due', 'due date', 'date due', 'by when', 'when', 'deadline', 'end date', 'end', 'finish', 'finish by', 'target date', 'completion date', 'complete by', 'timescale', 'timescales',
    'time scale', 'timeframe', 'time frame', 'timeline', 'timing', 'time', 'date', 'dates', 'by', 'until', 'date to'],
  done: ['done', 'done on', 'date done', 'completed', 'completed on', 'date completed', 'actual completion', 'complete', 'achieved', 'achieved on', 'finished on'],
  cost: ['cost', 'costs', 'cost £', '£', 'budget', 'budget cost', 'estimated cost', 'funding', 'resources', 'resource', 'resourcing', 'resource implications', 'resources and cost', 'resources cost',
    'cost and resources', 'cost resources', 'cost implications', 'financial implications', 'finance', 'resources needed', 'resources required'],
  note: ['progress', 'progress note', 'progress notes', 'progress to date', 'progress update', 'impact to date', 'update', 'updates', 'evaluation', 'note', 'notes', 'comment', 'comments',
    'commentary', 'review', 'review notes', 'progress review', 'termly review', 'evidence', 'evidence of impact'],
  note_autumn: ['autumn', 'autumn term'], note_spring: ['spring', 'spring term'], note_summer: ['summer', 'summer term'],
};

type Found = { readonly target: PlanTarget; readonly rank: number };

const BY_HEADING: ReadonlyMap<string, Found> = new Map(
  PLAN_TARGETS.flatMap((target) => HEADINGS[target].map((heading, rank) => [heading, { target, rank }] as const)),
);

/** `Person(s) responsible:` as `persons responsible`. */
export const plainHeading = (heading: string): string => heading.toLowerCase().replaceAll(/\((e?s)\)/g, '$1')
  .replaceAll('&', ' and ').replaceAll(/[^\p{L}\p{N}£]+/gu, ' ').trim();

/** How sure a heading is: of a part of it less than of the whole. */
const OF_A_PART = 100;

/** What a heading says its column holds, the surest with the lowest rank; null where it says nothing known. */
export function targetOfHeading(heading: string): Found | null {
  const whole = BY_HEADING.get(plainHeading(heading));
  if (whole !== undefined) return whole;
  const term = /\b(autumn|spring|summer)\b/i.exec(heading)?.[1]?.toLowerCase();
  if (term !== undefined) return BY_HEADING.get(term) ?? null;
  // "Success criteria (what will it look like?)", "Actions / Steps", "Objective: what do we want?"
  for (const part of heading.split(/[(/:\n–]|\s-\s|\band\b|&/i)) {
    const found = BY_HEADING.get(plainHeading(part));
    if (found !== undefined) return { target: found.target, rank: OF_A_PART + found.rank };
  }
  return null;
}

/** How many different columns of a development plan a row of headings names. */
export const targetsNamed = (headings: readonly string[]): number =>
  new Set(headings.map((heading) => targetOfHeading(heading)?.target).filter((target) => target !== undefined)).size;
