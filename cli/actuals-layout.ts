import { actualsLayout, type ActualsLayout } from '../app/contract/actuals-layout.ts';
import { WrongUsage } from './terminal.ts';

const OPTIONAL_COLUMN = { fund: 'fund', centre: 'costCentre', date: 'date', text: 'description' } as const;

/** What `--layout` may say, for the usage line and for what is wrong with it. */
const PARTS = 'tab, rows, code, fund, centre, spent, committed, date, text, ignore';

/**
 * A layout as the command line says it: `rows=5-210,code=B,fund=C,centre=D,spent=F+G,committed=H`. What it does not
 * name stays as Kitplan finds it; `fund=-` says that there is no such column.
 * @throws WrongUsage where a part is unknown or does not hold what it should
 */
export function readLayout(text: string, found: ActualsLayout): ActualsLayout {
  const said: Record<string, unknown> = { ...found };
  for (const part of text.split(',').map((each) => each.trim()).filter((each) => each !== '')) {
    const at = part.indexOf('=');
    put(said, part.slice(0, Math.max(0, at)).trim().toLowerCase(), part.slice(at + 1).trim(), part);
  }
  const read = actualsLayout.safeParse(said);
  if (read.success) return read.data;
  throw new WrongUsage(`--layout: ${read.error.issues[0]?.message ?? 'it cannot be read.'}`);
}

function put(said: Record<string, unknown>, name: string, value: string, part: string): void {
  if (name === 'tab') said['tab'] = value;
  else if (name === 'rows') Object.assign(said, rowsIn(value));
  else if (name === 'code') said['ledgerCode'] = value;
  else if (name === 'spent') said['actual'] = value.split('+');
  else if (name === 'committed') said['committed'] = value === '-' ? [] : value.split('+');
  else if (name === 'ignore') said['ignoreText'] = value === '' ? [] : value.split('|');
  else if (Object.hasOwn(OPTIONAL_COLUMN, name)) said[OPTIONAL_COLUMN[name as keyof typeof OPTIONAL_COLUMN]] = value === '-' ? null : value;
  else throw new WrongUsage(`--layout cannot read “${part}”: it takes ${PARTS}, such as rows=5-210,code=B,spent=F.`);
}

function rowsIn(value: string): Pick<ActualsLayout, 'startRow' | 'endRow'> {
  const read = /^(\d{1,7})(?:-(\d{1,7})?)?$/u.exec(value);
  if (read === null) throw new WrongUsage(`--layout: rows=${value} names no rows; write rows=5 or rows=5-210.`);
  return { startRow: Number(read[1]), endRow: read[2] === undefined ? null : Number(read[2]) };
}
