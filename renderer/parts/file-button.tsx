import { useRef } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';

type FileButtonProps = {
  readonly onFile: (file: File) => void;
  readonly variant?: 'outline' | 'filled' | 'link';
  readonly icon?: ReactNode;
  /** What it asks for, for those who cannot see it: a register unless said. */
  readonly label?: string;
  /** Another ending that such a file may have, such as .xml. */
  readonly also?: string;
  readonly children: ReactNode;
};

/** What registers usually come as; the dialog still lets people choose anything, and the contents decide. */
const USUALLY = '.csv,.xlsx,.xlsm,.xls,.xlsb,.ods,.fods,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A button that asks for a file with a table. The same file can be chosen twice. */
export function FileButton({ onFile, variant = 'outline', icon, label = 'Kit list file', also, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button variant={variant} icon={icon} onClick={() => input.current?.click()}>{children}</Button>
      <input
        ref={input} type="file" accept={also === undefined ? USUALLY : `${USUALLY},${also}`} hidden aria-label={label}
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
    </>
  );
}
