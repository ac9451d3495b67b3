export { askedLogAt } from './askedLog';
export type { DrawnPicture, PictureRequest } from './dataset';
export { serveOverStdio } from './serveOverStdio';
export { NoTrayError, reviewTrayAt } from './reviewTray';
