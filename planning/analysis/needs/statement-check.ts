import type { PlanSnapshot } from '../../snapshot.ts';
import { foldedName } from '../../words.ts';

/** Words by which people name a thing to buy rather than what they need to do. */
const PRODUCT_WORDS = /\b(ipads?|macs?|macbooks?|imacs?|chromebooks?|surfaces?|windows|office|photoshop|minecraft|lego|robots?|3d printers?|vr headsets?|smartboards?)\b/iu;
/** A statement that says what somebody does has a verb after who does it. */
const DOES = /\b(can|need|must|record|edit|write|read|work|use|see|hear|learn|teach|share|print|sit|take|send|make|build|practise|join|log|sign|mark|plan|store|keep|find|show|play|draw|code|research|review|report|reach|print)\w*\b/iu;

/** A gentle question where a statement reads like the name of a product; null where it says what people do. Never a refusal. */
export function statementQuestion({ models, software }: Pick<PlanSnapshot, 'models' | 'software'>, statement: string): string | null {
  const typed = foldedName(statement);
  if (typed === '') return null;
  const names = [...models.map(({ name }) => name), ...software.map(({ name }) => name)].map(foldedName).filter((name) => name.length > 3);
  const isName = names.some((name) => typed === name || (typed.includes(name) && typed.split(' ').length <= 6));
  const isShopping = typed.split(' ').length <= 6 && (PRODUCT_WORDS.test(typed) || /^(buy|new|more|\d+)\b/u.test(typed)) && !(DOES.test(typed) && !/^buy\b/u.test(typed));
  return isName || isShopping ? 'This reads like something to buy. Say what people need to do; the option says what to buy.' : null;
}
