import { z } from 'zod';
import { command, query } from './entry.ts';
import { id, isoDate, list, nothing, pence, plainText, shortText } from './fields.ts';

/** When support of systems, devices and software ends: the shipped list, the school's own rows, who runs what. */

const day = isoDate.nullable().default(null);
const cycle = plainText.min(1, 'A version has at least one character.').max(60, 'A version has at most 60 characters.');

export const supportEntries = {
  'support.list': query({
    about: 'Every release of the support list with its ends, source and as-of date; the school’s own rows beside the shipped.',
    input: nothing,
    output: list(z.object({
      id, product: z.string(), cycle: z.string(), label: z.string(), releasedOn: z.string().nullable(), activeEnd: z.string().nullable(),
      securityEnd: z.string().nullable(), extendedEnd: z.string().nullable(), extendedYearPence: z.int().nullable(),
      extendedPriceDate: z.string().nullable(), source: z.string(), asOf: z.string(), shipped: z.boolean(), endedUndated: z.boolean(),
    })),
    example: {},
  }),
  'support.prices': query({
    about: 'What paid security updates were published at, in the currency they were published in: for information, in no sum.',
    input: nothing,
    output: list(z.object({
      product: z.string(), cycle: z.string(), year: z.int(), price: z.number(), currency: z.string(), for: z.string(), source: z.string(), asOf: isoDate,
    })),
    example: {},
  }),
  'support.set': command({
    about: 'Write a release of the school’s own, or change one; it holds before the shipped one of the same product and version.',
    input: {
      /** One of the school’s own to change; left out, a new one. */
      id: id.nullable().default(null),
      product: shortText, cycle, label: shortText, releasedOn: day, activeEnd: day, securityEnd: day, extendedEnd: day,
      /** What a year of the paid extension costs for one device, net. */
      extendedYearPence: pence.nullable().default(null), extendedPriceDate: day,
      source: plainText.min(1, 'A source says where the dates are from: a letter, a web page, the maker.').max(500),
    },
    value: z.object({ id }),
    example: { product: 'Kestrel BIOS', cycle: '400', label: 'Kestrel 400 firmware', securityEnd: '2029-06-30', source: 'Kestrel support page, read on 20 Nov 2026' },
  }),
  'support.remove': command({
    about: 'Take a release of the school’s own out; what ran it goes back to the shipped one, if there is one.',
    input: { id }, value: z.null(),
    // The first row after the shipped ones.
    example: { id: 797 },
  }),
  'support.assign': command({
    about: 'Say which release kit runs, whether it can move to a newer one, and the maker’s own end of support, by device or model.',
    input: {
      assetIds: z.array(id).max(100_000).default([]),
      /** For the maker’s end of support alone: a model has no system. */
      modelIds: z.array(id).max(10_000).default([]),
      releaseId: id.nullable().optional(), canMove: z.boolean().optional(),
      /** The system's own end, where it differs from its release's; null goes by the release. */
      systemEnd: isoDate.nullable().optional(),
      /** The maker's, such as the end of automatic updates of a Chromebook. */
      makerEnd: isoDate.nullable().optional(),
    },
    value: z.object({ changed: z.int() }),
    example: { assetIds: [1], makerEnd: '2031-06-30' },
  }),
};
