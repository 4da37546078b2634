/** How much of a file is read at all. Beyond these it is refused in words, never cut short in silence. */
export const MAX_ROWS = 200_000;
export const MAX_COLUMNS = 200;
/** Characters in one cell; Excel itself stops at 32,767. */
export const MAX_CELL_CHARACTERS = 32_768;
/** Bytes of one record in a text file: more means that a quotation mark was left open. */
export const MAX_RECORD_BYTES = 1_000_000;
export const ROWS_IN_A_BATCH = 2_000;
/** Of an XML document: a chart of accounts has some thousands of elements, four deep. */
export const MAX_XML_BYTES = 20_000_000;
export const MAX_XML_ELEMENTS = 200_000;
export const MAX_XML_DEPTH = 50;
