/** From a file of the finance system to its place in the plan. */
export const STEPS = ['Choose a file', 'Say how it is laid out', 'Check and bring in'] as const;
