import { convertMillimetersToTwip, PageOrientation, type ISectionPropertiesOptions } from 'docx';

/** Lengths of a page in twentieths of a point, as Word counts them. */

const A4 = { width: 11_906, height: 16_838 };
const SIDE = convertMillimetersToTwip(20);
const MARGINS = {
  top: convertMillimetersToTwip(28), bottom: convertMillimetersToTwip(22), left: SIDE, right: SIDE,
  header: convertMillimetersToTwip(15), footer: convertMillimetersToTwip(12),
};

/** How wide the text is on a page of that standing. */
export const textWidth = (landscape: boolean): number => (landscape ? A4.height : A4.width) - 2 * SIDE;

/** A page of ours; Word turns the sheet itself where it lies across. */
export const pageProperties = (landscape: boolean): NonNullable<ISectionPropertiesOptions['page']> => ({
  size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT }, margin: MARGINS,
});

/** Charts are given to Word in pixels, 96 to the inch. */
export const pixels = (twips: number): number => Math.round(twips / 15);
