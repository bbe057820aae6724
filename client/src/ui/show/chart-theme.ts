import { useEffect, useState } from 'react';

/** The colours of charts: few, told apart by their lightness too. The ember is for what is live now. */
export interface ChartColors {
  readonly series: readonly string[];
  readonly ember: string;
  readonly good: string;
  readonly bad: string;
  readonly text: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
}

function read(): ChartColors {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string): string => style.getPropertyValue(`--xh-${name}`).trim();
  return {
    series: [of('active'), of('waiting'), of('deliberation'), of('done'), of('text-faint')],
    ember: of('ember'),
    good: of('done'),
    bad: of('refused'),
    text: of('text'),
    soft: of('text-soft'),
    line: of('line'),
    surface: of('surface'),
  };
}

/** The colours of the mode in use; drawn again when it changes. */
export function useChartColors(): ChartColors {
  const [colors, setColors] = useState(read);
  useEffect(() => {
    const watch = new MutationObserver(() => setColors(read()));
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    return () => watch.disconnect();
  }, []);
  return colors;
}
