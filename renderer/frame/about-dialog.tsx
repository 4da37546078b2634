import sansLicence from '@fontsource-variable/source-sans-3/LICENSE?raw';
import serifLicence from '@fontsource-variable/source-serif-4/LICENSE?raw';
import { useApplication } from '../lib/application.tsx';
import { Dialog } from '../parts/dialog.tsx';

type AboutDialogProps = { readonly opened: boolean; readonly onClose: () => void };

/** The version and what Kitplan is printed with; the fonts' licence asks to be shown. */
export function AboutDialog({ opened, onClose }: AboutDialogProps) {
  const { application: { version } } = useApplication();
  return (
    <Dialog opened={opened} onClose={onClose} title="About Kitplan" width={560}>
      <div className="about">
        <p>Kitplan {version}. A school’s ICT plan on its own computer: nothing is sent anywhere.</p>
        <p>Kitplan is free software under the MIT licence.</p>
        <h3>Source Sans 3 and Source Serif 4, under the SIL Open Font Licence 1.1</h3>
        <textarea className="licence" readOnly aria-label="Licence of the fonts" value={`${sansLicence}\n\n${serifLicence}`} />
      </div>
    </Dialog>
  );
}
