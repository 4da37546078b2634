"""The forecast's sums once more, from the written rules alone (docs/how-the-sums-work.md), in another language.

Shares no code with the engine and is no part of the product or of its tests: it says what the tests should expect. Days
are days (datetime.date), prices are exact fractions until they are rounded, and payments are walked month by month.
Reads a plan as plain facts, the shape that `kitplan call plan.snapshot` prints.
"""
import json
import sys
from calendar import monthrange
from datetime import date
from fractions import Fraction
from math import floor

GONE = {'retired', 'disposed', 'lost', 'stolen'}
COMING = {'planned', 'ordered'}
CODES = {'connectivity': 'E20A', 'onsite_servers': 'E20B', 'it_learning_resources': 'E20C', 'admin_software': 'E20D',
         'laptops_desktops_tablets': 'E20E', 'other_hardware': 'E20F', 'it_support': 'E20G'}


def day(text):
    return None if text is None else date.fromisoformat(text)


def later(of, months):
    """The same day so many months on, or the last one of a shorter month."""
    years, month = divmod(of.month - 1 + months, 12)
    year = of.year + years
    return date(year, month + 1, min(of.day, monthrange(year, month + 1)[1]))


def half_up(value):
    return floor(value + Fraction(1, 2))


def first_of_month(of):
    return of.replace(day=1)


