/** Says what the file is, in its first line. */
export const PLAN_JSON_MARK = 'plan';

/** How the JSON is built. The tables themselves follow the plan format, which is told beside it. */
export const PLAN_JSON_FORMAT = 1;

export const HISTORY_TABLES = ['change_set', 'change_row'] as const;
