import { existsSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PlanOptions } from '../db/opening.ts';
import { createMemoryPlan, createPlanFile, createPlanFromJson, openPlanFile, type PlanFile, type Sync } from '../db/plan-file.ts';
import type { PlanSeed } from '../db/seed.ts';
import { loadSnapshot } from '../db/repositories/snapshot.ts';
import type { Writer } from '../db/connection.ts';
import { SHIPPED_POLICIES } from '../planning/policies.ts';
import type { PlanSnapshot } from '../planning/snapshot.ts';
import type { IsoDate, Role } from '../planning/vocabulary.ts';
import type { PlanState } from './contract/application.ts';
import type { ChangeSummary } from './contract/entry.ts';
import { IntakeDesk } from './intake/intake-desk.ts';
import type { KitplanPorts, StartWith } from './ports.ts';
import { referenceFacts, supportReleases } from './reference/facts.ts';
import { Refusal } from './refusal.ts';
import { readSettings, writeSettings, type KeptSettings } from './settings.ts';

/** What a plan is called before its school has a name. */
export const FIRST_NAME = 'My plan';

/** What every new plan starts with. */
const shippedSeed = (): PlanSeed => ({
  policies: SHIPPED_POLICIES, referenceFacts: referenceFacts(), supportReleases: supportReleases(),
});

/** What a command was asked to be recorded under. */
export type Recorded = { readonly role: Role; readonly reason: string | null };

/**
 * What is open just now: one plan at most, this computer's settings, and the ports of the host. Use cases
 * get it as their first argument; nothing else in app/ holds state.
 */
export class Session {
  readonly ports: KitplanPorts;
  /** The files that are just being brought in. */
  readonly desk = new IntakeDesk();
  #plan: PlanFile | null = null;
  #settings: KeptSettings;
  #snapshot: { readonly revision: number; readonly value: PlanSnapshot } | null = null;

  constructor(ports: KitplanPorts, start: StartWith) {
    this.ports = ports;
    this.#settings = readSettings(ports.home);
    if (start.kind === 'memory') this.#plan = createMemoryPlan(this.#options(), shippedSeed());
    if (start.kind === 'file') this.open(start.path, { readOnly: start.readOnly, remember: false });
    if (start.kind === 'last_or_new') this.#openLastOrNew();
  }

