import { formatLongDate } from '../calendar.ts';
import type { Draft, DraftSection } from './draft.ts';
import type { DocumentFacts, SectionSetting } from './facts.ts';
import type { DocumentKind } from './kinds.ts';
import { words, type DocumentBlock, type DocumentModel, type DocumentSection } from './model.ts';
import { composeAnnex } from './annex/annex.ts';
import { composeLines } from './budget/lines.ts';
import { composeWorkbook } from './budget/workbook.ts';
import { composeCalendar } from './calendar/calendar.ts';
import { composeChanges } from './changes/changes.ts';
import { composeDecisions } from './decisions/decisions.ts';
import { composeDisposals } from './disposals/disposals.ts';
import { composeReply } from './reply/reply.ts';
import { composeSchedule } from './schedule/schedule.ts';
import { composeSlides } from './slides/slides.ts';
import { composeSummary } from './summary/summary.ts';
import { composeStrategy } from './strategy/strategy.ts';

const COMPOSERS: Readonly<Record<DocumentKind, (facts: DocumentFacts) => Draft>> = {
  strategy: composeStrategy, summary: composeSummary, slides: composeSlides, annex: composeAnnex, workbook: composeWorkbook, lines: composeLines,
  decisions: composeDecisions, reply: composeReply, changes: composeChanges, schedule: composeSchedule, calendar: composeCalendar, disposals: composeDisposals,
};

const drafts = new WeakMap<DocumentFacts, Draft>();

/** What Kitplan writes of the facts, once for each: what is in it, what could be, and the checks all ask for it. */
function draftOf(facts: DocumentFacts): Draft {
  let draft = drafts.get(facts);
  if (draft === undefined) drafts.set(facts, draft = COMPOSERS[facts.settings.kind](facts));
  return draft;
}

/** The document as the school has it: sections that are on, with its own words after what Kitplan has written, numbered as they stand. */
export function composeDocument(facts: DocumentFacts): DocumentModel {
  const { settings, forecast, snapshot, version, madeUp } = facts;
  const draft = draftOf(facts);
  const school = snapshot.school.name || 'The school';
  return {
    kind: settings.kind, layout: draft.layout, title: draft.title, school, madeUp, reader: settings.reader, version, asOf: forecast.asOf, opening: draft.opening,
    header: { left: `${school}: ${draft.title}`, right: versionWords(facts) },
    footer: footerWords(facts),
    sections: numbered(draft, included(draft, settings.sections)),
  };
}

/** Every section there is with what the school has said of it, in the document's order: what can be turned on and off. */
export const sectionChoices = (facts: DocumentFacts): readonly (SectionSetting & { readonly title: string })[] =>
  draftOf(facts).sections.map((section) => ({ ...settingOf(section, facts.settings.sections), title: section.title }));

const settingOf = ({ key, optional = false }: DraftSection, said: readonly SectionSetting[]): SectionSetting =>
  said.find(({ section }) => section === key) ?? { section: key, included: !optional, words: null };

function included({ sections }: Draft, said: readonly SectionSetting[]): readonly DraftSection[] {
  return sections.flatMap((section) => {
    const setting = settingOf(section, said);
    return setting.included ? [{ ...section, blocks: [...section.blocks, ...ownWords(setting.words)] }] : [];
  });
}

const ownWords = (text: string | null): DocumentBlock[] =>
  (text ?? '').split(/\n\s*\n/).map((each) => each.trim()).filter((each) => each !== '').map((each) => ({ kind: 'paragraph', tone: 'own', words: words(each) }));

function numbered({ numbered: counts }: Draft, sections: readonly DraftSection[]): readonly DocumentSection[] {
  let section = 0;
  let annex = 0;
  return sections.map(({ key, title, blocks, annex: isAnnex = false, landscape = false, notes = [] }) => ({
    key, title, blocks, annex: isAnnex, landscape, notes,
    number: !counts ? null : isAnnex ? String.fromCodePoint(65 + annex++) : String(++section),
  }));
}

/** `Draft 3, for the Finance committee, 11 December 2026`. */
export function versionWords({ version, settings: { heldFor, heldOn } }: DocumentFacts): string {
  const meeting = heldFor === null ? [] : [`for ${heldFor}`];
  return [`${version.state === 'draft' ? 'Draft' : 'Version'} ${version.number}`, ...meeting, ...(heldOn === null ? [] : [formatLongDate(heldOn)])].join(', ');
}

/** `Figures as at 21 November 2026, net of VAT. Scenario: Spread the cost, version 14.` */
function footerWords({ forecast, scenario, version, madeUp }: DocumentFacts): string {
  const way = scenario === null || scenario.parentId === null ? 'The plan' : `Scenario: ${scenario.name}`;
  return `${madeUp ? 'A made-up school. ' : ''}Figures as at ${formatLongDate(forecast.asOf)}, net of VAT. ${way}, version ${version.plan}.`;
}
