/** Files in and out of the page: never a path, only contents. */

/** A file's contents in base64, as the contract carries them. Rejects when the file can no longer be read. */
export function readAsBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const address = typeof reader.result === 'string' ? reader.result : '';
      resolve(address.slice(address.indexOf(',') + 1));
    });
    reader.addEventListener('error', () => reject(new Error(`${file.name} could not be read. It may have been moved or renamed.`)));
    reader.readAsDataURL(file);
  });
}

/** Asks the person for one file, such as `.json`. Nothing happens where they choose none. */
export function chooseFile(accept: string, onFile: (file: File) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = accept;
  input.addEventListener('change', () => {
    const [file] = input.files ?? [];
    if (file !== undefined) onFile(file);
  });
  input.click();
}

type GeneratedFile = { readonly fileName: string; readonly mimeType: string; readonly base64: string };

/** Hands a generated file to the person, as the host does with downloads. */
export function download({ fileName, mimeType, base64 }: GeneratedFile): void {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The download has its own hold on the contents by then; ten seconds is for slow disks.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