class School:
    def __init__(self, facts, as_of, years=None):
        self.facts, self.as_of = facts, date.fromisoformat(as_of)
        self.start = facts['school']['yearStartMonth']
        self.count = years or facts['school']['horizonYears']
        self.first = self.year_of(self.as_of)
        self.end = date(self.first + self.count, self.start, 1)
        self.categories = {each['key']: each for each in facts['categories']}
        self.models = {each['id']: each for each in facts['models']}
        self.lines = []      # (year, kind, category, cost category, quantity, unit, day, how)
        self.already = [0] * self.count
        self.exposures = []
        self.out, self.overdue = {}, 0

    def year_of(self, of):
        return of.year if of.month >= self.start else of.year - 1

    def month_begins(self, of):
        return of >= first_of_month(self.as_of)

    # Prices -------------------------------------------------------------------------------------------------------

    def rise(self, category, year):
        rises = self.facts['inflation']
        own = next((each for each in rises['series'] if each['categoryKey'] == category), None)
        told = [] if own is None else [each['bp'] for each in own['steps'] if each['year'] == year] + [own['bp']]
        told += [each['bp'] for each in rises.get('steps') or [] if each['year'] == year] + [rises['defaultBp']]
        return next(bp for bp in told if bp is not None)

    def carried(self, pence, dated, category, year, own_rise=None):
        """A price of its day in another financial year, and how it came about."""
        index, of = 1_000_000, self.year_of(dated)
        for each in range(of + 1, year + 1):
            bp = self.rise(category, each) if own_rise is None else own_rise
            index = half_up(Fraction(index * (10_000 + bp), 10_000))
        unit = half_up(Fraction(pence * index, 1_000_000))
        how = f'{pence / 100:,.2f}' + ('' if index == 1_000_000 else f' × {index / 1_000_000:.6f} = {pence * index / 1e8:,.8f}'.rstrip('0'))
        return unit, how

    def price(self, asset, policy):
        model = self.models.get(policy.get('replacementModelId') or asset['modelId'])
        for pence, dated in (
            (asset['overridePence'], asset['overridePriceDate']),
            (model and model['unitPence'], model and model['priceDate']),
            (policy['unitPence'], policy['priceDate']),
            (asset['unitPaidPence'] or None, asset['purchaseDate']),
        ):
            if pence is not None:
                return pence, day(dated) or self.as_of
        return None

    # Kit ----------------------------------------------------------------------------------------------------------

    def policy(self, asset):
        best, rank = None, 0
        for policy in self.facts['policies']:
            if policy['assetId'] is not None:
                fits = 4 if policy['assetId'] == asset['id'] else 0
            elif policy['modelId'] is not None:
                fits = 3 if policy['modelId'] == asset['modelId'] else 0
            elif policy['categoryKey'] != asset['categoryKey']:
                fits = 0
            else:
                fits = 1 if policy['userGroup'] is None else 2 if policy['userGroup'] == asset['userGroup'] else 0
            if fits > rank or (fits == rank and fits > 0 and policy['id'] > best['id']):
                best, rank = policy, fits
        return best

    def due(self, asset, policy):
        """The day it is due, or why that cannot be said."""
        if asset['movedTo'] is not None:
            return day(asset['movedTo'])
        since = day(asset['inServiceDate']) or day(asset['purchaseDate'])
        model = self.models.get(asset['modelId'])
        cover, lease = day(asset['coverEnd']), day(asset['leaseEnd'])

        def limits(life):
            known = {
                'policy_life': since and later(since, life),
                'warranty_end': cover and later(cover, policy['toleranceMonths']),
                'vendor_support_end': day(asset['vendorSupportEnd']) or (model and day(model['vendorSupportEnd'])),
                'os_end': None if asset['osCanMove'] else day(asset['osEnd']),
                'contract_end': lease,
            }
            return min((known[each] for each in policy['binding'] if known[each]), default=None)

        if policy['fromYear'] is not None and policy['lifeMonthsBefore'] is not None:
            before = limits(policy['lifeMonthsBefore'])
            if before is not None and before < date(policy['fromYear'], self.start, 1):
                return before
        found = limits(policy['lifeMonths'])
        if found is not None:
            return found
        if not policy['binding']:
            return 'run_to_fail'
        return 'no_purchase_date' if 'policy_life' in policy['binding'] else 'no_cover_date'

    def buy(self, kind, asset, of, quantity, priced, why):
        if not self.month_begins(of) or of >= self.end:
            return
        year = self.year_of(of)
        unit, how = (None, 'no price') if priced is None else priced if priced[1] == 'order' else self.carried(*priced, asset['categoryKey'], year)
        kind_of = self.categories[asset['categoryKey']]
        self.lines.append((year - self.first, kind, asset['categoryKey'], kind_of['costCategory'], quantity, unit, of, f'{why}; {how}', asset['id']))

    def add_kit(self):
        orders = {}
        for asset in self.facts['assets']:
            if asset['status'] in COMING and asset['succeedsAssetId'] is not None:
                orders.setdefault(asset['succeedsAssetId'], []).append((self.delivery(asset), asset['quantity']))
        for asset in self.facts['assets']:
            self.add_spent(asset)
            if asset['status'] in GONE:
                self.leave_out('status_' + asset['status'], asset)
                continue
            policy = self.policy(asset)
            if asset['status'] in COMING:
                self.add_chain(asset, policy, self.delivery(asset), asset['quantity'], 'on order')
                self.expose(asset, policy, asset['quantity'], self.delivery(asset), self.end)
                continue
            due = self.due(asset, policy)
            if isinstance(due, str):
                self.leave_out(due, asset)
                continue
            overdue = first_of_month(due) < first_of_month(self.as_of)
            self.overdue += asset['quantity'] if overdue else 0
            coming = sorted(orders.get(asset['id'], []))
            left = max(0, asset['quantity'] - sum(quantity for _, quantity in coming))
            self.add_own_upgrade(asset, policy, due, left, coming)
            self.add_chain(asset, policy, self.as_of if overdue else due, left, f'due {due}' + (', overdue' if overdue else ''))
            since = day(asset['inServiceDate']) or day(asset['purchaseDate']) or self.as_of
            self.expose(asset, policy, left, since, self.end)
            there = asset['quantity']
            for of, quantity in coming:
                gone = min(there, quantity)
                there -= gone
                self.expose(asset, policy, gone, since, first_of_month(of))

    def delivery(self, asset):
        of = day(asset['inServiceDate']) or day(asset['purchaseDate'])
        return self.as_of if of is None or first_of_month(of) < first_of_month(self.as_of) else of

    def leave_out(self, reason, asset):
        self.out[reason] = self.out.get(reason, 0) + asset['quantity']

    def add_own_upgrade(self, asset, policy, due, left, coming):
        upgrade, since = policy['upgrade'], day(asset['inServiceDate']) or day(asset['purchaseDate'])
        if upgrade is None or since is None or asset['upgradeDoneOn'] is not None:
            return
        of = later(since, upgrade['atMonths'])
        there, still = asset['quantity'], 0
        for when, quantity in coming:
            part = min(there, quantity)
            there -= part
            still += part if first_of_month(when) > first_of_month(of) else 0
        if first_of_month(of) < first_of_month(due) and left + still > 0:
            self.buy('upgrade', asset, of, left + still, self.upgrade_price(policy), f'{since} + {upgrade["atMonths"]} months')

    def upgrade_price(self, policy):
        upgrade = policy['upgrade']
        return None if upgrade['unitPence'] is None else (upgrade['unitPence'], day(upgrade['priceDate']) or day(policy['priceDate']) or self.as_of)

    def add_chain(self, asset, policy, first, quantity, why):
        if quantity == 0:
            return
        priced, n = self.price(asset, policy), 0
        every = policy['lifeMonths'] if policy['binding'] else None
        upgrade = policy['upgrade']
        while first_of_month(later(first, n * (every or 0))) < self.end:
            of = later(first, n * (every or 0))
            agreed = asset['unitPaidPence'] if asset['status'] in COMING and n == 0 else None
            self.buy('replace', asset, of, quantity, (agreed, 'order') if agreed else priced, why if n == 0 else f'{first} + {n} × {every} months')
            if every is None:
                break
            if upgrade is not None and upgrade['atMonths'] < every:
                self.buy('upgrade', asset, later(first, n * every + upgrade['atMonths']), quantity, self.upgrade_price(policy), f'{of} + {upgrade["atMonths"]} months')
            n += 1

    def add_spent(self, asset):
        bought = day(asset['purchaseDate'])
        if asset['status'] in COMING or bought is None or asset['unitPaidPence'] is None:
            return
        if date(self.first, self.start, 1) <= bought <= self.as_of:
            self.already[0] += asset['unitPaidPence'] * asset['quantity']

    # Losses -------------------------------------------------------------------------------------------------------

    def expose(self, asset, policy, quantity, since, until):
        if policy['lossBp'] > 0 and quantity > 0:
            begins = max(first_of_month(self.as_of), first_of_month(since))
            self.exposures.append((asset['categoryKey'], quantity, policy['lossBp'], begins, min(until, self.end), self.price(asset, policy)))

    def add_losses(self):
        months = []
        at = first_of_month(self.as_of)
        while at < self.end:
            months.append(at)
            at = later(at, 1)
        for category in dict.fromkeys(each[0] for each in self.exposures):
            own = [each for each in self.exposures if each[0] == category]
            expected, told = Fraction(0), 0
            for year in range(self.count):
                weights, weighted = 0, 0
                for _, quantity, bp, begins, until, priced in own:
                    there = sum(1 for month in months if self.year_of(month) == self.first + year and begins <= month < until)
                    expected += Fraction(quantity * bp * there, 120_000)
                    if priced is not None:
                        unit, _ = self.carried(*priced, category, self.first + year)
                        weights += quantity * bp * there
                        weighted += quantity * bp * there * unit
                lost = half_up(expected) - told
                told += lost
                if lost:
                    unit = half_up(Fraction(weighted, weights)) if weights else None
                    of = self.as_of if year == 0 else date(self.first + year, self.start, 1)
                    self.lines.append((year, 'loss', category, self.categories[category]['costCategory'], lost, unit, of, 'mean price', None))

    # What is paid again and again ---------------------------------------------------------------------------------

    def units(self, cost, year):
        roll = next((each for each in self.facts['rolls'] if each['year'] == year), {'pupils': None, 'staff': None})
        in_service = sum(each['quantity'] for each in self.facts['assets']
                         if each['categoryKey'] == cost['deviceCategoryKey'] and each['status'] not in GONE | COMING)
        return {'site': 1, 'per_seat': cost['units'], 'per_pupil': roll['pupils'] or self.facts['school']['pupils'],
                'per_staff': roll['staff'] or self.facts['school']['staff'], 'per_device': in_service}[cost['driver']]

    def add_costs(self):
        for cost in self.facts['recurring']:
            start, end = day(cost['start']), None if cost['autoRenews'] else day(cost['end'])
            apart = (cost['periodYears'] or 1) if cost['period'] == 'every_n_years' else 1
            spread = start is None and cost['period'] in ('yearly', 'every_n_years')
            charges = {}
            month = date(self.first, self.start, 1)
            while month < self.end:
                gone = None if start is None else (month.year - start.year) * 12 + month.month - start.month
                falls = {'monthly': True, 'termly': month.month in (9, 1, 4),
                         'yearly': gone is None or gone % 12 == 0, 'every_n_years': gone is None or gone % (12 * apart) == 0}[cost['period']]
                of = month if start is None else later(start, max(gone, 0))
                if falls and (gone is None or gone >= 0) and (end is None or of <= end):
                    charges.setdefault(self.year_of(of), []).append(of)
                month = later(month, 1)
            for year, days in charges.items():
                each = cost['amountPence'] * self.units(cost, year)
                if spread:
                    each = half_up(Fraction(each, apart))
                unit, how = self.carried(each, day(cost['priceDate']) or self.as_of, cost['categoryKey'], year, cost['riseBp'])
                parts = [(of, unit if not spread else self.twelfth(unit, (of.month - self.start) % 12 + 1)) for of in days]
                past = sum(pence for of, pence in parts if not self.month_begins(of))
                coming = [(of, pence) for of, pence in parts if self.month_begins(of)]
                self.already[year - self.first] += past
                if coming:
                    self.lines.append((year - self.first, 'recurring', cost['categoryKey'], cost['costCategory'], 1, sum(pence for _, pence in coming), coming[0][0], how, None))

    @staticmethod
    def twelfth(amount, k):
        return half_up(Fraction(amount * k, 12)) - half_up(Fraction(amount * (k - 1), 12))

    # What it comes to ---------------------------------------------------------------------------------------------

    def work_out(self):
        self.add_kit()
        self.add_costs()
        self.add_losses()
        return self

    def totals(self):
        by = {'total': [0] * self.count, 'category': {}, 'code': {}, 'quantity': {}}
        for year, kind, category, cost, quantity, unit, *_ in self.lines:
            pence = quantity * (unit or 0)
            by['total'][year] += pence
            by['category'].setdefault(category, [0] * self.count)[year] += pence
            by['code'].setdefault(CODES[cost], [0] * self.count)[year] += pence
            if kind == 'replace':
                by['quantity'].setdefault(category, [0] * self.count)[year] += quantity
        return {**by, 'already': self.already, 'out': self.out, 'overdue': self.overdue, 'lines': len(self.lines),
                'register': sum(asset['quantity'] for asset in self.facts['assets'])}


def main():
    told = json.load(sys.stdin)
    school = School(told.get('snapshot', told), sys.argv[1]).work_out()
    if '--lines' in sys.argv:
        for year, kind, category, _, quantity, unit, of, how, number in sorted(school.lines, key=lambda each: (each[8] or 10**9, each[0], each[6])):
            print(f'{number} {school.first + year} {kind} {category} {of} {quantity} × {unit}   [{how}]')
    print(json.dumps(school.totals(), sort_keys=True))


if __name__ == '__main__':
    main()
