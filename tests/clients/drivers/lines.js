// Calls a function with each line of standard input, one after the other, and prints what it returns.
'use strict';

const readline = require('readline');

module.exports = async (report) => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await report(JSON.parse(line))));
  }
  // A connection that is kept alive keeps the process alive.
  process.exit(0);
};
