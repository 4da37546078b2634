import { categoryNamed, type Category } from '../categories.ts';
import { startUpper } from '../words.ts';
import type { DocumentReader } from './kinds.ts';

/** What governors call kit: kinds that do the same for the school stand together, in words that need no explaining. */
const PLAIN: Readonly<Record<string, string>> = {
  laptop: 'Laptops', chromebook: 'Laptops', desktop: 'Desktop computers', monitor: 'Desktop computers', tablet: 'Tablets and phones', phone: 'Tablets and phones',
  interactive_panel: 'Classroom screens and projectors', projector: 'Classroom screens and projectors',
  visualiser: 'Cameras and sound', camera: 'Cameras and sound', av_audio: 'Cameras and sound',
  printer: 'Printers and copiers', mfd: 'Printers and copiers', printer_3d: 'Printers and copiers',
  server: 'Central computers and stores', storage: 'Central computers and stores', ups: 'Batteries for power cuts',
  network_switch: 'The network', firewall_router: 'The network', cabling: 'The network', wireless_ap: 'The wireless network',
  telephony: 'Telephones', cctv_access: 'Door entry and site cameras', peripheral: 'Small items', battery: 'Small items', other: 'Other items',
};

/** A kind of kit as the reader of a document calls it. One that the school has made itself keeps its name. */
export const kitWords = (categories: readonly Category[], categoryKey: string, reader: DocumentReader): string =>
  (reader === 'governors' && Object.hasOwn(PLAIN, categoryKey) ? PLAIN[categoryKey] : undefined) ?? startUpper(categoryNamed(categories, categoryKey).plural);
