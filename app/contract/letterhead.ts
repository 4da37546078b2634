import { z } from 'zod';
import { command, query } from './entry.ts';
import { base64, fileName, nothing } from './fields.ts';

/** The school's own paper, on which its Word documents are written. */

/** The smallest document that Word opens: one empty page. */
const EMPTY_PAGE = [
  'UEsDBBQAAAAIAAAAIQB0JJxTuwAAAD4BAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbJWQuQ7CMAyGX6XKiqgRAwNquwArMPACVuq2EbkUuxxvT8o1sDHa//FZrk73SFzcnPVcq0EkrgFYD+SQyxDJZ6',
  'ULyaHkMfUQUZ+xJ1guFivQwQt5mcvUoZpqSx2OVordLa/ZBF+rRJZVsXkZJ1atMEZrNErW4eLbH8r8TShz8unhwUSeZYOCpjpcKCXTUnHEJHt0uQ6uIbXQBj26jCgn41+80HVG0zc/tcUUNDEb3ztb',
  'fhWHxn/ugOfbmgdQSwMEFAAAAAgAAAAhAGF7L0OJAAAA8gAAAAsAAABfcmVscy8ucmVsc43POw4CIRAG4KsQDrCzWlgYoLLZ1ngBAsMjLo8MGPX2UlisxsJy5p98f0accdU9ltxCrI090pqb5KH3eg',
  'RoJmDSbSoV80hcoaT7GMlD1eaqPcJ+ng9AW4MrsTXZYiWnxe44uzwr/mMX56LBUzG3hLn/qPi6GLImj13yeyEL9r2eBstBCfh4Ub0AUEsDBBQAAAAIAAAAIQA5qW7iYAAAAHcAAAARAAAAd29yZC9k',
  'b2N1bWVudC54bWxFjTEOgCAMAL9ifIA1Dg4E+QsCooltCcWgv1cH43S53HC6Ks/uwEClOXEnUXVq11KSAhC3BrTScQr0tIUz2vJojlA5+5TZBZGNIu4w9P0IaDdqja5qZn+9TGA0fAr/ytxQSwECFA',
  'MUAAAACAAAACEAdCScU7sAAAA+AQAAEwAAAAAAAAAAAAAAgAEAAAAAW0NvbnRlbnRfVHlwZXNdLnhtbFBLAQIUAxQAAAAIAAAAIQBhey9DiQAAAPIAAAALAAAAAAAAAAAAAACAAewAAABfcmVscy8u',
  'cmVsc1BLAQIUAxQAAAAIAAAAIQA5qW7iYAAAAHcAAAARAAAAAAAAAAAAAACAAZ4BAAB3b3JkL2RvY3VtZW50LnhtbFBLBQYAAAAAAwADALkAAAAtAgAAAAA=',
].join('');

export const letterheadEntries = {
  'document.letterhead': query({
    about: 'Which paper of the school’s own its Word documents are written on; null where it has given none.',
    input: nothing,
    output: z.object({ letterhead: z.object({ fileName: z.string(), addedOn: z.string() }).nullable() }),
    example: {},
  }),
  'document.setLetterhead': command({
    about: 'Give the school’s own paper, a .docx: its header, footer and styles are kept, and {{title}} and {{body}} say where a document goes.',
    input: { fileName, base64 },
    value: z.object({
      /** Of the places that were looked for: whether the title and the text have one of their own. */
      title: z.boolean(), body: z.boolean(),
      sentence: z.string(),
    }),
    largeBody: true, example: { fileName: 'Letterhead.docx', base64: EMPTY_PAGE },
  }),
  'document.removeLetterhead': command({
    about: 'Write Word documents on plain paper again.',
    input: {}, value: z.null(), example: {},
  }),
};
