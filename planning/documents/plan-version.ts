/**
 * The version of a plan that printed pages and documents name: 1 as it was begun, one more with every change. The same version is the
 * same plan.
 * @param revision the number of the last change, 0 where there was none
 */
export const planVersion = (revision: number): number => revision + 1;
