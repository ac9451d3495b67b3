export { boxOf, boxParts, detailFor } from './boxOf';
export { MOST_LOOKED } from './areaGrid';
export { boundsOfPoints, flatten, pointAt, type Curve } from './curve';
export { MARK_SIZE, type LabelRequest, type LinePlacement } from './labelPlaces';
export { labelTexts } from './labelTexts';
export { countCrossings, countLabelsCrossed, countLinesUnderBoxes, countOverlaps, linesUnderBoxes, stress } from './metrics';
export { leaveOutline, outlinePath, type PlacedBox } from './outline';
export { placeLabels, placeLabelsStepwise } from './placeLabels';
export { routeLines, routeLinesStepwise, unbentLines, type RoutedLine } from './routeLines';
