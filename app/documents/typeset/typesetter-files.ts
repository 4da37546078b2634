/**
 * What the typesetter is made of, by the name under which it lies in `out/typesetter`, and where in the project it comes from.
 * Typefaces travel with Kitplan: a document looks the same on every computer, and nothing is asked of the system.
 * Their licence travels with them, as it asks to.
 */
export const TYPESETTER_FILES = {
  'typst.wasm': 'node_modules/@myriaddreamin/typst-ts-web-compiler/pkg/typst_ts_web_compiler_bg.wasm',
  'document.typ': 'app/documents/typeset/document.typ',
  'look.typ': 'app/documents/typeset/look.typ',
  'words.typ': 'app/documents/typeset/words.typ',
  'tables.typ': 'app/documents/typeset/tables.typ',
  'chart-scale.typ': 'app/documents/typeset/chart-scale.typ',
  'chart-columns.typ': 'app/documents/typeset/chart-columns.typ',
  'chart-bars.typ': 'app/documents/typeset/chart-bars.typ',
  'figures.typ': 'app/documents/typeset/figures.typ',
  'blocks.typ': 'app/documents/typeset/blocks.typ',
  'pages.typ': 'app/documents/typeset/pages.typ',
  'report.typ': 'app/documents/typeset/report.typ',
  'paper.typ': 'app/documents/typeset/paper.typ',
  'slides.typ': 'app/documents/typeset/slides.typ',
  'sans-regular.ttf': 'node_modules/@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  'sans-italic.ttf': 'node_modules/@expo-google-fonts/source-sans-3/400Regular_Italic/SourceSans3_400Regular_Italic.ttf',
  'sans-semibold.ttf': 'node_modules/@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
  'serif-regular.ttf': 'node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf',
  'serif-italic.ttf': 'node_modules/@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf',
  'serif-semibold.ttf': 'node_modules/@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf',
  'arabic-regular.ttf': 'node_modules/@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'hebrew-regular.ttf': 'node_modules/@expo-google-fonts/noto-sans-hebrew/400Regular/NotoSansHebrew_400Regular.ttf',
  // The typesetter's own package says Apache-2.0 and leaves the text out: it is the same in every package under it.
  'typst-licence.txt': 'node_modules/pdfjs-dist/LICENSE',
  'sans-licence.txt': 'node_modules/@expo-google-fonts/source-sans-3/LICENSE_FONT',
  'serif-licence.txt': 'node_modules/@expo-google-fonts/source-serif-4/LICENSE_FONT',
  'arabic-licence.txt': 'node_modules/@expo-google-fonts/noto-sans-arabic/LICENSE_FONT',
  'hebrew-licence.txt': 'node_modules/@expo-google-fonts/noto-sans-hebrew/LICENSE_FONT',
} as const;

export type TypesetterFile = keyof typeof TYPESETTER_FILES;

export const TYPESETTER_FONTS = Object.keys(TYPESETTER_FILES).filter((name): name is TypesetterFile => name.endsWith('.ttf'));

/** The templates: one idea each, and `document.typ` the one that is set. */
export const TYPESETTER_TEMPLATES = Object.keys(TYPESETTER_FILES).filter((name): name is TypesetterFile => name.endsWith('.typ'));

/** Reads one of them: given by the host, which knows where it lies. */
export type ReadTypesetterFile = (name: TypesetterFile) => Uint8Array;
