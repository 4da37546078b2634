import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver, MantineColorsTuple } from '@mantine/core';

/** Bottle green from tint to shade; the tokens decide what is drawn, these only fill Mantine's ten places. */
const bottle: MantineColorsTuple = [
  '#e4efe8', '#cfe2d7', '#a3dbc0', '#86cba9', '#5fae8b', '#448f6e', '#327758', '#27674c', '#1d5a43', '#154633',
];

/** Mantine in Kitplan's clothes: its parts bring behaviour and accessibility, the tokens bring the looks. */
export const mantineTheme = createTheme({
  colors: { bottle },
  primaryColor: 'bottle',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  fontFamily: 'var(--sans)',
  headings: { fontFamily: 'var(--serif)' },
  defaultRadius: 3,
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Inside <main>, so that what floats is in a landmark like everything else.
    Portal: { defaultProps: { target: '#floating' } },
    // Its hidden first stop is a child that a menu may not have.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false, transitionProps: { duration: 80 }, offset: 2 } },
  },
});

const fromTokens = {
  '--mantine-color-body': 'var(--sheet)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink-2)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--over)',
  '--mantine-color-default': 'var(--sheet)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--ctl)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-bottle-filled': 'var(--accent)',
  '--mantine-color-bottle-filled-hover': 'var(--accent-hover)',
};

/** The same names in both schemes: the tokens themselves change with the theme. */
export const mantineVariables: CSSVariablesResolver = () => ({ variables: {}, light: fromTokens, dark: fromTokens });
