import { useEffect, useRef, type RefObject } from 'react';

/** For a form that opens where a button was pressed: its first field takes the focus that the button had. */
export function useFirstField(): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus(), []);
  return form;
}
