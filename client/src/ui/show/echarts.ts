import { BarChart, CustomChart, HeatmapChart, LineChart, MapChart, ScatterChart } from 'echarts/charts';
import {
  AriaComponent,
  DataZoomComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { type EChartsType, init, registerMap, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';
import { CanvasRenderer } from 'echarts/renderers';

const PARTS = [
  BarChart,
  CustomChart,
  HeatmapChart,
  LineChart,
  MapChart,
  ScatterChart,
  AriaComponent,
  DataZoomComponent,
  GeoComponent,
  GridComponent,
  LegendComponent,
  MarkAreaComponent,
  MarkLineComponent,
  TooltipComponent,
  VisualMapComponent,
  LabelLayout,
  CanvasRenderer,
];

/** Makes a chart in an element. Parts are registered here and not on loading, which a bundler may leave out. */
export function startChart(element: HTMLElement): EChartsType {
  use(PARTS);
  return init(element);
}

/** Makes a map of regions (GeoJSON) known under a name, for `series: [{ type: 'map', map: name }]`. */
export function addMap(name: string, regions: Parameters<typeof registerMap>[1]): void {
  registerMap(name, regions);
}
