import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { rehypeHeadingIds } from '@astrojs/markdown-remark';
import { defineConfig } from 'astro/config';
import { rehypeRecapRelated } from './recap/rehype-recap-related.mjs';

const site = 'https://notes-de-conf.example';
const related = existsSync('recap/related.json') ? JSON.parse(readFileSync('recap/related.json', 'utf8')) : undefined;

export default defineConfig({
  site,
  markdown: {
    rehypePlugins: [rehypeHeadingIds, [rehypeRecapRelated, {
      endpoint: process.env.RECAP_ENDPOINT ?? 'http://127.0.0.1:8080',
      limit: 3,
      related,
      addressOf: (path) => `${site}/blog/${basename(path, '.md')}/`,
    }]],
  },
});
