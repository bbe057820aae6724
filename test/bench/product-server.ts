// The built product as it starts for real. A file of its own, so that the measured server is told from any other one
// of this machine in a list of processes.
const main: string = '../../server/dist/main.js';
await import(main);
