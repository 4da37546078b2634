/*
 * Works a line's pence out again from nothing but the sentences of its reasons, as somebody would who has been sent them:
 * the price and its rises, the twelfths, the products and the sums. Every figure that a sentence claims is checked on the
 * way. It knows none of Kitplan's code.
 */

/** `£1,234.50` as pence. */
const penceOf = (text: string): bigint => {
  const [, sign = '', pounds = '', rest = ''] = /^(−?)£([\d,]+)(?:\.(\d\d))?$/u.exec(text) ?? [];
  if (pounds === '') throw new Error(`${text} is no amount.`);
  const size = BigInt(pounds.replaceAll(',', '')) * 100n + BigInt(rest === '' ? '0' : rest);
  return sign === '' ? size : -size;
};
const countOf = (text: string): bigint => BigInt(text.replaceAll(',', ''));
const floorDivide = (n: bigint, d: bigint): bigint => (n >= 0n ? n / d : -((-n + d - 1n) / d));

const MONEY = '−?£[\\d,]+(?:\\.\\d\\d)?';
const YEAR = '\\d{4}(?:/\\d\\d)?';
const yearOf = (label: string): number => Number(label.slice(0, 4));

/** `3%`, `1.25%` as basis points. */
const bpOf = (text: string): bigint => {
  const [whole = '0', rest = ''] = text.replace('%', '').split('.');
  return BigInt(whole) * 100n + BigInt(rest.padEnd(2, '0'));
};

const RUN = new RegExp(`(?:(rising|falling) ([\\d.]+%)|(unchanged)) (?:(?:a year )?from (${YEAR}) to (${YEAR})|in (${YEAR}))`, 'gu');

/** The price after each rise that the sentence names, in millionths rounded half up each year, and to the penny at the end. */
function risen(pence: bigint, rises: string): bigint {
  let index = 1_000_000n;
  for (const [, way, rate = '0', , from, to, only] of rises.matchAll(RUN)) {
    const bp = way === undefined ? 0n : (way === 'falling' ? -1n : 1n) * bpOf(rate);
    const years = only === undefined ? yearOf(to ?? '') - yearOf(from ?? '') + 1 : 1;
    for (let year = 0; year < years; year++) index = floorDivide(index * (10_000n + bp) + 5_000n, 10_000n);
  }
  return floorDivide(pence * index + 500_000n, 1_000_000n);
}

/** Month k of a year's amount charged in equal twelfths. */
const twelfth = (amount: bigint, k: bigint): bigint => floorDivide(amount * k + 6n, 12n) - floorDivide(amount * (k - 1n) + 6n, 12n);

const claims = (sentence: string, said: bigint, right: bigint): bigint => {
  if (said !== right) throw new Error(`“${sentence}” says ${said} and should say ${right}.`);
  return said;
};

type Rule = readonly [RegExp, (found: readonly string[], last: bigint | null, sentence: string) => bigint];

