"""The trust of trust.ts, made by the same formulas and worked out by sums.py: `python3 trust.py` prints its totals.

Nothing of it comes from the engine: kinds, codes, lives and what binds are written down here once more.
"""
import json

from sums import CODES, School

KINDS = ['desktop', 'laptop', 'chromebook', 'tablet', 'monitor', 'interactive_panel', 'network_switch']
PENCE = {'desktop': 43200, 'laptop': 51900, 'chromebook': 22300, 'tablet': 33300, 'interactive_panel': 158000, 'network_switch': 74400}
DEVICES, OTHER = 'laptops_desktops_tablets', 'other_hardware'
# Kind: cost category, months kept, what may set the date.
WRITTEN = {
    'desktop': (DEVICES, 60, ['policy_life', 'vendor_support_end', 'os_end']), 'laptop': (DEVICES, 48, ['policy_life', 'vendor_support_end', 'os_end']),
    'chromebook': (DEVICES, 60, ['policy_life', 'vendor_support_end']), 'tablet': (DEVICES, 48, ['policy_life', 'vendor_support_end', 'os_end']),
    'monitor': (DEVICES, 96, ['policy_life']), 'interactive_panel': (OTHER, 96, ['policy_life']),
    'network_switch': ('connectivity', 96, ['policy_life', 'vendor_support_end']),
    'server': ('onsite_servers', 48, ['warranty_end', 'vendor_support_end', 'policy_life']),
}


def day_of(months, day):
    return f'{2019 + months // 12}-{1 + months % 12:02}-{day:02}'


def item(i):
    kind = 'server' if i % 500 == 499 else KINDS[i // 10 % 7]
    months, day = i * 7 % 94, 1 + i * 11 % 28
    return {
        'id': i + 1, 'school': i % 10, 'categoryKey': kind, 'userGroup': None, 'modelId': None, 'purchaseDate': day_of(months, day), 'inServiceDate': None,
        'quantity': 15 if i % 25 == 0 else 1, 'status': 'retired' if i % 97 == 0 else 'spare' if i % 101 == 0 else 'in_use',
        'unitPaidPence': 15000 + i * 53 % 50000 if i % 3 == 1 else None, 'overridePence': 20000 + i * 37 % 40000 if i % 3 == 0 else None,
        'overridePriceDate': '2026-04-01' if i % 3 == 0 else None, 'coverEnd': day_of(months + 60, day) if kind == 'server' else None,
        'vendorSupportEnd': f'{2027 + i % 5}-06-30' if i % 13 == 0 else None, 'movedTo': '2028-09-01' if i % 211 == 0 else None,
        'upgradeDoneOn': '2026-05-01' if i % 17 == 0 else None, 'osEnd': None, 'osCanMove': True, 'leaseEnd': None, 'succeedsAssetId': None,
    }


def policy(number, kind, life, binding):
    return {
        'id': number, 'categoryKey': kind, 'userGroup': None, 'modelId': None, 'assetId': None, 'lifeMonths': life, 'binding': binding, 'toleranceMonths': 0,
        'unitPence': PENCE.get(kind), 'priceDate': '2025-10-01' if kind in PENCE else None, 'lossBp': 0, 'fromYear': None, 'lifeMonthsBefore': None,
        'upgrade': {'atMonths': 36, 'unitPence': 3800, 'priceDate': None} if kind == 'desktop' else None,
    }


FACTS = {
    'school': {'yearStartMonth': 9, 'horizonYears': 5, 'pupils': None, 'staff': None}, 'models': [], 'recurring': [], 'rolls': [],
    'categories': [{'key': kind, 'costCategory': cost} for kind, (cost, _, _) in WRITTEN.items()],
    'policies': [policy(number, kind, life, binding) for number, (kind, (_, life, binding)) in enumerate(WRITTEN.items(), 1)],
    'inflation': {'defaultBp': 300, 'series': [
        {'categoryKey': 'laptop', 'bp': None, 'steps': [{'year': 2027, 'bp': 1700}, {'year': 2029, 'bp': -200}]}, {'categoryKey': 'network_switch', 'bp': 150, 'steps': []}]},
    'assets': [item(i) for i in range(20000)],
}

if __name__ == '__main__':
    trust = School(FACTS, '2026-11-21').work_out()
    totals = trust.totals()
    schools = [[0] * trust.count for _ in range(10)]
    for year, _, _, _, quantity, unit, _, _, number in trust.lines:
        schools[(number - 1) % 10][year] += quantity * (unit or 0)
    print(json.dumps({**totals, 'schools': schools, 'codes': sorted(set(CODES[cost] for cost, _, _ in WRITTEN.values()))}, sort_keys=True))
