/** Figures as people read them: `1,063`. */
export const wholeQuantity = (value: number): string => Math.abs(value).toFixed(0).replace(/\B(?=(\d{3})+$)/gu, ',');

/** Pence as whole pounds, halves away from zero, with a true minus: `−23,362`. The £ stands in the heading. */
export function wholePounds(pence: number): string {
  const pounds = Math.floor((Math.abs(pence) + 50) / 100);
  return `${pence < 0 && pounds > 0 ? '−' : ''}${wholeQuantity(pounds)}`;
}

/** Pence to the penny, as short as it can be: `£415`, `£440.27`, `−£3.50`. */
export function exactPounds(pence: number): string {
  const size = Math.abs(pence);
  const rest = size % 100;
  return `${pence < 0 ? '−' : ''}£${wholeQuantity(Math.floor(size / 100))}${rest === 0 ? '' : `.${String(rest).padStart(2, '0')}`}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2026-11-21` as people write it: `21 Nov 2026`. */
export function shortDate(isoDate: string): string {
  const [year = '', month = '', day = ''] = isoDate.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** `1 row`, `2 rows`. */
export const counted = (value: number, one: string, several: string): string =>
  `${wholeQuantity(value)} ${value === 1 ? one : several}`;

/** Breaks text between words so that no line is wider; one word longer than the width stands alone. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, line];
}
