/**
 * Puts text on the clipboard by the page's own copy event: it needs no permission, which Kitplan's window grants
 * to nobody.
 */
export const putOnClipboard = (text: string): void => {
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
};
