import { type ThemeConfig, theme } from 'antd';

/** Light or dark. */
export type ThemeMode = 'light' | 'dark';

/** State colours: text and edge, and the ground behind them. AA contrast between the two in both modes. */
const TONES = {
  light: {
    draft: ['#57534e', '#f5f5f4'],
    active: ['#1e4fa3', '#e8effa'],
    waiting: ['#92500a', '#fdf1dc'],
    done: ['#1d6b3a', '#e6f4ea'],
    refused: ['#b3261e', '#fdeceb'],
    deliberation: ['#6b3fa0', '#f2ecfa'],
  },
  dark: {
    draft: ['#c8c3bd', '#2c2a28'],
    active: ['#9dbdf5', '#1b2a47'],
    waiting: ['#f0bd72', '#3a2a12'],
    done: ['#86d3a0', '#16301f'],
    refused: ['#ff9d94', '#401d1a'],
    deliberation: ['#cdb0f2', '#2e2142'],
  },
} as const;

const PALETTES = {
  light: {
    primary: '#1e4fa3',
    ember: '#e8590c',
    ground: '#f6f5f3',
    surface: '#ffffff',
    raised: '#faf9f7',
    line: '#e4e1dc',
    'line-strong': '#cfcac3',
    text: '#26231f',
    'text-soft': '#5f5a53',
    'text-faint': '#736d65',
    hover: '#f1efec',
    selected: '#e8effa',
  },
  dark: {
    primary: '#7fa6ee',
    ember: '#ff7a2e',
    ground: '#171614',
    surface: '#201f1d',
    raised: '#282624',
    line: '#383531',
    'line-strong': '#4d4943',
    text: '#ece8e2',
    'text-soft': '#b8b2a9',
    'text-faint': '#9a948b',
    hover: '#2c2a27',
    selected: '#1f2c47',
  },
} as const;

/** The tokens of Ant Design for a mode. Everything that has a colour or a size takes it from here. */
export function antdTheme(mode: ThemeMode): ThemeConfig {
  const p = PALETTES[mode];
  return {
    algorithm: mode === 'dark' ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: p.primary,
      colorInfo: p.primary,
      colorLink: p.primary,
      colorSuccess: TONES[mode].done[0],
      colorWarning: TONES[mode].waiting[0],
      colorError: TONES[mode].refused[0],
      colorInfoBg: TONES[mode].active[1],
      colorSuccessBg: TONES[mode].done[1],
      colorWarningBg: TONES[mode].waiting[1],
      colorErrorBg: TONES[mode].refused[1],
      colorTextBase: p.text,
      colorTextSecondary: p['text-soft'],
      colorTextTertiary: p['text-faint'],
      colorTextDescription: p['text-faint'],
      colorTextPlaceholder: p['text-faint'],
      colorBgBase: p.surface,
      colorBgLayout: p.ground,
      colorBgContainer: p.surface,
      colorBgElevated: mode === 'dark' ? p.raised : p.surface,
      colorBorder: p['line-strong'],
      colorBorderSecondary: p.line,
      colorTextLightSolid: mode === 'dark' ? '#10151f' : '#ffffff',
      borderRadius: 6,
      fontFamily: 'var(--xh-font)',
      fontSize: 14,
      controlHeight: 32,
      wireframe: false,
    },
    components: {
      Table: {
        cellPaddingBlock: 8,
        cellPaddingBlockSM: 8,
        headerBg: p.raised,
        headerColor: p['text-soft'],
        headerSplitColor: 'transparent',
        headerSortActiveBg: p.raised,
        bodySortBg: 'transparent',
        rowHoverBg: p.hover,
        rowSelectedBg: p.selected,
        rowSelectedHoverBg: p.selected,
      },
      Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
      Form: { itemMarginBottom: 24, verticalLabelPadding: '0 0 4px' },
      Tabs: { horizontalMargin: '0 0 16px 0' },
    },
  };
}

/** Writes the same tokens where the kit's style sheet reads them, as `--xh-…`. */
export function applyTokens(mode: ThemeMode, root: HTMLElement = document.documentElement): void {
  root.dataset.theme = mode;
  root.style.colorScheme = mode;
  for (const [name, colour] of Object.entries(PALETTES[mode])) root.style.setProperty(`--xh-${name}`, colour);
  for (const [tone, [ink, ground]] of Object.entries(TONES[mode])) {
    root.style.setProperty(`--xh-${tone}`, ink);
    root.style.setProperty(`--xh-${tone}-ground`, ground);
  }
}
