export * from './graphStore';
