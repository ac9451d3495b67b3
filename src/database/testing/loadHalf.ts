/** A process that loads a dataset half, says so, and does nothing more: for a test to kill. */
import { connect } from '../connection';
import { DatasetLoader } from '../loading/datasetLoader';

const [address, id] = process.argv.slice(2) as [string, string];
const loader = await DatasetLoader.begin(await connect(address, { create: true }), id);
for (let i = 0; i < 1000; i++) loader.addEntity({ id: `e${i}`, type: 'company', name: `Company ${i}` });
await loader.sendAll();
process.stdout.write('half');
setInterval(() => undefined, 1000);
