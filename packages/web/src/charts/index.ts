/** Charts drawn on the server as SVG, each with a title, a description and its table one step away. */
export * from './bar-chart.tsx'
export * from './line-chart.tsx'
export * from './stacked-share.tsx'
export * from './world-map.tsx'
