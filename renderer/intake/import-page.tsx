import './intake.css';
import { useNavigation, usePageParams } from '../lib/navigation.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Stepper } from '../parts/stepper.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ImportFile } from './import-file.tsx';
import { STEPS, stepSentence } from './import-words.ts';

/** A register file from its choice to its place in the plan, in five steps: look first, then bring it in. */
export function ImportPage() {
  const { go } = useNavigation();
  const { file, paste } = usePageParams('import');
  if (file !== undefined) return <ImportFile key={`${file.name} ${file.size} ${file.lastModified}`} file={file} onChoose={(chosen) => go('import', chosen === null ? {} : { file: chosen })} />;
  return (
    <>
      <PageHead title="Import kit list" sentence={stepSentence(0, undefined)} />
      <div className="import-steps"><Stepper label="Steps of the import" steps={STEPS} current={0} /></div>
      <ChooseFile paste={paste === true} onFile={(chosen) => go('import', { file: chosen })} />
    </>
  );
}
