import { lookAt } from './look.ts';

// Looks at one address and prints what came: run as a program of its own, since the authorities that a process trusts
// are fixed when it starts (NODE_EXTRA_CA_CERTS).
const [port = '', url = ''] = process.argv.slice(2);
const { capture, failure } = await lookAt(Number(port), url);
process.stdout.write(JSON.stringify({ result: capture.result, message: failure?.message ?? '' }));
