/** Everything that is made from a plan for somebody to read, in the order of the page that lists it. */
export const DOCUMENT_KINDS = [
  'strategy', 'summary', 'slides', 'annex', 'workbook', 'lines', 'decisions', 'reply', 'changes', 'schedule', 'calendar', 'disposals',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const DOCUMENT_FORMATS = ['docx', 'pdf', 'pptx', 'xlsx', 'csv', 'ics'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** For whom a document is written: who reads it decides which words it may use. */
export const DOCUMENT_READERS = ['governors', 'leadership', 'technical'] as const;
export type DocumentReader = (typeof DOCUMENT_READERS)[number];

export const DOCUMENT_READER_WORDS: Readonly<Record<DocumentReader, string>> = {
  governors: 'Governors, no technical words', leadership: 'Leadership team', technical: 'Network manager, technical words',
};

/** For whom documents are listed, in that order. */
export const DOCUMENT_SHELVES = ['leadership', 'business_manager', 'network_manager'] as const;
export type DocumentShelf = (typeof DOCUMENT_SHELVES)[number];
export const SHELF_WORDS: Readonly<Record<DocumentShelf, string>> = {
  leadership: 'For the leadership team and governors', business_manager: 'For the business manager', network_manager: 'For the network manager',
};

export type KindFacts = {
  readonly shelf: DocumentShelf;
  /** Without years: a document adds its own. */
  readonly name: string;
  /** The first is what it is usually saved as. */
  readonly formats: readonly DocumentFormat[];
  readonly reader: DocumentReader;
};

export const DOCUMENT_FACTS: Readonly<Record<DocumentKind, KindFacts>> = {
  strategy: { shelf: 'leadership', name: 'ICT strategy', formats: ['docx', 'pdf'], reader: 'governors' },
  summary: { shelf: 'leadership', name: 'One-page summary', formats: ['docx', 'pdf'], reader: 'governors' },
  slides: { shelf: 'leadership', name: 'Briefing slides', formats: ['pptx', 'pdf'], reader: 'leadership' },
  annex: { shelf: 'leadership', name: 'ICT annex to the development plan', formats: ['docx', 'pdf', 'xlsx', 'csv'], reader: 'leadership' },
  workbook: { shelf: 'business_manager', name: 'Budget workbook', formats: ['xlsx'], reader: 'technical' },
  lines: { shelf: 'business_manager', name: 'Budget lines', formats: ['csv'], reader: 'technical' },
  decisions: { shelf: 'business_manager', name: 'Virements and decisions', formats: ['docx', 'pdf', 'xlsx', 'csv'], reader: 'leadership' },
  reply: { shelf: 'business_manager', name: 'Reply to a request', formats: ['docx', 'pdf'], reader: 'leadership' },
  changes: { shelf: 'business_manager', name: 'What has changed', formats: ['docx', 'pdf'], reader: 'leadership' },
  schedule: { shelf: 'network_manager', name: 'Refresh schedule', formats: ['pdf', 'xlsx', 'docx'], reader: 'technical' },
  calendar: { shelf: 'network_manager', name: 'Warranty and renewals calendar', formats: ['ics'], reader: 'technical' },
  disposals: { shelf: 'network_manager', name: 'Disposal register', formats: ['pdf', 'xlsx', 'csv'], reader: 'technical' },
};

export const FORMAT_WORDS: Readonly<Record<DocumentFormat, string>> = {
  docx: 'Word', pdf: 'PDF', pptx: 'PowerPoint', xlsx: 'Excel', csv: 'CSV', ics: 'Calendar file',
};
