import type { Answer, EntryName, Parsed } from './contract/contract.ts';
import type { Session } from './session.ts';
import { actualsHandlers } from './cases/actuals.ts';
import { agreementHandlers } from './cases/agreements.ts';
import { annexHandlers } from './cases/annex.ts';
import { applicationHandlers } from './cases/application.ts';
import { approvalHandlers } from './cases/approvals.ts';
import { budgetDocumentHandlers } from './cases/budget-documents.ts';
import { categoryHandlers } from './cases/categories.ts';
import { conversationHandlers } from './cases/conversations.ts';
import { copyProfileHandlers } from './cases/copy-profile.ts';
import { coverHandlers } from './cases/cover.ts';
import { coverageHandlers } from './cases/coverage.ts';
import { developmentHandlers } from './cases/development.ts';
import { decisionLogHandlers } from './cases/decision-log.ts';
import { decisionHandlers } from './cases/decisions.ts';
import { exportHandlers } from './cases/exports.ts';
import { developmentImportHandlers } from './cases/development-import.ts';
import { explainHandlers } from './cases/explain.ts';
import { fitHandlers } from './cases/fit.ts';
import { forecastHandlers } from './cases/forecast.ts';
import { fundHandlers } from './cases/funds.ts';
import { groupHandlers } from './cases/groups.ts';
import { intakeHandlers } from './cases/intake.ts';
import { ledgerCodeHandlers } from './cases/ledger-codes.ts';
import { modelHandlers } from './cases/models.ts';
import { moneyHandlers } from './cases/money.ts';
import { returnHandlers } from './cases/returns.ts';
import { profileHandlers } from './cases/money-profile.ts';
import { objectiveHandlers } from './cases/objectives.ts';
import { needOptionHandlers } from './cases/need-options.ts';
import { needHandlers } from './cases/needs.ts';
import { orderHandlers } from './cases/orders.ts';
import { placeHandlers } from './cases/places.ts';
import { planHandlers } from './cases/plan.ts';
import { pupilGroupHandlers } from './cases/pupil-groups.ts';
import { policyHandlers } from './cases/policies.ts';
import { receiveHandlers } from './cases/receive-order.ts';
import { qualityHandlers } from './cases/quality.ts';
import { registerGridHandlers } from './cases/register-grid.ts';
import { registerLeavingHandlers } from './cases/register-leaving.ts';
import { registerPartsHandlers } from './cases/register-parts.ts';
import { registerHandlers } from './cases/register.ts';
import { reserveHandlers } from './cases/reserve.ts';
import { roundHandlers } from './cases/rounds.ts';
import { scenarioHandlers } from './cases/scenarios.ts';
import { standardDocumentHandlers } from './cases/standard-documents.ts';
import { documentHandlers } from './cases/documents.ts';
import { holidayHandlers } from './cases/holidays.ts';
import { letterheadHandlers } from './cases/letterhead.ts';
import { sentDocumentHandlers } from './cases/sent-documents.ts';
import { standardHandlers } from './cases/standards.ts';
import { supportHandlers } from './cases/support.ts';
import { softwareHandlers } from './cases/software.ts';
import { talkReportHandlers } from './cases/talk-reports.ts';
import { upkeepHandlers } from './cases/upkeep.ts';
import { virementHandlers } from './cases/virements.ts';
import { valueHandlers } from './cases/value.ts';
import { viewHandlers } from './cases/views.ts';

export type Handler<Name extends EntryName> = (session: Session, input: Parsed<Name>) => Answer<Name> | Promise<Answer<Name>>;
/** One handler for every entry of the contract: a missing one does not compile. */
export type Handlers<Name extends EntryName = EntryName> = { readonly [Each in Name]: Handler<Each> };

export const handlers: Handlers = {
  ...applicationHandlers,
  ...planHandlers,
  ...exportHandlers,
  ...registerHandlers,
  ...registerPartsHandlers,
  ...registerLeavingHandlers,
  ...modelHandlers,
  ...placeHandlers,
  ...pupilGroupHandlers,
  ...categoryHandlers,
  ...registerGridHandlers,
  ...coverHandlers,
  ...decisionHandlers,
  ...coverageHandlers,
  ...decisionHandlers, ...decisionLogHandlers,
  ...agreementHandlers,
  ...softwareHandlers,
  ...upkeepHandlers,
  ...developmentHandlers, ...objectiveHandlers,
  ...qualityHandlers,
  ...policyHandlers,
  ...moneyHandlers, ...returnHandlers,
  ...profileHandlers,
  ...copyProfileHandlers,
  ...fundHandlers,
  ...virementHandlers,
  ...approvalHandlers,
  ...reserveHandlers,
  ...ledgerCodeHandlers,
  ...orderHandlers,
  ...receiveHandlers,
  ...standardHandlers, ...standardDocumentHandlers,
  ...supportHandlers,
  ...documentHandlers, ...holidayHandlers, ...letterheadHandlers, ...sentDocumentHandlers,
  ...intakeHandlers,
  ...actualsHandlers,
  ...developmentImportHandlers, ...annexHandlers,
  ...forecastHandlers,
  ...fitHandlers,
  ...budgetDocumentHandlers,
  ...explainHandlers,
  ...scenarioHandlers,
  ...valueHandlers,
  ...viewHandlers,
  ...needHandlers, ...needOptionHandlers,
  ...conversationHandlers, ...roundHandlers, ...groupHandlers, ...talkReportHandlers,
};
