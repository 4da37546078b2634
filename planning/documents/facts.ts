import type { ListRecord } from '../analysis/standards/records.ts';
import type { Forecast } from '../result.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { PlanSnapshot } from '../snapshot.ts';
import type { IsoDate } from '../vocabulary.ts';
import type { DocumentKind, DocumentReader } from './kinds.ts';
import type { DocumentVersion } from './model.ts';

/** What a school has said about a kind of document: kept whenever it is made again. */
export type DocumentSettings = {
  readonly kind: DocumentKind;
  readonly reader: DocumentReader;
  /** `the Finance committee`, and the day it meets; null where nobody has said. */
  readonly heldFor: string | null;
  readonly heldOn: IsoDate | null;
  readonly sections: readonly SectionSetting[];
};

export type SectionSetting = {
  readonly section: string;
  readonly included: boolean;
  /** The school's own words, in paragraphs with an empty line between; null where it has none. */
  readonly words: string | null;
};

/** The facts of an earlier day, for the paper on what has changed since. */
export type Earlier = {
  /** After “since”: `version 1 of ICT strategy 2026 to 2031 was sent to the Finance committee on 4 November 2026`. */
  readonly name: string;
  readonly snapshot: PlanSnapshot;
  readonly forecast: Forecast;
};

/** A change of the plan as its history tells it, oldest first. */
export type PlanEvent = { readonly on: IsoDate; readonly label: string; readonly role: string; readonly reason: string | null };

/**
 * All that a document is made from. Nothing else may go in: the same facts give the same words and figures for ever.
 * `plan` is what the school has written down, `snapshot` the same as the way forward sees it; without one both are the same.
 */
export type DocumentFacts = {
  readonly plan: PlanSnapshot;
  readonly planForecast: Forecast;
  readonly snapshot: PlanSnapshot;
  readonly forecast: Forecast;
  /** null where the document follows the plan itself. */
  readonly scenario: Scenario | null;
  readonly madeUp: boolean;
  readonly settings: DocumentSettings;
  readonly version: DocumentVersion;
  /** The decision that a reply is about. */
  readonly decisionId: number | null;
  readonly earlier: Earlier | null;
  /** Changes since the earlier day; empty where none was asked for. */
  readonly history: readonly PlanEvent[];
  /** When the lists of the plan were last changed, for the standard that asks for it. */
  readonly records: readonly ListRecord[];
};
