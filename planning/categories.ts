import type { ChartGroup, CostCategory } from './vocabulary.ts';

/**
 * A kind of kit or cost. The shipped ones are below; a school may add its own, which then live in the
 * plan file beside these with a cost category, a chart group and a life.
 */
export type Category = {
  readonly key: string;
  /** One of them, in the middle of a sentence: "laptop". */
  readonly singular: string;
  /** Several, in the middle of a sentence: "laptops". */
  readonly plural: string;
  readonly costCategory: CostCategory;
  readonly chartGroup: ChartGroup;
};

const category = (
  key: string, singular: string, plural: string, costCategory: CostCategory, chartGroup: ChartGroup,
): Category => ({ key, singular, plural, costCategory, chartGroup });

/** The shipped categories, in the order in which lists and ties name them. */
export const SHIPPED_CATEGORIES: readonly Category[] = [
  category('server', 'server', 'servers', 'onsite_servers', 'servers'),
  category('storage', 'storage unit', 'storage units', 'onsite_servers', 'servers'),
  category('desktop', 'desktop', 'desktops', 'laptops_desktops_tablets', 'devices'),
  category('laptop', 'laptop', 'laptops', 'laptops_desktops_tablets', 'devices'),
  category('chromebook', 'Chromebook', 'Chromebooks', 'laptops_desktops_tablets', 'devices'),
  category('tablet', 'tablet', 'tablets', 'laptops_desktops_tablets', 'devices'),
  category('phone', 'phone', 'phones', 'other_hardware', 'devices'),
  category('monitor', 'monitor', 'monitors', 'laptops_desktops_tablets', 'devices'),
  category('network_switch', 'network switch', 'network switches', 'connectivity', 'network'),
  category('wireless_ap', 'wireless access point', 'wireless access points', 'connectivity', 'network'),
  category('firewall_router', 'firewall or router', 'firewalls and routers', 'connectivity', 'network'),
  category('cabling', 'cabling run', 'cabling runs', 'connectivity', 'network'),
  category('ups', 'battery backup', 'battery backups', 'onsite_servers', 'servers'),
  category('interactive_panel', 'interactive panel', 'interactive panels', 'other_hardware', 'displays'),
  category('projector', 'projector', 'projectors', 'other_hardware', 'displays'),
  category('printer', 'printer', 'printers', 'other_hardware', 'displays'),
  category('mfd', 'multi-function printer', 'multi-function printers', 'other_hardware', 'displays'),
  category('visualiser', 'visualiser', 'visualisers', 'other_hardware', 'displays'),
  category('camera', 'camera', 'cameras', 'other_hardware', 'displays'),
  category('av_audio', 'audio or AV unit', 'audio and AV units', 'other_hardware', 'displays'),
  category('printer_3d', '3D printer', '3D printers', 'other_hardware', 'displays'),
  category('cctv_access', 'CCTV or door entry unit', 'CCTV and door entry units', 'other_hardware', 'devices'),
  category('telephony', 'telephone system', 'telephone systems', 'connectivity', 'network'),
  category('peripheral', 'peripheral', 'peripherals', 'other_hardware', 'devices'),
  category('battery', 'battery', 'batteries', 'laptops_desktops_tablets', 'devices'),
  category('software', 'software title', 'software titles', 'it_learning_resources', 'running'),
  category('cloud_service', 'cloud service', 'cloud services', 'it_learning_resources', 'running'),
  category('support_contract', 'support contract', 'support contracts', 'it_support', 'running'),
  category('other', 'other item', 'other items', 'other_hardware', 'devices'),
];

/** A category by its key: the school's own words for it first. One that nobody has described is an other item. */
export function categoryNamed(categories: readonly Category[], key: string): Category {
  const found = categories.find((each) => each.key === key) ?? SHIPPED_CATEGORIES.find((each) => each.key === key);
  return found ?? category(key, 'other item', 'other items', 'other_hardware', 'devices');
}

/**
 * CFR codes by cost category (maintained schools in England, from 2024-25). The letters of revenue and
 * capital do not line up: E20D is CE04C, E20E is CE04D, E20F is CE04E, and two have no capital twin.
 * Source: DfE, CFR framework 2024 to 2025.
 */
export const CFR_CODES: Readonly<Record<CostCategory, { readonly revenue: string; readonly capital: string | null; readonly title: string }>> = {
  connectivity: { revenue: 'E20A', capital: 'CE04A', title: 'Connectivity' },
  onsite_servers: { revenue: 'E20B', capital: 'CE04B', title: 'Onsite servers' },
  it_learning_resources: { revenue: 'E20C', capital: null, title: 'IT learning resources' },
  admin_software: { revenue: 'E20D', capital: 'CE04C', title: 'Administration software and systems' },
  laptops_desktops_tablets: { revenue: 'E20E', capital: 'CE04D', title: 'Laptops, desktops and tablets' },
  other_hardware: { revenue: 'E20F', capital: 'CE04E', title: 'Other hardware' },
  it_support: { revenue: 'E20G', capital: null, title: 'IT support' },
};
