import { forecast } from '../../../planning/forecast.ts';
import { SCHOOLS } from './schools.ts';

/* Prints what every school comes to, for the process's own zone. Run by schools.test.ts. */

const figures = Object.entries(SCHOOLS).map(([name, school]) => {
  const { totals, notInForecast, overdueQuantity, lines } = forecast(school(), { asOf: '2026-11-21' });
  return [name, { totals, notInForecast, overdueQuantity, lines: name === 'trust' ? lines.length : lines }];
});
process.stdout.write(JSON.stringify({ offset: new Date(Date.UTC(2026, 10, 21)).getTimezoneOffset(), everything: Object.fromEntries(figures) }));
