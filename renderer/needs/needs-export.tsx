import { Download } from 'lucide-react';
import { useExport } from '../lib/exports.ts';
import { usePlan } from '../lib/plan.tsx';
import { Button } from '../parts/button.tsx';

/** The needs as a file. */
export function NeedsExport() {
  const { asOf, scenario: { id: scenarioId } } = usePlan();
  const save = useExport();
  return <Button variant="link" small className="needs-export" icon={<Download className="lucide s" aria-hidden="true" />} onClick={() => void save('documents.needs', { format: 'csv', asOf, scenarioId })}>Export the needs</Button>;
}
