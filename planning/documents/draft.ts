import type { DocumentModel, DocumentSection, Words } from './model.ts';

/** A part of a document before the school has had its say about it. */
export type DraftSection = Pick<DocumentSection, 'key' | 'title' | 'blocks'> & Partial<Pick<DocumentSection, 'annex' | 'landscape' | 'notes'>> & {
  /** Left out until somebody asks for it. */
  readonly optional?: boolean;
};

/** A document as Kitplan writes it, whole. */
export type Draft = {
  readonly layout: DocumentModel['layout'];
  readonly title: string;
  readonly opening: Words;
  /** Whether sections carry numbers, and annexes letters. */
  readonly numbered: boolean;
  readonly sections: readonly DraftSection[];
};
