import type { PlanContext } from './context.ts';
import { disposalBasis, tradeInBasis } from './disposal.ts';
import { eventBasis } from './event-price.ts';
import { extensionBasis, extensionsOf } from './extension.ts';
import type { PriceBasis } from './price.ts';
import { policyOfGeneration, type Course } from './refresh/occurrences.ts';
import type { ForecastLine } from './result.ts';
import type { Asset } from './snapshot.ts';

type AssetLine = Pick<ForecastLine, 'kind' | 'occurrence' | 'limitingFactor' | 'unitPence'>;

/** The dated price that a line of a register row is worked out from, whatever its kind; null where none is known. */
export function lineBasis(context: PlanContext, asset: Asset, course: Course, line: AssetLine): PriceBasis | null {
  if (line.kind === 'extend') {
    const wanted = line.limitingFactor === 'warranty_end' ? 'extend_cover' : 'extend_support';
    const extension = extensionsOf(context, asset).find(({ action }) => action.action === wanted);
    return extension === undefined ? null : extensionBasis(context, extension.action);
  }
  if (course.standing === 'out') return null;
  if (line.kind !== 'disposal') return eventBasis(context, asset, course, line);
  const policy = policyOfGeneration(course, line.occurrence);
  return isIncome(line) ? tradeInBasis(context, policy) : disposalBasis(context, policy);
}

/** Whether a line is what kit brings in when it leaves. */
export const isIncome = ({ kind, unitPence }: Pick<ForecastLine, 'kind' | 'unitPence'>): boolean =>
  kind === 'disposal' && unitPence !== null && unitPence < 0;
