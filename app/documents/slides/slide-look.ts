/** Lengths on a slide are in inches, sizes of type in points: what PowerPoint counts in. */
export const SLIDE = { width: 13.333, height: 7.5 } as const;

/** Where everything stands: a title over a rule, the body under it, three texts at the foot. */
export const PLACES = {
  left: 0.74, width: 11.85,
  title: { y: 0.42, h: 0.72 }, rule: 1.2, body: { y: 1.4, h: 5.35 }, foot: { y: 6.98, h: 0.3 },
  /** Between a picture and what is said about it. */
  gutter: 0.55, pictureShare: 0.645,
} as const;

export const INK = '1B2420';
export const GREY = '46524B';
export const GREEN = '1D5A43';
export const RED = 'A6291B';
export const RULE = 'B3BDB6';
export const HAIRLINE = 'D9DFD9';

/** Typefaces that every copy of PowerPoint has, since slides are gone on with elsewhere. */
export const FACES = { text: 'Cambria', small: 'Calibri' } as const;

/** Sizes of type at full size; a slide with more to say is set smaller, down to `SMALLEST` of it. */
export const TYPE = { title: 29, lead: 18, body: 16, heading: 17, note: 12, caption: 14, table: 12.5, chart: 12, foot: 10.5 } as const;
export const SMALLEST = 0.7;
export const POINTS_IN_INCH = 72;
