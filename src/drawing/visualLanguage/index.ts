export * from './colour';
export * from './entityIcon';
export * from './legend';
export * from './lineStyle';
export * from './palette';
