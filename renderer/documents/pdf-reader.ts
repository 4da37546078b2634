/** Reads PDFs beside the window, so that a long document does not hold it up: a worker, of our own files. */
import 'pdfjs-dist/legacy/build/pdf.worker.min.mjs';
