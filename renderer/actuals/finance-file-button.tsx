import type { ReactNode } from 'react';
import { FileButton } from '../parts/file-button.tsx';

type FinanceFileButtonProps = { readonly onFile: (file: File) => void; readonly variant?: 'outline' | 'filled' | 'link'; readonly icon?: ReactNode; readonly children: ReactNode };

/** A button that asks for an export of the finance system: a spreadsheet or its XML. */
export const FinanceFileButton = (props: FinanceFileButtonProps) => <FileButton {...props} label="Export of the finance system" also=".xml" />;
