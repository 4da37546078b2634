/**
 * What the shipped lives rest on: school practice as network managers describe it, beside what DfE's standards ask for
 * and what has been published. Conventions, shown as such, never as facts.
 */
const RESTS_ON: Readonly<Record<string, string>> = {
  server: 'Servers are replaced while they are under warranty, which is mostly bought for 4 years; schools keep them 4 to 7.',
  storage: 'Storage is replaced while it is under warranty, as servers are; schools keep it 4 to 7 years.',
  laptop: 'Schools keep them 3 to 5 years. DfE’s standard asks for 3 years of warranty and 5 of support.',
  desktop: 'Four years as they are, or five with more memory for the last two; schools keep them 4 to 7. DfE’s standard asks for 3 years of warranty.',
  chromebook: 'The end of automatic updates is the latest date, 10 years after release for models since 2021; schools keep them 4 years or more.',
  tablet: 'Schools keep them 3 to 6 years. DfE’s standard asks for 2 years of warranty and 3 of support.',
  network_switch: 'Replaced when the maker’s updates stop, after 5 to 10 years. DfE’s standard asks for 5 years of warranty.',
  wireless_ap: 'Schools keep them 5 to 8 years. DfE’s standard asks for 5 years of maker’s support.',
  firewall_router: 'Its licence or the maker’s support ends it, after 3 to 7 years.',
  cabling: 'DfE’s standard asks for 20 years of maker’s warranty; schools keep it 15 to 25.',
  ups: 'Its batteries last 3 to 4 years, the unit 4 to 8.',
  interactive_panel: 'Published lives run from 5 to 10 years.',
  projector: 'Published lives run from 5 to 7 years, lamps from 2,000 to 3,000 hours.',
  mfd: 'Mostly leased, for 3 to 5 years.',
  printer: 'Schools keep them 3 to 6 years.',
  monitor: 'Published lives run up to 10 years; schools keep them 5 to 10.',
  telephony: 'Schools keep them 5 to 10 years. Lines of the old telephone network are switched off in January 2027.',
  visualiser: 'They get broken and lost before they wear out, after 3 to 6 years.',
  camera: 'They get broken and lost before they wear out, after 3 to 6 years.',
  printer_3d: 'Schools keep them 3 to 6 years.',
  peripheral: 'Often a yearly allowance rather than a life for each; 2 to 4 years.',
  battery: 'Batteries of laptops wear out before the laptop does, after 2 to 4 years.',
  cctv_access: 'Schools keep them 5 to 10 years.',
};

const CONVENTION = 'Usual in schools, as network managers describe it; not a fact.';

/** Where the usual life of a kind of kit is from, in a sentence or two. */
export const usualSource = (categoryKey: string): string => {
  const more = RESTS_ON[categoryKey];
  return more === undefined ? CONVENTION : `${CONVENTION} ${more}`;
};
