import './styles/mantine.css';
import './styles/tokens.css';
import './styles/base.css';
import './styles/parts.css';
import './styles/frame.css';
import './styles/print.css';
import './frame/palette/palette.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { showScheme, systemScheme } from './lib/theme.ts';

showScheme(systemScheme());
const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element.');
createRoot(root).render(<StrictMode><App /></StrictMode>);
