export { askedLogAt } from './askedLog';
export type { DrawnPicture, McpDataset, PictureRequest } from './dataset';
export { serveOverStdio } from './serveOverStdio';
