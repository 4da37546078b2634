import { damageOf, isPlaceholder } from './identifiers.ts';
import { oddKey, type OddInput, type OddValue } from './odd-values.ts';

const FIELDS = [['serial', 'serial'], ['tag', 'tag']] as const;

/** Serial numbers and tags that are no numbers: a placeholder, or what a spreadsheet has left of one. */
export function oddNumbers({ here }: OddInput): OddValue[] {
  return FIELDS.flatMap(([key, field]) => here.flatMap((asset): OddValue[] => {
    const text = asset[key];
    if (text === null) return [];
    const others = isPlaceholder(text) ? 'stands for “not known”' : damageOf(text);
    if (others === null) return [];
    return [{ key: oddKey(asset, field, text), asset, field, value: text, others, mend: mendOf(key, text) }];
  }));
}

/** A ".0" can be taken off again; what else is lost is lost. */
function mendOf(key: 'serial' | 'tag', text: string): OddValue['mend'] {
  const whole = /^(\d{4,})\.0+$/.exec(text.trim())?.[1];
  return whole !== undefined && !isPlaceholder(text)
    ? { kind: 'set', words: `Make it ${whole}`, set: { [key]: whole } }
    : { kind: 'set', words: 'Clear it', set: { [key]: null } };
}