  /** Today on this computer's calendar: the as-at date where a request names none. */
  today(): IsoDate {
    const now = this.ports.now();
    const two = (value: number): string => String(value).padStart(2, '0');
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  get settings(): KeptSettings {
    return this.#settings;
  }

  keepSettings(changes: Partial<KeptSettings>): KeptSettings {
    this.#settings = { ...this.#settings, ...changes };
    writeSettings(this.ports.home, this.#settings);
    return this.#settings;
  }

  /** @throws Refusal `no_plan` where none is open. */
  plan(): PlanFile {
    if (this.#plan === null) throw new Refusal('no_plan', 'No plan is open.');
    return this.#plan;
  }

  planOrNull(): PlanFile | null {
    return this.#plan;
  }

  /** The facts of the open plan, read once for each revision. */
  snapshot(): PlanSnapshot {
    const revision = this.revision();
    if (this.#snapshot?.revision !== revision) {
      this.#snapshot = { revision, value: loadSnapshot(this.plan().reader) };
    }
    return this.#snapshot.value;
  }

  /** The number of the last change: the same number means the same plan. */
  revision(): number {
    return this.plan().latest()?.id ?? 0;
  }

  /**
   * Runs one named change. Nothing else in app/ writes to a plan.
   * @throws Refusal `read_only` with who holds the plan, where it cannot be written.
   */
  change<Value>(
    label: string, recorded: Recorded, write: (writer: Writer) => Value & Sync<Value>,
  ): { readonly value: Value; readonly change: ChangeSummary | null } {
    try {
      return this.writablePlan().change<Value>({ label, role: recorded.role, reason: recorded.reason }, write);
    } finally {
      // A snapshot read while the change was being written would pass for the plan after it.
      this.#snapshot = null;
    }
  }

  writablePlan(): PlanFile {
    const plan = this.plan();
    if (plan.readOnly !== null) throw new Refusal('read_only', `${plan.readOnly.sentence} Nothing was changed.`);
    return plan;
  }

  /** Opens a plan file in place of the one that is open, which stays open if this one is refused. */
  open(path: string, { readOnly = false, remember = true } = {}): PlanFile {
    const opened = openPlanFile(path, { ...this.#options(), readOnly });
    return this.#use(opened, remember);
  }

  /** The facts of a plan file that is only looked into: nothing of it stays open, and the plan that is open stays. */
  factsOf(path: string): PlanSnapshot {
    const other = openPlanFile(path, { ...this.#options(), readOnly: true });
    try {
      return loadSnapshot(other.reader);
    } finally {
      other.close();
    }
  }

  /** Starts a plan under a name that no file has yet, with what `seed` brings beside the shipped lists. */
  startNew(name = FIRST_NAME, seed: Partial<PlanSeed> = {}): PlanFile {
    mkdirSync(this.ports.plansFolder, { recursive: true });
    const path = freePath(this.ports.plansFolder, name);
    return this.#use(createPlanFile(path, this.#options(), { ...shippedSeed(), ...seed }), true);
  }

  /** Makes the plan that the JSON holds under a name that no file has yet, and opens it; the one that was open stays if it is refused. */
  startFromJson(json: string, name = FIRST_NAME): PlanFile {
    mkdirSync(this.ports.plansFolder, { recursive: true });
    return this.#use(createPlanFromJson(freePath(this.ports.plansFolder, name), this.#options(), json), true);
  }

  close(): void {
    this.desk.clear();
    this.#plan?.close();
    this.#plan = null;
    this.#snapshot = null;
  }

  #use(opened: PlanFile, remember: boolean): PlanFile {
    this.close();
    this.#plan = opened;
    if (remember && opened.path !== null) this.keepSettings({ lastPlan: opened.path });
    return opened;
  }

  #openLastOrNew(): void {
    const { lastPlan } = this.#settings;
    if (lastPlan !== null && existsSync(lastPlan)) {
      try {
        this.open(lastPlan);
        return;
      } catch (fault) {
        // A last plan that is damaged or gone must not keep Kitplan from starting.
        this.ports.log(`the last plan was not opened: ${String(fault)}`);
      }
    }
    this.startNew();
  }

  #options(): PlanOptions {
    const { now, home, version, holder } = this.ports;
    return { now, home, appVersion: version, holder };
  }
}

/** `Name.kitplan`, else `Name 2.kitplan` and so on. Characters that a file system refuses become spaces. */
export const freePath = (folder: string, name: string): string => {
  const safe = name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ').replace(/\s+/g, ' ').replace(/^[ .]+|[ .]+$/g, '').slice(0, 80) || FIRST_NAME;
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${number === 1 ? safe : `${safe} ${number}`}.kitplan`);
    if (!existsSync(path)) return path;
  }
};

/** What a screen shows about the open plan. */
export const stateOf = (session: Session): PlanState | null => {
  const plan = session.planOrNull();
  if (plan === null) return null;
  const { school, assets } = session.snapshot();
  return {
    id: plan.id,
    fileName: plan.path === null ? 'In memory' : basename(plan.path),
    path: plan.path,
    schoolName: school.name,
    readOnly: plan.readOnly === null ? null : { sentence: plan.readOnly.sentence },
    undo: plan.undoable(),
    redo: plan.redoable(),
    savedAt: plan.latest()?.at ?? null,
    backupAt: plan.backups()[0]?.at ?? null,
    revision: session.revision(),
    assetRows: assets.length,
    sample: plan.madeUp,
    notices: plan.notices,
  };
};

