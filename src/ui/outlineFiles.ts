/** The addresses of the font files that documents cut down, by their path in node_modules; few pages ask for one. */
export const outlineFiles = import.meta.glob<string>(
  [
    '../../node_modules/@fontsource/{ibm-plex-sans,source-serif-4}/files/*-{latin,latin-ext,vietnamese}-{400,600}-normal.woff',
    '../../node_modules/@fontsource/{ibm-plex-sans,source-serif-4}/files/*-{cyrillic,cyrillic-ext,greek}-{400,600}-normal.woff',
    '../../node_modules/@fontsource/ibm-plex-sans-{arabic,hebrew}/files/*-{arabic,hebrew}-{400,600}-normal.woff',
    '../../node_modules/@fontsource/ibm-plex-sans-{thai,devanagari}/files/*-{thai,devanagari}-{400,600}-normal.woff',
  ],
  { query: '?url&no-inline', import: 'default', eager: true },
);
