export { isPublishedStory, throughlineFormats } from './formats';
export { embedInPng, extractFromPng, NotAPngError } from './snapshotInPng';
export { extractFromHtml, htmlScript } from './snapshotInHtml';
export { extractFromSvg, svgMetadata } from './snapshotInSvg';
export { writeDataset } from './writeDataset';
export { writeCase } from './writeCase';
export { writeSnapshot } from './writeSnapshot';
