export * from './edit';
export * from './placeBeside';
