export * from './text';
export * from './geometry';
