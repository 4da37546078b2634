import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writer } from '../../db/connection.ts';
import { insertFund, setUsualFund, updateFund, type FundFields } from '../../db/repositories/fund-writer.ts';
import { deleteCapitalRule, setCapitalRule, setProfile, setReturnLine } from '../../db/repositories/money-profile.ts';
import type { Fund } from '../../planning/budget/fund.ts';
import type { PlanSnapshot } from '../../planning/snapshot.ts';
import { foldedName } from '../../planning/words.ts';
import type { Handlers } from '../handlers.ts';
import type { Session } from '../session.ts';
import { different } from './given.ts';

/**
 * The facts of another plan file, read from a copy that nothing is written to and that is gone afterwards.
 * @throws PlanFileError with its sentence where it is no plan, is damaged or comes from a newer Kitplan.
 */
function factsOf(session: Session, base64: string): PlanSnapshot {
  const folder = mkdtempSync(join(tmpdir(), 'kitplan-other-'));
  try {
    const path = join(folder, 'That file');
    writeFileSync(path, Buffer.from(base64, 'base64'));
    return session.factsOf(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes over how the other school accounts; its conversion is its own. */
function copyProfile(writer: Writer, { finance: mine }: PlanSnapshot, { finance: theirs }: PlanSnapshot): void {
  const { conversion: _conversion, ...profile } = different(theirs.profile, mine.profile);
  setProfile(writer, profile);
  for (const { fromYear } of mine.capitalRules) {
    if (!theirs.capitalRules.some((rule) => rule.fromYear === fromYear)) deleteCapitalRule(writer, fromYear);
  }
  for (const { id: _id, ...rule } of theirs.capitalRules) setCapitalRule(writer, rule);
  for (const line of theirs.returnLines) setReturnLine(writer, line);
}

/** Takes over the rules of the funds that both have, and the funds of its own. A name that another fund has here stays with that one. */
function copyFunds(writer: Writer, { funds: mine }: PlanSnapshot, { funds: theirs }: PlanSnapshot): void {
  const isTaken = ({ key, name }: Fund): boolean => mine.some((fund) => fund.key !== key && foldedName(fund.name) === foldedName(name));
  for (const fund of theirs) {
    const { key, kind, name, usual: _usual, ...rules } = fund;
    const here = mine.find((each) => each.key === key);
    if (here !== undefined) {
      const { key: _key, kind: _kind, usual: _already, ...now } = here;
      const { excludes: _excludes, ...changed } = different<FundFields>({ ...rules, name: isTaken(fund) ? here.name : name }, now);
      const same = JSON.stringify(fund.excludes) === JSON.stringify(now.excludes);
      updateFund(writer, key, same ? changed : { ...changed, excludes: fund.excludes });
    } else if (!isTaken(fund)) insertFund(writer, { key, kind, name, ...rules });
  }
  const usual = theirs.find((fund) => fund.usual);
  const isHere = usual !== undefined && (mine.some(({ key }) => key === usual.key) || !isTaken(usual));
  if (isHere && !mine.some(({ key, usual: already }) => already && key === usual.key)) setUsualFund(writer, usual.key);
}

export const copyProfileHandlers = {
  'money.copyFrom': (session, { role, reason, base64 }) => {
    const [mine, theirs] = [session.snapshot(), factsOf(session, base64)];
    const { change } = session.change(`Copy the money profile and funds of ${theirs.school.name}`, { role, reason }, (writer) => {
      copyProfile(writer, mine, theirs);
      copyFunds(writer, mine, theirs);
    });
    return { change, value: { school: theirs.school.name } };
  },
} satisfies Pick<Handlers, 'money.copyFrom'>;
