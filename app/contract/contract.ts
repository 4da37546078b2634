import type { z } from 'zod';
import { actualsEntries } from './actuals.ts';
import { agreementEntries } from './agreements.ts';
import { annexEntries } from './annex.ts';
import { applicationEntries } from './application.ts';
import { budgetDocumentEntries } from './budget-documents.ts';
import { conversationEntries } from './conversations.ts';
import { coverEntries } from './cover.ts';
import { coverageEntries } from './coverage.ts';
import { developmentEntries } from './development.ts';
import { decisionEntries } from './decisions.ts';
import { decisionLogEntries } from './decision-log.ts';
import { exportEntries } from './exports.ts';
import { developmentImportEntries } from './development-import.ts';
import { explainEntries } from './explain.ts';
import { fitEntries } from './fit.ts';
import { forecastEntries } from './forecast.ts';
import { fundEntries } from './funds.ts';
import { groupEntries } from './groups.ts';
import { intakeEntries } from './intake.ts';
import { ledgerCodeEntries } from './ledger-codes.ts';
import { listEntries } from './lists.ts';
import { moneyEntries } from './money.ts';
import { returnEntries } from './returns.ts';
import { profileEntries } from './money-profile.ts';
import { moveEntries } from './moves.ts';
import { needEntries } from './needs.ts';
import { orderEntries } from './orders.ts';
import { planEntries } from './plan.ts';
import { policyEntries } from './policies.ts';
import { qualityEntries } from './quality.ts';
import { registerGridEntries } from './register-grid.ts';
import { registerActEntries } from './register-acts.ts';
import { registerEntries } from './register.ts';
import { scenarioEntries } from './scenarios.ts';
import { documentEntries } from './documents.ts';
import { holidayEntries } from './holidays.ts';
import { letterheadEntries } from './letterhead.ts';
import { standardEntries } from './standards.ts';
import { supportEntries } from './support.ts';
import { talkReportEntries } from './talk-reports.ts';
import { upkeepEntries } from './upkeep.ts';
import { valueEntries } from './value.ts';
import { viewEntries } from './views.ts';

/** Everything Kitplan can be asked or told, once. Every way in goes through this list. */
export const contract = {
  ...applicationEntries,
  ...planEntries,
  ...exportEntries,
  ...registerEntries,
  ...registerActEntries,
  ...listEntries,
  ...registerGridEntries,
  ...coverEntries,
  ...decisionEntries,
  ...coverageEntries,
  ...decisionEntries, ...decisionLogEntries,
  ...agreementEntries,
  ...upkeepEntries,
  ...developmentEntries,
  ...qualityEntries,
  ...policyEntries,
  ...moneyEntries, ...returnEntries,
  ...profileEntries,
  ...fundEntries,
  ...moveEntries,
  ...ledgerCodeEntries,
  ...orderEntries,
  ...standardEntries,
  ...documentEntries, ...holidayEntries, ...letterheadEntries,
  ...supportEntries,
  ...intakeEntries,
  ...actualsEntries,
  ...developmentImportEntries, ...annexEntries,
  ...forecastEntries,
  ...fitEntries,
  ...budgetDocumentEntries,
  ...explainEntries,
  ...scenarioEntries,
  ...valueEntries,
  ...viewEntries,
  ...needEntries,
  ...conversationEntries, ...groupEntries, ...talkReportEntries,
};

export type Contract = typeof contract;
export type EntryName = keyof Contract;
/** What a caller sends. */
export type Request<Name extends EntryName> = z.input<Contract[Name]['input']>;
/** What a handler gets: defaults filled in, and the plan that was meant already compared with the open one. */
export type Parsed<Name extends EntryName> = Omit<z.output<Contract[Name]['input']>, 'plan'>;
export type Answer<Name extends EntryName> = z.output<Contract[Name]['output']>;
