import { describe, expect, test } from 'vitest';
import type { Order, OrderLine } from '../../../planning/orders/order.ts';
import { procurementBand, togetherText, type ProcurementFact } from '../../../planning/orders/procurement.ts';
import { differenceWords, ordersProgress, ordersTotal, otherOrders } from '../../../planning/orders/progress.ts';
import { readList, receive, receiptProblem } from '../../../planning/orders/receive.ts';
import type { Asset } from '../../../planning/snapshot.ts';
import { kit, schoolOf } from '../fixtures.ts';

const order = (id: number, orderedOn = '2026-09-01'): Order =>
  ({ id, number: String(4500 + id), supplierId: null, orderedOn, expectedOn: null, fundKey: null, notes: null });
const line = (id: number, parts: Partial<OrderLine> = {}): OrderLine =>
  ({ id, orderId: 1, description: 'Tamar 14', categoryKey: 'laptop', modelId: null, quantity: 30, plannedUnitPence: 36_500, unitPence: 34_000, code: 'E20E', ...parts });
const row = (orderLineId: number, quantity: number, parts: Partial<Asset> = {}): Asset => kit({ orderLineId, quantity, status: 'ordered', unitPaidPence: 34_000, ...parts });

describe('how far an order has come', () => {
  test.each([
    // 30 × (34000 − 36500) = −75000
    ['nothing has come', [row(1, 30)], 'outstanding', 0, 30, 0, 0, -75_000, '£750 under plan'],
    // 18 paid at 37000, 12 to come at 34000: 666000 + 408000 − 1095000 = −21000
    ['18 of 30 have come, dearer than agreed', [row(1, 12), row(1, 18, { status: 'in_use', unitPaidPence: 37_000 })], 'partly_received', 18, 12, 0, 666_000, -21_000, '£210 under plan'],
    // 30 × 40000 − 1095000 = 105000; what left since came all the same
    ['all came and some have left since', [row(1, 29, { status: 'in_use', unitPaidPence: 40_000 }), row(1, 1, { status: 'stolen', unitPaidPence: 40_000 })], 'received', 30, 0, 0, 1_200_000, 105_000, '£1,050 over plan'],
    // 20 × 36500 paid: the 10 that were cancelled are in no sum
    ['a part came and the rest was cancelled', [row(1, 20, { status: 'in_use', unitPaidPence: 36_500 })], 'received', 20, 0, 10, 730_000, 0, 'as planned'],
    ['everything was cancelled', [], 'cancelled', 0, 0, 30, 0, 0, 'nothing to pay'],
    ['a price was not written down', [row(1, 30, { status: 'in_use', unitPaidPence: null })], 'received', 30, 0, 0, 0, null, 'not all prices known'],
  ] as const)('%s', (_, assets, state, came, outstanding, cancelled, paid, difference, words) => {
    const [found] = ordersProgress(schoolOf({ assets, orders: [order(1)], orderLines: [line(1)] }));
    expect(found).toMatchObject({ state, came, outstanding, cancelled, differencePence: difference });
    expect(found?.paid.pence).toBe(paid);
    expect(found === undefined ? '' : differenceWords(found)).toBe(words);
  });

  test('cannot be compared where the plan had no price, and says so', () => {
    const [found] = ordersProgress(schoolOf({ assets: [row(1, 30)], orders: [order(1)], orderLines: [line(1, { plannedUnitPence: null })] }));
    expect(found?.planned).toEqual({ pence: 0, unknown: 30 });
    expect(found === undefined ? '' : differenceWords(found)).toBe('the plan had no price');
  });

  test('lists what is outstanding first, then the newest, and all of it adds up', () => {
    const assets = [row(1, 30), row(2, 2, { status: 'in_use' }), row(3, 4), row(3, 1, { status: 'in_use' })];
    const orders = ordersProgress(schoolOf({
      assets, orders: [order(1, '2026-04-02'), order(2, '2026-10-05'), order(3, '2026-09-01')],
      orderLines: [line(1), line(2, { orderId: 2, quantity: 2 }), line(3, { orderId: 3, quantity: 5 })],
    }));
    expect(orders.map(({ order: { number } }) => number)).toEqual(['4503', '4501', '4502']);
    const total = ordersTotal(orders);
    expect([total.came, total.outstanding, total.planned.pence, total.ordered.pence, total.paid.pence, total.differencePence])
      .toEqual([3, 34, 37 * 36_500, 37 * 34_000, 3 * 34_000, 37 * (34_000 - 36_500)]);
  });
});

