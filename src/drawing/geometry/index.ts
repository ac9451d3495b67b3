export { boxOf, boxParts, detailFor, type Box, type BoxParts, type TextAt } from './boxOf';
export { boundsOfPoints, flatten, pointAt, type Curve } from './curve';
export { labelTexts } from './labelTexts';
export { countCrossings, countLabelsCrossed, countLinesUnderBoxes, countOverlaps, linesUnderBoxes, stress } from './metrics';
export { leaveOutline, outlinePath, outlinePolygon, shapeOf, type PlacedBox } from './outline';
export { MARK_SIZE, placeLabels, type LabelRequest, type LinePlacement } from './placeLabels';
export { routeLines, type RoutedLine } from './routeLines';