/** From a sentence, and the figure before it, to the figure it comes to. */
const RULES: readonly Rule[] = [
  // £415 on 1 April 2026 (its own price), rising 3% a year from 2027/28 to 2028/29, is £440.27 each.
  [new RegExp(`^(${MONEY}) (?:on [^(]+ \\(.*\\)|\\(.*\\)), ((?:rising|falling|unchanged) .*), is (${MONEY})(?: each| a year| each time)?(?: today)?\\.$`, 'u'),
    ([price = '', rises = '', is = ''], _, sentence) => claims(sentence, penceOf(is), risen(penceOf(price), rises))],
  // £38 (the price in its policy, …) is the price of each in 2026/27. / is later than … and is used as it is
  [new RegExp(`^(${MONEY}) (?:on [^(]+ \\(.*\\)|\\(.*\\)) is (?:the price|what it costs|what is paid each time|later than)`, 'u'), ([price = '']) => penceOf(price)],
  [new RegExp(`^(${MONEY})(?: each)? is the price of the order, which does not rise\\.$`, 'u'), ([price = '']) => penceOf(price)],
  // Over a year that is £1,240 × 12 ÷ 31, which comes to £480.
  [new RegExp(`^Over a year that is (${MONEY}) × 12 ÷ (\\d+), which comes to (${MONEY})\\.$`, 'u'), ([sum = '', months = '', is = ''], _, sentence) =>
    claims(sentence, penceOf(is), floorDivide(2n * penceOf(sum) * 12n + BigInt(months), 2n * BigInt(months)))],
  // The kit at risk costs £365 each in that year, on average.
  [new RegExp(`^The kit at risk costs (${MONEY}) each`, 'u'), ([price = '']) => penceOf(price)],
  // One cost £45 itself, and the laptop policy counts on no more than that.
  [new RegExp(`^One cost (${MONEY}) itself`, 'u'), ([most = ''], last, sentence) => {
    if (last !== null && penceOf(most) >= last) throw new Error(`“${sentence}” is no limit to ${last}.`);
    return penceOf(most);
  }],
  [/^That is income/u, (_, last) => -(last ?? 0n)],
  // 32 × £440.27 = £14,088.64.
  [new RegExp(`^([\\d,]+) × (${MONEY}) = (${MONEY})\\.$`, 'u'), ([count = '', each = '', is = ''], last, sentence) => {
    if (last !== null) claims(sentence, penceOf(each), last);
    return claims(sentence, penceOf(is), countOf(count) * penceOf(each));
  }],
  // Paid monthly, 5 times from … to …: 5 × £95 = £475.
  [new RegExp(`^Paid .* ([\\d,]+) × (${MONEY}) = (${MONEY})\\.$`, 'u'), ([count = '', each = '', is = ''], last, sentence) => {
    if (last !== null) claims(sentence, penceOf(each), last);
    return claims(sentence, penceOf(is), countOf(count) * penceOf(each));
  }],
  [new RegExp(`^Paid .*: (${MONEY})\\.$`, 'u'), ([is = ''], last, sentence) => claims(sentence, penceOf(is), last ?? penceOf(is))],
  // months 8 to 12 of 12 (Nov 2026 to Mar 2027) come to £4,083.33.
  [new RegExp(`months? (\\d+)(?: to (\\d+))? of 12 \\(.*\\) comes? to (${MONEY})\\.$`, 'u'), ([first = '', to = '', is = ''], last, sentence) => {
    let sum = 0n;
    for (let k = BigInt(first); k <= BigInt(to === '' ? first : to); k++) sum += twelfth(last ?? 0n, k);
    return claims(sentence, penceOf(is), sum);
  }],
  [new RegExp(`^All twelve months, .* come to (${MONEY})\\.$`, 'u'), ([is = ''], last, sentence) => claims(sentence, penceOf(is), last ?? 0n)],
  // £4,083.33 + £250.00 = £4,333.33.
  [new RegExp(`^(${MONEY}(?: \\+ ${MONEY})+) = (${MONEY})\\.$`, 'u'), ([parts = '', is = ''], _, sentence) =>
    claims(sentence, penceOf(is), parts.split(' + ').reduce((sum, part) => sum + penceOf(part), 0n))],
];

/**
 * The pence that the reasons lead to; null where they say that no price is known. Throws where a sentence claims a figure
 * that does not follow, or where no sentence leads to one.
 */
export function redone(sentences: readonly string[]): number | null {
  let last: bigint | null = null;
  for (const sentence of sentences) {
    if (/^No price is known|so there is no price\.$|it is left out of the totals|No price is known/u.test(sentence)) return null;
    for (const [pattern, work] of RULES) {
      const found = pattern.exec(sentence);
      if (found === null) continue;
      last = work(found.slice(1).map((each) => each ?? ''), last, sentence);
      break;
    }
  }
  if (last === null) throw new Error(`No amount follows from: ${sentences.join(' ')}`);
  return Number(last);
}