describe('taking in what came', () => {
  const ordered = [kit({ id: 11, quantity: 3, status: 'ordered', succeedsAssetId: 1 }), kit({ id: 12, quantity: 2, status: 'ordered', succeedsAssetId: 2 })];

  test('splits the row that came in part and leaves the others', () => {
    expect(receive(ordered, { quantity: 4, serials: [], tags: [] })).toEqual({
      rows: [{ fromId: 11, becomes: true, quantity: 3, serial: null, tag: null }, { fromId: 12, becomes: false, quantity: 1, serial: null, tag: null }],
      left: [{ assetId: 12, quantity: 1 }],
      replaced: [{ assetId: 1, quantity: 3 }, { assetId: 2, quantity: 1 }],
    });
  });

  test('gives each item a row of its own where it has a serial number or a tag', () => {
    const { rows, left } = receive(ordered, { quantity: 4, serials: ['a', 'b', 'c', 'd'], tags: [] });
    expect(rows.map(({ fromId, becomes, quantity, serial }) => [fromId, becomes, quantity, serial])).toEqual([
      [11, true, 1, 'a'], [11, false, 1, 'b'], [11, false, 1, 'c'], [12, false, 1, 'd'],
    ]);
    expect(left).toEqual([{ assetId: 12, quantity: 1 }]);
  });

  const register = [...ordered, kit({ serial: 'K4-1', tag: 'LT-1' }), kit({ serial: 'k4-2', tag: null, description: 'Tamar 13' }), kit({ serial: 'K4-9', tag: 'LT-9' })];
  test.each([
    [6, [], [], 'quantity', 'Only 5 of this line are still to come.'],
    [3, ['a', 'b'], [], 'serials', 'The list has 2 serials for 3 items: 1 missing.'],
    [2, [], ['a', 'b', 'c'], 'tags', 'The list has 3 tags for 2 items: 1 too many.'],
    [3, ['K4-1', 'x', 'K4-2'], [], 'serials', '2 of the 3 serials are already in the register: K4-1 (LT-1) and K4-2 (Tamar 13).'],
    [3, ['x', 'y', 'X'], [], 'serials', 'Rows 1 and 3 of the list have the same serial, X.'],
    [1, [], ['lt-9'], 'tags', '1 of the 1 tags is already in the register: lt-9 (LT-9).'],
  ] as const)('refuses %i with %j and %j at the %s', (quantity, serials, tags, field, message) => {
    const problem = receiptProblem(register, ordered, { quantity, serials, tags });
    expect(problem?.field).toBe(field);
    expect(problem?.message).toContain(message);
  });

  test('reads a list as it is scanned or pasted', () => {
    expect(readList('K4-1\r\nK4-2\n\n K4-3 ,K4-4;K4-5\tK4-6\n')).toEqual(['K4-1', 'K4-2', 'K4-3', 'K4-4', 'K4-5', 'K4-6']);
  });
});

describe('the band an order falls in', () => {
  const fact = (key: string, value: number, validFrom: string | null = null, validTo: string | null = null): ProcurementFact =>
    ({ key, value, validFrom, validTo, source: 'gov.uk', asOf: '2026-11-21' });
  const facts = [
    fact('dfe_low_max', 10_000), fact('dfe_medium_max', 40_000), fact('vat_standard_rate', 20, '2011-01-04'),
    fact('pa2023_goods_services_subcentral', 214_904, '2024-01-01', '2025-12-31'), fact('pa2023_goods_services_subcentral', 207_720, '2026-01-01', '2027-12-31'),
  ];
  test.each([
    // £8,333.33 with VAT is £9,999.996, rounded to £10,000.00: no longer low.
    [833_332, '2026-11-21', 'low', 999_998], [833_333, '2026-11-21', 'medium', 1_000_000],
    [3_333_333, '2026-11-21', 'medium', 4_000_000], [3_333_334, '2026-11-21', 'high', 4_000_001],
    // £173,100 with VAT is £207,720, the threshold of 2026; it was £214,904 the year before.
    [17_310_000, '2026-11-21', 'above_threshold', 20_772_000], [17_310_000, '2025-11-21', 'high', 20_772_000],
  ] as const)('%i pence net on %s is %s', (net, day, band, withVat) => {
    expect(procurementBand(facts, net, day)).toMatchObject({ band, withVatPence: withVat });
  });

  test('is higher where orders to one supplier in one year belong together, and the school is told', () => {
    const orders = ordersProgress(schoolOf({
      assets: [row(1, 20), row(2, 2), row(3, 20)], orderLines: [line(1, { quantity: 20 }), line(2, { orderId: 2, quantity: 2 }), line(3, { orderId: 3, quantity: 20 })],
      orders: [{ ...order(1, '2026-04-01'), supplierId: 7 }, { ...order(2, '2026-10-05'), supplierId: 7 }, { ...order(3, '2026-03-31'), supplierId: 7 }],
    }));
    // Order 2 is 2 × £340 = £680; order 1 of the same year £6,800; order 3 lies in the year before. £7,480 + 20% = £8,976: still low.
    const of2 = { id: 2, supplierId: 7, orderedOn: '2026-10-05' };
    expect(otherOrders(orders, of2, 4)).toEqual({ count: 1, netPence: 680_000 });
    expect(togetherText(facts, 68_000, otherOrders(orders, of2, 4), '2026-10-05')).toBeNull();
    // A new one of £2,000: 2000 + 6800 + 680 = £9,480, with VAT £11,376 together; alone £2,400.
    expect(togetherText(facts, 200_000, otherOrders(orders, { ...of2, id: null }, 4), '2026-10-05'))
      .toBe('With 2 other orders to the same supplier in this financial year it is £11,376 with VAT. What belongs together counts together: a medium value for DfE: a framework, or at least three quotes.');
    expect(otherOrders(orders, { ...of2, supplierId: null }, 4)).toEqual({ count: 0, netPence: 0 });
  });

  test('names its source and its day, and says that the school’s own rules come first', () => {
    const band = procurementBand(facts, 1_095_000, '2026-11-21');
    expect(band?.source).toBe('gov.uk, as of 21 November 2026');
    expect(band?.text).toBe('£13,140 with VAT is a medium value for DfE: a framework, or at least three quotes. The rules of your school, authority or trust come first.');
    expect(procurementBand([], 1_000, '2026-11-21')).toBeNull();
  });
});
