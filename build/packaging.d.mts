import type { Configuration } from 'electron-builder';

export declare const packaging: Configuration;
