// Crawlee's CheerioCrawler as it comes: its own storage, its own queue, 32 in flight, no evidence.
import { readFileSync } from 'node:fs';
import { CheerioCrawler, log } from 'crawlee';

const [, , origin, startFile] = process.argv;
const start = JSON.parse(readFileSync(startFile, 'utf8'));
log.setLevel(log.LEVELS.WARNING);

let titles = 0;
const crawler = new CheerioCrawler({
  minConcurrency: 32,
  maxConcurrency: 32,
  async requestHandler({ $, enqueueLinks }) {
    const title = $('title').text();
    const date = /20\d\d-\d\d-\d\d/.exec($('.info, .list').text())?.[0];
    if (title && date) titles += 1;
    await enqueueLinks({ regexps: [new RegExp(`^${origin}/u\\d\\d/c\\d\\d/`)] });
  },
});
await crawler.run(start);
process.stdout.write(`${titles}\n`);
